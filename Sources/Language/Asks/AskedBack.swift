/// Knows sentences by which a service asks a customer for something that it needs to go on: "Please let us know your
/// order number."
///
/// That is a question without its mark. An instruction is none ("please send the pan back to us"), nor is what a
/// service says of itself ("we still need two days", "I confirm your refund"), nor the offer at the end of an answer
/// ("please let us know if you need anything else"). So the request stands at the beginning, and asks for what only the
/// customer can tell or show. Whatever is in doubt tells: an answer that is taken for a question would be closed for
/// want of a reply that nobody owes.
enum AskedBack {
    /// What a sentence does in a text that asks back.
    enum Role {
        case asks
        /// It asks nothing and answers nothing: an offer of help, why something is asked, what follows once it is told.
        case accompanies
        case tells
    }

    static func role(of sentence: String) -> Role {
        let parts = parts(of: sentence)
        guard let first = parts.first else { return .accompanies }
        if isOffer(sentence, parts) {
            return tells(first) || parts.dropFirst().contains(where: goesOnTelling) ? .tells : .accompanies
        }
        let isQuestion = isQuestion(sentence)
        let asking =
            parts.firstIndex { isRequest($0) || isQuestion && begins($0, AskPhrases.questions) }
            ?? (isQuestion ? parts.count - 1 : nil)
        guard let asking else { return isCompany(parts) ? .accompanies : .tells }
        let isSure = isRequest(parts[asking]) || begins(parts[asking], AskPhrases.questions)
        let before = isSure ? parts[..<asking] : parts[...asking]
        let after = parts[(asking + 1)...]
        return before.contains(where: tells) || after.contains(where: goesOnTelling) ? .tells : .asks
    }

    /// Whether a sentence asks the customer for something, whatever it tells besides.
    static func asks(_ sentence: String) -> Bool {
        let parts = parts(of: sentence)
        return !isOffer(sentence, parts) && (isQuestion(sentence) || parts.contains(where: isRequest))
    }

    private static func isQuestion(_ sentence: String) -> Bool {
        sentence.last { !$0.isWhitespace && !"\"'”»)]".contains($0) } == "?"
    }

    // MARK: Parts

    /// The words between commas, without a greeting before them and without what is said to be polite or to tell why:
    /// "to check this, please …".
    private static func parts(of sentence: String) -> [[String]] {
        let all = sentence.split { ",;:–—".contains($0) }
            .map { part in FoldedText(String(part)).strings.filter { $0.contains { $0.isLetter || $0.isNumber } } }
            .filter { !$0.isEmpty }
        let rest = all.drop { part in
            all.count > 1 && (Letter.isGreeting(part) || withoutLead(part).isEmpty || isPurpose(part))
        }
        return Array(rest)
    }

    private static func isPurpose(_ part: [String]) -> Bool {
        guard part.count <= 10 else { return false }
        return begins(part, AskedBackPhrases.soThat)
            || begins(part, AskedBackPhrases.purposes) && !part.contains(where: AskedBackPhrases.ourselves.contains)
    }

    private static func begins(_ words: [String], _ list: PhraseList) -> Bool {
        list.matches(in: words).contains { $0.words.lowerBound == 0 }
    }

    private static func withoutLead(_ part: [String]) -> [String] {
        var rest = part
        while let lead = AskedBackPhrases.leads.matches(in: rest).filter({ $0.words.lowerBound == 0 })
            .map(\.words.upperBound).max()
        {
            rest.removeFirst(lead)
        }
        return rest
    }

    /// Speaks of us or of a thing, and neither asks nor says merely why it is asked.
    private static func tells(_ part: [String]) -> Bool {
        guard !begins(part, AskPhrases.questions), !begins(part, AskedBackPhrases.offerOpenings), !isCompany([part]),
            !Regret.isMere(part.joined(separator: " "))
        else { return false }
        return AskedBackPhrases.subjects.contains(part[0]) || part.contains(where: AskedBackPhrases.ourselves.contains)
    }

    /// A statement behind the request: "please tell us the number, your refund left today".
    private static func goesOnTelling(_ part: [String]) -> Bool {
        guard !isCompany([part]), !AskedBackPhrases.kindness.isFound(in: part) else { return false }
        let rest = part.drop { AskedBackPhrases.joiners.contains($0) }
        guard let first = rest.first else { return false }
        // "…, please, your order number": what is asked for, no statement.
        if rest.count <= 4, AskedBackPhrases.theirs.contains(first), rest.contains(where: isTheirs) { return false }
        return AskedBackPhrases.ourselves.contains(first) || AskedBackPhrases.statements.contains(first)
    }

    // MARK: What it does

    private static func isRequest(_ part: [String]) -> Bool {
        let rest = withoutLead(part)
        return begins(rest, AskedBackPhrases.requests) || needsTheirs(rest)
    }

    /// "We still need your order number", "to check this we need …": what is needed is the customer's, and no time or
    /// patience.
    private static func needsTheirs(_ words: [String]) -> Bool {
        let isPurpose = begins(words, AskedBackPhrases.purposes)
        let found = AskedBackPhrases.needs.matches(in: words).filter { match in
            let before = words[..<match.words.lowerBound]
            return before.isEmpty
                || isPurpose && before.count <= 7 && !before.contains(where: AskedBackPhrases.ourselves.contains)
        }
        guard let need = found.map(\.words.upperBound).max() else { return false }
        let rest = words[need...].drop { AskedBackPhrases.fillers.contains($0) }
        guard let first = rest.first, rest.dropFirst().prefix(4).contains(where: isTheirs) else { return false }
        return AskedBackPhrases.theirs.contains(first)
            || AskedBackPhrases.articles.contains(first) && AskedBackPhrases.fromThem.isFound(in: Array(rest))
    }

    private static func isTheirs(_ word: String) -> Bool {
        AskedBackPhrases.things.contains { word.hasSuffix($0) }
    }

    private static func isOffer(_ sentence: String, _ parts: [[String]]) -> Bool {
        let words = parts.flatMap { $0 }
        return AskedBackPhrases.offers.isFound(in: words)
            && (isQuestion(sentence) || begins(withoutLead(words), AskedBackPhrases.offerOpenings))
    }

    /// Why something is asked, or what follows once it is told.
    private static func isCompany(_ parts: [[String]]) -> Bool {
        let words = parts.flatMap { $0 }
        guard words.count <= 24, !parts.dropFirst().contains(where: { AskedBackPhrases.statements.contains($0[0]) })
        else { return false }
        return begins(words, AskedBackPhrases.company) || begins(words, AskedBackPhrases.triggers)
            || begins(words, AskedBackPhrases.undertakings) && AskedBackPhrases.triggers.isFound(in: words)
    }
}
