/// The body of a message: what is left without greeting, quoted lines and signature.
enum Letter {
    static func sentences(of text: String) -> [TextSpan] {
        var result: [TextSpan] = []
        for sentence in Sentences.split(text) {
            let words = FoldedText(sentence.text).strings
            if sentence.text.hasPrefix(">") { continue }
            // A signature ends the letter, but a closing formula in the first line ("Thanks, ...") does not.
            if !result.isEmpty, isSignature(sentence.text, words) { break }
            if isGreeting(words) { continue }
            result.append(sentence)
        }
        return result
    }

    private static func isSignature(_ text: String, _ words: [String]) -> Bool {
        if text == "--" || text.hasPrefix("-- ") || text.hasPrefix("__") { return true }
        return words.count <= 8 && closings.matches(in: words).contains { $0.words.lowerBound == 0 }
    }

    /// A salutation alone in its sentence; "Hi, where is my order" is none.
    static func isGreeting(_ words: [String]) -> Bool {
        guard words.count <= 5, let first = words.first else { return false }
        return salutations.contains(first) && !words.contains { $0.hasPrefix("?") }
            && AskClassifier.kind(ofWords: words, isQuestion: false) == nil
    }

    private static let closings = PhraseList(
        listing: """
            kind regards, best regards, warm regards, regards, best wishes, many thanks and, sincerely, yours,
            cheers, all the best, sent from my, mit freundlichen, freundliche grüße, viele grüße, liebe grüße, beste
            grüße, mfg, lg, gruß, hochachtungsvoll, von meinem, gesendet von, cordialement, bien à vous, bien
            cordialement, salutations, envoyé de mon, un saludo, saludos, atentamente, cordialmente, enviado desde
            """)

    private static let salutations = wordSet(
        """
        hi hello hey dear good morning hallo guten liebe liebes lieber sehr moin bonjour bonsoir madame monsieur
        chers chère cher hola buenos buenas estimado estimados estimada servus
        """)
}
