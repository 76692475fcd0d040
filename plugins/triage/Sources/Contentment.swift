import Language

/// Whether a customer says that all is well and asks for nothing.
///
/// A mistake here lets somebody go unheard, so several signs are asked for: thanks or a word that it is settled, and
/// nothing that speaks against it.
struct Contentment: Sendable {
    let isContent: Bool

    /// - Parameters:
    ///   - topic: what the words alone are about.
    ///   - isBusy: whether something else speaks from the contact: an ask, trouble, a file.
    ///   - answer: our answer, where it is what the customer heard from us last. Kind words behind one that leaves nothing to agree
    ///     to are content, whatever they look forward to.
    ///   - name: what the customer is called.
    init(words: String, topic: RankedCategory, isBusy: Bool, answer: String? = nil, name: String? = nil) {
        if let answer, !isBusy, KindReply.isAll(words, names: Set(FoldedText(name ?? "").strings)),
            !Offers.isOpen(in: answer)
        {
            isContent = true
            return
        }
        let folded = FoldedText(words).strings
        let bearsNumber = folded.contains { $0.count > 3 && $0.allSatisfy(\.isNumber) }
        guard !isBusy, !bearsNumber, !folded.isEmpty, !Self.unsettled.isFound(in: folded) else {
            isContent = false
            return
        }
        // A word that it is settled says enough; a mere thank-you must also look like one that closes a matter, and
        // not like a reply that ends politely, nor like a yes to what we offered or asked.
        isContent =
            Self.settled.isFound(in: folded)
            || Self.thanks.isFound(in: folded) && topic.category == "thanks" && topic.confidence >= 0.5
                && !Self.agreement.isFound(in: folded)
    }

    private static let settled = PhraseList([
        "problem solved", "problem is solved", "all sorted", "is sorted", "got sorted", "all resolved", "is resolved",
        "solved it", "solved my", "solved now", "all settled", "that did the trick", "did the trick", "works now",
        "working now", "case closed", "close the ticket", "close the case", "close this ticket", "no further help",
        "answers my question", "answered my question", "everything's fine", "everything is fine", "all good now",
        "all fine now", "never mind i found",
        "hat sich erledigt", "hat sich geklärt", "alles geklärt", "alles erledigt", "problem gelöst", "ist gelöst",
        "funktioniert jetzt", "geht jetzt wieder", "alles in ordnung", "alles gut angekommen",
        "c'est réglé", "c'est résolu", "problème résolu", "tout est réglé", "tout est en ordre", "tout fonctionne",
        "ça marche maintenant", "cela fonctionne maintenant",
        "está resuelto", "todo resuelto", "problema resuelto", "ya está solucionado", "todo solucionado",
        "ya funciona", "todo en orden",
    ])

    private static let thanks = PhraseList([
        "thank*", "thx", "cheers", "appreciate*", "ta", "dank*", "vielen dank", "merci", "gracias",
    ])

    private static let agreement = PhraseList([
        "yes", "yeah", "yep", "sure", "please do", "go ahead", "i accept", "i'll take", "i will take",
        "looking forward",
        "ja", "gern", "gerne", "einverstanden", "nehme ich", "freue mich",
        "oui", "volontiers", "d'accord", "j'accepte", "sí", "de acuerdo", "acepto", "a la espera",
    ])

    private static let unsettled = PhraseList([
        "but", "however", "although", "still", "for nothing", "did not help", "didn't help", "does not help", "no help",
        "ruin*", "never", "again", "broken", "aber", "trotzdem", "leider", "nichts", "wieder", "kaputt", "verdorben",
        "ruiniert", "mais", "toujours", "pour rien", "encore", "en panne", "gâch*", "ruiné", "pero", "sigue*",
        "por nada",
        "todavía", "arruin*", "estrope*", "no _ ayud*",
        "not solved", "not resolved", "not sorted", "not working", "not _ solved", "not _ resolved", "isn't resolved",
        "isn't solved", "isn't sorted", "hasn't been", "has not been", "still waiting", "still no", "still not",
        "nothing", "unresolved", "no thanks to", "if _ works now", "whether", "once _ sorted", "until",
        "nicht gelöst", "nicht erledigt", "nicht geklärt", "immer noch", "noch immer", "noch nicht",
        "pas résolu", "pas réglé", "toujours pas", "pas encore",
        "your reply", "your answer", "your response", "hearing from", "hear from you", "ihre antwort",
        "ihre rückmeldung",
        "von ihnen zu hören", "votre réponse", "votre retour", "de vos nouvelles", "su respuesta", "sus noticias",
        "the refund", "rather", "lieber", "plutôt", "missing", "fehlt*", "falta*", "manque*",
        "no está resuelto", "sin resolver", "todavía no", "aún no", "sigue sin",
    ])
}
