import Casework
import StageKit

@testable import escalation

/// One case and its broker in small: events go in, outcomes are carried out, and what came of it can be looked at.
struct Scene {
    struct Timer: Hashable {
        var at: Timestamp
        var payload: ClockTimer.Payload
    }

    var stage: Escalation
    var now: Timestamp
    private(set) var log: [Entry] = []
    private(set) var care: Care?
    private(set) var careVersion = 0
    private(set) var status = CaseStatus.open
    private(set) var owner: String?
    private(set) var timers: [String: Timer] = [:]
    private(set) var says: [(say: Say, text: String)] = []
    private(set) var emitted: [Emit] = []
    private(set) var heard = 0
    /// What was told of standards.
    private(set) var standards: [StandardResult] = []
    private(set) var last: Outcome?
    var understanding: Understanding?
    var answering: Answering?
    private(set) var review: Review?
    var contact = ContactSection(customer: Party(name: "Ann", address: "ann@example.org"), channel: "mail")
    var history: [CaseHead.Past] = []
    var load: [String: Int] = [:]
    /// What sort of case of the house it is.
    var kind: String?
    private(set) var cause: CauseSection?
    /// Cases of the house that were opened or joined, with what was said of them.
    private(set) var opened: [(wish: OpenCase, report: JSON)] = []
    /// What the account is worth, which the stage must not go by.
    var worth: JSON?
    private let begun: Timestamp
    private var count = 0

    init(at moment: Timestamp, people: JSON = Fixtures.people(), standards: JSON = Fixtures.standards) throws {
        stage = try Fixtures.stage(people: people, standards: standards)
        now = moment
        begun = moment
    }

    /// Texts of a purpose, in order.
    func texts(_ purpose: String) -> [String] { says.filter { $0.say.purpose == purpose }.map(\.text) }
    /// Whom texts of a purpose went to.
    func addressees(_ purpose: String) -> [String] {
        says.filter { $0.say.purpose == purpose }.flatMap(\.say.to).map { String($0.prefix { $0 != "@" }) }
    }

    mutating func wait(until moment: Timestamp) { now = moment }

    /// The case's own time, which never goes back, as the broker tells it.
    private var time: Timestamp { max(now, log.last?.at ?? now) }

    /// The customer writes; the news goes to escalation at once. Somebody is chosen for a new case without waiting for its
    /// topic, unless a test is about that.
    mutating func customerWrites(
        _ words: String = "Where is my order?", settled: Bool? = nil, files: [String] = [], chosen: Bool = true
    ) async throws {
        heard += 1
        let contact = Contact(
            channel: "mail", from: self.contact.customer, words: words,
            attachments: files.map {
                Attachment(name: $0, media_type: "image/jpeg", bytes: 9, sha256: "ab", inline: false)
            }, message_id: "m\(heard)@x", settled: settled)
        let entry = try JSON(encoding: contact)
        append("heard", entry)
        if status == .resolved { append("decided", ["reopened": "the customer wrote again"]) }
        status = .open
        try await deliver("case.contact", entry)
        guard chosen, care == nil, let choice = timers["choose"] else { return }
        try await deliver("clock.due", JSON(encoding: choice.payload))
    }

    /// A text to the customer leaves, and the responder tells of it.
    mutating func leaves(
        _ purpose: String, answers: Bool = false, text: String = "Hello", heard: Int? = nil, details: JSON? = nil,
        author: String? = nil, promising promise: JSON? = nil
    ) async throws {
        var body: [String: JSON] = [
            "purpose": .string(purpose), "audience": "customer", "text": .string(text), "to": ["ann@example.org"],
            "answers": .bool(answers), "heard": .int(Int64(heard ?? self.heard)),
        ]
        body["details"] = details
        body["author"] = author.map(JSON.string)
        append("said", .object(body))
        if let promise { append("promised", promise) }
        let said = Said(
            purpose: purpose, audience: .customer, answers: answers, sent: true, detail: "outbox",
            heard: heard ?? self.heard)
        try await deliver("case.said", JSON(encoding: said))
    }

    /// The text to the customer that was proposed last leaves.
    mutating func spoken() async throws {
        guard let (say, text) = says.last else { return }
        try await leaves(say.purpose, answers: say.answers, text: text, details: say.details, author: say.author)
    }

    /// The gate holds a proposed text back.
    mutating func refuses(_ held: (say: Say, text: String)) async throws {
        let head = SayHead(
            say: 7, state: .refused, proposal: held.say, by: "escalation", hash: "ab", heard: heard, message_id: nil,
            findings: [["rule": "blame-customer", "words": "as you told us to", "advice": "Say what happens next."]])
        try await deliver("say.refused", say: head, text: held.text)
    }

    mutating func understood(_ understanding: Understanding) async throws {
        self.understanding = understanding
        try await deliver("case.understood", JSON(encoding: understanding))
    }

    mutating func staffWrites(_ words: String, person: String = "nora", byCommand: Bool = false) async throws {
        var body: [String: JSON] = [
            "channel": "mail", "from": ["address": .string("\(person)@hearth.example")], "words": .string(words),
            "attachments": [], "references": [], "problems": [], "person": .string(person),
        ]
        if byCommand { body["heard"] = .int(Int64(heard)) }
        let entry = JSON.object(body)
        append("staff", entry)
        try await deliver("case.staff", entry)
    }

    /// Lets the timers fire that are due until a moment, in order.
    mutating func run(until end: Timestamp, limit: Int = 200) async throws {
        for _ in 0..<limit {
            guard let next = timers.min(by: { ($0.value.at, $0.key) < ($1.value.at, $1.key) }), next.value.at <= end
            else { break }
            now = max(now, next.value.at)
            timers[next.key] = nil
            try await deliver("clock.due", JSON(encoding: next.value.payload))
        }
        now = max(now, end)
    }

    /// Somebody has the case from the start.
    mutating func own(_ person: String) { owner = person }

    /// Changes the section behind the stage's back.
    mutating func spoil(_ change: (inout Care) -> Void) {
        guard var spoiled = care else { return }
        change(&spoiled)
        care = spoiled
    }

    mutating func append(_ kind: String, _ body: JSON) {
        log.append(Entry(seq: log.count + 1, kind: kind, at: time, by: "test", body: body))
    }

    /// Hands a message over and carries the outcome out.
    mutating func deliver(_ type: String, _ data: JSON? = nil, say: SayHead? = nil, text: String? = nil) async throws {
        count += 1
        var bodies: [Frame] = []
        func add(_ frame: Frame) -> Int {
            bodies.append(frame)
            return bodies.count - 1
        }
        let dataIndex = data.map { add($0.bytes) }
        if let text { bodies.insert(Array(text.utf8), at: 0) }
        var sections = [SectionHead(name: "contact", schema: "contact/1", version: 1, body: 0)]
        sections[0].body = add(try JSON(encoding: contact).bytes)
        if let care {
            let index = add(try JSON(encoding: care).bytes)
            sections.append(SectionHead(name: "care", schema: Care.schema, version: careVersion, body: index))
        }
        if let understanding {
            let index = add(try JSON(encoding: understanding).bytes)
            sections.append(SectionHead(name: "understanding", schema: "understanding/1", version: 1, body: index))
        }
        for case (let name, let value?) in [
            ("answering", answering), ("review", review), ("account", worth),
            ("cause", cause),
        ]
            as [(String, (any Encodable)?)]
        {
            let index = add(try JSONCoding.encode(value))
            sections.append(SectionHead(name: name, schema: "\(name)/1", version: 1, body: index))
        }
        let logIndex = add(try JSON(encoding: log).bytes)
        let received = Received(
            Delivery(
                delivery: Int64(count), epoch: "e", attempt: 1, now: time, lease_ms: 30_000,
                message: Message(
                    id: "\(count)", source: "/test", type: type, subject: "CW-TEST123", time: now, traceparent: "00",
                    deadline: now + .seconds(60)),
                data: dataIndex,
                case: CaseHead(
                    ref: "CW-TEST123", status: status, heard: heard, opened: begun, owner: owner, kind: kind,
                    history: history,
                    load: load),
                log: logIndex, sections: sections, say: say),
            bodies: bodies)
        var builder = OutcomeBuilder(for: received)
        try await stage.handle(received, &builder)
        try carryOut(builder)
    }

    private mutating func carryOut(_ builder: OutcomeBuilder) throws {
        let outcome = builder.outcome
        last = outcome
        for entry in outcome.append ?? [] {
            append(entry.kind, try JSONCoding.decode(from: builder.bodies[entry.body]))
        }
        for section in outcome.set ?? [] where section.name == "care" {
            care = try JSONCoding.decode(from: builder.bodies[section.body])
            careVersion += 1
        }
        for section in outcome.set ?? [] where section.name == "review" {
            review = try JSONCoding.decode(from: builder.bodies[section.body])
        }
        for section in outcome.set ?? [] where section.name == "cause" {
            cause = try JSONCoding.decode(from: builder.bodies[section.body])
        }
        for wish in outcome.open ?? [] {
            opened.append((wish, try JSON(bytes: builder.bodies[wish.entry])))
            append("noted", ["related": "CW-CAUSE22", "kind": .string(wish.kind), "key": .string(wish.key)])
        }
        owner = outcome.owner ?? owner
        standards += outcome.standards ?? []
        for say in outcome.say ?? [] where !says.contains(where: { $0.say.name == say.name }) {
            says.append((say, String(decoding: builder.bodies[say.body], as: UTF8.self)))
        }
        for name in outcome.cancel ?? [] { timers[name] = nil }
        for timer in outcome.timers ?? [] {
            guard let index = timer.body else { continue }
            timers[timer.name] = Timer(at: timer.at, payload: try JSONCoding.decode(from: builder.bodies[index]))
        }
        for name in outcome.keep ?? [] { append("decided", ["kept": .string(name)]) }
        for name in outcome.withdraw ?? [] { append("decided", ["withdrawn": .string(name)]) }
        if let resolve = outcome.resolve {
            status = .resolved
            append("decided", ["resolved": .string(resolve.reason)])
        }
        if let reopen = outcome.reopen {
            status = .open
            append("decided", ["reopened": .string(reopen.reason)])
        }
        emitted += outcome.emit ?? []
    }
}

extension Understanding {
    static func sample(
        heard: Int = 1, topic: String = "order-status", asks: [Ask] = [], safety: [Sign] = [], satisfied: Bool = false,
        wantsPerson: Bool = false, language: String? = "en"
    ) -> Understanding {
        Understanding(
            heard: heard, topic: topic, confidence: 0.8, mood: "calm", strength: 0.2, language: language, asks: asks,
            safety: safety, satisfied: satisfied, wants_person: wantsPerson)
    }
}
