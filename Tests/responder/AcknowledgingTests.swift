import Casework
import StageKit
import Testing

@testable import responder

@Suite struct AcknowledgingTests {
    private func contact(_ automatic: String? = nil) -> Contact {
        Contact(channel: "mail", from: Party(address: "ann@example.com"), words: "Hello", automatic: automatic)
    }

    @Test func aContactIsAcknowledgedAtHalfTheTimeEvenIfNobodyIsNamed() async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?")
        let timer = try await scene.work("case.contact", data: contact()).outcome.timers?.first
        #expect(timer?.type == "responder.acknowledge")
        #expect(timer?.at == Scene.start + .seconds(60))
        let said = try #require(try await scene.work("responder.acknowledge").said)
        #expect(said.say.name == "ack-1")
        // Four business hours from ten o'clock.
        #expect(said.text.contains("Tuesday 24 November at 14:00"))
    }

    @Test func theAcknowledgmentNamesWhoLooksAfterItAndWhenTheNextWordComes() async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?")
        scene.care = Care(
            advocate: .init(id: "nora", name: "Nora Quill"), next_word: Scene.start + .seconds(3 * 3600))
        let done = try await scene.work("case.assigned")
        let said = try #require(done.said)
        #expect(said.say.purpose == "acknowledgment" && !said.say.answers)
        #expect(said.say.to == ["ann@example.com"])
        for words in ["Ann Lee", "Nora", Scene.ref, "Tuesday 24 November at 13:00"] {
            #expect(said.text.contains(words))
        }
        #expect(try done.answering?.acknowledged == 1)
        #expect(done.outcome.cancel == ["acknowledge"])
    }

    /// "By 16:01" reads like a machine's; and the clock of the word is not due before the time that was told.
    @Test func aRoundTimeIsToldThatCanBeKept() async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?")
        let next = Scene.start + .seconds(3 * 3600 + 61)
        scene.care = Care(advocate: .init(id: "nora", name: "Nora Quill"), next_word: next)
        let said = try #require(try await scene.work("case.assigned").said)
        #expect(said.text.contains("Tuesday 24 November at 13:05."))
        let promises: [MadePromise] = try #require(said.say.details?["promises"]).decode()
        #expect(promises.first?.due.minute == Scene.start + .seconds(3 * 3600 + 300))
    }

    @Test(arguments: [("-08:00", "Tuesday 24 November at 06:00 (GMT-8)"), ("+00:00", "Tuesday 24 November at 14:00.")])
    func timesAreThoseOfTheCustomersOwnClock(_ zone: String, _ time: String) async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?", zone: zone)
        let said = try #require(try await scene.work("case.assigned").said)
        #expect(said.text.contains(time))
        let promises: [MadePromise] = try #require(said.say.details?["promises"]).decode()
        let due = Scene.start + .seconds(4 * 3600)
        #expect(promises.count == 1 && promises[0].due >= due && promises[0].due < due + .seconds(60), "\(promises)")
    }

    @Test(arguments: [
        ("de", "Dienstag, 24. November, 14:00 Uhr"), ("fr", "mardi 24 novembre à 14:00"),
        ("es", "las 14:00 del martes 24 de noviembre"),
    ])
    func theCustomersLanguageIsSpoken(_ language: String, _ time: String) async throws {
        var scene = try Scene()
        try scene.hear("Hello")
        scene.contact?.language = language
        let said = try #require(try await scene.work("case.assigned").said)
        #expect(said.say.language == language)
        #expect(said.text.contains(time))
    }

    @Test func aCaseIsAcknowledgedOnce() async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?")
        scene.answering = Answering(acknowledged: 1)
        #expect(try await scene.work("case.assigned").said == nil)
        #expect(try await scene.work("responder.acknowledge").said == nil)
        #expect(try await scene.work("case.contact", data: contact()).outcome.timers == nil)
    }

    @Test func aReopenedCaseIsAcknowledgedAnew() async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?")
        scene.tell("answer")
        try scene.hear("It is broken after all", after: 90_000)
        scene.reopen()
        scene.answering = Answering(acknowledged: 1, answered: 1)
        #expect(try await scene.work("case.assigned").said?.say.name == "ack-2")
    }

    @Test func thanksThatOpenACaseAgainAreAcknowledgedByThanksAlone() async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?")
        scene.tell("answer")
        try scene.hear("Thanks, that solved it!", after: 90_000)
        scene.reopen()
        scene.answering = Answering(acknowledged: 1, answered: 1)
        scene.care = Care(advocate: .init(id: "nora", name: "Nora Quill"))
        // Nobody has read it yet: it may be no more than thanks.
        #expect(try await scene.work("case.assigned").said == nil)
        var content = Understanding(
            heard: 2, topic: "thanks", confidence: 0.9, mood: "happy", strength: 0.9, language: "en")
        content.satisfied = true
        #expect(try await scene.work("case.understood", data: content).said == nil)
        scene.understanding = content
        #expect(try await scene.work("case.assigned").said == nil)
        #expect(try await scene.work("responder.draft").said?.say.purpose == "thanks")
        scene.tell("thanks", after: 90_021)
        scene.answering = Answering(acknowledged: 1, answered: 2)
        #expect(try await scene.work("responder.acknowledge").said == nil)
    }

    @Test func whatWasNoThanksIsAcknowledgedOnceItIsUnderstood() async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?")
        scene.tell("answer")
        try scene.hear("Hello again.", after: 90_000)
        scene.reopen()
        scene.answering = Answering(acknowledged: 1, answered: 1)
        scene.care = Care(advocate: .init(id: "nora", name: "Nora Quill"))
        #expect(try await scene.work("case.assigned").said == nil)
        let heard = Understanding(heard: 2, topic: "other", confidence: 0.3, mood: "calm", strength: 0, language: "en")
        #expect(try await scene.work("case.understood", data: heard).said?.say.name == "ack-2")
        // Where nobody understands it, the timer sees to it.
        #expect(try await scene.work("responder.acknowledge").said?.say.name == "ack-2")
    }

    @Test func aNameThatWasGivenOnceIsKept() async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?")
        scene.contact?.customer.name = nil
        let said = try #require(try await scene.work("case.assigned").said)
        #expect(said.text.contains("Hello Ann Lee,"))
    }

    @Test(arguments: [
        ("de", "Ihr Team von Hearth & Table"), ("fr", "Votre équipe Hearth & Table"), ("en", "The people of"),
    ])
    func theDeskSignsInTheCustomersLanguage(_ language: String, _ signature: String) async throws {
        var scene = try Scene()
        try scene.hear("Hello")
        scene.contact?.language = language
        #expect(try await scene.work("case.assigned").said?.text.contains(signature) == true)
        #expect(Signature.text("Ann & Bob", shop: "Hearth & Table", language: language) == "Ann & Bob")
    }

    @Test func aWordInALanguageThatNobodyWritesHereChangesNothing() async throws {
        var scene = try Scene()
        try scene.hear("Guten Tag, wann kommt meine Bestellung bei mir an?")
        try scene.hear("ciao", after: 10)
        scene.understanding = Understanding(
            heard: 2, topic: "", confidence: 0, mood: "calm", strength: 0, language: "it")
        #expect(try await scene.work("case.assigned").said?.say.language == "de")
    }

    @Test func aFurtherContactGetsAReceiptOnlyIfNothingElseWasSaid() async throws {
        var scene = try Scene()
        try scene.hear("Where is my order?")
        scene.tell("acknowledgment")
        try scene.hear("And the invoice?", after: 7200)
        scene.answering = Answering(acknowledged: 1)
        let said = try #require(try await scene.work("responder.acknowledge").said)
        #expect(said.say.purpose == "follow-up-received")
        scene.tell("answer", after: 7230)
        #expect(try await scene.work("responder.acknowledge").said == nil)
    }

    @Test func aBurstIsNotAnsweredByABurst() async throws {
        var scene = try Scene()
        for second in [0, 5, 9, 60] { try scene.hear("Hello?", after: Int64(second)) }
        scene.answering = Answering(acknowledged: 1)
        let done = try await scene.work("responder.acknowledge")
        #expect(done.said == nil)
        // The clock knows why: the receipt of before serves.
        let note: JSON = try JSONCoding.decode(from: done.bodies[try #require(done.outcome.append?.first?.body)])
        #expect(note["receipt_serves"] == 4)
    }

    @Test(arguments: [
        ("Where is my order?", "We are at home all day.", "calm", Int64(120), false),
        ("Where is my order?", "We are at home all day.", "calm", 400, true),
        ("Where is my order?", "And how can I pay the invoice?", "calm", 120, true),
        ("Where is my order?", "Nobody picks up your phone.", "angry", 120, true),
        ("The glass burst and my daughter has burnt her arm.", "We are at the hospital now.", "calm", 120, true),
    ])
    func aReceiptServesForMinutesWhatAsksNothingNew(
        _ first: String, _ second: String, _ mood: String, _ after: Int64, _ isTold: Bool
    ) async throws {
        var scene = try Scene()
        try scene.hear(first)
        scene.tell("acknowledgment")
        try scene.hear(second, after: after)
        scene.append("noted", ["mood": .string(mood), "heard": 2], at: scene.now)
        scene.answering = Answering(acknowledged: 1)
        #expect((try await scene.work("responder.acknowledge").said != nil) == isTold)
        // Said once more, the same words are a program's.
        scene.tell("follow-up-received", after: after + 60)
        try scene.hear(second, after: after + 90)
        scene.answering = Answering(acknowledged: 2)
        #expect(try await scene.work("responder.acknowledge").said == nil)
    }

    @Test func whoRepliesToOurAnswerWithinTheHourHasAReceipt() async throws {
        var scene = try Scene()
        try scene.hear("My lamp is dark.")
        scene.tell("acknowledgment")
        scene.tell("answer", after: 30)
        try scene.hear("Yes, it is still broken.", after: 600)
        scene.answering = Answering(acknowledged: 1)
        #expect(try await scene.work("responder.acknowledge").said?.say.purpose == "follow-up-received")
        // What answers our receipt, be it a program that does not say so, gets no other.
        scene.tell("follow-up-received", after: 660)
        try scene.hear("We have received your mail.", after: 700)
        scene.answering = Answering(acknowledged: 2)
        #expect(try await scene.work("responder.acknowledge").said == nil)
    }

    @Test func machinesAreNotAcknowledged() async throws {
        var scene = try Scene()
        try scene.hear("I am away", automatic: "out-of-office")
        #expect(try await scene.work("case.contact", data: contact("out-of-office")).outcome.timers == nil)
        #expect(try await scene.work("case.assigned").said == nil)
        #expect(try await scene.work("responder.acknowledge").said == nil)
    }
}
