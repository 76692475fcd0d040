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
        if begins(words, AskPhrases.requests) || AskPhrases.requestsAnywhere.isFound(in: words) { return .request }
        if isQuestion {
            return isVenting || words.count < 2 && !AskPhrases.bareQuestions.contains(words[0]) ? nil : .question
        }
        if begins(words, AskPhrases.questions), !isVenting { return .question }
        if AskPhrases.questionsAnywhere.isFound(in: words), !isVenting { return .question }
        if begins(words, AskPhrases.imperatives) { return .request }
        if AskPhrases.complaints.isFound(in: words), !AskPhrases.solved.isFound(in: words) { return .complaint }
        return nil
    }

    private static func begins(_ words: [String], _ list: PhraseList) -> Bool {
        list.matches(in: words).contains { $0.words.lowerBound == 0 }
    }

    /// Greetings, softeners and joining words before the matter itself.
    private static func withoutOpening(_ words: [String]) -> [String] {
        var rest = words[...]
        while let first = rest.first, AskPhrases.openers.contains(first), rest.count > 1 { rest = rest.dropFirst() }
        return Array(rest)
    }

    /// "Thank you for your help", "I look forward to hearing from you": politeness, whatever words it borrows.
    private static func isClosing(_ words: [String]) -> Bool {
        AskPhrases.politeness.isFound(in: words) && !AskPhrases.requestsAnywhere.isFound(in: words)
            && !words.contains("but")
    }
}
