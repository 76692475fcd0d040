import Synchronization

/// A queue into a socket's thread: anybody posts, that thread drains.
public final class Mailbox<Element: Sendable>: Sendable {
    private struct State {
        var waiting: [Element] = []
        var isClosed = false
    }

    /// What a post signals: give it to the ``Poller`` of the draining thread. Several mailboxes may share one.
    public let wakeup: Wakeup
    private let state = Mutex(State())

    /// Makes an empty mailbox that wakes its reader through `wakeup`.
    public init(wakeup: Wakeup) {
        self.wakeup = wakeup
    }

    /// Makes an empty mailbox with a wakeup of its own.
    public convenience init() throws(ZeroMQError) {
        self.init(wakeup: try Wakeup())
    }

    /// Whether ``close()`` was called. What was posted before may still wait.
    public var isClosed: Bool { state.withLock(\.isClosed) }

    /// Puts an element last and wakes the reader. Never blocks for longer than another post takes.
    ///
    /// - Returns: false when the mailbox is closed; the element is then not taken.
    @discardableResult
    public func post(_ element: Element) -> Bool {
        let (isTaken, isFirst) = state.withLock { state in
            if state.isClosed { return (false, false) }
            state.waiting.append(element)
            return (true, state.waiting.count == 1)
        }
        // One signal for each drain: while something waits, the reader has yet to come.
        if isFirst { wakeup.signal() }
        return isTaken
    }

    /// Takes all that is waiting, oldest first: elements of one poster in the order it posted them.
    public func drain() -> [Element] {
        state.withLock { state in
            let waiting = state.waiting
            state.waiting = []
            return waiting
        }
    }

    /// Takes no more posts and wakes the reader, who finds ``isClosed`` set. What waits can still be drained.
    public func close() {
        state.withLock { $0.isClosed = true }
        wakeup.signal()
    }
}
