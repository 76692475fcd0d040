import Casework
import Clocks
import StageKit
import Testing

@testable import escalation

@Suite struct HandlingTests {
    @Test func aNewCaseHasAnAdvocateClocksAndAReceiptToCome() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        #expect(scene.owner == "nora")
        #expect(scene.care?.next_word == "2026-11-23T14:00:00Z")
        #expect(scene.emitted.map(\.output) == ["assigned"])
        #expect(scene.emitted.first?.deadline == "2026-11-23T10:02:00Z")
        #expect(
            Set(scene.timers.keys) == [
                "due-acknowledge", "warn-first-answer", "due-first-answer", "warn-update", "due-update",
            ])
    }

    @Test func aReturningCustomerMeetsTheSamePerson() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        scene.history = [.init(ref: "CW-1", status: .resolved, owner: "edda", opened: "2026-01-01T10:00:00Z")]
        try await scene.customerWrites()
        #expect(scene.care?.advocate.name == "Edda Storm")
    }

    @Test func aFurtherMessageIsAcknowledgedAsWell() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        try await scene.leaves("answer", answers: true)
        scene.wait(until: "2026-11-23T12:00:00Z")
        try await scene.customerWrites("Thank you, and when does it come?")
        #expect(scene.emitted.map(\.output) == ["assigned", "assigned"])
        #expect(scene.emitted.last?.deadline == "2026-11-23T12:02:00Z")
        #expect(scene.timers["due-next-answer"]?.at == "2026-11-23T16:00:00Z")
        #expect(scene.care?.turn == "us")
    }

    @Test func anAnswerStopsItsClocksAndTheCaseIsResolvedLater() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        try await scene.leaves("answer", answers: true)
        #expect(Set(scene.timers.keys) == ["due-resolve"])
        try await scene.run(until: "2026-11-26T10:00:00Z")
        #expect(scene.status == .resolved)
        #expect(scene.emitted.map(\.output) == ["assigned", "resolved"])
        #expect(scene.says.isEmpty)
        #expect(scene.timers.isEmpty)
    }

    @Test func anAnswerThatCrossedWithNewWordsLeavesTheTurnWithUs() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        scene.wait(until: "2026-11-23T11:00:00Z")
        try await scene.customerWrites("One more thing")
        try await scene.leaves("answer", answers: true, heard: 1)
        #expect(scene.care?.turn == "us")
        #expect(scene.care?[.nextAnswer]?.started == "2026-11-23T11:00:00Z")
    }

    @Test func theAdvocateIsWarnedThenToldThenTheNextRung() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-23T12:00:00Z")
        #expect(scene.addressees("staff-warning") == ["nora"])
        #expect(scene.says.first?.say.subject?.contains("2 h") == true)
        #expect(scene.says.first?.say.details?["person"] == "nora")
        try await scene.run(until: "2026-11-23T14:00:00Z")
        #expect(scene.addressees("staff-notice") == ["nora", "tomas"])
        try await scene.run(until: "2026-11-23T17:00:00Z")
        #expect(scene.addressees("staff-notice") == ["nora", "tomas", "maelle", "edda"])
        #expect(scene.care?.rung == 3)
        #expect(scene.care?[.firstAnswer]?.missed != nil)
    }

    @Test func aCustomerWhoWaitsHearsFromUsEveryBusinessDay() async throws {
        var scene = try Scene(at: "2026-11-27T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-12-01T23:00:00Z")
        let updates = scene.texts("update")
        // Friday, Saturday, Monday, Tuesday; none on Sunday.
        #expect(updates.count == 4)
        #expect(updates[0].contains("Nora Quill"))
        #expect(updates[0].contains("by Saturday 28 November at 16:00"))
        #expect(scene.says.filter { $0.say.purpose == "update" }.allSatisfy { !$0.say.answers })
    }

    @Test func whoHasNewsNeedsNoUpdateThatDay() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        scene.wait(until: "2026-11-23T15:00:00Z")
        try await scene.leaves("hand-over")
        try await scene.run(until: "2026-11-23T20:00:00Z")
        #expect(scene.texts("update").isEmpty)
        try await scene.run(until: "2026-11-24T15:00:00Z")
        #expect(scene.texts("update").count == 1)
    }

    @Test func whoOwesUsAWordHasOneReminderOneClosingNoteAndNoUpdates() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        let question = "Hello Ann,\n\nwhich of the two cups is it? Could you tell us the number?\n\nKind regards"
        try await scene.leaves("clarifying-question", text: question)
        try await scene.run(until: "2026-12-10T12:00:00Z")
        #expect(scene.texts("update").isEmpty)
        #expect(scene.texts("reminder").count == 1)
        #expect(scene.texts("reminder").first?.contains("which of the two cups is it?") == true)
        #expect(scene.texts("closing").count == 1)
        #expect(scene.status == .resolved)
        #expect(scene.timers.isEmpty)
    }

    @Test func aTimerWhoseClockIsMetSaysNothing() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        scene.wait(until: "2026-11-23T14:00:00Z")
        try await scene.deliver("clock.due", ["clock": "first-answer", "kind": "due"])
        try await scene.deliver("clock.due", ["clock": "update", "kind": "due"])
        try await scene.deliver("clock.due", ["clock": "resolve", "kind": "due"])
        #expect(scene.says.isEmpty)
        #expect(scene.status == .open)
    }

    @Test func aTimerThatFiresEarlySaysNothingAndComesAgain() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.deliver("clock.due", ["clock": "first-answer", "kind": "warn"])
        #expect(scene.says.isEmpty)
        #expect(scene.timers["warn-first-answer"]?.at == "2026-11-23T12:00:00Z")
    }

    @Test func dangerGoesToTheAdvocateAndTheNextRungAtOnceAndAtNight() async throws {
        var scene = try Scene(at: "2026-11-22T02:00:00Z")
        try await scene.customerWrites("The kettle gave my son a shock.")
        try await scene.understood(.sample(safety: [.init(kind: "injury", words: "gave my son a shock")]))
        #expect(scene.addressees("staff-notice") == ["nora", "tomas"])
        #expect(scene.texts("staff-notice").first?.contains("> The kettle gave my son a shock.") == true)
        #expect(scene.texts("staff-notice").first?.contains("A customer needs a word from you at once.") == true)
        let notice = try #require(scene.says.first { $0.say.purpose == "staff-notice" })
        #expect(notice.say.subject == "Please answer at once: CW-TEST123")
        // The responder tells of the same danger; nobody is told twice.
        try await scene.deliver(
            "case.handover", JSON(encoding: Handover(code: "safety", reason: "Signs of danger", urgent: true)))
        #expect(scene.addressees("staff-notice") == ["nora", "tomas"])
        try await scene.run(until: "2026-11-22T05:00:00Z")
        #expect(scene.addressees("staff-notice") == ["nora", "tomas", "maelle", "edda"])
    }

    @Test func aHandOverGivesTheAdvocateTheWholeStory() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        scene.understanding = .sample(
            topic: "damaged-item", asks: [.init(quote: "Where is my order?", kind: "question", contact: 1)])
        try await scene.customerWrites()
        scene.understanding?.topic = "return"
        try await scene.deliver(
            "case.handover",
            JSON(encoding: Handover(code: "no-article", reason: "No article covers it.", draft: "It is on its way.")))
        let mail = try #require(scene.says.last)
        #expect(mail.say.audience == .staff)
        #expect(mail.say.name == "notice-1-no-article-0-maelle")
        // Maëlle reads French first.
        for part in ["No article covers it.", "Where is my order?", "It is on its way.", "Tomás Iriarte", "Réponds"] {
            #expect(mail.text.contains(part), "\(part)")
        }
        #expect(scene.care?.waits_for == "no-article")
    }

    @Test func aSatisfiedCustomerResolvesTheCase() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.understood(.sample(satisfied: true))
        #expect(scene.status == .open)
        try await scene.leaves("answer", answers: true)
        try await scene.customerWrites("Perfect, thank you!")
        try await scene.understood(.sample(heard: 2, satisfied: true))
        #expect(scene.status == .resolved)
        #expect(scene.timers.isEmpty)
    }

    @Test func aCaseOfThanksAloneEndsWithOurs() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites("You were wonderful.")
        try await scene.understood(.sample(satisfied: true))
        try await scene.leaves("thanks")
        #expect(scene.status == .resolved)
    }

    @Test func aTextThatCouldNotLeaveBringsThePersonIn() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        let said = Said(
            purpose: "answer", audience: .customer, answers: true, sent: false, detail: "550 no such user", heard: 1)
        try await scene.deliver("case.said", JSON(encoding: said))
        #expect(scene.addressees("staff-notice") == ["nora"])
        #expect(scene.timers["due-first-answer"] != nil)
    }

    @Test func aBounceIsTold() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        let bounce: JSON = [
            "automatic": "bounce", "words": "",
            "bounce": ["kind": "hard", "status": "5.1.1", "recipient": "ann@example.org"],
        ]
        try await scene.deliver("case.notice", bounce)
        try await scene.deliver("case.notice", ["automatic": "out-of-office", "words": "I am away"])
        #expect(scene.texts("staff-notice").count == 1)
        #expect(scene.texts("staff-notice").first?.contains("5.1.1") == true)
        #expect(scene.care?.unreachable?["ann@example.org"]?.kind == "hard")
    }

    @Test func aDelayIsNotTold() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.deliver(
            "case.notice",
            [
                "automatic": "bounce", "words": "",
                "bounce": ["kind": "soft", "delayed": true, "recipient": "ann@example.org"],
            ])
        #expect(scene.texts("staff-notice").isEmpty)
        #expect(scene.care?.unreachable == nil)
    }

    @Test func whatCouldNotBeWorkedIsTold() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        // Even where nothing else of the case ever came here.
        try await scene.deliver(
            "message.dead",
            [
                "message": 7, "stage": "triage", "type": "case.contact", "code": "model", "reason": "no model",
                "attempts": 6,
            ])
        #expect(scene.texts("staff-notice").first?.contains("triage could not work case.contact") == true)
        #expect(!scene.timers.isEmpty)
    }

    @Test func anUnhappyVoteOpensTheCaseAndReachesTheLead() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.run(until: "2026-11-26T10:00:00Z")
        try await scene.deliver("case.voted", JSON(encoding: Vote(question: "csat", score: 5)))
        #expect(scene.status == .resolved)
        try await scene.deliver("case.voted", JSON(encoding: Vote(question: "csat", score: 1, words: "Nobody helped.")))
        #expect(scene.status == .open)
        #expect(scene.addressees("staff-notice") == ["maelle", "nora"])
        #expect(scene.texts("staff-notice").first?.contains("Nobody helped.") == true)
        #expect(scene.timers["due-next-answer"]?.at == "2026-11-26T14:00:00Z")
    }

    @Test func whoWasToldOfAnUnhappyVoteIsToldOnceThatItTurned() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.run(until: "2026-11-26T10:00:00Z")
        func vote(_ score: Int) async throws {
            let vote = try JSON(encoding: Vote(question: "csat", score: score))
            scene.append("feedback", vote)
            try await scene.deliver("case.voted", vote)
        }
        try await vote(5)
        #expect(scene.addressees("staff-notice").isEmpty, "nobody had been told otherwise")
        try await vote(2)
        try await vote(5)
        #expect(scene.addressees("staff-notice") == ["maelle", "nora", "maelle", "nora"])
        #expect(scene.texts("staff-notice").last?.contains("is content now (csat 5)") == true)
        #expect(scene.texts("staff-notice").last?.contains("the case is settled again") == true)
        #expect(scene.status == .resolved)
        try await vote(4)
        #expect(scene.texts("staff-notice").count == 4)
    }

    @Test(arguments: [true, false])
    func aCaseInWhichSomethingHappenedStaysOpenWhenAVoteTurns(_ isByColleague: Bool) async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.run(until: "2026-11-26T10:00:00Z")
        func vote(_ score: Int, _ words: String? = nil) async throws {
            let vote = try JSON(encoding: Vote(question: "csat", score: score, words: words))
            scene.append("feedback", vote)
            try await scene.deliver("case.voted", vote)
        }
        try await vote(1, "Nobody helped.")
        if isByColleague { scene.append("noted", ["note": "I call her tomorrow.", "person": "nora"]) }
        try await vote(5, isByColleague ? nil : "Thanks, but the lid is missing.")
        #expect(scene.status == .open)
        #expect(scene.texts("staff-notice").last?.contains("the case stays open") == true)
    }

    @Test func whoIsAwayIsStoodInFor() async throws {
        let people = [
            Fixtures.person("nora", "Nora Quill", away: [["from": "2026-11-24", "until": "2026-11-24"]]),
            Fixtures.person("tomas", "Tomás Iriarte"), Fixtures.person("maelle", "Maëlle Corbin"),
            Fixtures.person("edda", "Edda Storm"),
        ]
        var scene = try Scene(at: "2026-11-23T17:00:00Z", people: Fixtures.people(people))
        try await scene.customerWrites()
        scene.wait(until: "2026-11-24T10:00:00Z")
        try await scene.deliver("case.handover", JSON(encoding: Handover(code: "unsure", reason: "Unclear.")))
        #expect(scene.addressees("staff-notice") == ["tomas"])
        try await scene.customerWrites("Hello?")
        #expect(scene.owner == "tomas")
        #expect(scene.care?.earlier == ["nora"])
    }
}
