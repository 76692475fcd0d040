import Casework
import Foundation
import StageKit
import TestSupport

@testable import responder

/// A case as the responder is shown it, and a responder with the shop's own templates and articles.
struct Scene {
    static let ref = "CW-7K3F9QX"
    /// Tuesday 24 November 2026, ten in the morning in Dublin.
    static let start = Timestamp(milliseconds: 1_795_514_400_000)

    let folder: String
    var entries: [Entry] = []
    var contact: ContactSection? = ContactSection(
        customer: Party(name: "Ann Lee", address: "ann@example.com"), channel: "mail", subject: "My pan",
        last_message_id: "m1@example.com", references: ["m0@example.com"])
    var understanding: Understanding?
    var answering: Answering?
    var care: Care?
    var now = start

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("voice-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: folder + "/key"))
    }

    var settings: Settings {
        Settings(
            knowledge: Places.project + "/knowledge", templates: Places.project + "/templates",
            outbox: folder + "/outbox", notices: folder + "/notices", key: folder + "/key",
            desk: .init(name: "Hearth & Table", address: "desk@hearth.example"))
    }

    static let standards: JSON = [
        "acknowledge": ["within": "2 minutes"], "floor": ["quiet": "20 seconds", "at_most": "3 minutes"],
        "grasp": ["sure": 0.55, "questions": 2], "first_answer": ["within": "4 business hours"],
        "next_answer": ["within": "4 business hours"], "goodwill": ["up_to": 25, "currency": "EUR"],
        "calendar": [
            "zone": "Europe/Dublin",
            "hours": [
                "monday": ["09:00-17:30"], "tuesday": ["09:00-17:30"], "wednesday": ["09:00-17:30"],
                "thursday": ["09:00-17:30"], "friday": ["09:00-17:30"],
            ],
        ],
    ]

    static let people: JSON = [
        "people": [
            ["id": "nora", "name": "Nora Quill", "address": "nora@hearth.example", "authority": ["refund": 50]],
            ["id": "tomas", "name": "Tomás Iriarte", "address": "tomas@hearth.example", "languages": ["en"]],
        ]
    ]

    /// One for all tests: it keeps nothing between deliveries but which owners were told of a stale article.
    private static let shared = Result {
        let scene = try Scene()
        let context = StageContext(standards: standards, people: people)
        return (folder: scene.folder, responder: try Responder(settings: scene.settings, context: context))
    }

    func responder() throws -> Responder { try Self.shared.get().responder }

    /// Where that one keeps its files.
    static func sharedFolder() throws -> String { try shared.get().folder }

    // MARK: The log

    var heard: Int { entries.filter { $0.kind == "heard" }.count }

    mutating func hear(
        _ words: String, after seconds: Int64 = 0, automatic: String? = nil, zone: String? = nil
    ) throws {
        let contact = Contact(
            channel: "mail", from: Party(name: "Ann Lee", address: "ann@example.com"), words: words,
            automatic: automatic, zone: zone)
        append("heard", try JSON(encoding: contact), at: Self.start + .seconds(seconds))
        now = Self.start + .seconds(seconds)
    }

    mutating func tell(_ purpose: String, after seconds: Int64 = 0, author: String? = nil, articles: [JSON] = []) {
        var body: [String: JSON] = [
            "purpose": .string(purpose), "audience": "customer", "details": ["articles": .array(articles)],
        ]
        body["author"] = author.map(JSON.string)
        append("said", .object(body), at: Self.start + .seconds(seconds))
    }

    mutating func reopen() { append("decided", ["reopened": "the customer wrote again"], at: now) }

    mutating func append(_ kind: String, _ body: JSON, at moment: Timestamp) {
        entries.append(Entry(seq: entries.count + 1, kind: kind, at: moment, by: "test", body: body))
    }

    // MARK: Deliveries

    func delivery(_ type: String, data: (any Encodable)? = nil, say: Say? = nil, text: String = "") throws -> Received {
        var bodies: [Frame] = [try JSONCoding.encode(entries)]
        func body(_ value: any Encodable) throws -> Int {
            bodies.append(try JSONCoding.encode(value))
            return bodies.count - 1
        }
        var sections: [SectionHead] = []
        let known: [(String, (any Encodable)?)] = [
            ("contact", contact), ("understanding", understanding), ("answering", answering), ("care", care),
        ]
        for case (let name, let value?) in known {
            sections.append(.init(name: name, schema: "\(name)/1", version: 1, body: try body(value)))
        }
        var delivery = Delivery(
            delivery: 7, epoch: "1.1", attempt: 1, now: now, lease_ms: 60_000,
            message: Message(
                id: "7", source: "/test", type: type, subject: Self.ref, time: now, traceparent: "00-1-1-01",
                deadline: now + .seconds(120)),
            data: try data.map(body), case: CaseHead(ref: Self.ref, status: .open, heard: heard, opened: Self.start),
            log: 0, sections: sections)
        if var say {
            bodies.append(Array(text.utf8))
            say.body = bodies.count - 1
            delivery.say = SayHead(
                say: 3, state: .proposed, proposal: say, by: "responder", hash: "ab12", heard: heard)
        }
        return Received(delivery, bodies: bodies)
    }

    func work(_ type: String, data: (any Encodable)? = nil, say: Say? = nil, text: String = "") async throws -> Done {
        let delivery = try delivery(type, data: data, say: say, text: text)
        var outcome = OutcomeBuilder(for: delivery)
        try await responder().handle(delivery, &outcome)
        return Done(outcome: outcome.outcome, bodies: outcome.bodies)
    }
}

/// What a delivery led to.
struct Done {
    var outcome: Outcome
    var bodies: [Frame]

    func text(_ index: Int) -> String { String(decoding: bodies[index], as: UTF8.self) }

    /// The text that is proposed, if one is.
    var said: (say: Say, text: String)? { outcome.say?.first.map { ($0, text($0.body)) } }

    var answering: Answering? {
        get throws {
            try outcome.set?.first { $0.name == "answering" }.map { try JSONCoding.decode(from: bodies[$0.body]) }
        }
    }

    var handover: Handover? {
        get throws {
            try outcome.emit?.first { $0.output == "handover" }?.body.map { try JSONCoding.decode(from: bodies[$0]) }
        }
    }

    /// Why a person is needed, for a test's message.
    var trouble: String {
        (try? handover).flatMap { $0.map { "\($0.code): \($0.reason)" } } ?? "nothing was handed over"
    }
}
