/// Whether a text tells that a promised thing is done: that it was sent, replaced, looked into, mended.
///
/// Told is what a sentence says of the past, with a verb of the promise's kind, about a thing that the promise names: "we have sent you the
/// photographs this morning" keeps "you will have the photographs tomorrow". A sentence that denies, asks, looks ahead or sets a
/// condition tells nothing, nor one that speaks of a question about the thing. So of a thing that is done and told in other words nothing
/// is known; a colleague says `/kept` then.
package enum DoneThing {
    /// - Parameters:
    ///   - kind: what sort of thing was promised.
    ///   - what: the words that promised it.
    ///   - text: what a customer was told since.
    package static func isTold(_ kind: PromiseKind, _ what: String, in text: String) -> Bool {
        guard let verbs = verbs[kind] else { return false }
        let things = Set(Tokenizer.sentences(of: what).flatMap(\.tokens).map(\.folded).filter(isThing))
        guard !things.isEmpty else { return false }
        return Tokenizer.sentences(of: text).contains { sentence in
            guard !sentence.isQuoted, !sentence.isQuestion else { return false }
            let words = sentence.tokens.filter { !$0.isCited }.map(\.folded)
            guard let verb = words.firstIndex(where: verbs.contains), helpers.contains(where: words.contains),
                vetoes.isDisjoint(with: words)
            else { return false }
            let others = words[..<verb] + words[(verb + 1)...]
            return others.contains { word in isThing(word) && things.contains { isSame($0, word) } }
        }
    }

    /// Whether a word may name what is promised: it is none of the little ones, no time and no verb of promising.
    private static func isThing(_ word: String) -> Bool {
        word.count >= 3 && !little.contains(word) && !allVerbs.contains(word) && DateWords.weekdays[word] == nil
            && DateWords.months[word] == nil && DateWords.numbers[word] == nil
    }

    /// "photograph" and "photographs", "Foto" and "Fotos".
    private static func isSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        return short.count >= 4 && long.count - short.count <= 2 && long.hasPrefix(short)
    }

    private static let sent = words(
        """
        sent shipped dispatched posted mailed emailed delivered handed attached enclosed
        geschickt gesendet versendet verschickt versandt zugeschickt zugesandt geliefert uebergeben beigefuegt angehaengt abgeschickt
        envoye envoyee envoyes envoyees expedie expediee expedies expediees livree livres livrees joint jointe joints jointes remis remise
        enviado enviada enviados enviadas mandado mandada mandados mandadas entregado entregada entregados entregadas adjuntado adjuntos
        """)

    private static let verbs: [PromiseKind: Set<String>] = [
        .delivery: sent,
        .replacement: sent.union(
            words(
                """
                replaced exchanged swapped ersetzt umgetauscht ausgetauscht remplace remplacee remplaces remplacees echange echangee
                cambiado cambiada reemplazado reemplazada sustituido sustituida
                """)),
        .check: words(
            """
            checked asked investigated reviewed verified examined traced clarified geprueft ueberprueft nachgesehen gefragt geklaert untersucht
            verifie verifiee verifies controle controlee demande examine comprobado comprobada verificado verificada preguntado revisado revisada
            """),
        .action: words(
            """
            fixed repaired corrected changed cancelled canceled arranged ordered booked removed restored repariert korrigiert geaendert
            storniert bestellt gebucht behoben eingerichtet repare reparee corrige corrigee modifie modifiee annule annulee commande commandee
            reserve reservee reparado reparada corregido corregida cambiado cambiada cancelado cancelada pedido pedida reservado reservada
            """),
    ]
    private static let allVerbs = verbs.values.reduce(into: Set<String>()) { $0.formUnion($1) }

    /// Who did it, or what stands before a verb of the past.
    private static let helpers = words(
        """
        we i have has been was were is are haben habe hat wurde wurden ist sind avons ai ont ete est sont hemos he ha han fue fueron esta estan
        """)

    private static let vetoes = words(
        """
        not never nothing no if once when until unless after before will would should could may might must can question questions request
        nicht nie kein keine keinen wenn sobald falls nachdem bis werden wird soll sollte koennte kann muss frage fragen anfrage
        pas jamais aucun aucune quand lorsque sera seront serait pourrait question demandes
        nunca cuando sera seran seria podria pregunta preguntas consulta aunque todavia
        """)

    private static let little = words(
        """
        the you our and for has was are its out off new one two all any let may can get got now day way not but who how why yes
        der die das den dem des ein und mit von auf aus bei zum zur wir sie ihr uns neu les des une par sur est los las una por con del que sus nos
        with this that then from them they also soon today tomorrow morning noon evening afternoon tonight week weeks next until latest please
        again once more will shall have send call write answer reply your yours ours days hours business working about before after there here
        where what which some something would could other another thank thanks regards dear ship post make give take look into find check
        mit dies diese diesen dann auch bald heute morgen mittag abend woche wochen naechste naechsten spaetestens bitte wieder noch mehr werden
        wird senden schicken melden schreiben antworten unsere ihre ihnen tage tagen stunden ueber nach hier dort einen eine einem einer
        avec cette alors aussi bientot aujourd demain matin midi soir semaine prochaine tard encore plus enverrons envoyer votre notre vous nous
        jours heures avant apres dans pour leur leurs
        para este esta estos estas tambien pronto manana tarde noche semana proxima mas enviaremos enviar usted ustedes nuestra nuestro dias
        horas antes despues aqui desde hasta sobre recibira recibiran tendra tendran
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
