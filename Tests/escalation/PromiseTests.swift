import Casework
import Clocks
import StageKit
import Testing

@testable import escalation

@Suite struct PromiseTests {
    /// A case in which a colleague has answered with a promise, on a Monday morning.
    private func scene(_ kind: String = "refund", due: Timestamp = "2026-11-25T17:30:00Z") async throws -> Scene {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true, text: "We will refund 40 EUR by Wednesday.")
        scene.append(
            "promised",
            [
                "name": "say-1-1", "what": "We will refund 40 EUR by Wednesday.", "due": .string(due.description),
                "authority": "nora", "evidence": "…", "kind": .string(kind),
            ])
        try await scene.leaves("acknowledgment")
        return scene
    }

    @Test func aPromiseRunsOnItsOwnClock() async throws {
        let scene = try await scene()
        #expect(scene.care?.clocks["promise-say-1-1"]?.due == "2026-11-25T17:30:00Z")
        #expect(scene.timers["due-promise-say-1-1"]?.at == "2026-11-25T17:30:00Z")
        // Three quarters of two and a half days, in opening hours.
        #expect(scene.timers["warn-promise-say-1-1"]?.at == "2026-11-25T11:22:30Z")
    }

    @Test func aPromiseAboutToBeMissedGoesToTheAdvocateAndUpTheLadder() async throws {
        var scene = try await scene()
        try await scene.run(until: "2026-11-25T12:00:00Z")
        #expect(scene.addressees("staff-notice") == ["nora", "tomas"])
        #expect(scene.texts("staff-notice").first?.contains("/kept 1") == true)
        #expect(scene.texts("staff-notice").first?.contains("due soon, by Wednesday 25 November at 17:30:") == true)
        #expect(scene.texts("amends").isEmpty)
    }

    @Test func aPromiseThatWasMissedBringsAnApologyWithAnOfferBeforeTheCustomerAsks() async throws {
        var scene = try await scene()
        try await scene.run(until: "2026-11-25T18:00:00Z")
        let amends = try #require(scene.says.first { $0.say.purpose == "amends" })
        #expect(amends.text.contains("> We will refund 40 EUR by Wednesday."))
        #expect(amends.text.contains("10 EUR"))
        #expect(amends.say.details?["promise"] == "say-1-1")
        #expect(amends.say.author == "nora")
        let promised = amends.say.details?["promises"]?.array ?? []
        #expect(promised.map { $0["kind"] } == ["contact"])
        let verdict = CourtesyGate.judge(
            amends.text,
            GateContext(
                language: "en", authority: Authority(credit: ["EUR": 2500]), purpose: "amends", mood: "angry",
                now: scene.now))
        #expect(verdict.verdict == .pass, "\(verdict.findings)")
        try await scene.leaves("amends", details: amends.say.details)
        #expect(scene.care?.made_good == ["say-1-1"])
        #expect(scene.care?.clocks["promise-say-1-1"]?.missed != nil)
        // The apology answers nothing: the case goes on.
        #expect(scene.status == .open)
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func theApologyKeepsToTheStandards(_ language: String) throws {
        let mail = try Fixtures.office().customerMail.amends(
            .init(ref: "CW-7K3F9QX", name: "Ann", advocate: "Nora Quill", language: language),
            .promise("We will refund 40 EUR by Wednesday."), .offer("10 EUR"), nextWord: "2026-11-26T12:00:00Z")
        let verdict = CourtesyGate.judge(
            mail.body,
            GateContext(
                language: language, authority: Authority(credit: ["EUR": 1000]), purpose: "amends", mood: "angry",
                now: "2026-11-25T17:30:00Z"))
        #expect(verdict.verdict == .pass, "\(mail.body)\n\(verdict.findings)")
        #expect(mail.promises.map(\.placeholders) == [["next_word"]])
    }

    @Test func aTextThatSaysItIsDoneKeepsThePromise() async throws {
        var scene = try await scene()
        scene.wait(until: "2026-11-24T10:00:00Z")
        try await scene.leaves("answer", answers: true, text: "We have refunded 40 EUR today.")
        #expect(scene.last?.keep == ["say-1-1"])
        #expect(scene.care?.clocks["promise-say-1-1"]?.missed == nil)
        #expect(scene.timers["due-promise-say-1-1"] == nil)
    }

    @Test func aTextThatSaysThatTheThingIsSentKeepsThePromise() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true, text: "We will send you the photographs by Wednesday.")
        scene.append(
            "promised",
            [
                "name": "say-1-1", "what": "We will send you the photographs by Wednesday.",
                "due": "2026-11-25T17:30:00Z",
                "authority": "nora", "evidence": "…", "kind": "delivery",
            ])
        scene.wait(until: "2026-11-24T10:00:00Z")
        try await scene.leaves(
            "answer", answers: true, text: "The mosaic weighs 12 kg. We will look for the photographs.")
        #expect(scene.last?.keep == nil)
        try await scene.leaves("answer", answers: true, text: "We have sent you the photographs this morning.")
        #expect(scene.last?.keep == ["say-1-1"])
    }

    /// Seen on a live desk: the case was settled, and the call that its last words promised was forgotten.
    @Test func aCaseIsNotSettledByAnAnswerThatPromisesMore() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves(
            "answer", answers: true, text: "It is for sale. We will call you tomorrow by 15:00.",
            details: ["resolve": true],
            promising: [
                "name": "say-1-1", "what": "We will call you tomorrow by 15:00.", "due": "2026-11-24T15:00:59Z",
                "authority": "nora", "evidence": "…", "kind": "contact",
            ])
        #expect(scene.status == .open)
        #expect(scene.last?.withdraw == nil)
        #expect(scene.texts("staff-notice").last?.contains("the case stays open") == true)
        try await scene.staffWrites("/kept 1\n\nThank you for the call.")
        #expect(scene.says.last?.say.purpose == "answer")
    }

    @Test func whatIsToldMeanwhileKeepsNoWordOfAnAnswer() async throws {
        var scene = try await scene("contact", due: "2026-11-24T14:00:59Z")
        try await scene.customerWrites("And the lid?")
        for purpose in ["acknowledgment", "update", "hand-over", "thanks"] {
            try await scene.leaves(purpose)
            #expect(scene.last?.keep == nil)
        }
        try await scene.run(until: "2026-11-24T14:01:00Z")
        #expect(scene.texts("amends").count == 1)
        try await scene.leaves("answer", answers: true)
        #expect(scene.last?.keep == ["say-1-1"])
    }

    @Test func anyWordKeepsTheNextWordButNoReceiptDoes() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        scene.append(
            "promised",
            [
                "name": "say-1-1", "what": "You hear from us by 14:00.", "due": "2026-11-23T14:00:59Z",
                "authority": "nora", "evidence": "…", "kind": "contact",
            ])
        try await scene.leaves("acknowledgment")
        #expect(scene.last?.keep == nil)
        try await scene.leaves("update")
        #expect(scene.last?.keep == ["say-1-1"])
    }

    @Test func aWordThatNeverCameWasNotKeptByTheEndOfTheCase() async throws {
        var scene = try await scene("contact", due: "2026-11-23T14:00:59Z")
        let customer = Party(name: "Ann", address: "ann@example.org")
        try await scene.deliver("case.settled", JSON(encoding: Settled(from: customer, at: scene.now)))
        #expect(scene.status == .resolved)
        #expect(scene.last?.keep == nil)
        #expect(scene.last?.withdraw == ["say-1-1"])
        #expect(scene.care?.clocks["promise-say-1-1"]?.met == nil)
        // It is over for good: a text that leaves later keeps nothing, and nobody can say that it was kept.
        try await scene.leaves("closing")
        #expect(scene.last?.keep == nil)
        try await scene.staffWrites("/kept 1")
        #expect(scene.last?.keep == nil)
        #expect(scene.addressees("staff-refused") == ["nora"])
    }

    @Test func aWordThatIsLateIsOwnedWithoutAGift() async throws {
        var scene = try await scene("contact", due: "2026-11-23T14:00:59Z")
        try await scene.customerWrites("And when does it come?")
        try await scene.run(until: "2026-11-23T14:05:00Z")
        #expect(scene.texts("amends").count == 1)
        #expect(scene.texts("amends").first?.contains("EUR.") == false)
    }

    @Test func whoCountedOnAWordWaitsForAnAnswerAgain() async throws {
        var scene = try await scene("contact", due: "2026-11-24T14:00:59Z")
        #expect(scene.timers["due-resolve"] == nil, "silence is no content while a word is to come")
        try await scene.run(until: "2026-11-24T14:01:00Z")
        #expect(scene.texts("amends").count == 1)
        #expect(scene.addressees("staff-notice") == ["nora", "nora"])
        #expect(scene.texts("staff-notice").first?.contains("Write to them in time") == true)
        let late = try #require(scene.texts("staff-notice").last)
        #expect(late.contains("none has left; they have an apology in Nora Quill's name"))
        #expect(scene.care?.turn == "us")
        #expect(scene.care?[.nextAnswer]?.started == "2026-11-24T14:00:59Z")
        try await scene.leaves("amends", details: scene.says.first { $0.say.purpose == "amends" }?.say.details)
        // From then on it is a case like any other: a word every day, and the ladder. No apology follows the other.
        for day in ["25", "26"] {
            try await scene.run(until: Timestamp("2026-11-\(day)T17:00:00Z")!)
            try await scene.leaves("update")
        }
        #expect(scene.texts("update").count == 2)
        #expect(scene.texts("amends").count == 1)
        #expect(scene.emitted.contains { $0.output == "escalated" })
        try await scene.leaves("answer", answers: true, text: "Here is what came of it.")
        #expect(scene.care?.turn == "customer")
    }

    @Test func whoOwesUsAWordIsNotToldThatOursIsLate() async throws {
        var scene = try await scene("contact", due: "2026-11-24T14:00:59Z")
        try await scene.customerWrites("And the lid?")
        try await scene.leaves("clarifying-question", text: "Which lid is it? You hear from us by Wednesday at 14:00.")
        scene.append(
            "promised",
            [
                "name": "say-3-1", "what": "You hear from us by Wednesday at 14:00.", "due": "2026-11-25T14:00:59Z",
                "authority": "nora", "evidence": "…", "kind": "contact",
            ])
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-25T17:00:00Z")
        #expect(scene.texts("amends").isEmpty)
        #expect(
            scene.texts("staff-notice").filter { $0.contains("none has left. Write to them how it stands") }.count == 1)
    }

    @Test func wordsBelowKeptAreTheWordThatWasPromised() async throws {
        var scene = try await scene("contact", due: "2026-11-24T14:00:59Z")
        try await scene.staffWrites("/kept\nThe mosaic is not for sale.")
        #expect(scene.says.last?.text == "The mosaic is not for sale.")
        try await scene.spoken()
        #expect(scene.last?.keep == ["say-1-1"])
        // Who called has kept it as well.
        var other = try await self.scene("contact", due: "2026-11-24T14:00:59Z")
        try await other.staffWrites("/kept 1")
        #expect(other.last?.keep == ["say-1-1"])
    }

    @Test(arguments: ["refund", "contact"]) func thanksEndNothingThatIsStillToCome(_ kind: String) async throws {
        var scene = try await scene(kind)
        try await scene.customerWrites("Thanks!")
        try await scene.understood(.sample(heard: 2, satisfied: true))
        try await scene.leaves("thanks")
        #expect(scene.status == .open)
        // They wait for nothing else.
        #expect(scene.care?.turn == "customer")
        try await scene.run(until: "2026-11-25T18:00:00Z")
        #expect(scene.texts("amends").count == 1)
    }

    @Test func aYesToWhatWeOfferedEndsNothing() async throws {
        var standards = Fixtures.standards.object ?? [:]
        standards["first_answer"] = ["within": "4 business hours", "warn": 0.5, "make_good": 5]
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: .object(standards))
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-23T14:00:00Z")
        let offer = try #require(scene.says.first { $0.say.purpose == "amends" })
        try await scene.leaves("amends", details: offer.say.details)
        try await scene.customerWrites("Thank you!")
        try await scene.understood(.sample(heard: 2, satisfied: true))
        #expect(scene.status == .open && scene.care?.turn == "us")
        try await scene.deliver("case.handover", JSON(encoding: Handover(code: "reply", reason: "They reply kindly.")))
        #expect(scene.texts("staff-notice").last?.contains("a voucher of 5 EUR was offered") == true)
    }

    @Test func contentCountsFromWhenTheWordCame() async throws {
        var scene = try await scene("contact", due: "2026-12-01T14:00:59Z")
        try await scene.run(until: "2026-11-30T16:00:00Z")
        #expect(scene.status == .open)
        try await scene.leaves("answer", answers: true, text: "The lid has arrived here.")
        #expect(scene.last?.keep == ["say-1-1"])
        try await scene.run(until: "2026-12-02T12:00:00Z")
        #expect(scene.status == .open)
        try await scene.run(until: "2026-12-04T12:00:00Z")
        #expect(scene.status == .resolved)
    }

    @Test func aHandOverPromisesNothingButWhatWas() async throws {
        var scene = try await scene("contact", due: "2026-11-24T14:00:59Z")
        try await scene.staffWrites("/assign tomas")
        #expect(scene.texts("hand-over").first?.contains("The next word") == false)
        try await scene.spoken()
        #expect(scene.care?.clocks["promise-say-1-1"]?.met == nil)
        #expect(
            scene.texts("staff-notice").last?.contains("is promised by Tuesday 24 November at 14:00 (number 1)") == true
        )
    }

    @Test func thatItIsKeptIsToldWhereTheCustomerCountsOnAWord() async throws {
        var scene = try await scene()
        scene.append(
            "promised",
            [
                "name": "say-2-1", "what": "The next word comes by Monday at 14:00.", "due": "2026-11-23T14:00:59Z",
                "authority": "nora", "evidence": "…", "kind": "contact",
            ])
        try await scene.staffWrites("/kept")
        #expect(scene.last?.keep == nil)
        #expect(scene.texts("staff-refused").last?.contains("Write below /kept what was done") == true)
        try await scene.staffWrites("/kept\nThe money is on its way.")
        try await scene.spoken()
        #expect(scene.last?.keep == ["say-1-1", "say-2-1"])
    }

    @Test func aColleagueSaysThatItIsKept() async throws {
        var scene = try await scene()
        try await scene.staffWrites("/kept 2")
        #expect(scene.last?.keep == nil)
        #expect(scene.addressees("staff-refused") == ["nora"])
        try await scene.staffWrites("/kept 1")
        #expect(scene.last?.keep == ["say-1-1"])
    }

    @Test func withWordsItIsKeptOnceTheyHaveLeft() async throws {
        var scene = try await scene()
        try await scene.staffWrites("/kept 1\nThe money is on its way, as you told us to.")
        #expect(scene.last?.keep == nil)
        let held = try #require(scene.says.last)
        #expect(held.text == "The money is on its way, as you told us to.")
        try await scene.refuses(held)
        #expect(scene.texts("staff-refused").last?.contains("Write it above the new words as well") == true)
        #expect(scene.last?.keep == nil)
        try await scene.staffWrites("/kept 1\nThe money is on its way.")
        try await scene.spoken()
        #expect(scene.last?.keep == ["say-1-1"])
    }

    @Test func noCaseEndsWhileAThingIsOwed() async throws {
        var scene = try await scene()
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .open)
        #expect(scene.texts("staff-refused").last?.contains("still open") == true)
        try await scene.staffWrites("/kept")
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .resolved)
    }

    @Test func whoMadeAPromiseHearsOfItAsItFallsDueAndIsMissed() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true, text: "I will call you by Wednesday.", author: "maelle")
        scene.append(
            "promised",
            [
                "name": "say-1-1", "what": "I will call you by Wednesday.", "due": "2026-11-25T17:30:00Z",
                "authority": "maelle", "evidence": "…", "kind": "contact",
            ])
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-25T12:00:00Z")
        #expect(scene.addressees("staff-notice") == ["nora", "maelle"])
        #expect(scene.texts("staff-notice").first?.contains("Maëlle Corbin said so") == true)
        try await scene.run(until: "2026-11-25T17:31:00Z")
        #expect(scene.addressees("staff-notice").filter { $0 == "maelle" }.count == 2)
    }
}
