extension PhraseBook {
    static let french = PhraseBook(
        classes: [
            "we": "je|nous|on", "auriez": "auriez|aurait|aurais",
            "others":
                "transporteur|livreur|facteur|coursier|fournisseur|fabricant|poste|colissimo|chronopost|dhl|ups|banque|collegue|collegues|entrepot|service|equipe|systeme|predecesseur|logistique|technicien|techniciens|informatique|informaticiens|comptabilite|magasin|agence|prestataire|partenaire|conseiller|conseillere|stagiaire|vendeur|compagnie|mondial|gls|dpd|installateur|douane|developpeurs|hotline|hotliner|interimaire|marketing|commercial|preparateur|preparateurs|chauffeur|hotel|cuisine|personnel|atelier|aeroport|restaurant|nuit",
            "done":
                "lu|compris|rempli|saisi|utilise|choisi|indique|ecrit|manipule|entretenu|lave|tape|monte|branche|installe|note|communique|renseigne|ferme|emballe|mesure|selectionne|configure|coche|regle",
            "slip":
                "oublie|neglige|omis|casse|abime|endommage|provoque|cause|ignore|confondu|perdu|raye|egare|deteriore|loupe|manque|rate",
            "neglect":
                "lu|suivi|verifie|indique|respecte|precise|paye|fourni|compris|prevenu|repondu|signale|confirme|regle|rempli|informe|renseigne|attendu|ecoute|transmis|communique|coche|mentionne|consulte|regarde|tenu|pris|fait|mis|envoye|controle|lue|suivie|suivies|respectee|respectees|lues",
            "faultnoun": "faute|erreur|negligence|incompetence|maladresse|bourde|manquement|defaillance",
            "feelings":
                "decu*|deception|frustr*|contrarie*|agac*|inquiet*|inquietude|colere|desagreable|penible|fache*|mecontent*|genant|difficile|stress*|eprouvant*|enerv*|irrit*|embarras*|desagrement*|angoiss*|douloureu*|triste|choqu*|insupportable|deplaisant*|desemparee?|regrettable|long|longue|ennuyeux|desarroi|desesper*|rageant|mecontentement",
            "insult":
                "idiot|idiots|idiote|idiotes|imbecile|imbeciles|cretin|cretins|cretine|cretines|abruti|abrutis|abrutie|connard|connards|connasse*|salaud|salauds|salope|salopes|salopard*|debile|debiles|encule*|pleurnichard*|pleurnicheur*|pleurnicheuse*|trouduc|batard|batards",
            "badtrait":
                "paresseux|paresseuse|incompetent*|nul|nulle|nuls|negligent*|stupide*|lent|lente|lents|maladroit*|desorganise*|deborde*|inexperimente*|malpoli*|grossier*|imbecile*|incapable*|distrait*|menteur*|malhonnete*",
            "title": "m|mme|mlle|monsieur|madame|mademoiselle|dr|docteur",
        ], frenchBlame + frenchManners + frenchInsults + frenchHonesty + frenchSecrets + frenchSigns + frenchPromises)
}
