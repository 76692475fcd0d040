/// Finds words by which a service says that it is sorry. Said twice in one mail, they sound like a form.
package enum Regret {
    package static func isFound(in text: String) -> Bool { phrases.isFound(in: FoldedText(text).strings) }

    /// Texts of which only the first that regrets does: a sentence that begins a later one and says no more than that
    /// we are sorry is left out there.
    /// - Parameter whole: texts that stay as they are; bad news keeps its regret.
    package static func once(_ texts: [String], keeping whole: Set<String> = []) -> [String] {
        var isSaid = false
        return texts.map { text in
            guard isSaid, !whole.contains(text) else {
                isSaid = isSaid || isFound(in: text)
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

    /// Whether a sentence regrets and tells nothing: what we are sorry for is the trouble itself, or not named.
    /// "We regret that we do not ship to Norway" is an answer.
    package static func isMere(_ sentence: String) -> Bool {
        let words = FoldedText(sentence).strings.filter { $0 != "!" && !stresses.contains($0) }
        return phrases.matches(in: words).contains { match in
            guard openings.contains(words[..<match.words.lowerBound].joined(separator: " ")) else { return false }
            let rest = Array(words[match.words.upperBound...])
            return rest.isEmpty || objects.matches(in: rest).contains { $0.words == rest.indices }
                || isEcho(rest, in: sentence)
        }
    }

    /// "We are sorry to hear that your lamp broke": what the customer told, and no more.
    private static func isEcho(_ rest: [String], in sentence: String) -> Bool {
        let clauses = sentence.replacing(", dass", with: " dass").split { ",;:–—".contains($0) }
        return clauses.count == 1 && rest.count <= 14 && !rest.contains(where: joiners.contains)
            && echoes.matches(in: rest).contains { $0.words.lowerBound == 0 }
    }

    private static let joiners = wordSet("and but so und aber et mais y pero")
    private static let echoes = PhraseList(
        listing: """
            to hear, to read, to learn, zu hören, zu lesen, d'apprendre, de l'apprendre, d'entendre, de lire, oír, leer, saber
            """)

    private static let phrases = PhraseList(
        listing: """
            sorry, apolog*, we regret, tut uns leid, tut mir leid, bedauern, entschuldig*, um verzeihung, désolé*,
            navré*, nos excuses, nous regrettons, veuillez excuser, veuillez nous excuser, sentimos, siento, disculp*,
            lament*, perdone, perdonen
            """)

    private static let stresses = wordSet(
        "very really truly deeply sehr wirklich aufrichtig vraiment infiniment sincèrement mucho muy")

    /// What may stand before the words of regret.
    private static let openings = Set(
        PhraseList.phrases(
            in: """
                we are, we are so, we're, i am, i am so, i'm, we, i, our, my, please accept our, and we are, es, das, dies, wir, wir bitten
                um, ich bitte um, bitte, nous sommes, je suis, nous en sommes, j'en suis, toutes, nous vous présentons,
                nous vous présentons toutes, lo, le pedimos, les pedimos, pedimos, y lo
                """) + [""])

    /// What is regretted where nothing is told by it; each is all that follows.
    private static let objects = PhraseList(
        listing: """
            about this, about that, about it, for this, for that, to hear this, to hear that, to hear it, to hear of
            this, to read this, to read that, that it came to this, that this happened, that it happened, that it
            arrived this way, that it arrived like this, that your parcel keeps you waiting, that your order keeps you
            waiting, that something is missing, that the wrong thing came, that you had to wait, that you have had to
            wait, that you had this trouble, that you have this trouble, for keeping you waiting, for the trouble, for
            the trouble you have had, for the trouble you had, for the trouble this has caused, for the trouble this has
            caused you, for your trouble, for the inconvenience, for any inconvenience, for the inconvenience this has
            caused, for the wait, for the long wait, for the delay, for the mistake, for the mix up, for the confusion,
            dass es so angekommen ist, dass es so gekommen ist, dass es dazu gekommen ist, dass es so weit gekommen ist,
            dass ihr paket auf sich warten lässt, dass ihre bestellung auf sich warten lässt, dass ihre lieferung auf
            sich warten lässt, dass etwas fehlt, dass das falsche gekommen ist, dass sie diesen ärger haben, dass sie
            diesen ärger hatten, dass sie ärger haben, dass sie warten mussten, dass sie warten müssen, das zu hören,
            das zu lesen, dies, das, sie die umstände, sie bitte die umstände, sie den ärger, sie bitte den ärger, sie
            die wartezeit, sie bitte die wartezeit, sie die unannehmlichkeiten, sie bitte die unannehmlichkeiten, sie
            die verspätung, sie bitte die verspätung, für die umstände, für den ärger, für die wartezeit, für die
            unannehmlichkeiten, für die verspätung,
            qu'il soit arrivé ainsi, que votre colis se fasse attendre, que votre commande se fasse attendre, que cela
            soit arrivé, qu'il manque quelque chose, de ce désagrément, de ces désagréments, pour ce désagrément, pour
            ces désagréments, pour les désagréments, pour le désagrément, pour la gêne occasionnée, pour la gêne, la
            gêne occasionnée, pour l'attente, de l'attente, pour cette attente, de cette attente, pour ce retard, de ce
            retard, pour le retard, du retard, de l'apprendre, de le lire, pour cela, de cela, ce contretemps, de ce
            contretemps, pour ce contretemps, que haya llegado así, que su paquete se haga esperar, que su pedido se
            haga esperar, que se haya llegado a esto, que falte algo, las molestias, las molestias causadas, las
            molestias ocasionadas, por las molestias, por las molestias causadas, por las molestias ocasionadas, el
            retraso, por el retraso, la espera, por la espera, la demora, por la demora, lo ocurrido, por lo ocurrido,
            lo sucedido, por lo sucedido, leer esto, oír esto, saberlo
            """)
}
