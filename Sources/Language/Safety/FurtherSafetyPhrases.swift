/// The reviewed lists in Italian, Dutch, Portuguese and Polish. Notation: see `PhraseList`.
enum FurtherSafetyPhrases {
    static let byKind: [(kind: SafetyFinding.Kind, list: PhraseList)] = [
        (.injury, PhraseList(listing: injury)), (.fire, PhraseList(listing: fire)),
        (.electricShock, PhraseList(listing: electricShock)), (.fraud, PhraseList(listing: fraud)),
        (.selfHarm, PhraseList(listing: selfHarm)), (.threat, PhraseList(listing: threat)),
        (.legalThreat, PhraseList(listing: legalThreat)),
    ]

    private static let injury = """
        ferit*, ferito, mi sono tagliat*, si è tagliat*, mi sono bruciat*, si è bruciat*, mi sono scottat*,
        ustion*, sanguin*, pronto soccorso, ambulanza, in ospedale, punti di sutura, avvelenat*, soffocat*,
        ingoiato, reazione allergica, svenut*, gewond*, verwond*, mezelf gesneden, me gesneden, zich gesneden,
        verbrand aan, me verbrand, brandwond*, bloed*, spoedeisende hulp, ziekenhuis, vergiftig*, gestikt,
        verslikt, ingeslikt, allergische reactie, bewusteloos, flauwgevallen, ferid*, machuc*, cortei me, cortou
        se, me cortei, queimei me, queimou se, me queimei, queimadura*, sangue, sangrar, urgências, pronto
        socorro, ambulância, no hospital, ao hospital, para o hospital, envenen*, engasg*, engoliu, reação
        alérgica, inconsciente, desmai*, skaleczył*, zranił*, ranny, ranna, poparzył*, oparzył*, oparzeni*,
        krwawi*, pogotowie, karetk*, w szpitalu, do szpitala, założono szwy, założyli szwy, zatruci*, zatruł*,
        zadławił*, połknął, połknęła, połknęło, reakcja alergiczna, nieprzytomn*, zemdlał*
        """

    private static let fire = """
        preso fuoco, prende fuoco, in fiamme, incendi*, vigili del fuoco, pompieri, fumo, puzza di bruciato,
        odore di bruciato, odore di gas, fuga di gas, esplos*, surriscalda*, si è fuso, staat in brand, vloog in
        brand, vliegt in brand, vlam gevat, vlammen, brandweer, rook, rookt, brandlucht, ruikt verbrand,
        gaslucht, gaslek, ontploft, explosie, oververhit*, gesmolten, pegou fogo, pegar fogo, em chamas,
        incêndio*, bombeiros, fumo, fumaça, fumegar, cheiro a queimado, cheiro de queimado, cheiro a gás, cheiro
        de gás, fuga de gás, explodiu, explosão, sobreaquec*, superaquec*, derreteu, zapalił*, zapaliło, pali
        się, płonie, w płomieniach, pożar*, straż pożarn*, straży pożarn*, dym, dymi, dymu, zapach spalenizny,
        śmierdzi spalenizną, ulatnia się gaz, zapach gazu, wybuchł*, eksplodował*, przegrzew*, stopił*
        """

    private static let electricShock = """
        scossa elettrica, presa la scossa, preso la scossa, dato la scossa, folgorat*, fa scintille, fatto
        scintille, scintille dalla, cortocircuito, corto circuito, fili scoperti, elektrische schok,
        stroomschok, schok gekregen, onder stroom, vonken, kortsluiting, blote draad, blote draden, choque
        elétrico, choque eléctrico, apanhei um choque, levei um choque, deu choque, eletrocut*, faíscas, curto
        circuito, fios descarnados, fios expostos, porażeni* prądem, poraził* prąd, kopnął mnie prąd, iskrzy*,
        iskry, zwarcie, gołe przewody
        """

    private static let fraud = """
        truffa, truffat*, truffator*, frode, frodi, rubato la carta, carta rubata, clonat*, hackerat*, non ho
        autorizzato, mai autorizzato, addebito sconosciuto, furto di identità, phishing, oplicht*, opgelicht,
        fraud*, gehackt, gestolen pas, pas gestolen, kaart gestolen, identiteitsfraude, niet geautoriseerd,
        onbekende afschrijving*, fraude*, uma burla, burlad*, caí num golpe, caí em um golpe, isto é um golpe, é
        um golpe, cartão roubado, roubaram o cartão, roubaram me o cartão, clonaram, clonado, não autorizei, não
        autorizad*, cobrança desconhecida, hackearam, oszust*, oszukan*, wyłudz*, skradzion*, ukradziono kartę,
        ukradli kartę, włamani*, włamał*, zhakowan*, nieautoryzowan*, nieznana płatność, kradzież tożsamości
        """

    private static let selfHarm = """
        uccidermi, ammazzarmi, suicid*, togliermi la vita, farla finita, voglio morire, non voglio più vivere,
        farmi del male, zelfmoord*, mezelf van kant, een eind aan mijn leven, einde aan mijn leven, wil dood,
        wil niet meer leven, mezelf iets aandoen, mezelf pijn doen, matar me, me matar, suicíd*, acabar com a
        minha vida, tirar a minha vida, quero morrer, não quero viver, não quero mais viver, fazer me mal,
        samobój*, zabiję się, zabić się, odebrać sobie życie, skończyć ze sobą, nie chcę żyć, nie chce mi się
        żyć, chcę umrzeć, zrobić sobie krzywdę
        """

    private static let threat = """
        ti ammazzo, vi ammazzo, ti uccido, vi uccido, so dove abiti, so dove abitate, ve la faccio pagare, te ne
        pentirai, ve ne pentirete, bomba, do fuoco, ik vermoord, maak je dood, maak jullie dood, weet waar je
        woont, weet waar jullie wonen, steek _ in brand, jullie zullen ervoor boeten, krijg je spijt, krijgen
        jullie spijt, mato te, vou te matar, vou matar, sei onde moras, sei onde moram, sei onde você mora, vou
        pegar fogo, vais te arrepender, vão se arrepender, vão pagar por isto, zabiję cię, zabiję was, zabije
        cię, wiem gdzie mieszkasz, wiem gdzie mieszkacie, podpalę, pożałujesz, pożałujecie, bombę
        """

    private static let legalThreat = """
        avvocat*, vie legali, azione legale, tribunale, denunci*, querel*, causa legale, associazione
        consumatori, codacons, advocaat, advocaten, juridische stappen, rechtbank, rechtszaak, aangifte,
        consumentenbond, geschillencommissie, advogad*, medidas legais, ação judicial, tribunal, vou processar,
        processar vos, processá*, processo judicial, queixa na polícia, livro de reclamações, procon, prawnik*,
        adwokat*, do sądu, w sądzie, pozew, kroki prawne, na policję, rzecznik konsument*, rzecznika konsument*,
        uokik
        """

    static let harmless = PhraseList(
        listing: """
            bomba da bagno, fumo di londra, grigio fumo, barriera tagliafuoco, rookmelder*, rookgrijs, rookworst, gerookt,
            rookvrij, detetor de fumo, detector de fumo, cinzento fumo, bomba de banho, bomba de bicicleta, bomba de
            ar, czujnik dymu, dymny kolor, szarości dymu, bloedsinaasappel*,
            bloeddruk*, bloedmooi, bloemen
            """)

    static let denials = wordSet(
        "nessun nessuno nessuna non senza niemand geen niet zonder nenhum nenhuma ninguém não sem nikt nie bez")
}
