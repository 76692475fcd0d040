import Calendars
import Casework
import Clocks
import Crypto
import Foundation
public import StageKit

@testable import escalation

enum Fixtures {
    static let week: JSON = [
        "monday": ["09:00-17:30"], "tuesday": ["09:00-17:30"], "wednesday": ["09:00-17:30"],
        "thursday": ["09:00-17:30"], "friday": ["09:00-17:30"], "saturday": ["10:00-16:00"],
    ]

    static let standards: JSON = [
        "acknowledge": ["within": "2 minutes", "promise": "…"],
        "first_answer": ["within": "4 business hours", "warn": 0.5],
        "next_answer": ["within": "4 business hours", "warn": 0.5],
        "update": ["every": "1 business day"],
        "resolve": ["after": "3 business days"], "promises": ["warn": 0.75, "make_good": 10],
        "goodwill": ["up_to": 25, "currency": "EUR"],
        "calendar": [
            "zone": "Europe/Dublin", "hours": week, "closed": ["12-25": "Christmas Day"], "other_hours": [:],
        ],
    ]

    static func person(
        _ id: String, _ name: String, topics: [String] = [], languages: [String] = ["en"], away: JSON = [],
        credit: Double = 0
    ) -> JSON {
        [
            "id": .string(id), "name": .string(name), "address": .string("\(id)@hearth.example"), "role": "care",
            "topics": .array(topics.map(JSON.string)), "languages": .array(languages.map(JSON.string)),
            "authority": ["credit": .double(credit)], "away": away,
        ]
    }

    static let everybody: [JSON] = [
        person("nora", "Nora Quill", topics: ["order-status"], languages: ["en", "de"]),
        person("tomas", "Tomás Iriarte", topics: ["return"], languages: ["en", "es"]),
        person("maelle", "Maëlle Corbin", topics: ["damaged-item"], languages: ["fr", "en"]),
        person("edda", "Edda Storm", topics: ["complaint-service"], languages: ["de", "en"], credit: 200),
    ]

    /// The same people, all of whom are written to in one language.
    static func people(speaking language: String) -> JSON {
        people(
            everybody.map { person in
                person.object.map { .object($0.merging(["languages": [.string(language)]]) { $1 }) } ?? person
            })
    }

    static func people(_ people: [JSON] = everybody) -> JSON {
        [
            "people": .array(people),
            "ladder": [
                ["who": ["nora", "tomas"], "after": "0 seconds"], ["who": ["maelle"], "after": "1 business hour"],
                ["who": ["edda"], "after": "2 business hours"],
            ],
        ]
    }

    /// The shipped ones, beside the tests' folder.
    private static let loaded = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try TemplateCatalog(folder: root.appending(path: "templates").path())
    }

    static func templates() throws -> TemplateCatalog { try loaded.get() }

    static func figures(_ standards: JSON = standards) throws -> Figures { try standards.decode() }

    static func office() throws -> Office {
        try Office(people: people().decode(), figures: figures(), templates: templates(), shop: "Hearth & Table")
    }

    /// The key that the desk signs with.
    static let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))

    static func stage(people: JSON = people(), standards: JSON = standards) throws -> Escalation {
        let path = FileManager.default.temporaryDirectory.appending(path: "casewire-\(UUID()).key").path()
        try key.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let settings: EscalationSettings = try
            ([
                "templates": "unused", "key": .string(path),
                "desk": ["name": "Hearth & Table", "web": "https://help.hearth.example"],
            ] as JSON).decode()
        var stage = try Escalation(
            settings: settings, templates: templates(), context: StageContext(standards: standards, people: people))
        stage.otherCauses.latest = { [] }
        return stage
    }
}

extension Timestamp: ExpressibleByStringLiteral {
    /// A moment in RFC 3339; 1970 where a test misspells it.
    public init(stringLiteral value: String) {
        self = Timestamp(value) ?? Timestamp(milliseconds: 0)
    }
}
