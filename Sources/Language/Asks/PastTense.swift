/// Whether a clause tells of what was, in English, German, French or Spanish: "hat mir sofort geholfen" sets nobody a time.
///
/// Known by forms that only the past has. A clause with a word that wants or must is none: "it must be replaced immediately".
enum PastTense {
    static func isTold(in clause: some Collection<String>) -> Bool {
        let words = Array(clause)
        guard let first = words.first, !orders.contains(first), !words.contains(where: wishes.contains) else {
            return false
        }
        return words.contains { finite.contains($0) || isEnglish($0) || isGerman($0) || isSpanish($0) }
            || words.indices.contains { isCompound(words[$0...]) }
    }

    private static func isEnglish(_ word: String) -> Bool {
        word.count > 4 && word.hasSuffix("ed") && !word.hasSuffix("eed") && word != "hundred"
    }

    /// A participle: geholfen, angerufen, reagiert.
    private static func isGerman(_ word: String) -> Bool {
        guard word.count > 5, !nouns.contains(word) else { return false }
        if word.hasSuffix("iert") { return true }
        let stem = prefixes.first { word.hasPrefix($0 + "ge") }.map { word.dropFirst($0.count) } ?? word[...]
        return stem.hasPrefix("ge") && (stem.hasSuffix("t") || stem.hasSuffix("en"))
    }

    private static func isSpanish(_ word: String) -> Bool {
        word.count > 2 && ["ó", "aron", "ieron"].contains { word.hasSuffix($0) }
    }

    /// "a immédiatement répondu", "ha respondido": a helping verb, and soon behind it what was done.
    private static func isCompound(_ words: ArraySlice<String>) -> Bool {
        guard let first = words.first else { return false }
        let next = words.dropFirst().prefix(5)
        if french.contains(first) {
            return next.contains { word in
                word.count > 3 && ["é", "ée", "és", "ées", "i", "u", "is", "it", "ert"].contains { word.hasSuffix($0) }
            }
        }
        guard spanish.contains(first) else { return false }
        return next.contains { word in word.count > 3 && ["ado", "ido", "cho", "sto"].contains { word.hasSuffix($0) } }
    }

    private static let french = wordSet("a ont avez avons m'a m'ont l'a l'ont nous vous s'est est sont j'ai n'a")
    private static let spanish = wordSet("ha han has hemos he")

    private static let finite = wordSet(
        """
        was were got came went sent gave took found told wrote brought knew dealt understood made half halfen kam kamen
        antwortete antworteten reagierte reagierten meldete meldeten rief riefen löste lösten schickte schickten ersetzte
        erklärte kümmerte bekam erhielt fand fanden gab gaben wusste wussten verstand nahm nahmen erstattet ersetzt
        erledigt erhalten bekommen beantwortet verstanden verschickt versendet behoben erklärt dio dieron hizo hicieron
        vino vinieron fue fueron puso pusieron
        """)

    private static let wishes = wordSet(
        """
        need needs want wants must please can could should would will shall expect demand insist require to brauche
        brauchen benötige bitte muss müssen soll sollen sollte möchte will wollen kann können könnten erwarte erwarten
        verlange fordere wird werden zu faut veux voudrais souhaite souhaitons exige demande dois doit devez pouvez
        pourriez veuillez merci prie besoin attends necesito necesitamos quiero queremos exijo espero debe deben puede
        pueden podrían pido solicito ruego favor
        """)

    /// At the beginning: "get it fixed immediately".
    private static let orders = wordSet("get have make let")

    private static let prefixes = [
        "an", "auf", "aus", "ab", "ein", "um", "zurück", "weiter", "nach", "mit", "vor", "los",
    ]
    private static let nouns = wordSet(
        """
        gegen gerät geräten gehen geben gericht gewicht geschäft geschäften gesamt gelten gesundheit gebiet gestalt gehört
        gerecht gekannt gestatten angehen angeben aufgeben ausgeben abgeben eingeben eingehen umgehen weitergeben
        zurückgeben weitergehen vorgehen
        """)
}
