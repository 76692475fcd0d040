/// The reviewed lists. A phrase is here because a wrong alarm costs a minute of somebody's time and a missed one may cost
/// far more; it is left out only where it is common in harmless messages. Notation: see `PhraseList`.
enum SafetyPhrases {
    static let byKind: [(kind: SafetyFinding.Kind, list: PhraseList)] = [
        (.injury, PhraseList(listing: injury)), (.fire, PhraseList(listing: fire)),
        (.electricShock, PhraseList(listing: electricShock)),
        (.fraud, PhraseList(listing: fraud)), (.selfHarm, PhraseList(listing: selfHarm)),
        (.threat, PhraseList(listing: threat)),
        (.legalThreat, PhraseList(listing: legalThreat)),
    ]

    private static let injury = """
        injur*, got hurt, was hurt, is hurt, been hurt, hurt my, hurt his, hurt her, hurt myself, hurt himself, hurt
        herself, bleeding, burned my, burnt my, burned his, burnt his, burned her, burnt her, burned myself, burnt
        myself, scalded, got burned, got burnt, was burned, was burnt, burns on my, burns to, cut my finger*, cut my
        hand*, cut my thumb, cut my foot, cut his, cut her, cut myself, cut himself, cut herself, sliced my,
        stitches, ambulance, emergency room, taken to hospital, in hospital because, went to hospital, had to go to
        _ hospital, went to _ emergency, to a&e, choked on, choking, swallowed, poisoned, poisoning, allergic
        reaction, anaphyla*, unconscious, passed out, broke my arm, broke my leg, broke my wrist, broken bone*,
        concussion, in my eye, in his eye, in her eye, glass in my, glass in his, glass in her, shattered in my
        hand*, exploded in my, collapsed, verletzt*, verletzung*, verbrannt*, verbrüh*, blutet*, geblutet, in den
        finger geschnitten, die hand geschnitten, geschnitten hat sich, mich geschnitten, sich geschnitten, genäht,
        notaufnahme, krankenwagen, notarzt, ins krankenhaus, verschluckt, erstick*, vergiftet, vergiftung,
        allergische reaktion, allergischer schock, bewusstlos, ohnmächtig, bless*, brûlé la, brûlé le, brûlée, me
        suis brûl*, s'est brûl*, me suis coup*, s'est coup*, saigne*, saigné, points de suture, urgences,
        ambulancia, hospitalis*, avalé, étouff*, intoxi*, réaction allergique, inconscient*, évanoui*, herid*,
        lesion*, quemé la, me quemé, se quemó, quemadura*, me corté, se cortó, sangr*, urgencias, al hospital,
        tragó, atragant*, envenen*, reacción alérgica, inconsciente, desmay*
        """

    private static let fire = """
        caught fire, catch fire, catches fire, catching fire, on fire, went up in flames, burst into flames, in
        flames, flames, fire brigade, fire department, firefighter*, house fire, kitchen fire, small fire, a fire
        started, started a fire, set fire, smoke, smoking, smoked and, smoke came, burning smell, smell of burning,
        smells burnt, smells like burning, smelled burning, smell burning, melted, melting, exploded, explosion,
        overheated, scorched, gas leak, smell of gas, smell gas, brennt, gebrannt, angebrannt und, feuer gefangen,
        in flammen, flammen, feuerwehr, brand geraten, es raucht, raucht, rauch, qualmt*, gequalmt, verschmort*,
        riecht verbrannt, brandgeruch, geschmolzen, explodiert*, gasgeruch, überhitzt, pris feu, en feu, prend feu,
        incendie, flammes, pompiers, fumée, fume, odeur de brûlé, sent le brûlé, fondu, explosé, odeur de gaz,
        surchauff*, se incendió, incendio, en llamas, llamas, se prendió fuego, prendió fuego, bomberos, humo, echa
        humo, olor a quemado, huele a quemado, se derritió, explotó, olor a gas, se quemó el, se quemó la
        """

    private static let electricShock = """
        electric shock*, electrical shock*, electrocut*, shocked me, got a shock, gave me a shock, gave _ shock, got
        shocked, sparks, sparked, sparking, short circuit*, live wire*, exposed wire*, bare wire*, stromschlag,
        stromschläge, elektrischen schlag, einen schlag bekommen, schlag gekriegt, funken, gefunkt, kurzschluss,
        kurzgeschlossen, blanke kabel, offene kabel, choc électrique, décharge, électrocut*, étincelles, court
        circuit, court-circuit, fils dénudés, fil dénudé, descarga eléctrica, me dio corriente, dio calambre,
        calambrazo, chispas, cortocircuito, cables pelados
        """

    private static let fraud = """
        fraud*, scammed, scammer*, scam call, scam mail, a scam, phishing, stolen card, stole my card, card was
        stolen, card has been stolen, card details stolen, identity theft, stole my identity, hacked, account was
        taken over, unauthorised, unauthorized, didn't authorise, didn't authorize, did not authorise, did not
        authorize, never authorised, never authorized, never made this payment, didn't make this payment, someone
        else is using my, someone is using my, somebody is using my, someone logged into, somebody has logged into,
        someone has logged into, somebody logged into, someone used my card, somebody used my card, someone bought _
        with my, someone has ordered _ my name, ordered in my name, don't recognise this charge, don't recognize
        this charge, unknown charge*, charges i don't recognise, charge i don't recognise, betrug, betrüger*,
        betrogen, gehackt, gestohlene karte, karte wurde gestohlen, karte gestohlen, identitätsdiebstahl, unbefugt*,
        nicht autorisiert*, fremde abbuchung, unbekannte abbuchung*, nie getätigt, jemand hat meine karte, jemand
        benutzt mein*, in meinem namen bestellt, fraude*, fraudul*, escroqu*, arnaque*, pirat*, carte volée, volé ma
        carte, usurpation, non autorisé*, débit inconnu, hameçonnage, jamais autorisé, estafa*, estafad*, me
        hackearon, hackead*, tarjeta robada, robaron la tarjeta, robado la tarjeta, suplantación, no autorizad*,
        cargo desconocido, no reconozco este cargo, no reconozco el cargo
        """

    private static let selfHarm = """
        kill myself, killing myself, suicid*, end my life, ending my life, take my own life, taking my own life,
        want to die, wanna die, better off dead, harm myself, harming myself, hurt myself on purpose, self harm,
        self-harm, don't want to live, do not want to live, no reason to live, nothing to live for, can't go on
        living, don't want to be here anymore, don't want to wake up, end it all, umbringen, bringe mich um, das
        leben nehmen, mein leben beenden, selbstmord*, suizid*, nicht mehr leben, will sterben, möchte sterben,
        selbst verletzen, mir etwas antun, mir was antun, me tuer, mettre fin à mes jours, en finir avec la vie,
        veux mourir, envie de mourir, plus envie de vivre, me faire du mal, matarme, quitarme la vida, quiero morir,
        no quiero vivir, no quiero seguir viviendo, hacerme daño, acabar con mi vida
        """

    private static let threat = """
        kill you, kill him, kill her, kill them, kill someone, kill somebody, i will find you, i'll find you, find
        out where you live, know where you live, where your _ lives, burn down, burn your, burn the place, blow up
        your, blow you, bomb, shoot you, shoot up, stab, stab you, beat you, beat him up, beat up your, break your
        legs, break your neck, smash your face, smash your windows, smash up your, hurt you, you will regret, you'll
        regret, going to regret, you'll be sorry, watch your back, gun, come to your house, come to your home,
        bringe dich um, bringe euch um, bringe sie um, umbringen, ich finde dich, ich finde euch, weiß wo du wohnst,
        weiß wo sie wohnen, weiß wo ihr, zünde _ an, bombe, abstechen, schlage dich, schlag dich, fertig mache,
        werdet es bereuen, werden es bereuen, wirst es bereuen, knall* euch ab, vais te tuer, vais vous tuer, je
        vais tuer, sais où vous habitez, sais où tu habites, tout brûler, casser la gueule, vous allez le regretter,
        tu vas le regretter, allez le payer, voy a matar, te mato, los mato, sé dónde vives, sé dónde viven, voy a
        quemar, bomba, romperte la cara, te vas a arrepentir, se van a arrepentir, lo van a pagar
        """

    private static let legalThreat = """
        lawyer*, solicitor*, attorney*, legal action, legal steps, sue you, suing you, will sue, going to sue, see
        you in court, take you to court, take this to court, small claims, lawsuit*, ombudsman, trading standards,
        consumer protection, data protection authority, chargeback, report you to, letter before action, anwalt,
        anwältin, rechtsanwalt*, rechtsanwält*, rechtliche schritte, verklag*, klage, vor gericht, gericht gehen,
        verbraucherzentrale, verbraucherschutz*, anzeige erstatten, strafanzeige, zeige sie an, datenschutzbehörde,
        mahnbescheid, avocat*, poursuites, poursuivre en justice, tribunal, porter plainte, porterai plainte, action
        en justice, mise en demeure, dgccrf, que choisir, cnil, abogad*, demandar*, demanda judicial, acciones
        legales, tribunales, al juzgado, denunciar*, oficina del consumidor, hoja de reclamaciones, protección de
        datos
        """

    static let harmless = PhraseList(
        listing: """
            fire sale, fire pit*, fire place, fireplace, camp fire, open fire, log fire, fire proof, fire resistant,
            fire extinguisher*, fire blanket*, fire safe, fire guard, fire alarm, fire red, sale is on fire, deals _
            on fire, like a house on fire, smoke detector*, smoke alarm*, smoke grey, smoke gray, smoke glass, smoke
            blue, smoke point, smoke colour*, smoke free, non smoking, no smoking, smoking hot, smoking deal,
            smoking gun, stop smoking, smoke oven, smoking oven, burnt orange, burnt sienna, burning question*,
            burning love, killed it, killing it, kill for, die for, died laughing, bath bomb*, bomb proof, photo
            bomb*, da bomb, the bomb, glue gun*, nerf gun*, heat gun*, massage gun*, icing gun*, gun metal, jumped
            the gun, top gun, shot glass*, stab at, take a stab, have a stab, sparks joy, sparking joy, sparked joy,
            sparked my, sparked our, sparking water, shock price*, sticker shock, culture shock, shock absorb*,
            chocolate melted, melting pot, melting chocolate, melted butter, melted chocolate, melted cheese, melted
            my heart, melted wax, melting point, fraud protection, fraud prevention, life hacked, hurt my feelings,
            hurt my pride, cut his hours, cut her hair, cut his hair, cut her a, swallowed my card, swallowed my
            pride, swallowed my coin*, box collapsed, cake collapsed, collapsed box, page collapsed, brennt mir
            unter, brennende frage, rauchgrau, rauch melder, rauchmelder, rauch blau, brennt an, gebrannt* mandeln,
            brandneu, feuerfest*, flamme bleue, feu de cheminée, feu doux, humo gris, gris humo, verre fumé, saumon
            fumé, coup de feu, plaque de feu, entre dos fuegos, llamas a, si llamas, me llamas, cuando llamas,
            llamas al, bombe glacée, bombe à eau, bomba de baño, bomba de agua, salchicha ahumada, attorney general
            store, no hurt, klage nicht, court order form, exploded view, exploded in popularity, sales exploded,
            explosion of flavour*, explosion of flavor*, flavour explosion, taste explosion
            """)

    static let denials = wordSet(
        """
        no without nobody kein keine keinen ohne aucun aucune sans pas sin ningún ninguna nadie niemand not
        never nicht
        """)

    static let denyingPairs: Set<String> = [
        "no one", "nobody got", "nobody was", "niemand wurde", "personne n'a", "nadie resultó", "nie został",
        "nie została", "nessuno è", "niemand is",
        "ninguém ficou",
    ]
}
