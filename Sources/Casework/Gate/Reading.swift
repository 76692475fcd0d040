/// A text whose sentences have been matched, and what the rules make of it.
struct Reading {
    var text: String
    var language: String
    var sentences: [(sentence: Sentence, matches: [PhraseBook.Match])]

    /// Rules that are phrases and nothing else.
    func phraseFindings() -> [GateFinding] {
        sentences.flatMap { sentence, matches in
            var perRule: [GateRule: GateFinding] = [:]
            var order: [GateRule] = []
            for match in matches {
                guard case .finding(let rule) = match.meaning, rule != .deadEnd, perRule[rule] == nil else { continue }
                perRule[rule] = GateFinding(rule: rule, words: quote(match, sentence), advice: match.advice)
                order.append(rule)
            }
            return order.compactMap { perRule[$0] }
        }
    }

    /// Three words in capitals in a row, or several exclamation marks, are shouting.
    func shouting() -> [GateFinding] {
        sentences.compactMap { sentence, _ in
            var run = 0
            for token in sentence.tokens {
                run = token.isShouted ? run + 1 : 0
                if run >= 3 { return finding(.confrontation, sentence, .shouting) }
            }
            return sentence.exclamations > 1 || sentence.isQuestion && sentence.exclamations > 0
                ? finding(.confrontation, sentence, .shouting) : nil
        }
    }

    /// A plain dead end, or a refusal in a text that offers nothing.
    func deadEnds() -> [GateFinding] {
        let hasOffer = sentences.contains { sentence, matches in matches.contains { $0.meaning == .offer } }
        return sentences.compactMap { sentence, matches in
            if let match = matches.first(where: { $0.meaning == .finding(.deadEnd) }) {
                return GateFinding(rule: .deadEnd, words: quote(match, sentence), advice: match.advice)
            }
            guard !hasOffer, let match = matches.first(where: { $0.meaning == .refusal }) else { return nil }
            return GateFinding(rule: .deadEnd, words: quote(match, sentence), advice: GateAdvice.deadEnd.text(language))
        }
    }

    /// An upset customer is owed a sentence that says it was heard.
    func unheardFeelings(_ context: GateContext) -> [GateFinding] {
        guard ["answer", "apology", "hand-over", "clarifying-question"].contains(context.purpose),
            let mood = context.mood, ["upset", "angry"].contains(mood), let first = sentences.first,
            !sentences.contains(where: { $0.matches.contains { $0.meaning == .acknowledgment } })
        else { return [] }
        return [finding(.feelingsIgnored, first.sentence, .feelings)]
    }

    /// Questions beyond what a customer should have to answer at once; those of courtesy do not count.
    func surplusQuestions(allowed: Int) -> [GateFinding] {
        var asked = 0
        for (sentence, matches) in sentences where sentence.isQuestion {
            if matches.contains(where: { $0.meaning == .courtesyQuestion }) { continue }
            asked += 1 + Set(matches.filter { $0.meaning == .furtherQuestion }.map(\.tokens.lowerBound)).count
            if asked > allowed { return [finding(.tooManyQuestions, sentence, .questions)] }
        }
        return []
    }

    /// An update must tell something new or name what is waited for.
    func hollowness(_ context: GateContext) -> [GateFinding] {
        guard ["update", "answer"].contains(context.purpose), !sentences.contains(where: { tellsSomething($0.matches) })
        else { return [] }
        for (sentence, matches) in sentences {
            guard let match = matches.first(where: { $0.meaning == .hollow }) else { continue }
            // An answer may say in passing that something goes on; one that says nothing else is hollow.
            guard context.purpose == "update" || sentences.allSatisfy(saysNothing) else { return [] }
            return [
                GateFinding(
                    rule: .hollowUpdate, words: quote(match, sentence), advice: GateAdvice.hollow.text(language))
            ]
        }
        guard context.purpose == "update",
            let longest = sentences.map(\.sentence).max(by: { $0.tokens.count < $1.tokens.count })
        else { return [] }
        return [finding(.hollowUpdate, longest, .hollow)]
    }

    private func tellsSomething(_ matches: [PhraseBook.Match]) -> Bool {
        matches.contains { [.news, .awaited, .due].contains($0.meaning) }
    }

    private func saysNothing(_ read: (sentence: Sentence, matches: [PhraseBook.Match])) -> Bool {
        read.sentence.tokens.count < 5
            || read.matches.contains {
                [.hollow, .politeness, .acknowledgment, .courtesyQuestion].contains($0.meaning)
            }
    }

    private func quote(_ match: PhraseBook.Match, _ sentence: Sentence) -> String {
        let tokens = sentence.tokens[match.tokens]
        guard let first = tokens.first, let last = tokens.last else { return "" }
        return String(text[first.range.lowerBound..<last.range.upperBound])
    }

    private func finding(_ rule: GateRule, _ sentence: Sentence, _ advice: GateAdvice) -> GateFinding {
        GateFinding(rule: rule, words: String(text[sentence.range]), advice: advice.text(language))
    }
}
