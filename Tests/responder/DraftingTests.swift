import Casework
import Testing

@testable import responder

/// What becomes of what a customer wrote, row by row.
@Suite struct DraftingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var material: Material
        /// `answer`, `ask`, `thank`, or the code of the hand-over.
        var outcome: String
        var urgent = false
    }

    private static let returns = Passage(
        article: "returns", citation: "returns", topics: ["return", "refund-status"],
        text: "You can return it within 30 days. Print a label at our page.", score: 0.9)
    private static let refund = Passage(
        article: "refund", citation: "refund#when", topics: ["return", "refund-status"],
        text: "The money takes 5 days.", score: 0.8)
    private static let weak = Passage(
        article: "oak", citation: "oak", topics: ["product-question"], text: "Oil the board.", score: 0.3)
    private static let byPeople = Passage(
        article: "complaint", citation: "complaint", topics: ["return"], text: "We are sorry that it came to this.",
        score: 0.9, isByPeople: true)
    private static let choices = [
        Choice(topic: "return", title: "How to return something"), Choice(topic: "exchange", title: "How to exchange"),
    ]

    private static func material(
        _ findings: [(String, [Passage])], confidence: Double = 0.9, _ change: (inout Material) -> Void = { _ in }
    ) -> Material {
        var material = Material(
            understanding: Understanding(
                heard: 1, topic: "return", confidence: confidence, mood: "calm", strength: 0, language: "en"),
            findings: findings.map { Finding(words: $0.0, passages: $0.1) }, choices: choices)
        change(&material)
        return material
    }

    private static let how = "How do I return it?"
    private static let when = "When do I get my money?"

    static let rows: [Row] = [
        Row(
            testDescription: "one ask, surely covered", material: material([(how, [returns])]), outcome: "answer"),
        Row(
            testDescription: "two asks, both covered", material: material([(how, [returns]), (when, [refund])]),
            outcome: "answer"),
        Row(
            testDescription: "two asks, one of them covered by nothing",
            material: material([(how, [returns]), ("Is Amira still with you?", [])]), outcome: "no-article"),
        Row(
            testDescription: "one ask, surely covered by what a person sends",
            material: material([(how, [byPeople])]), outcome: "by-people"),
        Row(
            testDescription: "two asks, one of them covered by what a person sends",
            material: material([(how, [byPeople]), (when, [refund])]), outcome: "by-people"),
        Row(
            testDescription: "an ask that an article only touches", material: material([(how, [weak])]),
            outcome: "no-article"),
        Row(
            testDescription: "an article that is sure, about a topic that is not",
            material: material([(how, [returns])], confidence: 0.4), outcome: "ask"),
        Row(
            testDescription: "two topics that one article serves are as sure as both together",
            material: material([(how, [returns])], confidence: 0.4) {
                $0.understanding.alternatives = [.init(topic: "refund-status", confidence: 0.3)]
            }, outcome: "answer"),
        Row(
            testDescription: "unsure for the second time",
            material: material([(how, [weak])], confidence: 0.4) { $0.questions = 1 }, outcome: "ask"),
        Row(
            testDescription: "unsure, and angry",
            material: material([(how, [weak])], confidence: 0.4) { $0.isFurious = true },
            outcome: "unsure"),
        Row(
            testDescription: "unsure for the third time",
            material: material([(how, [weak])], confidence: 0.4) { $0.questions = 2 }, outcome: "unsure"),
        Row(
            testDescription: "unsure, with one topic to name",
            material: material([(how, [weak])], confidence: 0.4) { $0.choices = [choices[0]] }, outcome: "unsure"),
        Row(
            testDescription: "danger, though an article would answer",
            material: material([(how, [returns])]) {
                $0.understanding.safety = [.init(kind: "fire", words: "caught fire")]
                $0.understanding.satisfied = true
            }, outcome: "safety", urgent: true),
        Row(
            testDescription: "a wish for a person",
            material: material([(how, [returns])]) { $0.understanding.wants_person = true }, outcome: "wants-person",
            urgent: true),
        Row(
            testDescription: "the same ask again", material: material([(how, [returns])]) { $0.earlier = ["returns"] },
            outcome: "asked-again"),
        Row(
            testDescription: "a new ask after an answer",
            material: material([(when, [refund])]) { $0.earlier = ["returns"] }, outcome: "answer"),
        Row(
            testDescription: "unsure, after an answer that did not help",
            material: material([(how, [weak])], confidence: 0.4) { $0.earlier = ["returns"] }, outcome: "not-helped"),
        Row(
            testDescription: "a person is needed already",
            material: material([(how, [returns])]) { $0.waitsFor = "no article" }, outcome: "with-person"),
        Row(
            testDescription: "what nobody covers, where a person has answered",
            material: material([(how, [weak])]) { $0.isWithPerson = true }, outcome: "with-person"),
        Row(
            testDescription: "what is surely covered, where a person has answered",
            material: material([(how, [returns])]) { $0.isWithPerson = true }, outcome: "with-person"),
        Row(
            testDescription: "all is well", material: material([("Thanks!", [])]) { $0.understanding.satisfied = true },
            outcome: "thank"),
        Row(
            testDescription: "all is well, again",
            material: material([("You too!", [])]) {
                $0.understanding.satisfied = true
            }, outcome: "thank"),
        Row(
            testDescription: "a machine wrote", material: material([(how, [returns])]) { $0.isFromPerson = false },
            outcome: "automatic"),
    ]

    private func plan(_ material: Material) -> Plan { Drafting(sure: 0.55, questions: 2).plan(material) }

    @Test(arguments: rows) func everySituationHasItsOutcome(_ row: Row) {
        switch plan(row.material) {
        case .answer: #expect(row.outcome == "answer")
        case .ask: #expect(row.outcome == "ask")
        case .thank: #expect(row.outcome == "thank")
        case .handOver(let need):
            #expect(row.outcome == need.code)
            #expect(row.urgent == need.urgent)
        }
    }

    private func reply(_ findings: [(String, [Passage])]) throws -> Plan.Reply {
        guard case .answer(let reply) = plan(Self.material(findings)) else { throw NoSuchPlan() }
        return reply
    }

    private struct NoSuchPlan: Error {}

    @Test func everyAskIsNamedWithTheWordsThatCoverIt() throws {
        let reply = try reply([(Self.how, [Self.returns]), (Self.when, [Self.refund])])
        #expect(reply.coverage.map(\.ask) == [Self.how, Self.when])
        #expect(reply.coverage.map(\.article) == ["returns", "refund#when"])
        #expect(reply.coverage[0].span == "You can return it within 30 days.")
        for (cover, passage) in zip(reply.coverage, reply.passages) {
            #expect(passage.text.contains(cover.span ?? "?"))
        }
    }

    @Test func twoAsksThatOnePassageCoversBringItOnce() throws {
        let reply = try reply([(Self.how, [Self.returns]), (Self.when, [Self.returns])])
        #expect(reply.passages.count == 1)
        #expect(reply.coverage.count == 2)
    }

    @Test func aHandOverTellsWhatIsNotCoveredAndBringsWhatIs() throws {
        guard case .handOver(let need) = plan(Self.material([(Self.how, [Self.returns]), ("And Amira?", [])]))
        else { throw NoSuchPlan() }
        #expect(need.reason.contains("And Amira?"))
        #expect(need.passages == [Self.returns])
    }

    @Test func whatOpensAnArticleIsSaidOnceBeforeItsParts() {
        let parts = ["gifts", "boxes"].map { part in
            var passage = Self.returns
            (passage.citation, passage.opening, passage.text) = ("returns#\(part)", "How it goes.", "About \(part).")
            return passage
        }
        #expect(Passage.text(of: parts) == "How it goes.\n\nAbout gifts.\n\nAbout boxes.")
    }
}
