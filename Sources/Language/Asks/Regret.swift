/// Finds words by which a service says that it is sorry. Said twice in one mail, they sound like a form.
package enum Regret {
    package static func isFound(in text: String) -> Bool { phrases.isFound(in: FoldedText(text).strings) }

    /// Texts of which only the first that regrets does: a sentence that begins a later one and says no more than that we are sorry is
    /// left out there.
    package static func once(_ texts: [String]) -> [String] {
        var isSaid = false
        return texts.map { text in
            guard isSaid else {
                isSaid = isFound(in: text)
                return text
            }
            guard let first = Sentences.split(text).first, first.utf8.upperBound < text.utf8.count, isMere(first.text)
            else {
                return text
            }
            let rest = String(Substring(text.utf8.dropFirst(first.utf8.upperBound)))
            return String(rest.drop(while: \.isWhitespace))
        }
    }

    /// Whether a sentence regrets, and tells nothing that anybody could do.
    package static func isMere(_ sentence: String) -> Bool {
        let words = FoldedText(sentence).strings
        return words.count <= 16 && phrases.matches(in: words).contains { $0.words.lowerBound <= 2 }
    }

    private static let phrases = PhraseList(
        listing: """
            sorry, apolog*, we regret, tut uns leid, tut mir leid, bedauern, entschuldig*, um verzeihung, désolé*, navré*,
            nos excuses, nous regrettons, veuillez excuser, sentimos, siento, disculp*, lament*, perdone, perdonen
            """)
}
