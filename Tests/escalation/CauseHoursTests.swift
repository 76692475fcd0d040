import StageKit
import Testing

@testable import escalation

/// Mails about causes keep to the hours of those who get them, and to who is there, like all others.
@Suite struct CauseHoursTests {
    @Test func theLadderWaitsForTheHoursOfEachPerson() async throws {
        // On Friday, when it is late, Nora is not there; Tomás, on the same rung, is.
        let people = Fixtures.people(with: "nora", hours: ["monday": ["09:00-17:00"]])
        var scene = try await Scene.ofCause(people: people)
        try await scene.run(until: "2026-12-04T10:00:00Z")
        #expect(scene.addressees("staff-cause") == ["maelle", "maelle", "maelle", "tomas"])
        try await scene.run(until: "2026-12-07T08:59:00Z")
        #expect(!scene.addressees("staff-cause").contains("nora"))
        try await scene.run(until: "2026-12-07T09:00:00Z")
        #expect(scene.addressees("staff-cause").last == "nora")
        #expect(scene.texts("staff-cause").last?.contains("has not mended it in time") == true)
    }

    @Test func whatWaitedForSomebodyIsOneMailAndOnlyWhileItMatters() async throws {
        let people = Fixtures.people(with: "maelle", hours: ["monday": ["09:00-17:00"], "tuesday": ["09:00-17:00"]])
        var scene = try await Scene.ofCause(people: people)
        let before = scene.texts("staff-cause").count
        try await scene.run(until: "2026-12-05T09:00:00Z")
        try await scene.deliver("message.dead", Self.letter)
        #expect(!scene.addressees("staff-cause").dropFirst(before).suffix(2).contains("maelle"))
        try await scene.run(until: "2026-12-07T09:00:00Z")
        let last = try #require(scene.texts("staff-cause").last)
        #expect(last.contains("It was to be mended by now") && last.contains("responder could not work say.ready"))
        // Another day, and what was to be told of the one before is told to nobody.
        scene = try await Scene.ofCause(people: people)
        try await scene.run(until: "2026-12-05T09:00:00Z")
        try await scene.staffWrites("/later 2026-12-18 the maker is away", person: "tomas")
        try await scene.run(until: "2026-12-07T09:30:00Z")
        #expect(scene.texts("staff-cause").last?.contains("It was to be mended by now") != true)
    }

    private static let letter: JSON = [
        "message": 7, "stage": "responder", "type": "say.ready", "code": "smtp", "reason": "refused", "attempts": 5,
    ]

    @Test func aDeadLetterOfACauseReachesItsOwner() async throws {
        var scene = try await Scene.ofCause()
        try await scene.deliver("message.dead", Self.letter)
        #expect(scene.addressees("staff-cause") == ["maelle", "maelle"])
        #expect(scene.texts("staff-cause").last?.contains("responder could not work say.ready (smtp: refused)") == true)
        // Of one that is mended it is still somebody's to know.
        try await scene.staffWrites("/mended More paper.", person: "maelle")
        try await scene.deliver(
            "message.dead", .object((Self.letter.object ?? [:]).merging(["message": 8]) { $1 }))
        #expect(scene.addressees("staff-cause").count == 3)
    }

    @Test func whoIsAwayIsStoodInFor() async throws {
        let away = Fixtures.everybody.map { person in
            person["id"] == "maelle"
                ? Fixtures.person(
                    "maelle", "Maëlle Corbin", languages: ["en"], away: [["from": "2026-11-24", "until": "2026-12-31"]])
                : person
        }
        var scene = try await Scene.ofCause(people: Fixtures.people(away))
        try await scene.run(until: "2026-11-24T10:00:00Z")
        try await scene.deliver("message.dead", Self.letter)
        #expect(scene.addressees("staff-cause") == ["maelle", "nora", "tomas"])
        #expect(scene.says.last?.text.contains("Maëlle Corbin is away, so you are asked in their place.") == true)
        try await scene.staffWrites("/assign maelle", person: "nora")
        #expect(scene.says.last?.text.contains("is Maëlle Corbin's already") == true)
        #expect(scene.says.last?.text.contains("> /assign maelle") == true)
        let before = scene.addressees("staff-cause").count
        try await scene.run(until: "2026-12-04T10:00:00Z")
        let late = scene.says.suffix(scene.addressees("staff-cause").count - before).filter {
            $0.text.contains("has not mended it in time") || $0.text.contains("goes up the ladder")
        }
        #expect(late.count == 2, "Nora and Tomás stand in, and are told once each")
    }

    @Test func whatComesToASettledCaseAtNightIsToldInTheMorning() async throws {
        let people = Fixtures.people(with: "nora", hours: ["tuesday": ["09:00-17:00"]])
        var scene = try Scene(at: "2026-11-23T10:00:00Z", people: people)
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.staffWrites("/resolve")
        try await scene.deliver("message.dead", Self.letter)
        #expect(scene.texts("staff-notice").isEmpty)
        try await scene.run(until: "2026-11-24T09:00:00Z")
        let item: Digest.Item = try #require(try scene.opened.last?.report.decode())
        #expect(item.reason.contains("responder could not work say.ready") && item.idle == true)
    }
}
