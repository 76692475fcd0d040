import Casework
import FoundationEssentials
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
