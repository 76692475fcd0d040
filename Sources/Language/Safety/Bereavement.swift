/// Knows by words for it, or by a construction, that somebody close to the writer has died.
///
/// "My father died", "mein Vater ist gestorben": a battery dies as well, so that a plain word of death counts only beside a
/// person, with nothing between that could be what died. "Passed away", "verstorben" are said of people alone.
enum Bereavement {
    static let phrases = PhraseList(listing: said)
    static let harmless = PhraseList(listing: likenesses)

    /// Where a person and a word of death stand together.
    static func find(in words: [String]) -> [Range<Int>] {
        words.indices.compactMap { place in
            guard people.contains(words[place]) else { return nil }
            let isOurs = words[max(0, place - 2)..<place].contains(where: owners.contains)
            guard isOurs || called.contains(words[place]) else { return nil }
            return died(place, in: words) ?? (isOurs ? mourned(place, in: words) : nil)
        }
    }

    /// "my father has died".
    private static func died(_ person: Int, in words: [String]) -> Range<Int>? {
        for index in words.indices[(person + 1)...].prefix(6) {
            if deaths.contains(words[index]) { return person..<(index + 1) }
            if breaks.contains(words[index]) { return nil }
        }
        return nil
    }

    /// "the death of my mother", "ha muerto mi padre", "I lost my wife", "meinen Vater verloren".
    private static func mourned(_ person: Int, in words: [String]) -> Range<Int>? {
        let before = words[max(0, person - 3)..<person]
        if let loss = before.indices.last(where: { losses.contains(words[$0]) }),
            before[(loss + 1)...].allSatisfy({ owners.contains($0) || links.contains($0) })
        {
            return loss..<(person + 1)
        }
        let isObject = ["mein", "unser"].contains { words[person - 1].hasPrefix($0) && words[person - 1] != $0 }
        return isObject && person + 1 < words.count && words[person + 1] == "verloren" ? person..<(person + 2) : nil
    }

    private static let said = """
        passed away, pass away, deceased, bereave*, death certificate, in mourning, late husband, late wife, late father,
        late mother, late son, late daughter, late brother, late sister, late partner, late grandmother, late
        grandfather, verstorben, verstorbene, verstorbenen, verstorbener, verstarb, verstarben, todesfall, todesfalls,
        sterbeurkunde, sterbefall, trauerfall, hinterbliebene*, verwitwet*, von uns gegangen, décédé*, décède, décès,
        nous a quittés, défunt*, en deuil, falleció, fallecio, fallecieron, fallecid*, fallecimiento, difunt*,
        defunción, de luto, enviud*, deceduto, deceduta, decesso, venuto a mancare, venuta a mancare, overleden,
        overlijden, overleed, faleceu, falecid*, falecimento, zmarł, zmarła, zmarli, zmarłego, zmarłej, nie żyje
        """

    private static let likenesses = """
        died laughing, dead tired, dead set, dead keen, dead right, dead sure, tot gelacht, mort de rire, morte de rire,
        mort de faim, mort de peur, muerto de risa, muerta de risa, muerto de hambre, muerta de hambre, muerto de
        miedo, muerta de miedo, día de los difuntos, día de difuntos, cuota de defunción
        """

    private static let people = called.union(
        wordSet(
            """
            husband wife father mother son daughter brother sister grandmother grandfather grandson granddaughter parents
            uncle aunt auntie cousin nephew niece partner fiancé fiancée boyfriend girlfriend friend neighbour neighbor
            colleague flatmate child baby stepfather stepmother mann mannes ehemann ehemannes ehemanns gatte frau ehefrau
            gattin vater vaters mutter sohn sohnes sohns tochter bruder bruders schwester großvater großvaters großmutter
            enkel enkelin eltern onkel onkels tante schwiegermutter schwiegervater lebensgefährte lebensgefährten
            lebensgefährtin partnerin freund freundes freundin nachbar nachbarin kollege kollegin kind kindes mari épouse
            époux femme père mère fils fille frère sœur soeur oncle cousine neveu nièce compagnon compagne conjoint
            conjointe ami amie voisin voisine enfant marido esposo esposa mujer padre madre hijo hija hermano hermana
            abuelo abuela nieto nieta padres tío tía primo prima sobrino sobrina pareja novio novia amigo amiga vecino
            vecina suegro suegra niño niña
            """))

    /// Those who need no "my".
    private static let called = wordSet(
        """
        mum mom mummy dad daddy grandma grandpa granny mama papa oma opa maman mamie papi papá mamá holder kontoinhaber
        kontoinhaberin titulaire titular
        """)

    private static let owners = wordSet(
        """
        my our his her their mein meine meinen meinem meines meiner unser unsere unseren unserem unseres unserer seine
        ihre mon ma mes notre nos mi mis nuestro nuestra nuestros
        """)

    private static let deaths = wordSet(
        """
        died dies dead gestorben starb starben tot entschlafen mort morte morts mourut murió murio muerto muerta murieron
        """)

    private static let losses = wordSet(
        """
        death funeral passing lost tod tode todes tods beerdigung mort enterrement obsèques perdu perdue muerte entierro
        funeral murió murio muerto muerta perdí perdido perdimos
        """)
    private static let links = wordSet("of de a d dear dearly beloved chère cher querido querida")

    /// Behind one of these something else is spoken of, or it did not happen.
    private static let breaks = wordSet(
        """
        . ! ? ; : and or but it its it's that which what when if says said say thinks told tells bought gave uses used
        whose the this these those a an your yours ours mine nearly almost could would will not never und oder aber es
        das dass der die dem den dieses diese dieser euer sagt sagte meint gekauft fast beinahe nicht nie wenn et ou mais
        il elle ça cela que qui quand le la les l un une ce cette votre vos dit presque pas failli si y o pero ello
        cuando el los las uno este esta su sus dice casi no nunca compró
        """)
}
