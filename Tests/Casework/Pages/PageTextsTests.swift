import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite struct PageTextsTests {
    private static let shipped = Places.project + "/templates"

    @Test func everyLanguageSaysEverything() throws {
        let all = try PageTexts.all(in: Self.shipped)
        #expect(all.map(\.code) == ["de", "en", "es", "fr"])
        for texts in all {
            for text in PageText.allCases { #expect(!texts[text].isEmpty, "\(texts.code) \(text.rawValue)") }
        }
    }

    @Test func everyLanguageSaysItInItsOwnWords() throws {
        let all = try PageTexts.all(in: Self.shipped)
        let english = try #require(all.first { $0.code == "en" })
        for texts in all where texts.code != "en" {
            let same = PageText.allCases.filter { texts[$0] == english[$0] }
            // "Name" and the like may be one word in two languages; whole sentences are not.
            #expect(same.allSatisfy { texts[$0].split(separator: " ").count < 3 }, "\(texts.code): \(same)")
        }
    }

    @Test func aMistakeIsNamedByFileAndLine() throws {
        let good = try text(replacing: "", with: "")
        let cases: [(change: (String) -> String, line: Int?, message: String)] = [
            ({ $0.replacing("form.title:", with: "form.titel:") }, nil, "no text is called \"form.titel\""),
            ({ $0.replacing("form.name: Your name", with: "form.name:") }, nil, "the text \"form.name\" is empty"),
            ({ "form.name: a\n" + $0 }, nil, "the text \"form.name\" is there twice"),
            ({ "  a line\n" + $0 }, 1, "none has begun"),
            ({ "a line\n" + $0 }, 1, "NAME: TEXT"),
            (
                { $0.replacing("form.name: Your name", with: "form.name: {desk}, your name") }, nil,
                "{desk} cannot be filled in \"form.name\": nothing is filled in here"
            ),
            (
                { $0.replacing("case.reference: Reference {ref}", with: "case.reference: Reference {re}") }, nil,
                "{re} cannot be filled in \"case.reference\": there is {ref}"
            ),
        ]
        for (change, line, message) in cases {
            let problems = problems(change(good))
            let found = try #require(problems.first { $0.message.contains(message) }, "\(message)")
            #expect(found.file == "en/pages.txt")
            if let line { #expect(found.line == line) }
        }
        #expect(problems(good).isEmpty)
        #expect(problems("").count == PageTexts.names.count)
    }

    @Test func aTextMayGoOnInFurtherLines() throws {
        let texts = try PageTexts(
            text(replacing: "form.title: Write to us", with: "form.title: Write\r\n\tto\n   us"), file: "f", code: "en")
        #expect(texts[.formTitle] == "Write to us")
    }

    @Test func aValueCannotBringAnotherOneAlong() {
        #expect(PageTexts.fill("{a} and {b} {c} {", ["a": "{b}", "b": "x"]) == "{b} and x {c} {")
    }

    private func text(replacing old: String, with new: String) throws -> String {
        let text = try String(contentsOfFile: Self.shipped + "/en/pages.txt", encoding: .utf8)
        return old.isEmpty ? text : text.replacing(old, with: new)
    }

    private func problems(_ source: String) -> [Template.Problem] {
        do {
            _ = try PageTexts(source, file: "en/pages.txt", code: "en")
            return []
        } catch let problems as Template.Problems {
            return problems.problems
        } catch {
            return [Template.Problem(file: "", line: 0, message: "\(error)")]
        }
    }
}
