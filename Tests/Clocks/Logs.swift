import Calendars
import Casework
public import StageProtocol

@testable import Clocks

extension Timestamp: ExpressibleByStringLiteral {
    /// A moment in RFC 3339; 1970 where a test misspells it.
    public init(stringLiteral value: String) {
        self = Timestamp(value) ?? Timestamp(milliseconds: 0)
    }
}

enum Desk {
    static let week: JSON = [
        "monday": ["09:00-17:30"], "tuesday": ["09:00-17:30"], "wednesday": ["09:00-17:30"],
        "thursday": ["09:00-17:30"], "friday": ["09:00-17:30"], "saturday": ["10:00-16:00"],
    ]

    static func standards(
        firstAnswer: String = "4 business hours", nextAnswer: String = "4 business hours", hours: JSON = week,
        settle: String? = nil, closed: JSON = [:]
    ) -> JSON {
        var resolve: [String: JSON] = ["after": "3 business days"]
        resolve["within"] = settle.map(JSON.string)
        return [
            "acknowledge": ["within": "2 minutes"], "first_answer": ["within": .string(firstAnswer), "warn": 0.5],
            "next_answer": ["within": .string(nextAnswer), "warn": 0.5], "update": ["every": "1 business day"],
            "resolve": .object(resolve), "promises": ["warn": 0.75],
            "calendar": ["zone": "Europe/Dublin", "hours": hours, "closed": closed, "other_hours": [:]],
        ]
    }

    static func figures(_ standards: JSON = standards()) throws -> Figures { try standards.decode() }
}

/// A log that a test writes.
struct Log {
    private(set) var entries: [Entry] = []

    mutating func add(_ kind: String, _ at: Timestamp, _ body: JSON = [:], by: String = "test") {
        entries.append(Entry(seq: entries.count + 1, kind: kind, at: at, by: by, body: body))
    }

    mutating func heard(_ at: Timestamp) { add("heard", at) }

    /// - Parameter seen: contacts that its writer had seen; of a log of an earlier version nobody knows.
    mutating func said(_ purpose: String, _ at: Timestamp, seen: Int? = nil) {
        var body: [String: JSON] = ["purpose": .string(purpose), "audience": "customer", "text": "…"]
        if let seen {
            body["heard"] = .int(Int64(seen))
            body["answers"] = .bool(Purpose.answering.contains(purpose))
        }
        add("said", at, .object(body))
    }

    mutating func promised(_ name: String, due: Timestamp, kind: String = "refund", _ at: Timestamp) {
        add(
            "promised", at,
            ["name": .string(name), "what": "…", "due": .string(due.description), "kind": .string(kind)])
    }

    mutating func decided(_ body: JSON, _ at: Timestamp) { add("decided", at, body) }

    func clocks(at moment: Timestamp, _ standards: JSON = Desk.standards()) throws -> CaseClocks {
        CaseClocks(entries, figures: try Desk.figures(standards), at: moment)
    }
}
