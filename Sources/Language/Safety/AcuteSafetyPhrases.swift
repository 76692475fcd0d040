/// What people write while it is happening, in English, German, French and Spanish.
enum AcuteSafetyPhrases {
    static let byKind: [(kind: SafetyFinding.Kind, list: PhraseList)] = [
        (.injury, PhraseList(listing: injury)), (.fire, PhraseList(listing: fire)),
        (.electricShock, PhraseList(listing: electricShock)), (.fraud, PhraseList(listing: fraud)),
        (.selfHarm, PhraseList(listing: selfHarm)), (.threat, PhraseList(listing: threat)),
    ]

    private static let injury = """
        can't feel my, cannot feel my, can't feel his, can't feel her, can't move my, cannot move my, can't move his,
        can't move her, into my eye*, into his eye*, into her eye*, in my eyes, in his eyes, in her eyes, hardly see,
        barely see, can't see anything, cannot see anything, can't see properly, can't walk, cannot walk, nicht mehr
        spüren, nicht mehr bewegen, spüre _ nicht, kann _ nicht bewegen, kann nicht mehr laufen, in die augen, ins
        auge, sehe kaum, sehe nichts mehr, übergibt sich, übergeben müssen, ne sens plus, ne sent plus, ne peux plus
        bouger, ne peut plus bouger, ne peut plus marcher, dans les yeux, dans l'œil, ne vois presque plus, ne vois
        plus rien, ne voit plus, no siento, no siente, no puedo mover, no puede mover, no puede andar, en los ojos, en
        el ojo, casi no veo, no veo nada, can't breathe, cannot breathe, couldn't breathe, struggling to breathe,
        trouble breathing, difficulty breathing, gasping for, short of breath, fainted, fainting, seizure*, not
        responding, won't wake up, call an ambulance, paramedics, vomiting, throwing up, chemical burn*, food
        poisoning, fell from, fell off the, fell down the, trapped under, trapped in, crushed under, keine luft, kaum
        luft, bekommt _ luft, kriegt _ luft, atemnot, krampfanfall, rührt sich nicht, wacht nicht auf, rettungswagen,
        sanitäter, erbricht, erbrochen, eingeklemmt, lebensmittelvergiftung, n'arrive plus à respirer, n'arrive pas à
        respirer, ne respire plus, mal à respirer, du mal à respirer, convulsion*, ne réagit plus, appelez une
        ambulance, samu, vomit, vomi, coincé sous, intoxication, no puede respirar, no respira, le cuesta respirar, me
        cuesta respirar, convulsion*, no responde, no despierta, ambulancia, vomitando, vomitó, atrapado, atrapada,
        intoxicación
        """

    private static let fire = """
        smoulder*, smolder*, fire service, fire engine, soot, charred, schwelt, schmort, kokelt, ruß, se consume,
        suie, carbonisé*, cramé*, humea*, humeando, chamuscad*, hollín, smells of gas, smells like gas, smelling gas,
        gas smell, gas is leaking, leaking gas, carbon monoxide, alarm went off _ smoke, burst into, blew up, glowing
        red, is glowing, battery _ swollen, battery _ swelled, battery _ bulging, swollen battery, bulging battery, battery
        _ leaking, leaking battery, akku _ aufgebläht, akku bläht, aufgeblähter akku, aufgeblähte batterie, batterie _
        gonflé, batterie gonflée, batería _ hinchad*, batería hinchada, nach gas, gas riech*, riecht _ gas, gas strömt, gas tritt aus, kohlenmonoxid, in die luft
        geflogen, glüht, brennend*, sent le gaz, sens le gaz, sentons le gaz, fuite de gaz, monoxyde, est en flammes,
        brûle, a brûlé le, huele a gas, olemos gas, fuga de gas, escape de gas, monóxido, está ardiendo, ardió, arde,
        ardiendo
        """

    private static let electricShock = """
        me a shock, him a shock, her a shock, an electrical, bekomme _ schlag, bekommt _ schlag, kriege _ schlag, une
        décharge, des décharges, una descarga, calambre*, zapped, got a jolt, gave me a jolt, tingling when i touch,
        live when i touch, under voltage, gewischt bekommen, eine gewischt, einen schlag, unter strom, steht unter
        strom, pris le courant, pris une châtaigne, coup de jus, sous tension, me dio un calambre, da calambre, da
        corriente, descarga
        """

    private static let fraud = """
        safe account, secure account, made me transfer, made me send, made me pay, told me to transfer, asked me to
        transfer, talked me into transferring, being used in another, being used in a different, is being used by, are
        being used by, card is being used, details are being used, used without my, accessed without my, logged in
        without, sicheres konto, sicheren konto, dazu gebracht, am telefon überredet, ohne mein wissen, compte sûr,
        compte sécurisé, m'a fait virer, m'a demandé de virer, à mon insu, sans mon accord, cuenta segura, me hizo
        transferir, me pidió transferir, sin mi permiso, sin mi consentimiento, emptying my, emptied my, draining my,
        drained my, cleaned out my, clearing out my, taking money out of my, withdrawals _ i never, withdrawals i
        didn't, withdrawals i did not, withdrawals that aren't, withdrawals that are not, transfers i never, gave _ my
        pin, gave _ pin, told _ my pin, gave _ my password, gave _ my code, gave _ my card, said he was from, said she
        was from, said they were from, claimed to be from, pretended to be, pretending to be, block everything, freeze
        everything, konto leer, konto geplündert, plündert, leergeräumt, abgeräumt, abhebungen _ nicht von mir, nicht
        von mir sind, nicht von mir stammen, alles sperren, sofort sperren, meine pin _ gegeben, pin verraten, tan
        weitergegeben, gab sich als, vider mon compte, vide mon compte, vidé mon compte, vident mon compte, retraits
        que je, pas de moi, donné mon code, donné mon mot de passe, bloquez tout, se faisait passer, s'est fait
        passer, vaciando mi cuenta, vaciado mi cuenta, vació mi cuenta, vaciaron mi cuenta, sacando dinero de mi,
        retiradas que no, retiros que no, que yo no hice, que yo no he hecho, di mi pin, di mi clave, di mi
        contraseña, bloqueen todo, bloqueen mi, se hizo pasar
        """

    private static let selfHarm = """
        reason to go on, reason to live, reason to continue, reason to carry on, point in going on, point in carrying
        on, can't do this anymore goodbye, grund mehr _ leben, weiterzuleben, weiter zu leben, grund zu leben, sinn
        mehr im leben, kann nicht mehr weiterleben, raison de vivre, raison de continuer, raison de rester, razón para
        vivir, razón para seguir, razones para vivir, sentido seguir viviendo, ganas de vivir, ending it all, end
        everything, ending everything, no point in living, no point living, not want to be here, don't want to be
        here, can't go on, cannot go on, want it to be over, want to disappear for, world _ without me, allem ein
        ende, schluss machen mit, nicht mehr weiterleben, nicht mehr da sein, keinen sinn mehr, wäre besser tot,
        lieber tot, en finir, plus la force de vivre, disparaître pour, mieux sans moi, acabar con todo, no vale la
        pena vivir, no quiero seguir aquí, mejor sin mí, quitarme de en medio
        """

    private static let threat = """
        smash your, smash up, trash your, wreck your, destroy your, break your window*, break your door, break your
        face, set your, torch your, slash your, schlage ihnen, schlag ihnen, haue ihnen, hau ihnen, scheiben ein,
        mache ihren laden, zünde ihren, zünde euch, casse votre, casser votre, casserai, brûle votre, brûler votre,
        défonce, les rompo, le rompo, rompo el, rompo la, quemo el, quemo la, quemar su, quemo su, destrozo, i will
        come for you, i'll come for you, coming for you, coming to get you, know where your, pay for this with, i'll
        hurt, i will hurt, put you in hospital, put you in the ground, knife, weiß _ wo sie, weiß _ wo du, komme ich
        vorbei und, mache sie fertig, mach dich fertig, breche ihnen, je sais où, viens vous, je vais venir, vous
        faire la peau, sé dónde, voy a ir a por, voy a por, les voy a partir
        """
}
