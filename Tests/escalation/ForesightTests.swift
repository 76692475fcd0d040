import Casework
import Clocks
import Language
import StageKit
import Testing

@testable import escalation

/// What is seen coming is told before it is too late, to people in their hours, and each of it once.
@Suite struct ForesightTests {
    private func feeling(_ mood: String, heard: Int = 1) -> Understanding {
        var understanding = Understanding.sample(heard: heard)
        understanding.mood = mood
        return understanding
    }

    @Test func aMoodThatGetsWorseIsToldOnce() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.understood(feeling("calm"))
        #expect(scene.texts("staff-notice").isEmpty)
        try await scene.customerWrites("This is not good.")
        try await scene.understood(feeling("upset", heard: 2))
        #expect(scene.addressees("staff-notice") == ["nora", "tomas"])
        #expect(scene.texts("staff-notice").first?.contains("calm before, upset now") == true)
        try await scene.customerWrites("I am furious.")
        try await scene.understood(feeling("angry", heard: 3))
        #expect(scene.addressees("staff-notice").count == 2)
    }

    @Test func whoStartsUpsetGetsNoWorse() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.understood(feeling("upset"))
        #expect(scene.texts("staff-notice").isEmpty)
    }

    @Test func whoHasToWriteAgainAndAgainIsSeen() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        for (number, minute) in ["00", "01", "20", "40"].enumerated() {
            scene.wait(until: Timestamp("2026-11-23T10:\(minute):00Z")!)
            try await scene.customerWrites()
            try await scene.understood(.sample(heard: number + 1))
            // The second follows the first within a minute: that is one breath.
            #expect(scene.texts("staff-notice").isEmpty == (number < 3))
        }
        #expect(scene.texts("staff-notice").first?.contains("has written 3 times") == true)
    }

    @Test func theThirdCaseInAWeekIsSeen() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        scene.history = ["2026-11-20T10:00:00Z", "2026-11-18T10:00:00Z"].map {
            .init(ref: "CW-1", status: .resolved, owner: "nora", opened: $0)
        }
        try await scene.customerWrites()
        try await scene.understood(.sample())
        #expect(scene.texts("staff-notice").first?.contains("case number 3 within a week") == true)
    }

    @Test(arguments: [
        "I want to speak to your manager.", "Ich möchte mit Ihrem Chef sprechen!", "Je veux parler à un responsable.",
        "Quiero hablar con el encargado.",
    ])
    func whoWantsTheManagerReachesTheLead(_ words: String) async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites(words)
        try await scene.understood(.sample())
        // Nora stands on the first rung; who leads her stands on the second.
        #expect(scene.addressees("staff-notice") == ["nora", "maelle"])
    }

    @Test(arguments: [
        "The manager of the shop was lovely.", "I want my order.", "Der Leiter ist verbogen, was nun?",
        "I would like a wallet.", "I need a chef knife",
        "Ich möchte die Leiter zurückgeben",
        "I would like to know in which direction the grain runs", "I want to get to my order management page",
    ])
    func otherWordsAskForNobodyInCharge(_ words: String) { #expect(!ManagerWish.isIn(words)) }

    @Test func aCallThatWasAgreedIsOwnedByAPersonAndCallsNobodyAtNight() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites("You said that somebody would call me back.")
        try await scene.understood(.sample())
        #expect(scene.addressees("staff-notice") == ["nora", "tomas"])
        #expect(scene.texts("staff-notice").first?.contains("somebody was to call them") == true)
        #expect(scene.texts("staff-notice").first?.contains("at once") != true)
        #expect(scene.care?.waits_for == "promised-call")
    }

    @Test func allWhoAreToldOfAWishReadOneTime() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites("I want to speak to your manager.")
        var understanding = Understanding.sample()
        understanding.wants_person = true
        try await scene.understood(understanding)
        #expect(scene.addressees("staff-notice") == ["nora", "tomas", "maelle"])
        #expect(scene.texts("staff-notice").allSatisfy { !$0.contains("14:00") })
    }

    @Test func whatAHandoverBringsBeyondTheAlarmReachesTheAdvocate() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites("Ich möchte mit einem Menschen sprechen.")
        try await scene.understood(.sample(wantsPerson: true))
        let names = scene.says.compactMap { $0.say.details?["names"] }.flatMap { $0.array ?? [] }
        scene.append("said", ["audience": "staff", "purpose": "staff-notice", "details": ["names": .array(names)]])
        let count = scene.texts("staff-notice").count
        func handover(_ reason: String) throws -> JSON {
            try JSON(encoding: Handover(code: "wants-person", reason: reason, urgent: true))
        }
        try await scene.deliver("case.handover", handover("The customer asks for a person."))
        #expect(scene.texts("staff-notice").count == count, "it says nothing new")
        try await scene.deliver("case.handover", handover("The customer asks for a person.\n\nWord by word: a human"))
        #expect(scene.texts("staff-notice").count == count + 1)
        #expect(scene.addressees("staff-notice").last == "nora")
        #expect(scene.texts("staff-notice").last?.contains("Word by word: a human") == true)
    }

    @Test func whoRepliesTakesItOnAndTheNextRungWaits() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.run(until: "2026-11-23T14:00:00Z")
        #expect(scene.addressees("staff-notice") == ["nora", "tomas"])
        scene.wait(until: "2026-11-23T14:30:00Z")
        try await scene.staffWrites("/note I am on it", person: "tomas")
        #expect(scene.log.contains { $0.body["taken"] == "tomas" })
        // Four business hours, the time of a next answer, and then the next.
        #expect(scene.timers["ladder"]?.at == "2026-11-24T10:00:00Z")
    }

    @Test func everyRungIsInTheStoryAndGoesOutsideOfMail() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.run(until: "2026-11-24T10:00:00Z")
        let rungs = scene.log.filter { $0.body["rung"] != nil }.map { $0.body["told"]?.array?.compactMap(\.string) }
        #expect(rungs == [["tomas"], ["maelle"], ["edda"]])
        #expect(scene.emitted.count { $0.output == "escalated" } == 3)
    }

    @Test func aTopicMayHaveItsOwnLadder() async throws {
        var people = Fixtures.people().object ?? [:]
        people["ladders"] = ["refund-status": [["who": ["edda"], "after": "0 seconds"]]]
        var scene = try Scene(at: "2026-11-23T10:00:00Z", people: .object(people))
        try await scene.customerWrites()
        try await scene.understood(.sample(topic: "refund-status"))
        try await scene.run(until: "2026-11-24T10:00:00Z")
        #expect(scene.addressees("staff-notice") == ["nora", "edda"])
    }

    /// Nora is there in the morning alone.
    private var morning: JSON {
        var nora = Fixtures.person("nora", "Nora Quill", topics: ["order-status"]).object ?? [:]
        nora["hours"] = ["monday": ["09:00-12:00"], "tuesday": ["09:00-12:00"]]
        return Fixtures.people([.object(nora)] + Fixtures.everybody.dropFirst())
    }

    @Test func whatIsNotUrgentWaitsForSomebodysHoursAndIsOneMail() async throws {
        var scene = try Scene(at: "2026-11-23T13:00:00Z", people: morning)
        try await scene.customerWrites()
        try await scene.deliver("case.handover", JSON(encoding: Handover(code: "unsure", reason: "It is unclear.")))
        try await scene.deliver("case.handover", JSON(encoding: Handover(code: "no-article", reason: "No article.")))
        #expect(scene.texts("staff-notice").isEmpty)
        #expect(scene.timers["quiet-nora"]?.at == "2026-11-24T09:00:00Z")
        try await scene.run(until: "2026-11-24T09:00:00Z")
        // Her other cases may have waited, too: what gathers for her is one mail.
        #expect(!scene.addressees("staff-notice").contains("nora"))
        #expect(scene.opened.count { $0.wish.key == "nora" } == 1)
        let item: Digest.Item = try #require(
            try scene.opened.first { $0.wish.key == "nora" }?.report.decode())
        #expect(item.reason.hasPrefix("It is unclear.; No article."))
        #expect(scene.timers["quiet-nora"] == nil)
    }

    @Test func dangerWaitsForNobodysHours() async throws {
        var scene = try Scene(at: "2026-11-23T13:00:00Z", people: morning)
        try await scene.customerWrites()
        try await scene.understood(.sample(safety: [.init(kind: "injury", words: "blood")]))
        #expect(scene.addressees("staff-notice") == ["nora", "tomas"])
    }

    @Test func whatWaitsIsForgottenWhenTheCaseIsResolved() async throws {
        var scene = try Scene(at: "2026-11-23T13:00:00Z", people: morning)
        try await scene.customerWrites()
        try await scene.deliver("case.handover", JSON(encoding: Handover(code: "unsure", reason: "It is unclear.")))
        try await scene.leaves("answer", answers: true, details: ["resolve": true])
        #expect(scene.status == .resolved)
        #expect(scene.timers.isEmpty)
    }

    @Test func aMissIsPredictedFromHowLongLikeCasesTook() throws {
        let hour: Int64 = 3_600_000
        var pace = Pace()
        for hours in [1, 1, 1, 1, 1, 6, 7, 8, 9] as [Int64] { pace.add(hours * hour, topic: "refund-status") }
        // Five of nine are answered within the hour; who was not by then is mostly late.
        #expect(pace.turning(topic: "refund-status", allowed: 4 * hour) == hour)
        #expect(pace.turning(topic: "refund-status", allowed: 10 * hour) == nil)
        #expect(pace.turning(topic: "stock", allowed: 4 * hour) == nil)
        for _ in 0..<9 { pace.add(9 * hour, topic: "warranty") }
        #expect(pace.turning(topic: "warranty", allowed: 4 * hour) == 0)
    }

    @Test func aPredictedMissIsToldWhileThereIsTime() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        var pace = Pace()
        for hours in [1, 1, 1, 1, 1, 6, 7, 8, 9] as [Int64] { pace.add(hours * 3_600_000, topic: "order-status") }
        scene.stage.office.pace = pace
        try await scene.customerWrites()
        try await scene.understood(.sample())
        #expect(scene.timers["predict-first-answer"]?.at == "2026-11-23T11:00:00Z")
        try await scene.run(until: "2026-11-23T11:30:00Z")
        #expect(scene.addressees("staff-notice") == ["nora", "tomas"])
        #expect(scene.timers["predict-first-answer"] == nil)
        try await scene.leaves("answer", answers: true)
        #expect(scene.care?[.firstAnswer]?.missed == nil)
    }

    @Test func paceIsMeasuredFromTheSectionsOfManyCases() throws {
        let calendar = try Fixtures.figures().calendar
        let care: [(ref: String, body: JSON)] = (0..<8).map { number in
            (
                "CW-\(number)",
                [
                    "clocks": [
                        "first-answer": [
                            "started": "2026-11-20T16:30:00.000Z", "due": "2026-11-23T12:00:00.000Z",
                            "met": "2026-11-23T14:00:00.000Z",
                        ]
                    ]
                ]
            )
        }
        let pace = Pace(
            care: care, understood: care.map { ($0.ref, ["topic": "return"]) }, calendar: calendar)
        #expect(pace.turning(topic: "return", allowed: 12 * 3_600_000) == 0)
        #expect(pace.turning(topic: "return", allowed: 13 * 3_600_000) == nil)
    }

    @Test func whatComesTogetherForSomebodyIsOneMail() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites("This is a disgrace. I want to speak to your manager, to a person!")
        var understood = Understanding.sample(topic: "complaint-service", wantsPerson: true)
        understood.mood = "calm"
        try await scene.understood(understood)
        #expect(scene.addressees("staff-notice").filter { $0 == "nora" }.count == 1)
        let mail = try #require(scene.says.first { $0.say.to == ["nora@hearth.example"] }).text
        #expect(mail.contains("the customer asks for a person; the customer asks for somebody in charge"))
        // The voice says the same a little later, and nobody is told anew.
        let handover = Handover(code: "wants-person", reason: "The customer asks for a person.", urgent: true)
        try await scene.deliver("case.handover", JSON(encoding: handover))
        #expect(scene.addressees("staff-notice").filter { $0 == "nora" }.count == 1)
        try await scene.deliver(
            "case.handover", JSON(encoding: Handover(code: "no-article", reason: "Nothing covers it.")))
        #expect(scene.addressees("staff-notice").filter { $0 == "nora" }.count == 2)
    }
}
