import CZeroMQ
import Glibc

/// Something a ``Poller`` can wait for. It may outlive its socket; waiting for it then is an error, not a crash.
public struct PollItem {
    let handle: SocketHandle
    let events: Int32

    init(_ handle: SocketHandle, _ events: Int32) {
        self.handle = handle
        self.events = events
    }
}

/// Blocks a thread until one of several sockets has something for it, or until somebody calls ``Wakeup/signal()``.
///
///     var poller = Poller([front.pollItem, back.pollItem], wakeup: mailbox.wakeup)
///     while !mailbox.isClosed {
///         let ready = try poller.wait(timeout: nextDeadline)
///         for order in mailbox.drain() { … }
///         if ready[0] { while let message = try front.receive() { … } }
///     }
///
/// After each wait, drain every mailbox that shares the wakeup. When the set of sockets changes, make a new poller.
@safe
public struct Poller {
    private let items: [PollItem]
    private let wakeup: Wakeup?
    private var polled: [zmq_pollitem_t]

    /// Makes a poller for the given items, on the thread of their sockets.
    public init(_ items: [PollItem], wakeup: Wakeup? = nil) {
        self.items = items
        self.wakeup = wakeup
        unsafe polled = items.map { item in
            unsafe zmq_pollitem_t(socket: item.handle.raw, fd: -1, events: Int16(item.events), revents: 0)
        }
        if let wakeup {
            unsafe polled.append(
                zmq_pollitem_t(socket: nil, fd: wakeup.descriptor, events: Int16(ZMQ_POLLIN), revents: 0))
        }
    }

    /// Waits until an item is ready, the wakeup is signalled, or the time is up; signals of the operating system do
    /// not end it.
    ///
    /// - Parameter timeout: how long at most, in effect to the millisecond; nil waits as long as it takes, zero only
    ///   looks.
    /// - Returns: for each item, in the order they were given, whether it is ready.
    public mutating func wait(timeout: Duration? = nil) throws(ZeroMQError) -> [Bool] {
        if items.contains(where: { !$0.handle.isOpen }) { throw ZeroMQError(ENOTSOCK, "wait for messages") }
        let clock = SuspendingClock()
        let deadline = timeout.map { clock.now.advanced(by: $0) }
        var remaining = timeout
        while true {
            let milliseconds = remaining.map { Int($0.milliseconds).clamped(to: 0...Int(Int32.max)) } ?? -1
            let result = unsafe czmq_poll(&polled, Int32(polled.count), milliseconds)
            if result > 0 { break }
            if result < 0, result != -EINTR { throw ZeroMQError(-result, "wait for messages") }
            if let deadline {
                let left = clock.now.duration(to: deadline)
                if left <= .zero { break }
                remaining = left
            }
        }
        return takeReady()
    }

    private func takeReady() -> [Bool] {
        if let wakeup, let last = unsafe polled.last, unsafe last.revents != 0 { wakeup.reset() }
        return items.indices.map { unsafe polled[$0].revents != 0 }
    }
}

extension Comparable {
    fileprivate func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
