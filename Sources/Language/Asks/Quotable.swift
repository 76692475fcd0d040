extension Asks {
    /// Whether an ask, read by itself, says what there is to do. A reproach does not ("Are you even reading?"), nor do a few words
    /// without a verb ("until Monday").
    package static func isQuotable(_ quote: String) -> Bool {
        let words = FoldedText(quote).strings.filter { $0.contains { $0.isLetter || $0.isNumber } }
        guard words.count > 2, !QuotablePhrases.reproaches.isFound(in: words), !AskPhrases.rhetorical.isFound(in: words)
        else { return false }
        return words.count > longestFragment || words.contains(where: QuotablePhrases.verbs.contains)
            || AskPhrases.imperatives.matches(in: words).contains { $0.words.lowerBound == 0 }
            || [AskPhrases.complaints, AskPhrases.requestsAnywhere, AskPhrases.wishesToKnow]
                .contains { $0.isFound(in: words) }
    }

    /// Words without a verb that are more than this are rare enough.
    private static let longestFragment = 6
}

/// The phrases by which asks are known that nobody wants to see quoted. Notation: see `PhraseList`.
enum QuotablePhrases {
    static let reproaches = PhraseList(
        listing: """
            are you even, do you even, are you actually, do you actually, does anyone read, does anybody read, is anyone
            reading, is anybody reading, is anyone there, is anybody there, is anyone even, is anybody even, does anyone
            there, how many times, how many more times, how often do i, how often must i, how much longer do i, can't you
            read, can you not read, can you read, did you read, did you even, have you even, what kind of service, what
            kind of company, what sort of service, what sort of company, is this how you, is this what you, why do you
            never, why does nobody, why does no one, why is nobody, why is no one, why don't you ever, don't you read, do
            you ever, are you listening, are you serious, are you asleep, are you robots, am i talking to, what are you
            doing all, lesen sie überhaupt, lesen sie eigentlich, liest überhaupt, liest das, liest hier, liest jemand,
            ist da jemand, ist da überhaupt, wie oft muss, wie oft soll, wie lange soll, was ist das für ein*, was für
            ein laden, können sie nicht lesen, haben sie überhaupt, haben sie meine mail*, warum antwortet niemand, warum
            meldet sich niemand, interessiert sie, interessiert das, für wie dumm, ist das ihr service, vous lisez,
            lisez-vous, lisez vous, est-ce que quelqu'un, y a-t-il quelqu'un, il y a quelqu'un, quelqu'un lit, combien de
            fois, savez-vous lire, savez vous lire, de qui se moque, vous vous fichez, pourquoi personne, quel genre de
            service, c'est quoi ce, est-ce ainsi que, leen ustedes, leen mis, leen siquiera, siquiera leen, hay alguien,
            alguien lee, cuántas veces, saben leer, por qué nadie, qué clase de, qué tipo de servicio, me están tomando,
            se burlan, siquiera
            """)

    /// Verbs, and pronouns and words that stand with one, as they are common in short asks.
    static let verbs = wordSet(
        """
        i i'm i've i'd we you it he they is are was were am be been has have had do does did done don't doesn't didn't
        can can't could will won't would should shall may must need want get got make send sent give tell where's what's when's isn't hasn't haven't cannot arrived
        ich wir es du er ist sind war waren wird werden wurde hat habe haben hatte kann können könnte könnten möchte
        will wollen soll sollte muss brauche kommt kam geht fehlt bleibt steht gibt schicken senden je j'ai j'aimerais
        nous vous il elle on est sont était a ai avez avons ont peut peux pouvez puis-je pourriez voudrais veux dois faut
        fait manque marche arrive avez-vous pouvez-vous pourriez-vous est-ce yo es está están son era ha he han hay
        puede puedo pueden podría quiero quisiera necesito tengo tiene tienen falta llega llegó funciona dónde
        """)
}
