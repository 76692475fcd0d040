import CZeroMQ
import Glibc

/// The raw socket and every call that is made with it.
///
/// Shared by a ``Socket``, which owns it, and by poll items, which may outlive the socket: after ``close()``
/// each call answers with "not a socket" and the pointer is never looked at again.
@safe
final class SocketHandle {
    private(set) var raw: UnsafeMutableRawPointer?
    let context: Context
    private var isMonitored = false

    var isOpen: Bool { unsafe raw != nil }

    init(_ kind: SocketKind, context: Context) throws(ZeroMQError) {
        guard let raw = unsafe zmq_socket(context.raw, kind.code) else {
            throw ZeroMQError(zmq_errno(), "open a \(kind.rawValue) socket")
        }
        unsafe self.raw = raw
        self.context = context
    }

    deinit { close() }

    func close() {
        guard let raw = unsafe raw else { return }
        // A monitored socket still reports while it is being torn down, and would wait for ever for a monitor
        // that has gone.
        stopMonitor()
        unsafe zmq_close(raw)
        unsafe self.raw = nil
    }

    // MARK: Frames; each answers with minus the error when it fails.

    func send(_ frame: Frame, more: Bool) -> Int32 {
        guard let raw = unsafe raw else { return -ENOTSOCK }
        let flags = more ? ZMQ_DONTWAIT | ZMQ_SNDMORE : ZMQ_DONTWAIT
        return unsafe frame.withUnsafeBytes { bytes in
            while true {
                let result = unsafe czmq_send(raw, bytes.baseAddress, bytes.count, flags)
                if result != -EINTR { return result }
            }
        }
    }

    /// Adds the next frame; the answer is 1 when more of its message follow and 0 when it was the last. A frame beyond
    /// the limits is thrown away without being copied.
    func receive(into message: inout Incoming, within limits: MessageLimits) -> Int32 {
        guard let raw = unsafe raw else { return -ENOTSOCK }
        var frame = zmq_msg_t()
        return unsafe withUnsafeMutablePointer(to: &frame) { frame in
            unsafe zmq_msg_init(frame)
            defer { unsafe zmq_msg_close(frame) }
            var result: Int32
            repeat { result = unsafe czmq_receive(frame, raw, ZMQ_DONTWAIT) } while result == -EINTR
            guard result >= 0 else { return result }
            let bytes = unsafe UnsafeRawBufferPointer(start: zmq_msg_data(frame), count: zmq_msg_size(frame))
            unsafe message.add(bytes, within: limits)
            let more = unsafe zmq_msg_more(frame)
            if more == 0, let user = unsafe czmq_property(frame, "User-Id") {
                unsafe message.user = String(cString: user)
            }
            return more
        }
    }

    // MARK: Addresses

    func bind(_ endpoint: String) -> Int32 {
        guard let raw = unsafe raw else { return -ENOTSOCK }
        return unsafe czmq_bind(raw, endpoint)
    }

    func connect(_ endpoint: String) -> Int32 {
        guard let raw = unsafe raw else { return -ENOTSOCK }
        return unsafe czmq_connect(raw, endpoint)
    }

    /// The address last bound or connected, with wildcards resolved.
    func lastEndpoint() throws(ZeroMQError) -> String {
        guard let raw = unsafe raw else { throw ZeroMQError(ENOTSOCK, "read the socket's address") }
        var bytes = [UInt8](repeating: 0, count: 1024)
        var size = bytes.count
        let result = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe czmq_get(raw, ZMQ_LAST_ENDPOINT, buffer.baseAddress, &size)
        }
        if result < 0 { throw ZeroMQError(-result, "read the socket's address") }
        return String(decoding: bytes[..<max(size - 1, 0)], as: UTF8.self)
    }

    // MARK: Options

    func set(_ option: Int32, _ value: some OptionInteger) -> Int32 {
        guard let raw = unsafe raw else { return -ENOTSOCK }
        return unsafe withUnsafeBytes(of: value) { unsafe czmq_set(raw, option, $0.baseAddress, $0.count) }
    }

    func set(_ option: Int32, _ bytes: [UInt8]) -> Int32 {
        guard let raw = unsafe raw else { return -ENOTSOCK }
        return unsafe bytes.withUnsafeBytes { unsafe czmq_set(raw, option, $0.baseAddress, $0.count) }
    }

    // MARK: Monitoring

    func startMonitor(_ endpoint: String, events: Int32) -> Int32 {
        guard let raw = unsafe raw else { return -ENOTSOCK }
        let result = unsafe czmq_monitor(raw, endpoint, events)
        isMonitored = result >= 0
        return result
    }

    func stopMonitor() {
        guard isMonitored, let raw = unsafe raw else { return }
        isMonitored = false
        _ = unsafe czmq_monitor(raw, nil, 0)
    }
}
