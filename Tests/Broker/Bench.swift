import Broker
import SQLiteStore
import StageProtocol
import Testing

/// A broker on the bench: the real core and the real store in memory, with time that the test moves.
final class Bench {
    let store: SQLiteStore
    var core: Core
    var now = Timestamp(milliseconds: 1_800_000_000_000)
    /// What was said to each peer and not looked at yet.
    private var said: [SessionID: [BrokerMessage]] = [:]
    private(set) var observed: [Observation] = []
    /// Who wants the files read anew, and doors that are to be closed.
    private(set) var askers: [Asker] = []
    private(set) var closed: [String] = []
    /// Mails that are to go from the outboxes.
    private(set) var clearings: [OutboxClearing] = []

    init(_ plan: Plan = .shop, store: SQLiteStore? = nil) throws {
        self.store = try store ?? SQLiteStore()
        core = Core(plan: plan, seed: 7)
        let time = now
        var fresh = core
        try self.store.transaction { try fresh.recover(now: time, $0) }
        core = fresh
    }

    /// What a crash leaves: a new core over the same store.
    func crash() throws {
        var fresh = Core(plan: core.plan, seed: 8)
        let time = now
        try store.transaction { try fresh.recover(now: time, $0) }
        core = fresh
        said = [:]
    }

    func beat(_ events: [Event] = []) throws {
        var mind = core
        let time = now
        let actions = try store.transaction { try mind.beat(events, now: time, $0) }
        core = mind
        for action in actions {
            switch action {
            case .send(let session, let message): said[session, default: []].append(message)
            case .observe(let observation): observed.append(observation)
            case .reread(let asker): askers.append(asker)
            case .close(let door): closed.append(door)
            case .clear(let clearing): clearings.append(clearing)
            }
        }
    }

    func pass(_ span: Duration) throws {
        now = now + span
        try beat()
    }

    func read<T>(_ body: (any StoreTransaction) throws -> T) throws -> T { try store.read(body) }

    func peer(_ stage: String, instance: String? = nil, credit: Int = 8) throws -> Peer {
        let peer = Peer(bench: self, stage: stage, instance: instance ?? stage)
        try peer.hello(credit: credit)
        return peer
    }

    /// Takes the greeting away, so that tests look at what follows it.
    fileprivate func dropWelcome(_ session: SessionID) {
        said[session]?.removeAll { if case .welcome = $0 { true } else { false } }
    }

    fileprivate func heard(_ session: SessionID) -> [BrokerMessage] {
        defer { said[session] = [] }
        return said[session] ?? []
    }
}

/// A peer that says what the test makes it say.
final class Peer {
    let bench: Bench
    let stage: String
    let instance: String
    let id: SessionID

    init(bench: Bench, stage: String, instance: String) {
        self.bench = bench
        self.stage = stage
        self.instance = instance
        id = SessionID(
            door: stage,
            route: Array("\(instance)-\(ObjectIdentifier(bench).hashValue)-\(Int.random(in: 0..<1 << 40))".utf8))
    }

    func hello(credit: Int) throws {
        try say(.hello(Hello(stage: stage == "control" ? "casewire" : stage, instance: instance, credit: credit)))
        bench.dropWelcome(id)
    }

    func say(_ message: StageMessage) throws { try bench.beat([.message(id, message)]) }

    var heard: [BrokerMessage] { bench.heard(id) }

    /// The deliveries that came since the last look.
    func deliveries() -> [(head: Delivery, bodies: [StageProtocol.Frame])] {
        heard.compactMap { if case .deliver(let head, let bodies) = $0 { (head, bodies) } else { nil } }
    }

    /// The one delivery that came since the last look.
    func delivery(sourceLocation: SourceLocation = #_sourceLocation) throws -> (
        head: Delivery, bodies: [StageProtocol.Frame]
    ) {
        let all = deliveries()
        #expect(all.count == 1, sourceLocation: sourceLocation)
        return try #require(all.first, sourceLocation: sourceLocation)
    }

    /// Finishes a delivery; `change` fills the outcome in.
    func done(_ lease: Lease, bodies: [StageProtocol.Frame] = [], _ change: (inout Outcome) -> Void = { _ in }) throws {
        var outcome = Outcome(lease)
        change(&outcome)
        try say(.done(outcome, bodies: bodies))
    }

    /// Submits a contact of a customer that is admitted at once.
    @discardableResult
    func submit(
        _ id: String, from address: String = "ann@example.com", match: [Match] = [], index: [String] = [],
        role: Admit.Role = .customer, dedupe: String? = nil
    ) throws -> BrokerMessage {
        let admit = Admit(
            role: role, match: match, index: index, participants: [address], customer: address, subject: "A lamp",
            dedupe: dedupe, entry: 0, output: role == .feedback ? "feedback" : "contact")
        try say(.submit(Submission(id: id, via: "test", admit: admit), bodies: [Array(#"{"words":"hello"}"#.utf8)]))
        return try #require(heard.first { if case .deliver = $0 { false } else { true } })
    }
}

extension BrokerMessage {
    var accepted: Accepted? { if case .accepted(let accepted) = self { accepted } else { nil } }
    var refused: Refused? { if case .refused(let refused) = self { refused } else { nil } }
    var isCommitted: Bool { if case .committed = self { true } else { false } }
}

extension Plan {
    /// A small pipeline: intake -> worker, a voice, and somebody who is told of dead letters.
    static var shop: Plan {
        var plan = Plan(
            pipeline: "shop",
            stages: [
                "intake": StagePlan(
                    name: "intake", accepts: ["submission.received": false],
                    outputs: [
                        "contact": .init(type: "case.contact", targets: ["worker"]),
                        "feedback": .init(type: "case.feedback", targets: ["worker"]),
                    ], writes: ["contact"], source: true),
                "worker": StagePlan(
                    name: "worker",
                    accepts: [
                        "case.contact": false, "case.feedback": false, "worker.timer": false, "case.look": true,
                        "say.refused": false,
                    ],
                    outputs: [
                        "next": .init(type: "case.next", targets: ["second"]),
                        "look": .init(type: "case.look", targets: ["worker"]),
                    ],
                    reads: ["log", "notes"], writes: ["notes"], lease: .seconds(30), maxHold: .seconds(120)),
                "second": StagePlan(
                    name: "second", accepts: ["case.next": false, "message.dead": false], reads: ["log", "secret"]),
                "voice": StagePlan(name: "voice", accepts: ["say.proposed": false, "say.ready": false], voice: true),
            ])
        plan.retry = RetryPlan(attempts: 3, first: .seconds(1), longest: .seconds(60))
        return plan
    }
}
