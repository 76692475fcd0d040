import FoundationEssentials
import Testing

@testable import Casework

@Suite struct ShippedArticlesTests {
    /// The gate needs the words only: what stands below the front matter, section by section.
    @Test func everySectionOfEveryArticlePassesTheGateAsAnAnswer() throws {
        let folder = Shipped.root + "/knowledge"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }.sorted()
        #expect(names.count >= 40)
        for name in names where name != "README.md" && !name.hasPrefix("staff-") {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            let body = text.split(separator: "\n---\n", maxSplits: 1).last ?? ""
            let steps = name.split(separator: ".")
            let language = steps.count == 3 ? String(steps[1]) : "en"
            for section in body.split(separator: "\n## ") {
                let words = section.drop { $0 == "\n" }
                let passage = body.hasPrefix(section) ? words : words.drop { $0 != "\n" }
                let context = GateContext(language: language, purpose: "answer", now: GateCase.now)
                let verdict = CourtesyGate.judge(String(passage), context)
                #expect(verdict.verdict == .pass, "\(name): \(verdict.findings)")
            }
        }
    }
}
