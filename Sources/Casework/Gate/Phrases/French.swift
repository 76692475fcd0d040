extension PhraseBook {
    static let french = PhraseBook(
        classes: [
            "we": "je|nous|on", "auriez": "auriez|aurait|aurais",
            "others":
                "transporteur|livreur|facteur|coursier|fournisseur|fabricant|poste|colissimo|chronopost|dhl|ups|banque|collegue|entrepot|service|equipe|systeme|predecesseur",
            "done": "lu|compris|rempli|saisi|utilise|choisi|indique|ecrit|manipule|entretenu|lave",
            "feelings":
                "decu*|deception|frustr*|contrarie*|agac*|inquiet*|inquietude|colere|desagreable|penible|fache*|mecontent*|genant|difficile",
        ], frenchConduct + frenchHonesty + frenchSigns + frenchPromises)
}
