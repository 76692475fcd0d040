/// How a socket behaves. Nothing is left to the library's defaults, most of which suit no server.
///
/// Durations are set in whole milliseconds, rounded up.
public struct SocketOptions: Sendable {
    /// The largest frame that is taken, in bytes; a peer that sends a larger one loses its connection. Default 16 MiB.
    public var maximumMessageBytes: Int64 = 16 << 20
    /// How many whole messages wait to be sent to one peer before ``SendResult/full``. Roughly kept, at least 1.
    public var sendHighWater: Int32 = 1000
    /// How many whole messages of one peer wait to be received before it is held back. Roughly kept, at least 1.
    public var receiveHighWater: Int32 = 1000
    /// How long messages still queued are kept after the socket is closed. Default not at all.
    public var linger: Duration = .zero

    /// How often a silent connection is asked for a sign of life; zero never asks.
    public var heartbeatInterval: Duration = .seconds(5)
    /// How long to wait for the sign of life before the connection is given up.
    public var heartbeatTimeout: Duration = .seconds(15)
    /// How long the peer should wait for ours. At most 65 seconds: above, libzmq's peers miscount.
    public var heartbeatTimeToLive: Duration = .seconds(15)

    /// The pause before the first new attempt to connect; each one after it waits about twice as long.
    public var reconnectMinimum: Duration = .milliseconds(100)
    /// The longest pause between attempts to connect.
    public var reconnectMaximum: Duration = .seconds(2)
    /// How long one attempt to connect may take; zero leaves it to the operating system.
    public var connectTimeout: Duration = .seconds(5)
    /// How long the greeting of a new connection may take, keys included.
    public var handshakeTimeout: Duration = .seconds(10)
    /// Whether a connector queues only for connections that stand; otherwise messages vanish into hoped-for ones.
    public var immediate = true
    /// Whether addresses may be of version 6 of the Internet protocol.
    public var ipv6 = false
    /// Encryption and authentication. None by default: enough for an ipc path in a folder of mode 0700.
    public var curve: CurveRole?

    /// Options for a server on one machine or a quiet network.
    public init() {}

    /// What a socket gets that is told nothing else.
    public static let `default` = SocketOptions()
}
