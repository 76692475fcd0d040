/// Knows a complaint by its construction: something that a service deals in, and that something is wrong with.
///
/// "My transfer has not gone through", "die Rechnung stimmt nicht": whatever the verb, a thing of the service stands beside a
/// denial or a word of damage. Phrases would have to name every verb.
enum Trouble {
    static func isTold(in words: [String]) -> Bool {
        guard !words.contains(where: { supposing.contains($0) }) || words.count > 14 else { return false }
        guard !harmless.isFound(in: words) else { return false }
        let isDenied = words.contains { denials.contains($0) || $0.hasSuffix("n't") || $0.hasPrefix("n'") }
        let isDamaged = words.contains { word in defects.contains(word) || stems.contains { word.hasPrefix($0) } }
        guard isDenied || isDamaged else { return false }
        return words.contains { word in things.contains(word) || thingStems.contains { word.hasPrefix($0) } }
    }

    /// What begins so is a case that is imagined.
    private static let supposing = wordSet("if whether falls wenn ob si unless")

    private static let harmless = PhraseList(
        listing: """
            no problem, not a problem, no hurry, no rush, no worries, don't worry, don't need, do not need, don't
            want, do not want, didn't want, don't mind, do not mind, not only, why not, without problem, without any,
            without a, my trust, my heart, my life, my mind, my fault, buy me, don't know, do not know, not sure,
            don't understand, do not understand, don't have a, do not have a, can't wait, kein problem, keine eile,
            nicht nur, weiß nicht, brauche nicht, möchte nicht, pas de problème, pas grave, ne sais pas, pas besoin,
            no hay problema, no sé, no necesito, no quiero
            """)

    private static let denials = wordSet(
        """
        not no never nothing nobody none neither without cannot cant dont didnt doesnt wont isnt wasnt hasnt havent
        couldnt nicht kein keine keinen keiner nie niemand nichts ohne pas jamais rien aucun aucune personne plus no
        nunca nada nadie ningún ninguna sin tampoco
        """)

    private static let defects = wordSet(
        """
        declined declining denied rejected refused cancelled canceled blocked frozen locked stuck pending missing lost
        gone stolen wrong incorrect inaccurate faulty broken broke damaged defective cracked torn leaking leaks dead
        empty late overdue delayed twice double duplicate duplicated extra unknown strange unauthorized unauthorised
        fraudulent suspicious unexpected hidden overcharged failed failing fails fail failure error errors problem
        problems issue issues trouble vanished disappeared swallowed reverted returned bounced expired short shorter
        small bigger smaller off incomplete false dirty stained cold bad worse crashed crashing freezes freezing
        stopped wrecked eaten ate misplaced noisy smells rusty loose bent falsch falsche falscher falsches falschen
        kaputt defekt defekte doppelt zweimal verspätet beschädigt verloren gestohlen gesperrt abgelehnt leer undicht
        fehlt fehlen fehlerhaft fehlerhafte zerbrochen gebrochen gerissen locker raucht läuft unterwegs abgebrochen
        storniert cassé cassée cassés cassées endommagé abîmé perdu volé bloqué bloquée refusé refusée manque manquent
        erreur retard défaut défectueux incorrect incorrecte faux fausse déchiré vide fuit panne roto rota rotos rotas
        dañado dañada perdido perdida robado bloqueado bloqueada rechazado rechazada falta faltan error retraso
        defectuoso equivocado equivocada doble vacío vacía averiado averiada rajado
        """)

    private static let stems = [
        "unrecogni", "unauthori", "overcharg", "malfunction", "beschädig", "endommag", "defectuos", "estropead",
    ]

    /// What a service deals in; what belongs to somebody ("my", "mein") counts as well.
    private static let things = wordSet(
        """
        my our mine card cards payment payments transfer transfers account accounts money cash refund refunds order
        orders parcel package delivery item items product charge charges charged fee fees transaction transactions
        purchase purchases deposit withdrawal currency beneficiary balance statement app website site page code pin
        password login invoice bill subscription booking reservation ticket flight room bag luggage phone device
        machine charger battery cable screen size colour color courier driver technician appointment rate cheque check
        atm top-up topup message email reply answer replacement voucher coupon contract meter internet wifi router
        signal shipment shipping box lid handle heel zip mein meine meiner meinem meinen unser unsere paket bestellung
        lieferung rechnung konto karte zahlung überweisung geld erstattung gerät maschine app website seite code
        passwort vertrag buchung ticket termin techniker monteur bohrmaschine waschmaschine rückerstattung sendung
        artikel größe farbe gutschein mon ma mes notre nos colis commande livraison facture compte carte paiement
        virement argent remboursement appareil machine site code contrat réservation billet article taille couleur
        fermeture rendez-vous mi mis nuestro nuestra paquete pedido entrega factura cuenta tarjeta pago transferencia
        dinero reembolso aparato máquina aplicación página código contrato reserva billete artículo talla color
        ordenador pata cobrado
        """)

    private static let thingStems = ["rechnung", "bestell", "liefer", "rembours", "livraison", "reembols"]
}
