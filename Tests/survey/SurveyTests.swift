import Casework
import FoundationEssentials
import StageKit
import Testing

@testable import survey

@Suite struct SurveyTests {
    private let key = Array(repeating: UInt8(7), count: 32)

    private func stage(after: String = "1 business day", web: String? = "http://hearth.example:8080") throws -> Survey {
        let folder = FileManager.default.temporaryDirectory.appending(path: "survey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "signing.key").path()
        try Data(key).write(to: folder.appending(path: "signing.key"))
        var desk: [String: JSON] = ["name": "Hearth & Table"]
        desk["web"] = web.map(JSON.string)
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let settings: SurveySettings = try JSON.object([
            "key": .string(path), "templates": .string(root.appending(path: "templates").path()), "desk": .object(desk),
        ]).decode()
        let standards: JSON = [
            "survey": ["after": .string(after), "at_most_every": "90 days", "ask": "csat"],
            "calendar": [
                "zone": "Europe/Dublin", "closed": [:], "other_hours": [:],
                "hours": ["friday": ["09:00-17:30"], "monday": ["09:00-17:30"]],
            ],
        ]
        return try Survey(settings: settings, context: StageContext(standards: standards))
    }

    private func received(
        _ type: String, _ data: JSON? = nil, status: CaseStatus = .resolved, feedback: Feedback? = nil,
        history: [CaseHead.Past] = [], language: String? = nil,
        now: Timestamp = Timestamp(milliseconds: 1_795_172_400_000)
    ) throws -> Received {
        var bodies: [Frame] = []
        func add(_ value: some Encodable) throws -> Int {
            bodies.append(try JSONCoding.encode(value))
            return bodies.count - 1
        }
        let contact = ContactSection(
            customer: Party(name: "Ann", address: "ann@example.org"), channel: "mail", language: language)
        var sections = [SectionHead(name: "contact", schema: "contact/1", version: 1, body: try add(contact))]
        let care = Care(advocate: .init(id: "nora", name: "Nora Quill"))
        sections.append(SectionHead(name: "care", schema: "care/1", version: 1, body: try add(care)))
        if let feedback {
            sections.append(SectionHead(name: "feedback", schema: "feedback/1", version: 1, body: try add(feedback)))
        }
        return Received(
            Delivery(
                delivery: 1, epoch: "e", attempt: 1, now: now, lease_ms: 30_000,
                message: Message(
                    id: "1", source: "/test", type: type, subject: "CW-TEST123", time: now, traceparent: "00",
                    deadline: now),
                data: try data.map { try add($0) },
                case: CaseHead(
                    ref: "CW-TEST123", status: status, heard: 1, opened: now - .seconds(86_400), history: history),
                sections: sections),
            bodies: bodies)
    }

    private func handle(_ received: Received, by stage: Survey? = nil) async throws -> OutcomeBuilder {
        var outcome = OutcomeBuilder(for: received)
        try await (stage ?? self.stage()).handle(received, &outcome)
        return outcome
    }

    private func plan(_ moment: String = "2026-11-20T12:00:00Z") -> JSON { ["resolved": .string(moment)] }

    private func feedback(_ outcome: OutcomeBuilder) throws -> Feedback? {
        try outcome.outcome.set?.first.map { try JSONCoding.decode(from: outcome.bodies[$0.body]) }
    }

    @Test func aResolvedCaseIsAskedAboutAWhileLater() async throws {
        let friday = try #require(Timestamp("2026-11-20T12:00:00Z"))
        let outcome = try await handle(received("case.resolved", now: friday))
        #expect(outcome.outcome.timers?.map(\.name) == ["survey"])
        #expect(outcome.outcome.timers?.first?.type == "survey.ask")
        #expect(outcome.outcome.timers?.first?.at == Timestamp("2026-11-23T12:00:00Z"))
    }

    @Test func aTimeOfNothingIsAtOnceAlsoOutOfHours() async throws {
        let sunday = try #require(Timestamp("2026-11-22T03:00:00Z"))
        let outcome = try await handle(received("case.resolved", now: sunday), by: stage(after: "0 seconds"))
        #expect(outcome.outcome.timers?.first?.at == sunday)
    }

    @Test func theCustomerIsAskedOnceWithASignedLink() async throws {
        let outcome = try await handle(received("survey.ask", plan()))
        let say = try #require(outcome.outcome.say?.first)
        let text = String(decoding: outcome.bodies[say.body], as: UTF8.self)
        #expect(say.to == ["ann@example.org"])
        #expect(say.purpose == "survey" && !say.answers)
        let link = try #require(
            text.split(separator: "\n").first { $0.hasPrefix("http://hearth.example:8080/s/v.cw-test123.csat.") })
        #expect(link.count > 60)
        #expect(try feedback(outcome)?.question == "csat")
        #expect(try feedback(outcome)?.asked != nil)
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func theInvitationPassesTheGate(_ language: String) async throws {
        let received = try received("survey.ask", plan(), language: language)
        let outcome = try await handle(received)
        let say = try #require(outcome.outcome.say?.first)
        #expect(say.language == language)
        let text = String(decoding: outcome.bodies[say.body], as: UTF8.self)
        let verdict = CourtesyGate.judge(text, GateContext(language: language, purpose: "survey", now: received.now))
        #expect(verdict.verdict == .pass, "\(verdict.findings)")
    }

    @Test func nobodyIsAskedWhileTheCaseIsOpenOrTwice() async throws {
        let asked = Feedback(asked: Timestamp("2026-11-20T12:00:00Z"))
        let voted = Feedback(votes: [Vote(question: "csat", score: 4)])
        #expect(try await handle(received("survey.ask", plan(), status: .open)).outcome.say == nil)
        #expect(try await handle(received("survey.ask", plan(), feedback: asked)).outcome.say == nil)
        #expect(try await handle(received("survey.ask", plan(), feedback: voted)).outcome.say == nil)
    }

    @Test func aCaseThatWasOpenedAgainIsNotPlannedFor() async throws {
        let outcome = try await handle(received("case.resolved", status: .open))
        #expect(outcome.outcome.timers == nil)
        #expect(outcome.outcome.cancel == ["survey"])
    }

    @Test func anotherOpenMatterComesFirst() async throws {
        let other = CaseHead.Past(
            ref: "CW-OTHER", status: .open, owner: nil, opened: try #require(Timestamp("2026-11-19T12:00:00Z")))
        let outcome = try await handle(received("survey.ask", plan(), history: [other]))
        #expect(outcome.outcome.say == nil)
        #expect(outcome.outcome.timers?.map(\.name) == ["survey"])
        let late = try await handle(received("survey.ask", plan("2026-11-01T12:00:00Z"), history: [other]))
        #expect(late.outcome.timers == nil)
    }

    @Test func withoutAWebAddressTheStorySaysWhyNobodyWasAsked() async throws {
        let outcome = try await handle(received("survey.ask", plan()), by: stage(web: nil))
        #expect(outcome.outcome.say == nil)
        #expect(outcome.outcome.append?.map(\.kind) == ["noted"])
    }

    @Test func aVoteIsKeptAndToldAndTheSameOneCountsOnce() async throws {
        let now = Timestamp(milliseconds: 1_795_172_400_000)
        let bare = Vote(question: "csat", score: 2, words: "Slow.")
        let first = try await handle(received("case.feedback", JSON(encoding: bare), now: now))
        // Where nobody says when it was given, it was now.
        let vote = Vote(question: "csat", score: 2, words: "Slow.", at: now)
        #expect(try feedback(first)?.votes == [vote])
        #expect(first.outcome.emit?.map(\.output) == ["voted"])
        let again = try await handle(received("case.feedback", JSON(encoding: vote), feedback: Feedback(votes: [vote])))
        #expect(again.outcome.set == nil)
        let better = Vote(question: "csat", score: 5, at: now + .seconds(60))
        let second = try await handle(
            received("case.feedback", JSON(encoding: better), feedback: Feedback(votes: [vote])))
        #expect(try feedback(second)?.votes == [vote, better])
    }

    @Test(arguments: [("csat", 0), ("csat", 6), ("nps", 11), ("stars", 3)])
    func whatIsNotOnTheScaleIsNotCounted(_ question: String, _ score: Int) async throws {
        let vote = Vote(question: question, score: score)
        let outcome = try await handle(received("case.feedback", JSON(encoding: vote)))
        #expect(outcome.outcome.set == nil && outcome.outcome.emit == nil)
        #expect(outcome.outcome.append?.map(\.kind) == ["noted"])
    }
}
