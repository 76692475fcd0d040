import Casework
import FoundationEssentials
import Language
import StageKit
import Testing

@testable import triage

@Suite struct HandlingTests {
    private let stage: Triage

    init() throws {
        let folder = Folder()
        try folder.write(SmallModel.csv, to: "topics.csv")
        stage = try Triage(
            settings: .init(
                examples: folder.path("topics.csv"), model: folder.path("models/topics.model"),
                mood: folder.path("none.model")), context: StageContext())
    }

    private func work(_ delivery: Received) async throws -> OutcomeBuilder {
        var outcome = OutcomeBuilder(for: delivery)
        try await stage.handle(delivery, &outcome)
        return outcome
    }

    @Test func whatWasUnderstoodIsKeptAndTold() async throws {
        let outcome = try await work(Deliveries.contact([Deliveries.heard(1, "Where is my order?")]))
        let section = try #require(outcome.outcome.set?.first)
        #expect(section.schema == "understanding/1")
        #expect(outcome.outcome.emit?.map(\.output) == ["understood"])
        let understanding: Understanding = try JSONCoding.decode(from: outcome.bodies[section.body])
        #expect(understanding.heard == 1)
        #expect(understanding.asks.map(\.quote) == ["Where is my order?"])
    }

    @Test func aBurstIsUnderstoodOnce() async throws {
        let known = Understanding(heard: 2, topic: "return", confidence: 1, mood: "calm", strength: 0, language: "en")
        let entries = [try Deliveries.heard(1, "Where is my order?"), try Deliveries.heard(2, "Hello?")]
        let outcome = try await work(Deliveries.contact(entries, understanding: known))
        #expect(outcome.outcome.emit == nil && outcome.outcome.set == nil)
    }

    @Test func whatAPersonSaysStands() async throws {
        let first = try Deliveries.heard(1, "Where is my order?")
        let known = Understanding(
            heard: 1, topic: "order-status", confidence: 1, mood: "calm", strength: 0, language: "en")
        var review = Review(of: known, by: "nora", at: Deliveries.now)
        review.corrections = [
            .init(what: .topic, before: "order-status", after: "return", by: "nora", at: Deliveries.now, heard: 1)
        ]
        let outcome = try await work(
            Deliveries.contact([first], understanding: known, review: review, type: "case.corrected"))
        // Who corrects it works on it: nobody else is told.
        #expect(outcome.outcome.emit == nil)
        let section = try #require(outcome.outcome.set?.first)
        let understanding: Understanding = try JSONCoding.decode(from: outcome.bodies[section.body])
        #expect(understanding.topic == "return" && understanding.confidence == 1)
        #expect(understanding.corrected == ["topic"])
        let second = try Deliveries.heard(2, "Any news on my order?")
        let later = try await work(Deliveries.contact([first, second], understanding: understanding, review: review))
        let next: Understanding = try JSONCoding.decode(
            from: later.bodies[try #require(later.outcome.set?.first).body])
        #expect(next.heard == 2 && next.topic == "return")
        #expect(later.outcome.emit?.map(\.output) == ["understood"])
    }

    @Test func whatPeopleCorrectedIsLearned() throws {
        let folder = Folder()
        try folder.write(SmallModel.csv, to: "topics.csv")
        let file = TopicModelFile(
            examples: folder.path("topics.csv"), corrections: folder.path("corrections.csv"),
            model: folder.path("models/topics.model"))
        let before = try file.open(logger: Logger(label: "test"))
        try folder.write(
            "text,category\nthe mosaic in your window,mosaic\nis that mosaic for sale,mosaic\n", to: "corrections.csv")
        let after = try file.open(logger: Logger(label: "test"))
        #expect(!before.categories.contains("mosaic"))
        #expect(after.predict("what does the mosaic cost?").best.category == "mosaic")
    }

    @Test func dangerCannotWait() async throws {
        let outcome = try await work(Deliveries.contact([Deliveries.heard(1, "The pan caught fire in my kitchen.")]))
        #expect(outcome.outcome.emit?.first?.deadline == Deliveries.now)
    }
}

/// A folder of a test's own.
struct Folder {
    private let root: String

    init() { root = FileManager.default.temporaryDirectory.path + "/triage-\(UUID().uuidString)" }

    func path(_ name: String) -> String { root + "/" + name }

    func write(_ text: String, to name: String) throws {
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }
}
