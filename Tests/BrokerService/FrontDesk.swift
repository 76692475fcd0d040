import Broker
import Foundation
import Logging
import Pipeline
import StageProtocol
import TestSupport
import ZeroMQ

@testable import BrokerService

/// A front thread with one door, `control`, in a folder of its own.
final class FrontDesk {
    let front: FrontThread
    private let folder: String
    private let context: Context
    private let events: Mailbox<Event>
    let backlog: Backlog

    init(limits: Backlog.Limits = .init()) throws {
        folder = NSTemporaryDirectory() + "/cw-front-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        context = try Context()
        let events = try Mailbox<Event>()
        self.events = events
        let backlog = try Backlog(limits: limits)
        self.backlog = backlog
        front = try FrontThread(
            .init(
                doors: [.init(name: "control", address: "ipc://\(folder)/control.sock", keys: nil)],
                tap: .init(name: "tap", address: "ipc://\(folder)/tap.sock", keys: nil), keyring: nil),
            heartbeat: .milliseconds(200), backlog: backlog,
            logger: Logger(label: "test"),
            hear: {
                backlog.add($0)
                events.post($0)
            }, ended: { _ in })
    }

    func close() {
        front.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func peer(_ door: String) throws -> FrontPeer {
        try FrontPeer("ipc://\(folder)/\(door).sock", context)
    }

    /// What has been handed on so far.
    func heard() -> [Event] { events.drain() }

    /// The next message that the front has handed on.
    func nextMessage() throws -> (session: SessionID, message: StageMessage) {
        var poller = Poller([], wakeup: events.wakeup)
        let end = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < end {
            for event in events.drain() {
                if case .message(let session, let message) = event { return (session, message) }
            }
            _ = try poller.wait(timeout: .seconds(1))
        }
        throw NeverSo(what: "a message", limit: .seconds(20))
    }
}

/// A peer with a real socket.
final class FrontPeer {
    private let socket: Socket

    init(_ endpoint: String, _ context: Context) throws {
        socket = try Socket(.dealer, context: context)
        try socket.connect(endpoint)
    }

    func say(_ message: StageMessage) throws { try send(message.frames) }

    func send(_ frames: [StageProtocol.Frame]) throws {
        var poller = Poller([socket.writablePollItem])
        while try socket.send(frames) != .sent { _ = try poller.wait(timeout: .seconds(1)) }
    }

    func hear() throws -> BrokerMessage {
        var poller = Poller([socket.pollItem])
        let end = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < end {
            if let frames = try socket.receive() { return try BrokerMessage(frames: frames) }
            _ = try poller.wait(timeout: .seconds(1))
        }
        throw NeverSo(what: "a word from the broker", limit: .seconds(20))
    }
}
