/// Says what a clause asks for, if anything.
enum AskClassifier {
    static func kind(of clause: String) -> Ask.Kind? {
        let words = FoldedText(clause).strings
        return kind(ofWords: words, isQuestion: clause.contains("?"))
    }

    static func kind(ofWords all: [String], isQuestion: Bool) -> Ask.Kind? {
        let words = withoutOpening(
            all.filter { $0.first != "?" && $0.first != "!" && $0.first != "¿" && $0.first != "¡" })
        guard !words.isEmpty, !isClosing(words) else { return nil }
        let isVenting = AskPhrases.rhetorical.isFound(in: words)
        // "Could you tell me when …?" and "I would like to know …" want a word, not an act.
        if AskPhrases.wishesToKnow.isFound(in: words), !isVenting { return .question }
        if let last = words.last, AskPhrases.pleas.contains(last), words.count > 1 { return .request }
        if begins(words, AskPhrases.requests) || AskPhrases.requestsAnywhere.isFound(in: words) { return .request }
        let isTrouble = !AskPhrases.solved.isFound(in: words) && Trouble.isTold(in: words)
        // "The card wouldn't work?" tells something, whatever sign ends it.
        if isQuestion, isTrouble, !begins(words, AskPhrases.questions), tellsFirst(words) { return .complaint }
        if isQuestion {
            return isVenting || words.count < 2 && !AskPhrases.bareQuestions.contains(words[0]) ? nil : .question
        }
        if begins(words, AskPhrases.questions), !isVenting { return .question }
        if AskPhrases.questionsAnywhere.isFound(in: words), !isVenting { return .question }
        if begins(words, AskPhrases.imperatives) { return .request }
        if AskPhrases.complaints.isFound(in: words), !AskPhrases.solved.isFound(in: words) { return .complaint }
        return isTrouble && !isVenting ? .complaint : nil
    }

    /// Thanks, good wishes or regret and nothing else: "Sorry for the wait, your refund has left" tells something.
    static func isCourtesy(_ sentence: String) -> Bool {
        guard !sentence.contains(where: { $0 == "?" || $0.isNumber }) else { return false }
        if Regret.isMere(sentence) { return true }
        return sentence.split(separator: ",").allSatisfy { clause in
            let words = FoldedText(String(clause)).strings.filter { $0 != "." && $0 != "!" }
            let isJoined = words.contains { ["and", "but", "und", "aber", "et", "mais", "y", "pero"].contains($0) }
            return words.isEmpty || Letter.isGreeting(words)
                || words.count <= 8 && !isJoined
                    && AskPhrases.politeness.matches(in: words).contains { $0.words.lowerBound <= 2 }
                    // "Take care" is a wish, "we will take care of it" a promise.
                    && (words[0] == "take" || !words.contains("care"))
                || Regret.isMere(clause.description)
        }
    }

    /// Begins like something told, not like something asked.
    private static func tellsFirst(_ words: [String]) -> Bool {
        ["i", "my", "our", "the", "we", "a", "there", "this", "it", "i've"].contains(words[0])
    }

    private static func begins(_ words: [String], _ list: PhraseList) -> Bool {
        list.matches(in: words).contains { $0.words.lowerBound == 0 }
    }

    /// Greetings, softeners and joining words before the matter itself.
    private static func withoutOpening(_ words: [String]) -> [String] {
        var rest = words[...]
        while let first = rest.first, AskPhrases.openers.contains(first), rest.count > 1 { rest = rest.dropFirst() }
        // "Hi there": elsewhere the word begins a sentence, "there is a payment that …".
        if rest.first == "there", rest.count < words.count, rest.count > 1 { rest = rest.dropFirst() }
        return Array(rest)
    }

    /// "Thank you for your help", "I look forward to hearing from you": politeness, whatever words it borrows.
    private static func isClosing(_ words: [String]) -> Bool {
        AskPhrases.politeness.isFound(in: words) && !AskPhrases.requestsAnywhere.isFound(in: words)
            && !words.contains("but")
    }
}
