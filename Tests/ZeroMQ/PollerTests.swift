import Foundation
import Glibc
import Synchronization
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct PollerTests {
    @Test func itTellsWhichSocketsAreReady() throws {
        let context = try Context()
        let folder = try TemporaryFolder()
        let quiet = try Socket(.pair, context: context)
        try quiet.bind(folder.endpoint("quiet"))
        let busy = try Socket(.pair, context: context)
        let peer = try Socket(.pair, context: context)
        try peer.connect(try busy.bind(folder.endpoint("busy")))
        var poller = Poller([quiet.pollItem, busy.pollItem])
        #expect(try poller.wait(timeout: .zero) == [false, false])
        try peer.deliver([bytes("now")])
        #expect(try poller.wait(timeout: patience) == [false, true])
        #expect(try busy.receive() == [bytes("now")])
        #expect(try poller.wait(timeout: .zero) == [false, false])
    }

    @Test func itWaitsForAsLongAsItWasTold() throws {
        var poller = Poller([], wakeup: try Wakeup())
        let start = SuspendingClock.now
        #expect(try poller.wait(timeout: .milliseconds(30)) == [])
        #expect(SuspendingClock.now - start >= .milliseconds(30))
    }

    @Test func aSignalFromAnotherThreadEndsTheWait() throws {
        let wakeup = try Wakeup()
        let waiting = try BlockedPoll(wakeup: wakeup)
        waiting.untilAsleep()
        #expect(!waiting.hasReturned)
        wakeup.signal()
        waiting.thread.join()
        #expect(waiting.hasReturned && !waiting.hasFailed)
    }

    @Test func signalsBeforeTheWaitAreKeptAndCountAsOne() throws {
        let wakeup = try Wakeup()
        var poller = Poller([], wakeup: wakeup)
        for _ in 0..<1000 { wakeup.signal() }
        _ = try poller.wait()
        let start = SuspendingClock.now
        _ = try poller.wait(timeout: .milliseconds(20))
        #expect(SuspendingClock.now - start >= .milliseconds(20))
    }

    @Test func signalsOfTheOperatingSystemDoNotEndTheWait() throws {
        signal(SIGUSR2) { _ in handled.add(1, ordering: .sequentiallyConsistent) }
        let wakeup = try Wakeup()
        let waiting = try BlockedPoll(wakeup: wakeup)
        for round in 1...50 {
            waiting.untilAsleep()
            waiting.interrupt(SIGUSR2)
            while handled.load(ordering: .sequentiallyConsistent) < round, !waiting.hasReturned { sched_yield() }
        }
        waiting.untilAsleep()
        #expect(!waiting.hasReturned)
        wakeup.signal()
        waiting.thread.join()
        #expect(waiting.hasReturned && !waiting.hasFailed)
    }

    @Test func aPollItemMayOutliveItsSocket() throws {
        func itemOfClosedSocket() throws -> PollItem { try Socket(.pair, context: try Context()).pollItem }
        var poller = Poller([try itemOfClosedSocket()])
        let error = #expect(throws: ZeroMQError.self) { try poller.wait(timeout: .zero) }
        #expect(error?.description.contains("the socket has been closed") == true)
    }
}

/// How many signals the handler has seen; a handler can reach nothing but a global.
private let handled = Atomic(0)

/// A thread that waits, without a time limit, for a wakeup and a socket.
private final class BlockedPoll: Sendable {
    private struct State {
        var isStarted = false
        var hasReturned = false
        var hasFailed = false
        var status = ""
        var thread = pthread_t()
    }

    private final class Progress: Sendable { let state = Mutex(State()) }

    let thread: SocketThread
    private let progress: Progress

    init(wakeup: Wakeup) throws {
        let progress = Progress()
        let context = try Context()
        self.progress = progress
        thread = try SocketThread(name: "blocked poll") {
            // Threads of Swift's pool block signals, and this one has inherited that.
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGUSR2)
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            progress.state.withLock {
                $0.status = statusOfThisThread()
                $0.thread = pthread_self()
                $0.isStarted = true
            }
            do {
                let socket = try Socket(.pair, context: context)
                var poller = Poller([socket.pollItem], wakeup: wakeup)
                _ = try poller.wait()
            } catch {
                progress.state.withLock { $0.hasFailed = true }
            }
            progress.state.withLock { $0.hasReturned = true }
        }
    }

    var hasReturned: Bool { progress.state.withLock(\.hasReturned) }
    var hasFailed: Bool { progress.state.withLock(\.hasFailed) }

    func interrupt(_ signal: Int32) { pthread_kill(progress.state.withLock(\.thread), signal) }

    /// Returns when the kernel shows the thread asleep.
    func untilAsleep() {
        while true {
            let state = progress.state.withLock { $0 }
            if state.hasReturned { return }
            if state.isStarted, isAsleep(state.status) { return }
            sched_yield()
        }
    }

    private func isAsleep(_ status: String) -> Bool {
        (try? String(contentsOfFile: status, encoding: .utf8))?.contains("State:\tS") == true
    }
}

private func statusOfThisThread() -> String {
    let link = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")) ?? ""
    return "/proc/\(link)/status"
}
