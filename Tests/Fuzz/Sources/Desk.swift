import Broker
import Simulation
import StageProtocol

/// A broker over a store in memory, and stages that hold what they were handed.
struct Desk {
    private(set) var core: Core
    let store: MemoryStore
    let now: Timestamp
    /// What each stage was handed and has not finished, oldest first.
    private(set) var held: [String: [Delivery]] = [:]

    init(core: Core, store: MemoryStore, now: Timestamp) {
        self.core = core
        self.store = store
        self.now = now
    }

    static func session(_ stage: String) -> SessionID { SessionID(door: stage, route: Array(stage.utf8)) }

    /// One beat, decided and committed.
    mutating func beat(_ messages: (stage: String, message: StageMessage)...) throws {
        var mind = core
        let now = now
        let events = messages.map { Event.message(Self.session($0.stage), $0.message) }
        let actions = try store.transaction { try mind.beat(events, now: now, $0) }
        core = mind
        for case .send(let session, .deliver(let delivery, _)) in actions {
            held[session.door, default: []].append(delivery)
        }
    }
}

extension Desk {
    /// Brings an empty store so far that each kind of stage holds one delivery: the source a raw submission, the keeper a contact, the
    /// writer what was understood in another case, and the voice a proposed text of a third.
    mutating func open() throws {
        var fresh = core
        let now = now
        try store.transaction { try fresh.recover(now: now, $0) }
        core = fresh
        try hire("intake", credit: 1)
        for number in 1...3 { try beat(("intake", contact(number))) }
        try beat(("intake", .submit(Submission(id: "raw", via: "fuzz", raw: 0), bodies: [Array("raw".utf8)])))

        try hire("triage", credit: 3)
        while held["triage"]?.isEmpty == false {
            try finish("triage") { $0.emit = [Emit(output: "understood")] }
        }
        try hire("keeper", credit: 3)
        for _ in 1...2 {
            try finish("keeper") { [now] in
                $0.timers = [SetTimer(name: "watch", type: "keeper.watch", at: now + .seconds(3600))]
            }
        }
        try hire("writer", credit: 2)
        let text = Say(
            name: "answer", to: ["ann@example.com"], purpose: "answer", answers: true, subject: "A lamp", body: 0)
        try finish("writer", bodies: [Array("Here it is.".utf8)]) { $0.say = [text] }
        try hire("voice", credit: 1)
    }

    private mutating func hire(_ stage: String, credit: Int) throws {
        try beat((stage, .hello(Hello(stage: stage, instance: stage, credit: credit))))
    }

    private func contact(_ number: Int) -> StageMessage {
        let admit = Admit(
            role: .customer, match: [], index: [], participants: ["ann@example.com"], customer: "ann@example.com",
            subject: "A lamp", dedupe: "\(number)", entry: 0, output: "contact")
        return .submit(
            Submission(id: "\(number)", via: "fuzz", admit: admit), bodies: [Array(#"{"words":"hello"}"#.utf8)])
    }

    private mutating func finish(_ stage: String, bodies: [Frame] = [], _ fill: (inout Outcome) -> Void) throws {
        guard let delivery = held[stage]?.first else { throw NothingHeld(stage: stage) }
        held[stage]?.removeFirst()
        var outcome = Outcome(delivery.lease)
        fill(&outcome)
        try beat((stage, .done(outcome, bodies: bodies)))
    }
}

/// A stage that should hold a delivery holds none.
struct NothingHeld: Error {
    let stage: String
}
