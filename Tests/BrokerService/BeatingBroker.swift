import Broker
import Foundation
import GRDB
import Logging
import SQLiteStore
import StageProtocol
import TestSupport
import ZeroMQ

@testable import BrokerService

/// The broker's beat on its own thread with a store on disk, and peers without sockets.
final class BeatingBroker {
    private let folder: String
    private let beat: BeatThread
    private let actions: Mailbox<[Action]>
    private var said: [SessionID: [BrokerMessage]] = [:]

    init() throws {
        let folder = NSTemporaryDirectory() + "/cw-beat-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.folder = folder
        let actions = try Mailbox<[Action]>()
        self.actions = actions
        beat = try BeatThread(
            plan: .counter, clock: WallClock(), logger: Logger(label: "test"), backlog: try Backlog(),
            open: { try SQLiteStore(path: folder + "/casewire.db") }, speak: { actions.post($0) }, ended: { _ in })
    }

    func close() {
        beat.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Does something to the store behind the broker's back.
    func spoil(_ sql: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        try DatabaseQueue(path: folder + "/casewire.db", configuration: configuration).write { db in
            try db.execute(sql: sql)
        }
    }

    func peer(_ stage: String) throws -> BeatingPeer {
        let peer = BeatingPeer(stage, self)
        try peer.greet()
        return peer
    }

    func post(_ event: Event) { beat.post(event) }

    /// The dead letters, once there are some.
    func dead() throws -> [JSON] {
        let control = try peer("control")
        for _ in 0..<200 {
            control.say(.ask(Ask(id: "q", what: "dead")))
            let letters = try JSON(bytes: control.hear(\.reply)).array ?? []
            if !letters.isEmpty { return letters }
        }
        return []
    }

    /// The next word to a peer, waiting for it.
    func next(_ session: SessionID, until end: ContinuousClock.Instant) throws -> BrokerMessage {
        var poller = Poller([], wakeup: actions.wakeup)
        while true {
            for action in actions.drain().joined() {
                if case .send(let id, let message) = action { said[id, default: []].append(message) }
            }
            if said[session]?.isEmpty == false { return said[session, default: []].removeFirst() }
            guard ContinuousClock.now < end else {
                throw NeverSo(what: "a word to \(session.door)", limit: .seconds(10))
            }
            _ = try poller.wait(timeout: .milliseconds(500))
        }
    }
}

/// A peer that says what the test makes it say.
final class BeatingPeer {
    private let stage: String
    private let broker: BeatingBroker
    private let id: SessionID

    init(_ stage: String, _ broker: BeatingBroker) {
        self.stage = stage
        self.broker = broker
        id = SessionID(door: stage, route: Array(stage.utf8))
    }

    func say(_ message: StageMessage) { broker.post(.message(id, message)) }

    /// Greets, each second anew until it is welcome.
    func greet() throws {
        let name = stage == "control" ? "casewire" : stage
        for _ in 0..<10 {
            say(.hello(Hello(stage: name, instance: stage, credit: 1)))
            if (try? hear(\.welcome, within: .seconds(1))) != nil { return }
        }
        throw NeverSo(what: "a welcome for \(stage)", limit: .seconds(10))
    }

    /// The answer to what is said anew each second, after a greeting, until it is answered: with a beat that fails, all that
    /// came in it is thrown away.
    func insist<T>(on message: StageMessage, _ kind: (BrokerMessage) -> T?) throws -> T {
        for _ in 0..<10 {
            say(message)
            if let answer = try? hear(kind, within: .seconds(1)) { return answer }
            try greet()
        }
        throw NeverSo(what: "an answer to \(stage)", limit: .seconds(10))
    }

    /// The next word of a kind; others are passed over. An answer to an outcome makes room for another delivery.
    func hear<T>(
        _ kind: (BrokerMessage) -> T?, within limit: Duration = .seconds(10), where fits: (T) -> Bool = { _ in true }
    ) throws -> T {
        let end = ContinuousClock.now + limit
        while true {
            guard let word = kind(try broker.next(id, until: end)), fits(word) else { continue }
            if word is Lease || word is Refused { say(.credit(Credit(credit: 1))) }
            return word
        }
    }
}

extension BrokerMessage {
    var welcome: Welcome? { if case .welcome(let welcome) = self { welcome } else { nil } }
    var delivery: Delivery? { if case .deliver(let head, _) = self { head } else { nil } }
    var committed: Lease? { if case .committed(let lease) = self { lease } else { nil } }
    var accepted: Accepted? { if case .accepted(let accepted) = self { accepted } else { nil } }
    var later: Later? { if case .later(let later) = self { later } else { nil } }
    var reply: Frame? { if case .reply(_, let body) = self { body } else { nil } }
    var refused: Refused? { if case .refused(let refused) = self { refused } else { nil } }
}

extension StageMessage {
    /// A contact of Ann's that belongs to the case of her first one.
    static func contact(_ id: String) -> StageMessage {
        let admit = Admit(
            role: .customer, match: [Match(key: "mid:1")], index: ["mid:\(id)"], participants: ["ann@example.com"],
            customer: "ann@example.com", entry: 0, output: "contact")
        return .submit(Submission(id: id, via: "test", admit: admit), bodies: [Array("{}".utf8)])
    }
}

extension Plan {
    /// intake -> worker, and a voice.
    fileprivate static var counter: Plan {
        Plan(
            pipeline: "counter",
            stages: [
                "intake": StagePlan(
                    name: "intake", outputs: ["contact": .init(type: "case.contact", targets: ["worker"])], source: true
                ),
                "worker": StagePlan(name: "worker", accepts: ["case.contact": false]),
                "voice": StagePlan(name: "voice", accepts: ["say.proposed": false, "say.ready": false], voice: true),
            ])
    }
}
