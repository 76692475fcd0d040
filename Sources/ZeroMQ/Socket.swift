import CZeroMQ
import Glibc

/// One part of a message: any bytes, also none.
public typealias Frame = [UInt8]

/// What became of a message that was given to a socket.
public enum SendResult: Sendable, Equatable {
    /// The socket took the whole message.
    case sent
    /// The queue is full, or nobody is connected yet: nothing of it was sent. Wait for
    /// ``Socket/writablePollItem``, or for the peer's next word, and give it again.
    case full
    /// A router knows no peer of that name: nothing of it was sent.
    case unroutable
}

/// A message socket. It never blocks, moves whole messages only, and stays on the thread that made it.
///
/// It cannot be copied, and closes at the end of its life; what is still queued then is kept for
/// ``SocketOptions/linger``. Wait for it with a ``Poller``; reach its thread with a ``Mailbox``.
public struct Socket: ~Copyable {
    /// What the socket does with messages.
    public let kind: SocketKind
    let handle: SocketHandle
    private let maximumMessageBytes: Int64

    /// Opens a socket and sets all of its options.
    ///
    /// Throws when an option is out of range, and when the context has no socket left.
    public init(_ kind: SocketKind, context: Context, options: SocketOptions = .default) throws(ZeroMQError) {
        let handle = try SocketHandle(kind, context: context)
        try options.apply(to: handle, kind: kind)
        self.init(kind, handle: handle, maximumMessageBytes: options.maximumMessageBytes)
    }

    init(_ kind: SocketKind, handle: SocketHandle, maximumMessageBytes: Int64) {
        self.kind = kind
        self.handle = handle
        self.maximumMessageBytes = maximumMessageBytes
    }

    deinit { handle.close() }

    // MARK: Addresses

    /// Listens on `ipc:///path` or `tcp://host:port`, and returns the address with `*` resolved.
    ///
    /// An `ipc` path is taken over without a word from a process that listens there already: hold a lock on the
    /// folder before binding. Its path may have 107 bytes.
    @discardableResult
    public func bind(_ endpoint: String) throws(ZeroMQError) -> String {
        try check(endpoint, for: "bind")
        let result = handle.bind(endpoint)
        if result < 0 { throw ZeroMQError(-result, "bind", endpoint: endpoint) }
        return try handle.lastEndpoint()
    }

    /// Connects in the background, now and again after each loss; nobody needs to listen there yet.
    public func connect(_ endpoint: String) throws(ZeroMQError) {
        try check(endpoint, for: "connect to")
        let result = handle.connect(endpoint)
        if result < 0 { throw ZeroMQError(-result, "connect to", endpoint: endpoint) }
    }

    /// Asks for the messages whose first frame starts with `prefix`; an empty prefix asks for all.
    public func subscribe(_ prefix: [UInt8]) throws(ZeroMQError) {
        let result = handle.set(ZMQ_SUBSCRIBE, prefix)
        if result < 0 {
            throw ZeroMQError(
                -result, "subscribe", because: "only a sub socket subscribes, and this is a \(kind.rawValue) socket.")
        }
    }

    private func check(_ endpoint: String, for operation: String) throws(ZeroMQError) {
        // A zero byte would silently end the address early.
        if endpoint.utf8.contains(0) { throw ZeroMQError(EINVAL, operation, endpoint: endpoint) }
        if endpoint.hasPrefix("ipc://"), endpoint.utf8.count - 6 > ErrorAdvice.longestSocketPath {
            throw ZeroMQError(ENAMETOOLONG, operation, endpoint: endpoint)
        }
    }

    // MARK: Messages

    /// Sends all frames as one message, or nothing.
    ///
    /// A router's first frame is the peer's name and at least one more must follow. A message that was sent can
    /// still be lost with its connection; certainty is for the protocol above to give.
    ///
    /// Throws for a message without frames and for a frame above ``SocketOptions/maximumMessageBytes``, for which
    /// the peer would drop the connection.
    public func send(_ frames: [Frame]) throws(ZeroMQError) -> SendResult {
        try check(frames)
        let last = frames.count - 1
        var isAbandoned = false
        for (index, frame) in frames.enumerated() {
            let result = handle.send(frame, more: index < last)
            if result >= 0 { continue }
            switch -result {
            case EAGAIN where index == 0 || isAbandoned || kind == .pair: return .full
            case EAGAIN:
                // The peer went in the middle of the message. libzmq has thrown away what it had of it and now
                // swallows the rest up to the last frame, which it must be given: this frame again, then the others.
                if index == last { return .full }
                isAbandoned = true
                _ = handle.send(frame, more: true)
            case EHOSTUNREACH: return .unroutable
            default: throw ZeroMQError(-result, "send on a \(kind.rawValue) socket")
            }
        }
        return isAbandoned ? .full : .sent
    }

    /// Takes the next whole message, or nil when none is waiting.
    ///
    /// A router's messages start with the name of the peer.
    public func receive() throws(ZeroMQError) -> [Frame]? {
        try receive(within: .unlimited)?.frames
    }

    /// Takes the next message with the name of who sent it, or nil when none is waiting. What goes beyond the limits is
    /// thrown away, and ``Incoming/isCutOff`` says so.
    public func receive(within limits: MessageLimits) throws(ZeroMQError) -> Incoming? {
        var message = Incoming()
        while true {
            let result = handle.receive(into: &message, within: limits)
            switch result {
            case 0: return message
            case 1...: continue
            case -EAGAIN where message.isEmpty: return nil
            default: throw ZeroMQError(-result, "receive on a \(kind.rawValue) socket")
            }
        }
    }

    private func check(_ frames: [Frame]) throws(ZeroMQError) {
        let fewest = kind == .router ? 2 : 1
        if frames.count < fewest {
            throw ZeroMQError(
                EINVAL, "send on a \(kind.rawValue) socket",
                because: "a message needs \(fewest) or more frames here, and it has \(frames.count).")
        }
        for (index, frame) in frames.enumerated() where frame.count > maximumMessageBytes {
            throw ZeroMQError(
                EMSGSIZE, "send on a \(kind.rawValue) socket",
                because: "frame \(index) has \(frame.count) bytes and \(maximumMessageBytes) are allowed. "
                    + "Send it in pieces, or raise the limit on both sides.")
        }
    }

    // MARK: Waiting

    /// Stands for the socket in a ``Poller``: ready when a message can be received.
    public var pollItem: PollItem { PollItem(handle, ZMQ_POLLIN) }

    /// Stands for the socket in a ``Poller``: ready when ``send(_:)`` would take a message. A router is ready as
    /// soon as one of its peers is.
    public var writablePollItem: PollItem { PollItem(handle, ZMQ_POLLOUT) }
}
