import FoundationEssentials
import Language
import Testing

@testable import Knowledge

private let measuredData = ProcessInfo.processInfo.environment["CASEWIRE_DATA"]

/// Figures on data that is not part of the project; skipped unless CASEWIRE_DATA names its folder.
@Suite(.enabled(if: measuredData != nil)) struct MeasuredTests {
    private static let day = ReviewDate(year: 2026, month: 11, day: 22)

    /// Banking77 as a knowledge folder: an article an intent, made of four fifths of its questions; the others are asked.
    @Test func banking77QuestionsFindTheArticleOfTheirIntent() throws {
        let path = (measuredData ?? "") + "/intents/banking77-train.csv"
        let bytes = try #require(FileManager.default.contents(atPath: path))
        var known: [String: [String]] = [:]
        var asked: [LabelledText] = []
        var seen: [String: Int] = [:]
        for text in try CSVReader.labelledTexts(Array(bytes), name: path) {
            seen[text.category, default: 0] += 1
            if (seen[text.category] ?? 0) % 5 == 0 {
                asked.append(text)
            } else {
                known[text.category, default: []].append(text.text)
            }
        }
        let base = try KnowledgeBase(files: known.map { (name: "\($0.key).md", text: Self.article($0.key, $0.value)) })
        #expect(base.problems.isEmpty, "\(base.problems.prefix(3))")
        #expect(base.articles.count == 77)

        var (first, firstFive, elapsed) = (0, 0, Duration.zero)
        for question in asked {
            var found: [String] = []
            elapsed += try ContinuousClock().measure {
                found = try base.search(question.text, on: Self.day).map(\.article.id)
            }
            if found.first == question.category { first += 1 }
            if found.contains(question.category) { firstFive += 1 }
        }
        let (top1, top5) = (Double(first) / Double(asked.count), Double(firstFive) / Double(asked.count))
        print(
            "Banking77, \(asked.count) questions to 77 articles: top-1 \(top1), top-5 \(top5), "
                + "\(elapsed / asked.count) a question")
        #expect(top1 > 0.835)
        #expect(top5 > 0.96)
    }

    private static func article(_ intent: String, _ questions: [String]) -> String {
        let body = questions.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }.map { "- " + $0 }
        return """
            ---
            id: \(intent)
            title: "\(intent.split(separator: "_").joined(separator: " ").filter { $0 != "\"" })"
            topics: [\(intent.filter { $0.isLetter || $0 == "_" })]
            language: en
            audience: customer
            reviewed: 2026-11-01
            review_every: 1 year
            authority: Banking77
            owner: nobody
            ---

            \(body.joined(separator: "\n"))
            """
    }
}
