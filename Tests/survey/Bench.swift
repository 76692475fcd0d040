import Casework
import FoundationEssentials
import StageKit

@testable import survey

/// A survey stage without a broker, and cases for it to work on.
struct Bench: Sendable {
    static let now = Timestamp(milliseconds: 1_795_172_400_000)
    static let ref = "CW-TEST123"
    static let web = "http://hearth.example:8080"

    let stage: Survey

    /// - Parameter past: sections by name of the customer's other cases, as the broker tells them.
    init(
        after: String = "1 business day", web: String? = Bench.web, thanks: JSON? = Bench.thanks,
        past: [String: JSON] = [:]
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "survey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Array(repeating: UInt8(7), count: 32)).write(to: folder.appending(path: "signing.key"))
        var desk: [String: JSON] = ["name": "Hearth & Table"]
        desk["web"] = web.map(JSON.string)
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let settings: SurveySettings = try JSON.object([
            "key": .string(folder.appending(path: "signing.key").path()),
            "templates": .string(root.appending(path: "templates").path()), "desk": .object(desk),
        ]).decode()
        var standards: [String: JSON] = [
            "survey": ["after": .string(after), "at_most_every": "90 days", "ask": "csat"],
            "acted_on": ["within": "10 business days", "warn": 0.5], "grasp": ["sure": 0.5],
            "calendar": [
                "zone": "Europe/Dublin", "closed": [:], "other_hours": [:],
                "hours": [
                    "monday": ["09:00-17:30"], "tuesday": ["09:00-17:30"], "wednesday": ["09:00-17:30"],
                    "thursday": ["09:00-17:30"], "friday": ["09:00-17:30"],
                ],
            ],
        ]
        standards["thanks"] = thanks
        stage = try Survey(
            settings: settings, context: StageContext(standards: .object(standards), people: Self.people),
            past: PastQuestion { name, _ in past[name] ?? [] })
    }

    static let thanks: JSON = ["at_most_every": "30 days", "often": 3, "within": "365 days"]

    private static let people: JSON = [
        "people": [
            [
                "id": "nora", "name": "Nora Quill", "address": "nora@hearth.example", "topics": ["delivery-late"],
                "languages": ["en"],
            ],
            [
                "id": "tomas", "name": "Tomás Iriarte", "address": "tomas@hearth.example", "topics": ["return"],
                "languages": ["es", "en"], "away": [["from": "2026-11-16", "until": "2026-11-27"]],
            ],
            [
                "id": "maelle", "name": "Maëlle Corbin", "address": "maelle@hearth.example", "topics": ["stock"],
                "languages": ["en"], "hours": ["thursday": ["10:00-12:00"]],
            ],
            [
                "id": "edda", "name": "Edda Storm", "address": "edda@hearth.example",
                "topics": ["complaint-service", "thanks"], "languages": ["de", "en"],
            ],
        ],
        "ladder": [["who": ["nora", "tomas"]], ["who": ["edda"], "after": "1 business hour"]],
    ]

    /// A case as a delivery brings it.
    struct Matter {
        var status = CaseStatus.resolved
        var feedback: Feedback?
        var appreciation: Appreciation?
        var understanding: Understanding?
        var log: [Entry] = []
        var language: String?
        var linked: String?
        var kind: String?
    }

    func received(
        _ type: String, _ data: JSON? = nil, _ matter: Matter = Matter(), id: String = "1", say: SayHead? = nil,
        now: Timestamp = Bench.now
    ) throws -> Received {
        var bodies: [Frame] = []
        func add(_ value: some Encodable) throws -> Int {
            bodies.append(try JSONCoding.encode(value))
            return bodies.count - 1
        }
        let contact = ContactSection(
            customer: Party(name: "Ann", address: "ann@example.org"), channel: "mail", language: matter.language)
        let care = Care(advocate: .init(id: "nora", name: "Nora Quill"))
        var sections = [
            SectionHead(name: "contact", schema: "contact/1", version: 1, body: try add(contact)),
            SectionHead(name: "care", schema: "care/1", version: 1, body: try add(care)),
        ]
        if let value = matter.feedback {
            sections.append(SectionHead(name: "feedback", schema: "feedback/1", version: 1, body: try add(value)))
        }
        if let value = matter.appreciation {
            sections.append(
                SectionHead(name: "appreciation", schema: "appreciation/1", version: 1, body: try add(value)))
        }
        if let value = matter.understanding {
            sections.append(
                SectionHead(name: "understanding", schema: "understanding/1", version: 1, body: try add(value)))
        }
        return Received(
            Delivery(
                delivery: 1, epoch: "e", attempt: 1, now: now, lease_ms: 30_000,
                message: Message(
                    id: id, source: "/test", type: type, subject: Self.ref, time: now, traceparent: "00",
                    deadline: now),
                data: try data.map { try add($0) },
                case: CaseHead(
                    ref: Self.ref, status: matter.status, heard: 1, opened: now - .seconds(86_400),
                    linked: matter.linked, kind: matter.kind),
                log: try add(matter.log), sections: sections, say: say),
            bodies: bodies)
    }

    func handle(
        _ type: String, _ data: JSON? = nil, _ matter: Matter = Matter(), id: String = "1", say: SayHead? = nil,
        now: Timestamp = Bench.now
    ) async throws -> OutcomeBuilder {
        let received = try received(type, data, matter, id: id, say: say, now: now)
        var outcome = OutcomeBuilder(for: received)
        try await stage.handle(received, &outcome)
        return outcome
    }

    /// Another case of the customer, as the broker tells of a section over all of them.
    static func other(_ ref: String, status: String = "resolved", daysAgo: Int64, _ section: JSON? = nil) -> JSON {
        [
            "ref": .string(ref), "status": .string(status),
            "opened": .string((now - .seconds(daysAgo * 86_400)).description), "section": section ?? .null,
        ]
    }

    static func understood(
        _ topic: String, mood: String = "calm", confidence: Double = 0.9, language: String = "en"
    ) -> Understanding {
        Understanding(
            heard: 1, topic: topic, confidence: confidence, mood: mood, strength: 0.5, language: language)
    }

    static func heard(_ words: String, channel: String = "feedback") throws -> [Entry] {
        let contact = Contact(channel: channel, from: Party(address: "ann@example.org"), words: words)
        return [Entry(seq: 1, kind: "heard", at: now, by: "intake", body: try JSON(encoding: contact))]
    }
}

extension OutcomeBuilder {
    func section<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T? {
        try outcome.set?.first { $0.name == name }.map { try JSONCoding.decode(from: bodies[$0.body]) }
    }

    var feedback: Feedback? { get throws { try section("feedback") } }
    var appreciation: Appreciation? { get throws { try section("appreciation") } }

    func text(_ say: Say) -> String { String(decoding: bodies[say.body], as: UTF8.self) }

    /// The texts proposed for a purpose.
    func texts(_ purpose: String) -> [Say] { (outcome.say ?? []).filter { $0.purpose == purpose } }
}
