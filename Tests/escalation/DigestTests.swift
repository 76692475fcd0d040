import Casework
import Clocks
import StageKit
import Testing

@testable import escalation

/// Where standards become stricter, or the desk was down, many cases are late at the same moment: whoever is needed in all of
/// them has one mail.
@Suite struct DigestTests {
    private static let stricter: JSON = {
        var standards = Fixtures.standards.object ?? [:]
        standards["first_answer"] = ["within": "10 business minutes", "warn": 0.5]
        return .object(standards)
    }()

    /// A case that has waited since Monday morning, on the day on which an answer is to come much sooner.
    private func late() async throws -> Scene {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-23T11:30:00Z")
        scene.stage = try Fixtures.stage(standards: Self.stricter)
        try await scene.deliver("standards.changed")
        try await scene.run(until: "2026-11-23T11:31:00Z")
        return scene
    }

    @Test func whatStricterStandardsMakeLateIsGatheredForEachPerson() async throws {
        let scene = try await late()
        #expect(scene.texts("staff-notice").isEmpty && scene.texts("staff-warning").isEmpty)
        let gathered = scene.opened.filter { $0.wish.kind == "digest" }
        #expect(gathered.map(\.wish.key).contains("nora") && gathered.map(\.wish.key).contains("tomas"))
        #expect(gathered.allSatisfy { $0.wish.owner == $0.wish.key && $0.wish.output == "digest" })
        let item: Digest.Item = try #require(try gathered.first?.report.decode())
        #expect(item.of == "CW-TEST123" && item.customer == "Ann")
        // Everything else is as ever: the case's story, and the customer.
        #expect(scene.emitted.contains { $0.output == "escalated" })
        #expect(scene.care?[.firstAnswer]?.missed != nil)
    }

    @Test func whatIsSeenInTimeIsAMailOfItsOwn() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.run(until: "2026-11-23T14:00:00Z")
        #expect(scene.texts("staff-warning").count == 1 && scene.texts("staff-notice").count >= 2)
        #expect(scene.opened.isEmpty)
    }

    @Test func whatCameInOvernightIsDueAtOneTimeAndToldTogether() async throws {
        var scene = try Scene(at: "2026-11-23T20:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-24T13:00:00Z")
        #expect(scene.texts("staff-warning").isEmpty && scene.texts("staff-notice").isEmpty)
        let items: [Digest.Item] = try scene.opened.filter { $0.wish.key == "nora" }.map { try $0.report.decode() }
        #expect(items.first?.reason == "the time for the answer is running short")
        #expect(scene.care?[.firstAnswer]?.missed != nil)
    }

    /// A case of Monday night, and Nora is there from Tuesday noon on, when its time is running short already.
    private func early() async throws -> Scene {
        let people = Fixtures.people(with: "nora", hours: ["tuesday": ["12:00-17:00"]])
        var scene = try Scene(at: "2026-11-23T20:00:00Z", people: people)
        try await scene.customerWrites("Where is my order?\nIt was to be here on Monday.")
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-24T11:30:00Z")
        #expect(scene.opened.isEmpty && scene.texts("staff-warning").isEmpty)
        return scene
    }

    @Test func itWaitsInItsCaseForTheHoursOfWhomItIsFor() async throws {
        var scene = try await early()
        try await scene.run(until: "2026-11-24T12:00:00Z")
        let item: Digest.Item = try #require(try scene.opened.first { $0.wish.key == "nora" }?.report.decode())
        #expect(item.reason == "the time for the answer is running short")
        #expect(item.about == "Where is my order? It was to be here on Monday.")
        #expect(scene.texts("staff-notice").isEmpty)
    }

    @Test func whatWasAnsweredMeanwhileIsNotToldOf() async throws {
        var scene = try await early()
        try await scene.leaves("answer", answers: true)
        try await scene.run(until: "2026-11-24T16:00:00Z")
        #expect(scene.opened.isEmpty && scene.texts("staff-notice").isEmpty)
    }

    /// What waited for somebody's hours may be all there is of it, also where the case was settled meanwhile.
    @Test func whatWaitedForHoursIsToldInASettledCaseToo() async throws {
        var own = try Scene(at: "2026-11-23T10:00:00Z")
        try await own.customerWrites()
        try await own.leaves("answer", answers: true, details: ["resolve": true])
        let late = Digest.Alone(person: "nora", reason: "the answer was due by now")
        try await own.deliver("case.digest", try JSON(encoding: late))
        #expect(own.texts("staff-notice").isEmpty, "that is over")
        let word = Digest.Alone(person: "nora", reason: "the customer was not content", idle: true)
        try await own.deliver("case.digest", try JSON(encoding: word))
        #expect(own.texts("staff-notice").last?.contains("the customer was not content") == true)
    }

    // MARK: The digest's own case

    private func digest(people: JSON = Fixtures.people(), _ refs: [String] = []) async throws -> Scene {
        var scene = try Scene(at: "2026-11-23T11:30:00Z", people: people)
        scene.kind = Digest.kind
        scene.own("nora")
        for ref in refs { try await add(ref, &scene) }
        return scene
    }

    private func add(_ ref: String, _ scene: inout Scene, due: Timestamp? = nil, reason: String = "the answer was due")
        async throws
    {
        let item = try JSON(encoding: Digest.Item(of: ref, customer: "Ann", about: "Spoons", reason: reason, due: due))
        scene.append("noted", item)
        try await scene.deliver("case.digest", item)
    }

    @Test func twoHundredCasesAreOneMail() async throws {
        var scene = try await digest((0..<200).map { "CW-\($0)" })
        #expect(scene.says.isEmpty, "it is waited for more")
        try await scene.run(until: "2026-11-23T11:32:00Z")
        let mail = try #require(scene.says.first)
        #expect(scene.says.count == 1 && mail.say.to == ["nora@hearth.example"])
        #expect(
            mail.text.contains("CW-0, Ann, \"Spoons\" (at once): the answer was due") && mail.text.contains("CW-199"))
        #expect(scene.status == .resolved)
        try await scene.run(until: "2026-11-24T12:00:00Z")
        #expect(scene.says.count == 1 && scene.timers.isEmpty)
    }

    @Test func theSoonestDueStandsFirstAndOfOneCaseTheReasonsTogether() async throws {
        var scene = try await digest(["CW-LATER"])
        try await add("CW-FIRST", &scene, due: "2026-11-23T12:00:00Z", reason: "it is late")
        try await add("CW-FIRST", &scene, due: "2026-11-23T14:00:00Z", reason: "and again")
        try await scene.run(until: "2026-11-23T11:40:00Z")
        let lines = try #require(scene.says.first).text.split(separator: "\n").filter { $0.hasPrefix("CW-") }
        #expect(lines.count == 2)
        #expect(lines.contains { $0.hasPrefix("CW-FIRST, Ann, \"Spoons\" (") && $0.hasSuffix("it is late; and again") })
    }

    /// Its own mail can be replied to, a digest cannot.
    @Test func whatWasSeenAloneAfterAllIsToldInItsOwnCase() async throws {
        var scene = try await digest(["CW-A"])
        try await add("CW-A", &scene, due: "2026-11-23T12:00:00Z", reason: "a promise was not kept")
        try await scene.run(until: "2026-11-23T11:40:00Z")
        #expect(scene.says.isEmpty && scene.status == .resolved)
        let sent = try #require(scene.emitted.first)
        #expect(scene.emitted.count == 1 && sent.output == "digest" && sent.case == "CW-A")

        var own = try Scene(at: "2026-11-23T10:00:00Z")
        try await own.customerWrites()
        let alone = Digest.Alone(person: "nora", reason: "a promise was not kept", due: "2026-11-23T12:00:00Z")
        try await own.deliver("case.digest", try JSON(encoding: alone))
        #expect(own.texts("staff-notice").last?.contains("a promise was not kept") == true)
        #expect(own.addressees("staff-notice").last == "nora")
        #expect(own.opened.isEmpty)
    }

    @Test func whatCameWhileTheMailWasWrittenIsInTheNext() async throws {
        var scene = try await digest(["CW-A", "CW-B"])
        try await scene.run(until: "2026-11-23T11:32:00Z")
        for ref in ["CW-C", "CW-D"] { try await add(ref, &scene) }
        try await scene.run(until: "2026-11-23T11:40:00Z")
        #expect(scene.says.count == 2)
        #expect(scene.says.last?.text.contains("CW-C") == true && scene.says.last?.text.contains("CW-A") == false)
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func itIsWrittenInTheLanguageOfWhomItIsFor(_ language: String)
        async throws
    {
        var scene = try await digest(people: Fixtures.people(speaking: language), ["CW-A", "CW-B"])
        try await scene.run(until: "2026-11-23T11:40:00Z")
        let greeting = ["en": "Hello Nora", "de": "Hallo Nora", "fr": "Bonjour Nora", "es": "Hola Nora"]
        #expect(scene.says.first?.text.contains(greeting[language] ?? "?") == true)
    }
}
