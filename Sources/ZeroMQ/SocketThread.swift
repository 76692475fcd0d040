import CZeroMQ
import Glibc
import Synchronization

/// A thread of its own for sockets, so that waiting for messages never holds up Swift's shared pool.
///
/// Make the sockets inside the body: they then cannot leave the thread, and are closed before it ends.
public final class SocketThread: Sendable {
    private let thread: pthread_t
    private let ending: Ending
    private let isJoined = Mutex(false)

    /// Starts the thread.
    ///
    /// - Parameters:
    ///   - name: shown by `top` and `gdb`; the kernel keeps the first 15 bytes.
    ///   - stackBytes: the size of the stack; memory is used only as it is touched.
    ///   - body: what the thread does; the thread ends when it returns.
    public init(name: String, stackBytes: Int = 2 << 20, _ body: sending @escaping () -> Void) throws(ZeroMQError) {
        let ending = Ending()
        let start = unsafe Unmanaged.passRetained(Start(name: name, body: body, ending: ending))
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        defer { unsafe pthread_attr_destroy(&attributes) }
        var thread = pthread_t()
        var result = unsafe pthread_attr_setstacksize(&attributes, stackBytes)
        if result == 0 {
            result = unsafe pthread_create(
                &thread, &attributes,
                { argument in
                    if let argument = unsafe argument { unsafe Start.run(argument) }
                    return nil
                }, start.toOpaque())
        }
        guard result == 0 else {
            unsafe start.release()
            throw ZeroMQError(
                result, "start the thread \(name)",
                because: result == EINVAL
                    ? "a stack of \(stackBytes) bytes is too small. Use 64 KiB or more."
                    : "the system has no room for another thread. Raise the limit (ulimit -u, TasksMax=).")
        }
        self.thread = thread
        self.ending = ending
    }

    deinit {
        if !isJoined.withLock({ $0 }) { pthread_detach(thread) }
    }

    /// Blocks the calling thread until this one has ended. For plain threads; in a task use ``wait()``.
    public func join() {
        precondition(pthread_equal(thread, pthread_self()) == 0, "a thread cannot wait for its own end")
        isJoined.withLock { isJoined in
            if isJoined { return }
            pthread_join(thread, nil)
            isJoined = true
        }
    }

    /// Waits until the body has returned and its sockets are closed. Goes on when the task is cancelled: tell the
    /// thread to end.
    public func wait() async {
        await withCheckedContinuation { ending.wait($0) }
    }
}

/// What a new thread is handed.
private final class Start {
    private let name: String
    private let body: () -> Void
    private let ending: Ending

    init(name: String, body: sending @escaping () -> Void, ending: Ending) {
        self.name = name
        self.body = body
        self.ending = ending
    }

    static func run(_ argument: UnsafeMutableRawPointer) {
        let ending = unsafe runBody(Unmanaged<Start>.fromOpaque(argument).takeRetainedValue())
        ending.finish()
    }

    // By itself, so that whatever the body holds on to has gone before the end is told.
    @inline(never)
    private static func runBody(_ start: consuming Start) -> Ending {
        unsafe czmq_name_thread(start.name)
        start.body()
        return start.ending
    }
}

/// The end of a thread, for those who wait for it in tasks.
private final class Ending: Sendable {
    private struct State {
        var isOver = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func wait(_ waiter: CheckedContinuation<Void, Never>) {
        let isOver = state.withLock { state in
            if !state.isOver { state.waiters.append(waiter) }
            return state.isOver
        }
        if isOver { waiter.resume() }
    }

    func finish() {
        let waiters = state.withLock { state in
            state.isOver = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }
}
