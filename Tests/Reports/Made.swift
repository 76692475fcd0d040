import Calendars
import Clocks
public import StageProtocol

@testable import Pipeline
@testable import Reports

/// A desk as tests need it: open on weekdays from nine to half past five in Dublin, four hours for an answer.
enum Desk {
    static let json: JSON = [
        "acknowledge": ["within": "2 minutes"], "first_answer": ["within": "4 business hours", "warn": 0.5],
        "next_answer": ["within": "4 business hours", "warn": 0.5], "update": ["every": "1 business day"],
        "resolve": ["after": "3 business days"], "promises": ["warn": 0.75],
        "repair_first": ["within": "10 days"],
        "calendar": [
            "zone": "Europe/Dublin", "closed": [:], "other_hours": [:],
            "hours": [
                "monday": ["09:00-17:30"], "tuesday": ["09:00-17:30"], "wednesday": ["09:00-17:30"],
                "thursday": ["09:00-17:30"], "friday": ["09:00-17:30"],
            ],
        ],
    ]

    static func figures() throws -> Figures { try json.decode() }

    static let ids = [
        "acknowledge", "floor", "grasp", "courtesy", "promises", "never_silent", "first_answer", "next_answer",
        "update", "honest_wait", "equal", "always_helped", "resolve", "repair_first", "acted_on", "well_known",
    ]

    static func setting(now: Timestamp, sizes: [String: String] = [:]) throws -> Setting {
        let standards = ids.map { id in
            Standards.Standard(
                id: id, promise: "We keep it.", figures: (json[id]?.object ?? [:]).filter { $0.key != "promise" },
                isKeptByPeople: id == "well_known")
        }
        return Setting(
            standards: Standards(standards: standards, calendar: try figures().calendar), scope: Scope(now: now),
            sizes: sizes)
    }
}

extension Timestamp: ExpressibleByStringLiteral {
    /// A moment in RFC 3339; 1970 where a test misspells it.
    public init(stringLiteral value: String) { self = Timestamp(value) ?? Timestamp(milliseconds: 0) }
}

/// A case that a test writes.
struct Made {
    var ref: String
    var opened: Timestamp
    var isOpen = true
    var owner: String? = "nora"
    var customer: String?
    var log: [Entry] = []
    var sections: [String: JSON] = [:]

    init(_ ref: String, opened: Timestamp) {
        (self.ref, self.opened) = (ref, opened)
        add("heard", opened)
    }

    mutating func add(_ kind: String, _ at: Timestamp, _ body: JSON = [:], by: String = "test") {
        log.append(Entry(seq: log.count + 1, kind: kind, at: at, by: by, body: body))
    }

    mutating func said(_ purpose: String, _ at: Timestamp, seen: Int = 1, author: String? = nil) {
        var body: [String: JSON] = [
            "purpose": .string(purpose), "audience": "customer", "heard": .int(Int64(seen)),
            "answers": .bool(purpose == "answer"),
        ]
        body["author"] = author.map { .string($0) }
        add("said", at, .object(body))
    }

    mutating func promised(_ name: String, kind: String, due: Timestamp, _ at: Timestamp, by authority: String = "nora")
    {
        add(
            "promised", at,
            [
                "name": .string(name), "kind": .string(kind), "what": "We will see to it.",
                "due": .string(due.description), "authority": .string(authority), "evidence": "a text",
            ])
    }

    func facts(now: Timestamp) throws -> CaseFacts {
        var facts = CaseFacts(ref: ref, opened: opened, isOpen: isOpen)
        facts.owner = owner
        facts.customer = customer
        let log = log.map { LogEntry($0) }
        facts.read(log: log, now: now)
        facts.readClocks(log, heard: nil, by: try Desk.figures(), now: now)
        facts.read { sections[$0].map(JSONMembers.init) }
        return facts
    }
}

extension Report {
    func table(_ id: String) -> Table? { tables.first { $0.id == id } }
}

extension Table {
    /// The row whose first value is a name.
    func row(_ name: String) -> [Value]? { rows.first { $0.first == .text(name) } }

    subscript(row name: String, column id: String) -> Value? {
        guard let row = row(name), let index = columns.firstIndex(where: { $0.id == id }) else { return nil }
        return row[index]
    }
}
