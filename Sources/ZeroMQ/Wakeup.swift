import CZeroMQ
import Glibc

/// Ends the wait of a ``Poller`` on another thread; an `eventfd`.
///
/// Signals sent before the poller waits are kept, and any number of them count as one. A wakeup serves one poller.
public final class Wakeup: Sendable {
    let descriptor: Int32

    /// Makes a wakeup that has not been signalled.
    public init() throws(ZeroMQError) {
        let result = czmq_eventfd()
        if result < 0 { throw ZeroMQError(-result, "make a wakeup") }
        descriptor = result
    }

    deinit { Glibc.close(descriptor) }

    /// Wakes the poller, now or as soon as it waits. May be called on any thread; never blocks.
    public func signal() {
        // A full counter refuses the write, and is then awake already.
        while eventfd_write(descriptor, 1) < 0, errno == EINTR {}
    }

    /// Forgets the signals so far.
    func reset() {
        var count: eventfd_t = 0
        while unsafe eventfd_read(descriptor, &count) < 0, errno == EINTR {}
    }
}
