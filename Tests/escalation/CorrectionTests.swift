import Casework
import StageKit
import Testing

@testable import escalation

@Suite struct CorrectionTests {
    private func scene() async throws -> Scene {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites("Where is my money?")
        scene.understanding = .sample(topic: "order-status")
        return scene
    }

    @Test func aColleaguesWordOnTheTopicIsKeptWithBeforeAndAfter() async throws {
        var scene = try await scene()
        try await scene.staffWrites("/topic return\nIt is on its way to you.")
        let entry = try #require(scene.log.last { $0.body["corrected"] != nil })
        #expect(entry.body["corrected"] == "topic")
        #expect(entry.body["before"] == "order-status")
        #expect(entry.body["after"] == "return")
        #expect(entry.body["person"] == "nora")
        #expect(scene.review?.machine.topic == "order-status")
        #expect(scene.review?.corrections.map(\.what) == [.topic])
        #expect(scene.emitted.contains { $0.output == "corrected" })
        #expect(scene.says.allSatisfy { $0.say.purpose != "staff-refused" })
        // The words below the command still go to the customer.
        #expect(scene.says.last?.text == "It is on its way to you.")
    }

    @Test func whoAnswersAndChangesNothingConfirms() async throws {
        var scene = try await scene()
        try await scene.staffWrites("It is on its way to you.")
        #expect(scene.review?.by == "nora")
        #expect(scene.review?.corrections.isEmpty == true)
        try await scene.staffWrites("/topic order-status")
        #expect(scene.review?.corrections.isEmpty == true)
    }

    @Test func anotherWordingThanTheDraftIsKeptToo() async throws {
        var scene = try await scene()
        scene.answering = Answering(draft: "You can track it.")
        try await scene.staffWrites("I have looked: it is in Cork.")
        let draft = try #require(scene.review?.latest(.draft))
        #expect(draft.before == "You can track it.")
        #expect(draft.after == "I have looked: it is in Cork.")
    }

    @Test(arguments: ["/topic retrun", "/mood cross", "/topic"]) func aWordThatMeansNothingComesBack(_ words: String)
        async throws
    {
        var scene = try await scene()
        try await scene.staffWrites(words)
        #expect(scene.review?.corrections.isEmpty != false)
        #expect(scene.addressees("staff-refused") == ["nora"])
    }

    @Test func anOperatorsWordIsTakenOver() async throws {
        var scene = try await scene()
        let asks = [Understanding.Ask(quote: "Where is my money?", kind: "question", contact: 1)]
        let request = CorrectionRequest(by: "edda", topic: "refund-status", mood: "worried", asks: asks)
        try await scene.deliver("case.correction", JSON(encoding: request))
        let review = try #require(scene.review)
        #expect(review.corrections.map(\.what) == [.topic, .mood, .asks])
        let corrected = Understanding.sample().corrected(by: review)
        #expect(corrected.topic == "refund-status" && corrected.confidence == 1)
        #expect(corrected.mood == "worried")
        #expect(corrected.asks == asks)
        #expect(corrected.corrected == ["topic", "mood", "asks"])
        // What the customer writes later has a mood and asks of its own, and the same topic.
        let later = Understanding.sample(
            heard: 2, asks: [.init(quote: "Well?", kind: "question", contact: 2)]
        ).corrected(by: review)
        #expect(later.topic == "refund-status")
        #expect(later.mood == "calm")
        #expect(later.asks.map(\.quote) == ["Where is my money?", "Well?"])
    }
}
