import CZeroMQ
import Synchronization

/// Watches the connections of a socket, on the socket's own thread.
///
/// Read it whenever its ``pollItem`` is ready: what nobody reads is kept in memory. It ends with its own life, or
/// with the socket's; what happened before can still be read.
public struct Monitor: ~Copyable {
    private let watched: SocketHandle
    private let events: Socket

    /// A name for each monitor within the process.
    private static let serial = Atomic<UInt64>(0)

    init(of socket: borrowing Socket, context: Context) throws(ZeroMQError) {
        let operation = "watch a \(socket.kind.rawValue) socket"
        let handle = try SocketHandle(.pair, context: context)
        // libzmq's thread blocks, and every connection with it, when a monitor's queue is full: so it has no bound.
        for option in [ZMQ_RCVHWM, ZMQ_LINGER] {
            let result = handle.set(option, 0 as Int32)
            if result < 0 { throw ZeroMQError(-result, operation) }
        }
        let endpoint = "inproc://monitor-\(Self.serial.wrappingAdd(1, ordering: .relaxed).newValue)"
        let started = socket.handle.startMonitor(endpoint, events: MonitorEvent.asked)
        if started < 0 { throw ZeroMQError(-started, operation) }
        let connected = handle.connect(endpoint)
        if connected < 0 {
            socket.handle.stopMonitor()
            throw ZeroMQError(-connected, operation)
        }
        watched = socket.handle
        events = Socket(.pair, handle: handle, maximumMessageBytes: .max)
    }

    // The reports must stop before the socket that takes them closes: libzmq would wait for ever to deliver one.
    deinit { watched.stopMonitor() }

    /// Stands for the monitor in a ``Poller``.
    public var pollItem: PollItem { events.pollItem }

    /// The next event, or nil when there is none for now.
    public func next() throws(ZeroMQError) -> MonitorEvent? {
        while let frames = try events.receive() {
            if let event = MonitorEvent(frames) { return event }
        }
        return nil
    }
}

extension Socket {
    /// Starts watching the connections; do it before ``bind(_:)`` and ``connect(_:)`` to miss nothing. One at a time.
    public func monitor() throws(ZeroMQError) -> Monitor {
        try Monitor(of: self, context: handle.context)
    }
}
