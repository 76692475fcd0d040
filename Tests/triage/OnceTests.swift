import Foundation
import StageKit
import TestSupport
import Testing

/// The program itself, on a message a customer might have written.
@Suite struct OnceTests {
    private let folder = Folder()

    private func run(_ words: String, examples: String) async throws -> Finished {
        let contact: JSON = [
            "channel": "mail", "from": ["address": "ann@example.com"], "words": .string(words), "attachments": [],
            "references": [], "problems": [],
        ]
        let entry: JSON = ["seq": 1, "kind": "heard", "at": "2026-11-22T10:00:00Z", "by": "intake", "body": contact]
        let input: JSON = [
            "delivery": try JSON(encoding: Deliveries.contact([]).delivery), "bodies": [[entry]],
            "settings": [
                "examples": .string(examples), "model": .string(folder.path("models/topics.model")),
                "mood": .string(Places.project + "/training/mood.model"),
            ],
        ]
        return try await Command.run(
            Places.executables + "/triage", ["--once"], input: Data(input.bytes), environment: [:])
    }

    private func understanding(_ finished: Finished) throws -> JSON {
        try #require(finished.status == 0, "\(finished.errors)")
        return try #require(try JSON(bytes: Array(finished.output.utf8))["done"]?["set"]?.array?.first?["body"])
    }

    @Test func theProgramUnderstandsARealMessage() async throws {
        let body = try understanding(
            await run(
                "Hallo, wie kann ich die Pfanne zurückschicken? Ich bin sehr enttäuscht.",
                examples: Places.project + "/training/topics.csv"))
        #expect(body["language"]?.string == "de")
        #expect(body["topic"]?.string == "return")
        let quote = try #require(body["asks"]?.array?.first?["quote"]?.string)
        #expect(quote.hasSuffix("wie kann ich die Pfanne zurückschicken?"))
    }

    @Test func replicasThatStartAtOnceAllUnderstand() async throws {
        try folder.write(SmallModel.csv, to: "topics.csv")
        let examples = folder.path("topics.csv")
        let topics = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try await understanding(run("Where is my order?", examples: examples))["topic"]?.string
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(topics == Array(repeating: "order-status", count: 4))
    }
}
