import Foundation
import Glibc
import Synchronization
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct SocketThreadTests {
    private final class Sign: Sendable {
        let text = Mutex("")
        func put(_ new: String) { text.withLock { $0 = new } }
        var value: String { text.withLock { $0 } }
    }

    @Test func itRunsUnderItsNameOnAThreadOfItsOwn() throws {
        let sign = Sign()
        let caller = pthread_self()
        let thread = try SocketThread(name: "broker-sockets-and-more") {
            let name = try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)
            sign.put("\(pthread_equal(caller, pthread_self()) == 0) \(name ?? "")")
        }
        thread.join()
        #expect(sign.value == "true broker-sockets-\n")
    }

    @Test func waitingInATaskEndsWhenTheBodyHasLetGoOfEverything() async throws {
        final class Probe: Sendable {
            let sign: Sign
            init(_ sign: Sign) { self.sign = sign }
            deinit { sign.put("gone") }
        }
        let sign = Sign()
        func start() throws -> SocketThread {
            let probe = Probe(sign)
            return try SocketThread(name: "probe") { probe.sign.put("held") }
        }
        let thread = try start()
        await thread.wait()
        #expect(sign.value == "gone")
        await thread.wait()
        thread.join()
        thread.join()
    }

    @Test func severalThreadsMayJoinTheSameOne() throws {
        let wakeup = try Wakeup()
        let thread = try SocketThread(name: "joined") {
            var poller = Poller([], wakeup: wakeup)
            _ = try? poller.wait()
        }
        let joiners = try (0..<4).map { number in try SocketThread(name: "joiner \(number)") { thread.join() } }
        wakeup.signal()
        for joiner in joiners { joiner.join() }
    }

    @Test func aStackTooSmallIsRefusedInWords() {
        let error = #expect(throws: ZeroMQError.self) { _ = try SocketThread(name: "tiny", stackBytes: 10) {} }
        #expect(error?.description.contains("a stack of 10 bytes is too small") == true)
    }
}
