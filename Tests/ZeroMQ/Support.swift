import Foundation
import Testing
import ZeroMQ

/// How long a test waits for what must come; far longer than it takes.
let patience = Duration.seconds(20)

/// A folder for socket paths that goes with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "zmq-\(UInt32.random(in: .min ... .max))")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func endpoint(_ name: String = "socket") -> String { "ipc://\(path)/\(name)" }
}

struct NothingCame: Error {}

extension Socket {
    /// The next message, waited for.
    func next(within limit: Duration = patience) throws -> [Frame] {
        var poller = Poller([pollItem])
        if try poller.wait(timeout: limit) == [true], let message = try receive() { return message }
        throw NothingCame()
    }

    /// Sends as soon as the socket takes it.
    func deliver(_ frames: [Frame], within limit: Duration = patience) throws {
        var poller = Poller([writablePollItem])
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline {
            let result = try send(frames)
            if result == .sent { return }
            #expect(result == .full)
            _ = try poller.wait(timeout: limit)
        }
        throw NothingCame()
    }
}

extension Monitor {
    /// Reads events until one matches.
    func first(where matches: (MonitorEvent) -> Bool) throws -> MonitorEvent {
        var poller = Poller([pollItem])
        let deadline = ContinuousClock.now + patience
        while ContinuousClock.now < deadline {
            while let event = try next() {
                if matches(event) { return event }
            }
            _ = try poller.wait(timeout: patience)
        }
        throw NothingCame()
    }
}

func bytes(_ text: String) -> Frame { Array(text.utf8) }
