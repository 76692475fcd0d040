/// Holds a text against the standards before a customer may read it.
///
/// Pure and deterministic: the same text and context give the same verdict. Every finding quotes the words it rests on.
package enum CourtesyGate {
    /// The edition of the rules; it changes whenever a rule or a phrase does.
    package static let rulesVersion = "2026-11-24.1"

    /// What becomes of a text, and why.
    package static func judge(_ text: String, _ context: GateContext) -> GateVerdict {
        let sentences = Tokenizer.sentences(of: text)
        let (language, reason) = GateLanguage.judge(sentences, hint: context.language)
        guard let language else {
            let opening = sentences.first.map { String(text[$0.range]) } ?? text
            let finding = GateFinding(
                rule: .unknownLanguage, words: opening,
                advice:
                    "The gate has no rules for this language (\(reason)). A person who reads it must approve the text.")
            let leaks = LeakScan.findings(in: context.withoutOwn(text), language: "en")
            return GateVerdict(
                verdict: leaks.isEmpty ? .hold : .refuse, findings: [finding] + leaks, promises: [], language: nil,
                rulesVersion: rulesVersion)
        }
        let read = sentences.filter { !$0.isQuoted }.map { ($0, language.book.matches(in: $0)) }
        let reading = Reading(text: text, language: language.code, sentences: read)
        let promises = PromiseFinder.promises(in: read, text: text, now: context.now)

        var findings = reading.phraseFindings()
        findings += reading.shouting()
        findings += reading.deadEnds()
        findings += reading.unheardFeelings(context)
        findings += reading.surplusQuestions(allowed: context.questions)
        findings += PromiseRules.findings(promises, context: context, language: language.code)
        findings += reading.hollowness(context)
        findings += LeakScan.findings(in: context.withoutOwn(text), language: language.code)
        var seen: Set<GateFinding> = []
        findings = findings.filter { seen.insert($0).inserted }
        return GateVerdict(
            verdict: findings.isEmpty ? .pass : .refuse, findings: findings, promises: promises,
            language: language.code, rulesVersion: rulesVersion)
    }
}
