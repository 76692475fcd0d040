import Foundation
import Pipeline
import StageProtocol

/// Something that is not as it was expected.
struct TestFailure: Sendable, Hashable {
    /// Where it was expected; nil where the test as a whole failed.
    var place: Place?
    var expected: String
    /// What there is instead.
    var found: [String]
    /// What happened around it.
    var around: [String]
}

/// What came of a test.
struct TestResult: Sendable {
    let test: PipelineTest
    let failures: [TestFailure]
    let duration: Duration
    var passes: Bool { failures.isEmpty }
}

/// Holds what came of a test against what was expected.
struct TestVerdict {
    let test: PipelineTest
    let record: TestRecord
    let words: TestWords

    init(test: PipelineTest, record: TestRecord) {
        self.test = test
        self.record = record
        words = TestWords(test)
    }

    var failures: [TestFailure] {
        test.expectations.compactMap { expectation in
            switch expectation.what {
            case .text(let text): missing(text, expectation.place)
            case .noText(let text): unwanted(text, expectation.place)
            case .matter(let matter): differing(matter, expectation.place)
            }
        } + setAside
    }

    // MARK: Texts

    private func missing(_ wanted: Expectation.Text, _ place: Place) -> TestFailure? {
        let found = record.texts.map { ($0, reasons($0, wanted)) }
        let fitting = found.filter(\.1.isEmpty)
        if let count = wanted.count {
            guard fitting.count != count else { return nil }
            return TestFailure(
                place: place, expected: "\(count) of: \(words.phrase(wanted))",
                found: ["there are \(fitting.count)"] + fitting.map { "  " + words.line($0.0) },
                around: around(fitting.last?.0, wanted))
        }
        guard fitting.isEmpty else { return nil }
        // Of all texts the one with the least against it, and of those the one nearest in time.
        let nearest = found.min {
            ($0.1.weight, distance($0.0, wanted)) < ($1.1.weight, distance($1.0, wanted))
        }
        var lines = ["there is none"]
        if let nearest {
            lines = ["nearest: \(words.line(nearest.0))"] + nearest.1.map { "  but it \($0.words)" }
            if nearest.1.contains(where: { $0.words.contains("“") }) { lines += words.quoted(nearest.0.text) }
        }
        return TestFailure(
            place: place, expected: words.phrase(wanted), found: lines, around: around(nearest?.0, wanted))
    }

    private func unwanted(_ wanted: Expectation.Text, _ place: Place) -> TestFailure? {
        let found = record.texts.filter { reasons($0, wanted).isEmpty }
        guard let first = found.first else { return nil }
        return TestFailure(
            place: place, expected: "no text: \(words.phrase(wanted))",
            found: found.map { "there is: \(words.line($0))" } + words.quoted(first.text),
            around: around(first, wanted))
    }

    /// What speaks against a text being the one that is wanted.
    private func reasons(_ text: TestRecord.Text, _ wanted: Expectation.Text) -> [Reason] {
        var reasons: [Reason] = []
        switch wanted.to {
        case .customer where !text.isToCustomer: reasons.append(Reason("goes to a colleague", weight: 8))
        case .staff where text.isToCustomer: reasons.append(Reason("goes to a customer", weight: 8))
        case .address(let address) where !text.to.contains(address):
            reasons.append(Reason("goes to \(text.to.joined(separator: ", "))", weight: 8))
        default: break
        }
        if let kind = wanted.kind, text.kind != kind {
            reasons.append(Reason("is of the kind \(text.kind)", weight: 3))
        }
        if let from = wanted.from, text.at < from {
            reasons.append(Reason("leaves \(Times.span(from - text.at)) too early", weight: 2))
        }
        if let by = wanted.by, text.at > by {
            reasons.append(Reason("leaves \(Times.span(text.at - by)) too late", weight: 2))
        }
        let whole = "\(text.subject)\n\(text.text)".flat
        for words in wanted.contains where !whole.contains(words.flat) {
            reasons.append(Reason("does not contain “\(words)”", weight: 1))
        }
        for words in wanted.lacks where whole.contains(words.flat) {
            reasons.append(Reason("contains “\(words)”", weight: 1))
        }
        return reasons
    }

    private func distance(_ text: TestRecord.Text, _ wanted: Expectation.Text) -> Duration {
        let moment = wanted.by ?? wanted.from ?? test.start
        return text.at > moment ? text.at - moment : moment - text.at
    }

    private func around(_ text: TestRecord.Text?, _ wanted: Expectation.Text) -> [String] {
        var story = text.flatMap { text in record.stories.first { $0["ref"]?.string == text.ref } }
        if case .address(let address) = wanted.to { story = record.cases(of: address, at: nil).last ?? story }
        return words.story(story ?? record.stories.first, around: wanted.by ?? text?.at ?? test.end)
    }

    // MARK: Cases

    private func differing(_ wanted: Expectation.Matter, _ place: Place) -> TestFailure? {
        let moment = wanted.at ?? test.end
        let cases = record.cases(of: wanted.of, at: wanted.at)
        let expected = "the case of \(wanted.of), \(words.at(moment))"
        guard let story = cases.last else {
            guard wanted.count != 0 else { return nil }
            return TestFailure(place: place, expected: expected, found: ["there is no case of theirs"], around: [])
        }
        let differences = MatterDifferences(wanted: wanted, story: story, count: cases.count, words: words).all
        guard !differences.isEmpty else { return nil }
        return TestFailure(
            place: place, expected: expected, found: differences, around: words.story(story, around: moment))
    }

    // MARK: What nobody could work

    private var setAside: [TestFailure] {
        left(record.dead, test.dead, "set aside") { letter in
            "\(letter["stage"]?.string ?? "") could not work \(letter["type"]?.string ?? ""): "
                + (letter["error"]?.string ?? "")
        }
            + left(record.parked, test.parked, "parked") { item in
                "\(item["name"]?.string ?? ""): \(item["reason"]?.string ?? "")"
            }
            + left(record.failed, test.failed, "tried again") { failed in
                let at = failed.at.map { "\(words.at($0)): " } ?? ""
                let what = failed.type.map { " \($0)" } ?? " a message that is about no case yet"
                let of = failed.ref.map { " of \($0)" } ?? ""
                return "\(at)\(failed.stage) failed at\(what)\(of)" + (failed.reason.map { ": \($0.oneLine)" } ?? "")
            }
    }

    private func left<Item>(
        _ found: [Item], _ wanted: Int, _ how: String, _ line: (Item) -> String
    ) -> [TestFailure] {
        guard found.count != wanted else { return [] }
        return [
            TestFailure(
                place: nil, expected: wanted == 0 ? "that nothing is \(how)" : "\(wanted) \(how)",
                found: found.isEmpty ? ["there is nothing"] : found.map(line), around: [])
        ]
    }
}

/// Something that speaks against a text.
private struct Reason {
    let words: String
    /// How far away it makes the text.
    let weight: Int

    init(_ words: String, weight: Int) {
        self.words = words
        self.weight = weight
    }
}

extension [Reason] {
    fileprivate var weight: Int { reduce(0) { $0 + $1.weight } }
}

extension String {
    /// As texts are compared: one blank for any white space, small letters.
    var flat: String { split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() }
}
