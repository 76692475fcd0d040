import StageKit
import Testing

@testable import escalation

/// What could not be worked of a case of the house reaches whose it is, and tells of itself no more than once.
@Suite struct HouseTests {
    private static func letter(_ message: Int64 = 7, of text: String? = nil) -> JSON {
        var letter: [String: JSON] = [
            "message": .int(message), "stage": "lookout", "type": "spike.affects", "code": "defect",
            "reason": "it broke", "attempts": 1,
        ]
        letter["text"] = text.map { .string($0) }
        return .object(letter)
    }

    /// A spike of a topic whose ladder begins with Maëlle.
    private func spike(of owner: String?, people: JSON = Fixtures.people()) throws -> Scene {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", people: people)
        scene.kind = "spike"
        if let owner { scene.own(owner) }
        scene.append("noted", ["topic": "damaged-item", "count": 9])
        return scene
    }

    @Test(arguments: ["spike", "digest", "of-a-plugin"]) func aDeadLetterReachesItsOwner(kind: String) async throws {
        var scene = try spike(of: "tomas")
        scene.kind = kind
        try await scene.deliver("message.dead", Self.letter())
        #expect(scene.addressees("staff-notice") == ["tomas"])
        #expect(scene.says[0].text.contains("lookout could not work spike.affects (defect: it broke)"))
        #expect(scene.timers.isEmpty)
    }

    @Test func whoIsAwayOrHasLeftIsStoodInForByTheLadderOfTheTopic() async throws {
        let away = Fixtures.everybody.map { person in
            person["id"] == "tomas"
                ? Fixtures.person(
                    "tomas", "Tomás Iriarte", languages: ["en"], away: [["from": "2026-11-20", "until": "2026-12-31"]])
                : person
        }
        var people = Fixtures.people(away).object ?? [:]
        people["ladders"] = ["damaged-item": [["who": ["maelle"], "after": "1 business hour"]]]
        for owner in ["tomas", "gone", nil] {
            var scene = try spike(of: owner, people: .object(people))
            try await scene.deliver("message.dead", Self.letter())
            #expect(scene.addressees("staff-notice") == ["maelle"], "\(owner ?? "nobody")")
        }
    }

    @Test func itWaitsForTheHoursOfWhomItIsForAndIsOneMail() async throws {
        let people = Fixtures.people(with: "tomas", hours: ["tuesday": ["09:00-17:00"]])
        var scene = try spike(of: "tomas", people: people)
        try await scene.deliver("message.dead", Self.letter(7))
        try await scene.deliver("message.dead", Self.letter(8))
        #expect(scene.says.isEmpty)
        try await scene.run(until: "2026-11-24T08:59:00Z")
        #expect(scene.says.isEmpty)
        try await scene.run(until: "2026-11-24T09:00:00Z")
        #expect(scene.addressees("staff-notice") == ["tomas"])
        try await scene.run(until: "2026-11-25T12:00:00Z")
        #expect(scene.says.count == 1 && scene.timers.isEmpty)
    }

    /// Where the voice can work no mail, each would bring about the next.
    @Test(arguments: [nil, "cause", "spike", "digest"]) func whatTellsOfADeadLetterAndDiesTellsNobody(kind: String?)
        async throws
    {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Fixtures.repairing)
        if kind == nil {
            try await scene.customerWrites()
        } else {
            scene.kind = kind
            scene.own("nora")
        }
        if kind == "cause" { try await scene.report("CW-AAAAAAA") }
        let before = scene.says.count
        try await scene.deliver("message.dead", Self.letter())
        let mail = try #require(scene.says.last)
        #expect(scene.says.count == before + 1)
        try await scene.deliver("message.dead", Self.letter(8, of: mail.say.name))
        #expect(scene.says.count == before + 1)
        #expect(scene.log.contains { $0.body["untold"]?.string == mail.say.name })
    }

    /// Any other mail that died is told of.
    @Test func aMailThatToldOfSomethingElseIsToldOf() async throws {
        var scene = try spike(of: "tomas")
        try await scene.deliver("message.dead", Self.letter(7, of: "spike-tomas"))
        #expect(scene.addressees("staff-notice") == ["tomas"])
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func itIsWrittenInTheLanguageOfWhomItIsFor(_ language: String)
        async throws
    {
        var scene = try spike(of: "nora", people: Fixtures.people(speaking: language))
        try await scene.deliver("message.dead", Self.letter())
        let greeting = ["en": "Hello Nora", "de": "Hallo Nora", "fr": "Bonjour Nora", "es": "Hola Nora"]
        #expect(scene.says.first?.text.contains(greeting[language] ?? "?") == true)
    }
}
