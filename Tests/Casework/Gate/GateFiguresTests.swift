import Testing

@testable import Casework

/// How often the gate is right, rule by rule, on the labelled texts.
@Suite struct GateFiguresTests {
    @Test func theTextsThatTheRulesWereMadeWithAreJudgedAsLabelled() {
        let figures = Figures(GateTexts.development)
        print("courtesy gate, development texts\n\(figures)")
        #expect(figures.recall >= 0.98, "missed: \(figures.missed)")
        #expect(figures.falseAlarms <= 0.005, "refused: \(figures.wronglyRefused)")
    }

    /// Nothing was tuned on these: see `Texts/README.md`.
    @Test func unseenWordingIsFoundAndPoliteTalkIsLetThrough() {
        let figures = Figures(GateTexts.heldOut)
        print("courtesy gate, held-out texts\n\(figures)")
        #expect(figures.recall >= 0.42, "missed: \(figures.missed)")
        #expect(figures.falseAlarms <= 0.02, "refused: \(figures.wronglyRefused)")
    }

    @Test func thereAreEnoughTextsOfEveryRuleAndLanguage() {
        let texts = GateTexts.development + GateTexts.heldOut
        #expect(texts.count >= 400)
        for language in ["en", "de", "fr", "es"] {
            let own = texts.filter { $0.language == language }
            #expect(own.count { $0.example.rules.isEmpty } >= 100, "\(language)")
            for rule in GateRule.allCases where rule != .unknownLanguage {
                #expect(own.contains { $0.example.rules.contains(rule) }, "\(language): \(rule.rawValue)")
            }
        }
    }
}

/// Counts of what the gate found and what the labels say.
struct Figures: CustomStringConvertible {
    private struct Count {
        var found = 0
        var missed = 0
        var wrong = 0
    }

    private var rules: [GateRule: Count] = [:]
    private var mustNotPass = 0
    private var mayPass = 0
    private(set) var missed: [String] = []
    private(set) var wronglyRefused: [String] = []

    init(_ texts: [GateTexts.Text]) {
        for text in texts { add(text) }
    }

    private mutating func add(_ text: GateTexts.Text) {
        let verdict = text.example.verdict
        let found = Set(verdict.findings.map(\.rule))
        let expected = text.example.rules
        for rule in found.union(expected) {
            switch (found.contains(rule), expected.contains(rule)) {
            case (true, true): rules[rule, default: Count()].found += 1
            case (false, _): rules[rule, default: Count()].missed += 1
            case (true, false): rules[rule, default: Count()].wrong += 1
            }
        }
        if expected.isEmpty {
            mayPass += 1
            if verdict.verdict != .pass { wronglyRefused.append("\(text.id) \(found.map(\.rawValue))") }
        } else {
            mustNotPass += 1
            if verdict.verdict == .pass { missed.append("\(text.id) \(text.example.text)") }
        }
    }

    /// The share of texts refused among those that must be, by whichever rule.
    var recall: Double { 1 - Double(missed.count) / Double(max(mustNotPass, 1)) }
    /// The share of texts refused or held among those that may be sent.
    var falseAlarms: Double { Double(wronglyRefused.count) / Double(max(mayPass, 1)) }

    var description: String {
        let lines = GateRule.allCases.compactMap { rule -> String? in
            guard let count = rules[rule] else { return nil }
            let name = rule.rawValue + String(repeating: " ", count: max(0, 26 - rule.rawValue.count))
            return name + "recall \(Self.share(count.found, count.found + count.missed))  precision "
                + Self.share(count.found, count.found + count.wrong)
        }
        let refused = mustNotPass - missed.count
        return lines.joined(separator: "\n")
            + "\nrefused \(refused) of \(mustNotPass), false alarms \(wronglyRefused.count) of \(mayPass)"
    }

    private static func share(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "-" }
        let hundredths = (part * 100 + whole / 2) / whole
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10) (\(part)/\(whole))"
    }
}
