import CZeroMQ
import Glibc

/// The ground that a process's sockets stand on: one background thread for all of their input and output.
///
/// One context serves a whole process. Sockets keep their context alive; when the last reference goes, the
/// context ends. That waits for messages still queued on closed sockets, for as long as their
/// ``SocketOptions/linger`` allows (by default not at all).
@safe
public final class Context: Sendable {
    /// libzmq promises that a context may be used by any thread at any time.
    nonisolated(unsafe) let raw: UnsafeMutableRawPointer

    /// Makes a context with one input/output thread.
    ///
    /// - Parameter maximumSockets: how many sockets may be open at once; a monitor counts as two.
    public init(maximumSockets: Int = 1024) throws(ZeroMQError) {
        let operation = "set up messaging"
        guard let maximum = Int32(exactly: maximumSockets), maximum > 0 else {
            throw ZeroMQError(
                EINVAL, operation, because: "the number of sockets must be 1 or more, and it is \(maximumSockets).")
        }
        guard let raw = unsafe zmq_ctx_new() else { throw ZeroMQError(zmq_errno(), operation) }
        unsafe self.raw = raw
        // Without BLOCKY a socket lingers only where its own option says so.
        for (option, value) in [(ZMQ_IO_THREADS, 1), (ZMQ_MAX_SOCKETS, maximum), (ZMQ_BLOCKY, 0)] {
            let result = unsafe czmq_context_set(raw, option, value)
            if result < 0 { throw ZeroMQError(-result, operation) }
        }
    }

    deinit {
        while unsafe czmq_context_terminate(raw) == -EINTR {}
    }
}
