import CZeroMQ

/// What a socket does with the messages it is given.
public enum SocketKind: String, Sendable, CaseIterable {
    /// Talks to many peers: the first frame names the peer, sending and receiving.
    case router
    /// Talks to one router, or takes turns between several.
    case dealer
    /// Tells whoever subscribed; drops what a slow subscriber cannot take.
    case pub
    /// Hears the messages whose first frame starts with a subscribed prefix.
    case sub
    /// Talks to exactly one other pair.
    case pair

    var code: Int32 {
        switch self {
        case .router: ZMQ_ROUTER
        case .dealer: ZMQ_DEALER
        case .pub: ZMQ_PUB
        case .sub: ZMQ_SUB
        case .pair: ZMQ_PAIR
        }
    }
}
