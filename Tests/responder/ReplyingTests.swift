import Casework
import StageKit
import Testing

@testable import responder

@Suite struct ReplyingTests {
    private func understanding(
        _ words: String, heard: Int = 1, confidence: Double = 0.9, mood: String = "calm", language: String? = "en",
        topic: String = "return"
    ) -> Understanding {
        Understanding(
            heard: heard, topic: topic, confidence: confidence, mood: mood, strength: 0, language: language,
            asks: [.init(quote: words, kind: "question", contact: heard)])
    }

    @Test func anAnswerWaitsUntilTheCustomerHasBeenQuiet() async throws {
        var scene = try Scene()
        try scene.hear("How do I return a pan?")
        try scene.hear("It is the blue one.", after: 12)
        let timer = try await scene.work("case.understood", data: understanding("x", heard: 2)).outcome.timers?.first
        #expect(timer?.at == Scene.start + .seconds(32))
    }

    @Test func whoKeepsWritingIsNotKeptWaitingForEver() async throws {
        var scene = try Scene()
        try scene.hear("How do I return a pan?")
        try scene.hear("It is the blue one.", after: 175)
        let timer = try await scene.work("case.understood", data: understanding("x", heard: 2)).outcome.timers?.first
        #expect(timer?.at == Scene.start + .seconds(180))
    }

    @Test func anAskThatAnArticleCoversIsAnsweredFromIt() async throws {
        var scene = try Scene()
        let words = "How can I return a pan that I bought two weeks ago?"
        try scene.hear(words)
        scene.understanding = understanding(words)
        let done = try await scene.work("responder.draft")
        let said = try #require(done.said, "\(done.trouble)")
        #expect(said.say.answers && said.say.purpose == "answer")
        #expect(said.say.details?["articles"]?.array?.first?.string == "returns")
        #expect(said.text.contains("within 30 days"))
        let answering = try #require(try done.answering)
        #expect(answering.answered == 1)
        #expect(said.text.contains(answering.coverage.first?.span ?? "?"))
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func theUpsetAreHeardFirst(_ language: String) async throws {
        let words = [
            "en": "How can I return a pan?", "de": "Wie kann ich eine Pfanne zurückgeben?",
            "fr": "Comment puis-je retourner une poêle ?", "es": "¿Cómo puedo devolver una sartén?",
        ]
        var scene = try Scene()
        let ask = try #require(words[language])
        try scene.hear(ask)
        scene.understanding = understanding(ask, mood: "upset", language: language)
        let done = try await scene.work("responder.draft")
        let said = try #require(done.said, "\(done.trouble)")
        #expect(said.say.language == language)
        let heard = [
            "en": "We are sorry for the trouble", "de": "Es tut uns leid, dass Sie diesen Ärger haben",
            "fr": "Nous sommes désolés pour ces désagréments", "es": "Sentimos mucho las molestias",
        ]
        #expect(said.text.contains(try #require(heard[language])))
        scene.understanding?.mood = "calm"
        let calm = try #require(try await scene.work("responder.draft").said)
        #expect(!calm.text.contains(try #require(heard[language])))
    }

    @Test func theAngryAreAnsweredByAPersonUntilOneHasAnswered() async throws {
        var scene = try Scene()
        let ask = "How can I return a pan?"
        try scene.hear("You useless liars! " + ask)
        scene.understanding = understanding(ask, mood: "angry")
        let first = try await scene.work("responder.draft")
        #expect(first.said == nil)
        #expect(try first.handover?.code == "angry")
        #expect(try first.handover?.draft?.contains("within 30 days") == true)
        // One kind sentence later they are no less angry.
        scene.append("noted", ["mood": "angry", "heard": 1], at: scene.now)
        scene.tell("acknowledgment", after: 60)
        try scene.hear("Thank you for the quick note. " + ask, after: 600)
        scene.understanding = understanding(ask, heard: 2)
        scene.append("noted", ["mood": "calm", "heard": 2], at: scene.now)
        #expect(try await scene.work("responder.draft").handover?.code == "angry")
        // A colleague has answered, the matter was settled, and they come back calmly: they are with a person, and not for anger.
        scene.tell("answer", after: 700, author: "nora")
        try scene.hear(ask, after: 90_000)
        scene.reopen()
        scene.understanding = understanding(ask, heard: 3)
        let last = try await scene.work("responder.draft")
        #expect(last.said == nil)
        #expect(try last.handover?.code == "with-person")
    }

    @Test func badNewsIsToldStraight() async throws {
        let ask = "Another shop sells the same pot cheaper, do you match the price of other shops?"
        var scene = try Scene()
        try scene.hear(ask)
        scene.understanding = understanding(ask, topic: "other")
        let done = try await scene.work("responder.draft")
        let said = try #require(done.said, "\(done.trouble)")
        #expect(said.say.purpose == "answer")
        #expect(said.say.details?["citations"] == ["price-match"])
        let lines = said.text.split(separator: "\n")
        #expect(lines[1].contains("plain answer"))
        #expect(lines[2].hasPrefix("We do not match the prices of other shops."))
    }

    @Test func whatNobodyCoversIsShownToThePersonWhoMust() async throws {
        var scene = try Scene()
        try scene.hear("How can I return a pan? Is Amira still with you?")
        scene.understanding = understanding("How can I return a pan?")
        scene.understanding?.asks.append(.init(quote: "Is Amira still with you?", kind: "question", contact: 1))
        let done = try await scene.work("responder.draft")
        #expect(try done.handover?.code == "no-article")
        let coverage = try #require(try done.answering?.coverage)
        #expect(coverage.map(\.ask) == ["How can I return a pan?", "Is Amira still with you?"])
        #expect(coverage.map { $0.span == nil } == [false, true])
        #expect(try done.answering?.draft?.contains("30 days") == true)
    }

    @Test func aStaleArticleAnswersNobodyAndItsOwnerIsToldOnce() async throws {
        let ask = "How can I return a pan?"
        var scene = try Scene()
        try scene.hear(ask)
        scene.understanding = understanding(ask)
        scene.now = Timestamp("2029-01-09T10:00:00Z") ?? scene.now
        let done = try await scene.work("responder.draft")
        #expect(try done.handover?.reason.contains("returns.md covers it but is past its review") == true)
        let notice = try #require(done.outcome.say?.first { $0.purpose == "staff-review" })
        #expect(notice.to == ["tomas@hearth.example"])
        #expect(notice.audience == .staff)
        // A reply to it must not go to the customer.
        #expect(notice.details == nil)
        #expect(done.text(notice.body).contains("> How can I return a pan?"))
        // The same case may be worked again, another one has nothing to tell.
        #expect(try await scene.work("responder.draft").outcome.say?.count == 1)
        let folder = try Scene.sharedFolder()
        #expect(try !Notices(folder: folder + "/notices").isOurs(notice.name, in: "CW-OTHER22"))
    }

    @Test func whatIsNotUnderstoodYetIsNotAnswered() async throws {
        var scene = try Scene()
        try scene.hear("How can I return a pan?")
        try scene.hear("And one more thing", after: 3)
        scene.understanding = understanding("How can I return a pan?")
        let done = try await scene.work("responder.draft")
        #expect(done.outcome.say == nil && done.outcome.emit == nil)
    }

    @Test func whatWasAnsweredIsNotAnsweredAgain() async throws {
        var scene = try Scene()
        try scene.hear("How can I return a pan?")
        scene.understanding = understanding("How can I return a pan?")
        scene.answering = Answering(answered: 1)
        #expect(try await scene.work("responder.draft").outcome.say == nil)
    }

    @Test func anUnclearNeedIsAskedAbout() async throws {
        var scene = try Scene()
        try scene.hear("It does not suit me")
        scene.understanding = Understanding(
            heard: 1, topic: "return", confidence: 0.35,
            alternatives: [.init(topic: "exchange", confidence: 0.3), .init(topic: "stock", confidence: 0.02)],
            mood: "upset", strength: 0.6, language: "en")
        let done = try await scene.work("responder.draft")
        let said = try #require(done.said, "\(done.trouble)")
        #expect(said.say.purpose == "clarifying-question")
        #expect(said.text.contains("return something within 30 days"))
        #expect(try done.answering?.questions == 1)
    }

    @Test func aSupersededAnswerLeavesItsAsksOpen() async throws {
        var scene = try Scene()
        let words = "How can I return a pan that I bought two weeks ago?"
        try scene.hear(words)
        try scene.hear("Please hurry", after: 30)
        scene.answering = Answering(answered: 1)
        var both = understanding(words, heard: 2)
        both.asks[0].contact = 1
        scene.understanding = both
        #expect(try await scene.work("responder.draft").said?.say.name == "answer-2")
    }

    @Test func dangerGoesToAPersonAtOnce() async throws {
        var scene = try Scene()
        try scene.hear("The pan caught fire")
        var danger = understanding("x")
        danger.safety = [.init(kind: "fire", words: "caught fire")]
        #expect(try await scene.work("case.understood", data: danger).outcome.timers?.first?.at == scene.now)
        scene.understanding = danger
        let handover = try await scene.work("responder.draft").handover
        #expect(handover?.code == "safety" && handover?.urgent == true)
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func aContentCustomerIsThanked(_ language: String) async throws {
        var scene = try Scene()
        try scene.hear("Thanks, all is well")
        var content = understanding("x", language: language)
        (content.asks, content.satisfied) = ([], true)
        scene.understanding = content
        let done = try await scene.work("responder.draft")
        #expect(done.said?.say.purpose == "thanks", "\(done.trouble)")
        let settled = done.said?.text
        // What was promised is not forgotten for it.
        scene.append("promised", ["name": "say-1-1", "what": "…", "due": "2026-11-27T12:00:00Z"], at: scene.now)
        let owed = try await scene.work("responder.draft").said?.text
        #expect(owed?.contains(Phrases.stillToCome(language: language)) == true && owed != settled)
        let findings = try scene.responder().judging.findings(
            on: owed ?? "", purpose: "thanks", language: language, author: nil, mood: "happy", now: scene.now)
        #expect(findings == [])
    }

    @Test(arguments: ["amends", "clarifying-question", "update"])
    func kindWordsToWhatWeOfferedOrAskedGoToAPerson(_ purpose: String) async throws {
        var scene = try Scene()
        try scene.hear("Where is my pan?")
        scene.tell("acknowledgment")
        scene.tell(purpose)
        try scene.hear("Thank you!", after: 600)
        var content = understanding("x")
        (content.heard, content.asks, content.satisfied) = (2, [], true)
        scene.understanding = content
        #expect(try await scene.work("responder.draft").handover?.code == "reply")
    }
}
