import Broker
import Glibc
import Pipeline
import StageProtocol
import ZeroMQ

/// One bound socket, and the peers that were heard there. It never leaves the front thread.
final class Door {
    /// What becomes of the connections to a door.
    final class Watch {
        let monitor: Monitor

        init(monitor: consuming Monitor) { self.monitor = monitor }
    }

    /// Peers that are listened to at once.
    static let mostPeers = 1024

    let name: String
    private let address: String
    let socket: Socket
    /// Whether only keys open it.
    let isLocked: Bool
    /// The connections to a locked door; others need no watching.
    let watch: Watch?
    /// Who may come in; a reload brings another list.
    var keyring: Keyring?
    /// The key of whoever was heard last under a routing id.
    private var peers: [StageProtocol.Frame: String?] = [:]

    /// Binds the socket.
    /// - Parameter kind: a router, or a publisher for the tap.
    init(_ door: PipelineConfig.Door, _ kind: SocketKind, _ keyring: Keyring?, _ context: Context) throws {
        name = door.name
        address = door.address
        isLocked = door.keys != nil
        self.keyring = isLocked ? keyring : nil
        var options = SocketOptions.default
        options.maximumMessageBytes = Int64(WireLimits().messageBytes)
        options.ipv6 = door.address.contains("[")
        if kind == .router {
            options.sendHighWater = 20_000
            // A peer that is held back has few messages here, since each may weigh as much as the limit above.
            options.receiveHighWater = 64
            options.linger = .milliseconds(500)
        }
        if isLocked {
            // No keyring for a locked door cannot be; an empty key makes sure that the socket is not opened then.
            options.curve = .server(secretKey: keyring?.brokerSecret ?? "", domain: door.name)
            options.handshakeTimeout = .seconds(5)
        }
        socket = try Socket(kind, context: context, options: options)
        watch = isLocked ? Watch(monitor: try socket.monitor()) : nil
        try socket.bind(door.address)
    }

    /// Takes the file of an ipc socket away, which libzmq leaves behind.
    func removeFile() { if address.hasPrefix("ipc://") { unlink(String(address.dropFirst("ipc://".count))) } }

    /// Whether a message may be looked at: at a locked door it bears a key that opens it.
    func admits(_ key: String?) -> Bool {
        guard isLocked else { return true }
        return key.map { keyring?.admits($0, at: name) == true } ?? false
    }

    /// Notes that a peer was heard.
    /// - Returns: the session of another key under the same routing id, which is over then; false where there is no room
    ///   for one more.
    func note(_ session: SessionID) -> (isHeard: Bool, replaced: SessionID?) {
        guard let before = peers[session.route] else {
            if peers.count < Self.mostPeers { peers[session.route] = .some(session.key) }
            return (peers[session.route] != nil, nil)
        }
        peers[session.route] = .some(session.key)
        return (true, before == session.key ? nil : SessionID(door: name, route: session.route, key: before))
    }

    /// Whether the routing id has come to belong to another key since the session began.
    func isSomebodyElse(_ session: SessionID) -> Bool { peers[session.route].map { $0 != session.key } ?? false }

    /// Forgets a peer, unless its place is another's by now.
    func forget(_ session: SessionID) {
        if !isSomebodyElse(session) { peers.removeValue(forKey: session.route) }
    }
}
