import Language

/// Replies of kind words alone: "Great, see you then!", "Danke, ich freue mich darauf."
///
/// Known by their construction: every word belongs to thanks, approval, trust in what is to come, a greeting or a good wish, or is
/// one of the little words between them. One word that none of them has, and somebody may want something.
enum KindReply {
    /// - Parameter names: what the writer is called, which may stand below.
    static func isAll(_ text: String, names: Set<String> = []) -> Bool {
        guard !text.contains(where: { $0 == "?" || $0.isNumber || $0 == "¿" }) else { return false }
        let lines = Sentences.split(text).map(\.text)
        guard !lines.isEmpty, lines.count <= 6 else { return false }
        var isKind = false
        for line in lines {
            let words = FoldedText(line).strings.filter { $0.contains(where: \.isLetter) }
            guard let found = kinds(in: words, names: names) else { return false }
            isKind = isKind || found
        }
        return isKind
    }

    /// - Returns: whether these words say something kind; nil where they say anything else.
    private static func kinds(in words: [String], names: Set<String>) -> Bool? {
        var known = words.map { little.contains($0) || names.contains($0) }
        var isKind = false
        for (list, counts) in [(thanks, true), (approval, true), (trust, true), (wishes, false)] {
            for match in list.matches(in: words) {
                for place in match.words { known[place] = true }
                isKind = isKind || counts
            }
        }
        // What is looked forward to: "to the new pan", "auf das Paket".
        for match in trustIn.matches(in: words) {
            let thing = words[match.words.upperBound...].prefix(4).prefix { !ending.contains($0) }
            guard !thing.contains(where: anAnswer) else { return nil }
            for place in match.words.lowerBound..<thing.endIndex { known[place] = true }
            isKind = true
        }
        return known.allSatisfy(\.self) ? isKind : nil
    }

    /// Who looks forward to a word of ours counts on one.
    private static func anAnswer(_ word: String) -> Bool {
        answers.contains(where: word.hasPrefix) || !unsure.isDisjoint(with: [word])
    }

    private static let thanks = PhraseList([
        "thank you", "thank you again", "thank you all", "thank you both", "thanks", "thanks again", "thanks a lot",
        "many thanks", "thx", "ty", "cheers", "ta", "much appreciated", "i appreciate it", "i appreciate that",
        "really appreciate it", "so kind of you", "very kind of you", "that's kind", "that is kind",
        "thank you _ help", "thanks _ help", "thanks _ quick reply", "thank you _ quick reply", "thanks for the reply",
        "thanks for your reply", "thank you for your reply", "thanks for the update", "thank you for the update",
        "thanks for letting me know", "thank you for letting me know", "thanks for getting back to me",
        "thanks for the info", "thanks for the information",
        "danke", "danke dir", "danke ihnen", "vielen dank", "besten dank", "herzlichen dank", "tausend dank",
        "danke sehr", "danke schön", "dankeschön", "danke nochmals", "vielen dank nochmals", "nochmals danke",
        "nochmals vielen dank", "danke für die _ antwort", "danke für ihre _ antwort", "dank für die _ antwort",
        "dank für ihre _ antwort", "dank für ihre _ hilfe", "danke für ihre _ hilfe", "dank für die _ hilfe",
        "danke für die _ hilfe", "danke für die info", "danke für die _ rückmeldung", "dank für die _ rückmeldung",
        "dank für die info", "dank für ihre mühe", "nett von ihnen", "lieb von ihnen",
        "merci", "merci beaucoup", "merci bien", "merci encore", "mille mercis", "un grand merci", "merci à vous",
        "merci pour votre _ réponse", "merci pour votre aide", "merci de votre réponse", "merci de votre aide",
        "merci pour tout", "merci pour l'info", "c'est gentil", "c'est très gentil",
        "gracias", "muchas gracias", "mil gracias", "muchísimas gracias", "gracias de nuevo", "gracias por su ayuda",
        "gracias por la ayuda", "gracias por su _ respuesta", "gracias por la _ respuesta", "gracias por todo",
        "gracias por la información", "gracias por avisar", "muy amable", "muy amables", "se lo agradezco",
    ])

    private static let approval = PhraseList([
        "great", "perfect", "perfectly", "wonderful", "brilliant", "excellent", "lovely", "fantastic", "super",
        "awesome",
        "amazing", "splendid", "marvellous", "sounds good", "sounds great", "sounds perfect", "good to know",
        "good to hear", "great to hear", "great news", "good news", "very good", "all good", "all clear", "that's fine",
        "that is fine", "works for me", "that works", "no problem", "no worries", "happy with that",
        "perfekt", "toll", "prima", "klasse", "wunderbar", "ausgezeichnet", "spitze", "großartig", "hervorragend",
        "sehr gut", "sehr schön", "alles klar", "alles gut", "das klingt gut", "klingt gut", "passt", "passt so",
        "freut mich", "gute nachrichten", "bestens", "in ordnung", "kein problem",
        "parfait", "super", "génial", "formidable", "impeccable", "très bien", "c'est parfait", "c'est noté",
        "bien noté",
        "bonne nouvelle", "excellente nouvelle", "ça marche", "cela me convient", "ça me convient", "pas de problème",
        "merveilleux", "excellent", "perfecto", "genial", "estupendo", "excelente", "fenomenal", "magnífico",
        "muy bien",
        "buena noticia", "buenas noticias", "de maravilla", "me parece bien", "me parece perfecto", "entendido",
        "qué bien", "ningún problema",
    ])

    private static let trust = PhraseList([
        "see you", "see you then", "see you soon", "see you there", "see you tomorrow", "until then", "till then",
        "speak then", "talk then", "talk soon", "speak soon", "i'll wait", "i will wait", "i'll be waiting",
        "i will be waiting", "i can wait", "happy to wait", "i'm happy to wait", "i don't mind waiting",
        "i'll keep an eye out", "i'll look out for it", "i'll watch out for it", "i'll be here", "i'll be there",
        "i will be there", "i'll be home", "i'll be at home", "looking forward", "can't wait", "cannot wait",
        "fingers crossed",
        "bis dann", "bis dahin", "bis bald", "bis morgen", "bis später", "bis demnächst", "ich warte",
        "ich warte gern*",
        "ich warte dann", "warte ich gern*", "warte ich", "ich kann warten", "ich werde warten", "freue mich",
        "wir freuen uns", "freuen uns", "freu mich", "ich bin da", "wir sind da", "ich bin zu hause",
        "à bientôt", "à très bientôt", "à demain", "à plus tard", "à plus", "j'attends", "je patiente", "j'attendrai",
        "je vais attendre", "je peux attendre", "j'ai hâte", "hâte de", "je m'en réjouis", "je me réjouis",
        "je serai là",
        "je serai présent*",
        "hasta pronto", "hasta luego", "hasta entonces", "hasta mañana", "nos vemos", "esperaré", "lo esperaré",
        "la esperaré", "quedo a la espera", "quedo en espera", "a la espera", "quedo pendiente", "espero entonces",
        "puedo esperar", "lo espero", "la espero", "qué ganas", "tengo ganas", "con ilusión", "con muchas ganas",
        "allí estaré", "estaré en casa",
    ])

    /// What something follows that is looked forward to.
    private static let trustIn = PhraseList([
        "looking forward to", "look forward to", "wait for", "waiting for", "can't wait for", "can't wait to",
        "see you on",
        "see you at", "see you in", "until", "till", "look out for", "watch out for", "keep an eye out for",
        "freue mich auf", "freue mich schon auf", "freue mich sehr auf", "freu mich auf", "freu mich schon auf",
        "freuen uns auf", "freuen uns schon auf", "warte auf", "warte gern auf", "warte gerne auf", "bis",
        "gespannt auf",
        "j'attends", "j'attendrai", "hâte de", "dans l'attente de", "dans l'attente du", "me réjouis de", "réjouis du",
        "à la", "jusqu'à", "jusqu'au",
        "a la espera de", "a la espera del", "en espera de", "espero", "esperaré", "ganas de", "hasta el", "hasta la",
        "pendiente de", "pendiente del",
    ])

    private static let wishes = PhraseList([
        "have a nice day", "have a good day", "have a great day", "have a lovely day", "have a nice weekend",
        "have a good weekend", "have a great weekend", "have a good one", "have a nice evening", "take care",
        "all the best", "best wishes", "kind regards", "best regards", "warm regards", "regards", "best", "you too",
        "same to you", "good evening", "good morning", "good afternoon", "hi", "hello", "hey", "dear", "bye",
        "schönen tag", "einen schönen tag", "schönes wochenende", "schönen abend", "schönen feierabend", "viele grüße",
        "liebe grüße", "beste grüße", "freundliche grüße", "mit freundlichen grüßen", "herzliche grüße", "gruß",
        "grüße",
        "guten tag", "guten morgen", "guten abend", "hallo", "lg", "mfg", "auf wiedersehen", "tschüss", "alles gute",
        "ihnen auch", "gleichfalls", "ebenso",
        "bonne journée", "bonne soirée", "bon week end", "bonne continuation", "bonne fin de journée", "cordialement",
        "bien cordialement", "bien à vous", "bonjour", "bonsoir", "salutations", "au revoir", "à vous aussi",
        "que tengan _ día", "que tenga _ día", "buen día", "buenos días", "buenas tardes", "buen fin de semana",
        "un saludo", "saludos", "un abrazo", "cordialmente", "atentamente", "hola", "adiós", "igualmente", "feliz día",
    ])

    private static let little = Set(
        """
        i'm i am we are we're it that this so very much really then and just for ok okay alright all you your to a an the
        be is that's it's will now soon with everyone everybody team again oh ah wow well indeed of course yay already
        und es das so sehr dann also ja schon darauf drauf wirklich ihnen euch ich wir ihr für die der den sie ist na ach
        oh mal noch zusammen team auch gerne gern alle
        et alors donc très bien c'est je nous vous oui toute équipe l'équipe tout à de la le avec beaucoup ah oh déjà
        y entonces pues muy que lo la el equipo todo todos a de con es ya ah oh mucho me nos ilusión
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let answers = [
        "answer", "repl", "respon", "hear", "confirm", "explan", "solution", "feedback", "refund", "money", "news",
        "update",
        "antwort", "rückmeld", "hören", "bestätig", "erklär", "lösung", "nachricht", "erstatt", "geld", "bescheid",
        "répon", "retour", "nouvelle", "confirmation", "explic", "rembours", "argent", "solution", "lire",
        "respuesta", "noticia", "confirmación", "solución", "explicación", "reembols", "dinero", "contest", "respond",
    ]

    /// What makes an object of trust a doubt or a matter of its own.
    private static let unsure: Set = [
        "but", "if", "when", "whether", "still", "not", "no", "since", "though", "days", "weeks", "months", "weeks'",
        "aber", "wenn", "ob", "wann", "immer", "nicht", "kein", "keine", "seit", "tagen", "wochen", "jedoch", "wieder",
        "mais", "si", "quand", "pas", "depuis", "toujours", "jours", "semaines", "encore", "plus",
        "pero", "cuando", "cuándo", "aún", "todavía", "desde", "días", "semanas", "otra", "vez",
    ]

    private static let ending: Set = ["and", "und", "et", "y", "thanks", "thank", "danke", "merci", "gracias"]
}
