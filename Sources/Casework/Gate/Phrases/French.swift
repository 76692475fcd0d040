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

    private static let frenchConduct: [PhraseTable] = [
        PhraseTable(
            .blameCustomer,
            advice:
                "Dites ce qui s'est passé et ce que vous faites, sans désigner le client : « La commande est partie à la "
                + "première adresse ; je la change maintenant. »",
            """
            vous {auriez} du|pu !recevoir|avoir|etre
            il fallait ~4 lire|verifier|suivre|indiquer|prevenir|regarder|demander|controler
            vous avez ~1 oublie|neglige|omis|casse|abime|endommage|provoque|cause
            vous avez ~2 mal ~1 {done}
            vous ne avez pas ~1 lu|suivi|verifie|indique|respecte|precise|paye|fourni|compris|prevenu
            vous avez ~4 mauvais|mauvaise|fausse|faux|erronee|incorrecte ~1 adresse|reference|numero|taille|couleur|modele|code|article
            vous avez ~1 fait|commis ~1 erreur|faute
            vous vous etes trompe*
            vous etes ~2 responsable|fautif|fautive|tort
            de votre ~1 faute|responsabilite|negligence|erreur
            votre ~1 faute|negligence|erreur|imprudence|inattention|etourderie|maladresse
            par votre faute
            votre propre
            parce que vous ~2 avez|ne|etiez
            puisque vous ~1 avez|ne
            si vous aviez
            mauvaise utilisation de votre
            a cause de vous|votre
            la prochaine fois ~4 lire|verifier|pensez|veuillez|verifiez|lisez|faites
            erreur de manipulation
            """,
            unless: """
                ne est ~3 pas|nullement|aucunement ~5 faute|erreur|responsabilite|responsable
                pas|aucune|aucun|nullement ~3 votre ~1 faute|erreur|negligence|responsabilite
                ne etes ~1 pas|nullement ~2 responsable|fautif|tort
                si|quand|lorsque|cas ou? vous avez oublie|casse|fait
                que vous ne avez pas recu
                """),
        PhraseTable(
            .blameOther,
            advice:
                "Le client s'est adressé à nous, c'est donc à nous de réparer : « Le colis s'est perdu en route ; j'en envoie "
                + "un autre aujourd'hui. »",
            """
            faute|erreur|negligence de|du ~3 {others}
            {others} ~1 a|ont ~2 perdu|casse|abime|oublie|endommage|rate|egare|bacle|neglige
            {others} {auriez} du
            {others} est ~2 responsable|incompetent|coupable|fautif|nul
            {others} ~1 ne a ~2 pas ~1 fait|respecte|rempli
            ne est ~2 pas ~2 notre|ma ~1 faute|erreur|responsabilite
            pas ~1 notre|ma faute|responsabilite
            {we} ne sommes|suis pas responsable*
            {we} ne y pouvons|peux|peut rien
            independant* de notre|ma volonte
            adressez vous ~1 a|au ~2 {others}
            ce est ~2 la faute
            """),
        PhraseTable(
            .confrontation,
            advice: "Restez calme et du côté du client : répondez au fond et dites ce qui se passe ensuite.",
            """
            comme ~4 deja ~1 dit|explique|indique|ecrit|mentionne|precise|signale
            comme {we} ~4 ai|avons|a ~1 dit|explique|indique
            {we} vous ~2 ai|avons|a deja
            combien de fois ~2 faut|dois|devons
            calmez vous
            votre ton
            surveillez votre
            changez de ton
            avec tout le respect
            sauf votre respect
            a quoi vous attendiez
            que croyez|voulez vous ~2 que
            vous avez ~1 manifestement|visiblement|apparemment|evidemment
            visiblement vous
            evidemment vous
            avez vous ~1 seulement|meme ~1 lu|verifie
            est ce ~2 si difficile|complique
            felicitations pour ~3 erreur|reclamation|plainte
            bravo
            tout le monde ~1 sait
            ce est ~1 ridicule|absurde|insense|inadmissible de
            ridicule
            vous mentez|exagerez
            vous pretendez
            votre pretendu*
            votre soi disant
            arretez de
            cessez de
            {we} refuse|refusons de
            {we} conteste|contestons
            {we} rejette|rejetons
            {we} ne tolererons|tolererai
            {we} ne ~1 crois|croyons pas
            poursuites
            notre avocat*
            action en justice
            lisez ~2 bien|correctement|attentivement|enfin
            perdre notre|mon temps
            merci de lire ~3 avant
            prouvez
            enfin vous
            """),
        PhraseTable(
            .dismissive,
            advice:
                "Prenez la demande aussi au sérieux que le client : « Merci de nous l'avoir dit. Je vois combien cela a gâché "
                + "votre soirée. »",
            """
            pas ~1 notre|mon probleme
            ce est votre probleme
            vous etes ~2 seul|seule|premier|premiere
            personne de autre
            aucun autre client
            personne ne se ~1 plaint
            ne est ~1 pas ~2 grave
            pas si grave
            pas de quoi
            ce ne est que une|un ~1 assiette|tasse|rayure|poele|detail|verre|planche
            ce est ~1 comme ca|cela|ainsi
            ce sont des choses qui
            ca arrive
            cela arrive
            il faut faire avec
            il va falloir|faudra ~2 attendre|patienter
            vous devrez|devez ~1 attendre|patienter|accepter
            soyez patient*
            un peu de patience
            prenez votre mal
            le reglement ce est
            ce est le reglement
            ce est notre politique
            {we} avons ~3 plus important*
            de autres clients
            choses plus importantes
            vous trouverez ~2 vous meme
            cherchez ~2 vous meme
            debrouillez
            pas de notre ressort
            estimez vous heureu*
            comme ~2 indique sur ~2 site
            inutile de vous ~1 enerver|facher|inquieter|plaindre
            {we} ne vois|voyons pas ~3 probleme
            """),
    ]

    private static let frenchHonesty: [PhraseTable] = [
        PhraseTable(
            .deadEnd,
            advice:
                "Il y a toujours quelque chose à faire : dites-le. « Je n'ai plus le bleu ; je peux le rembourser ou envoyer "
                + "le vert, comme vous préférez. »",
            """
            {we} ne ~1 peux|pouvons|peut ~3 rien
            il ne y a rien ~4 faire
            rien ~2 faire ~1 pour vous
            on ne peut rien
            {we} ne ~1 peux|pouvons ~1 pas ~2 aider
            {we} ne sommes pas en mesure de vous aider
            dossier|sujet|affaire|discussion est ~2 clos|close|termine*
            decision est ~1 definitive
            aucune exception
            pas de exception
            tant pis
            inutile de ~3 ecrire|contacter|insister
            """,
            unless: "vous ne avez rien"),
        PhraseTable(
            .refusal,
            """
            {we} ne ~2 peux|pouvons ~1 pas ~3 rembourser|remplacer|echanger|annuler|modifier|accepter|reparer|envoyer|livrer|reprendre|prolonger|offrir
            ne est|sont ~2 pas|plus ~1 possible|disponible|autorise|permis
            ne est|sont ~1 malheureusement ~1 pas|plus ~1 possible|disponible
            impossible
            plus ~1 disponible|fabrique|possible
            rupture de stock
            epuise*
            refuse*
            {we} devons|dois ~2 refuser
            """,
            unless: "si|lorsque ~4 ne est ~2 pas possible|disponible\n{we} ne refus*"),
        PhraseTable(
            .falseCertainty,
            advice:
                "Dites ce que vous savez et quand vous en saurez plus : « Le transporteur l'attend vendredi ; je vérifie "
                + "vendredi soir et je vous écris. »",
            """
            {we} vous? garantis|garantissons|garantit
            {we} vous ~1 promets|promettons|assure|assurons|certifie ~1 que
            garanti a
            a 100 #percent
            cent pour cent sur|certain
            arrivera|sera|recevrez|viendra ~2 certainement|surement|absolument|definitivement|forcement
            sans ~1 aucun doute
            sans faute
            ne se ~1 reproduira|produira ~2 plus|jamais
            ne arrivera plus|jamais
            soyez ~1 certain|assure|sur que
            {we} ~1 suis|sommes ~1 absolument|totalement|100 ~1 sur*|certain*
            aucun risque
            """,
            unless: "{we} ne ~2 peux|pouvons ~1 pas ~2 garantir|promettre\nne ~1 garanti*"),
        PhraseTable(
            .internalLeak,
            advice:
                "Laissez de côté ce qui ne concerne que nous : systèmes, notes, niveaux, marges. Dites ce que cela change pour "
                + "le client.",
            """
            note|notes|usage|consigne|procedure|ticket|systeme interne|internes
            a usage interne
            ne pas ~2 transmettre|communiquer|envoyer ~3 client|clients
            ne ~1 dites pas au client
            niveau 1|2|3
            support de niveau
            notre crm|erp|serveur
            notre base de donnees
            notre|nos marge*|prix de achat
            prix de achat
            code de erreur
            client difficile|vip|a probleme|a risque
            valeur client
            modele de langage
            en tant que ia
            lorem ipsum
            todo
            un autre client nomme|appele
            de un autre client
            """),
    ]

    private static let frenchSigns: [PhraseTable] = [
        PhraseTable(
            .acknowledgment,
            """
            desole*
            navre*
            excus*
            pardon
            {we} ~1 comprends|comprenons|vois|voyons|mesure|mesurons|imagine ~5 que|combien|votre|comme|pourquoi|{feelings}
            {we} regrette|regrettons
            vous avez ~3 raison
            ne est pas ~2 ce que vous attend*
            est|etait ~3 {feelings}
            votre ~1 {feelings}
            pas a la hauteur
            """),
        PhraseTable(
            .offer,
            """
            {we} peux|pouvons !pas
            vous pouvez
            pouvez vous
            a la place
            en revanche
            sinon
            souhaitez|preferez|voulez vous
            si vous le souhaitez|preferez|voulez
            {we} vous ~1 propose|proposons|offre|offrons
            {we} propose|proposons
            comme vous preferez
            {we} vous? rembourse|remboursons|envoie|envoyons|remplace|remplacons
            repondez|ecrivez|dites
            """),
        PhraseTable(
            .news,
            """
            {we} ~2 ai|avons ~2 demande|trouve|appris|verifie|recu|parle|envoye|joint|ouvert|commande|ecrit|rembourse|reserve|contacte|interroge|confirme
            a|ont ~3 confirme|repondu|trouve|quitte|dit|promis|annonce|commence|scanne|retrouve
            est|sont|ete ~2 parti*|arrive|arrivee|retrouve*|expedie*|vu*|scanne*|repare*|remis*
            {others} ~1 prevoit|annonce|ecrit|dit|cherche|attend
            """),
        PhraseTable(
            .awaited,
            """
            {we} ~1 attends|attendons
            en attente de
            reponse|resultat|confirmation|retour|rapport de|du
            il ~1 manque encore
            """),
        PhraseTable(.courtesyQuestion, "autre chose\nautres questions\ncomment allez"),
        PhraseTable(
            .furtherQuestion,
            "et|ou quand|ou|quel|quelle|quels|quelles|comment|qui|pourquoi|avez|est|que|combien\n, quand|quel|quelle|comment|qui|pourquoi|combien",
            unless: "et|ou ou\net que"),
    ]

    private static let frenchPromises: [PhraseTable] =
        [
            promise(.refund, now: "rembourse|remboursons", later: "rembourserai|rembourserons", base: "rembourser"),
            promise(
                .replacement, now: "remplace|remplacons|echange|echangeons",
                later: "remplacerai|remplacerons|echangerai|echangerons", base: "remplacer|echanger"),
            promise(
                .delivery, now: "envoie|envoyons|expedie|expedions|livre|livrons",
                later: "enverrai|enverrons|expedierai|expedierons|livrerai|livrerons",
                base: "envoyer|expedier|livrer|renvoyer"),
            promise(
                .contact,
                now: "rappelle|rappelons|reponds|repondons|tiens|tenons|informe|informons|recontacte|recontactons",
                later:
                    "ecrirai|ecrirons|appellerai|appellerons|rappellerai|rappellerons|repondrai|repondrons|contacterai|contacterons|recontacterai|recontacterons|informerai|informerons|tiendrai|tiendrons|reviendrai|reviendrons|dirai|dirons|previendrai|previendrons",
                base: "ecrire|appeler|rappeler|repondre|contacter|recontacter|informer|revenir|prevenir|dire"),
            promise(
                .check, now: "verifie|verifions|recherche|recherchons",
                later:
                    "verifierai|verifierons|demanderai|demanderons|chercherai|chercherons|examinerai|examinerons|regarderai|regarderons",
                base: "verifier|demander|chercher|examiner|regarder|enqueter|rechercher"),
            promise(
                .action, now: "repare|reparons|annule|annulons|modifie|modifions|corrige|corrigeons",
                later:
                    "reparerai|reparerons|annulerai|annulerons|modifierai|modifierons|corrigerai|corrigerons|commanderai|commanderons|occuperai|occuperons|reglerai|reglerons|ferai|ferons",
                base: "reparer|annuler|modifier|corriger|commander|occuper|regler|organiser"),
            PhraseTable(
                .promise(.delivery),
                """
                vous recevrez|aurez
                vous allez recevoir
                vous sera|seront envoye*|expedie*|livre*
                colis|commande|remplacement|paquet partira|arrivera|sera
                """),
            PhraseTable(
                .promise(.refund),
                """
                vous sera|serez ~1 rembourse*|verse*
                remboursement|argent|montant ~1 sera|arrivera|partira
                """),
            PhraseTable(.promise(.contact), "vous aurez ~3 nouvelles|reponse\nvous serez informe*|prevenu*"),
            PhraseTable(
                .grant(.refund),
                "{we} vous? ~1 ai|avons ~1 rembourse|verse\n{we} vous? propose|proposons ~4 remboursement"),
            PhraseTable(
                .grant(.credit),
                """
                {we} vous? ~1 offre|offrons|propose|proposons|donne|accorde|accordons|offert|credite ~5 bon|avoir|credit|cheque
                accepter ~3 bon|avoir|cheque
                """),
            PhraseTable(
                .grant(.discount),
                """
                {we} vous? ~1 offre|offrons|propose|proposons|donne|accorde|accordons ~6 remise|reduction|rabais
                vous beneficiez ~6 remise|reduction
                """),
            PhraseTable(.continuation, "^ il|elle|cela|ce|ceci|vous|ils"),
            PhraseTable(
                .due,
                """
                dans|sous|en ~4 #num jour|jours|heure|heures|semaine|semaines|minutes|mois
                dans|sous|en ~4 #num jours ouvres|ouvrables
                dans|sous ~2 #num ~2 #num jours|heures|semaines
                dans la journee|semaine
                avant|jusque|le|ce|de|des ~3 #weekday
                #weekday ~1 matin|soir|midi|prochain
                avant|le|au|du|des|jusque ~3 #num #month
                #num #month
                #date
                avant|a|vers #time
                avant|a ~1 midi|minuit
                de ici ~3 demain|soir|midi|#weekday|fin
                demain ~2 midi|matin|soir
                demain
                aujourde hui
                ce soir|matin|midi
                cette semaine
                cet apres midi
                chaque|tous ~1 jour|jours
                semaine prochaine
                immediatement
                sans attendre
                """),
        ]

    private static func promise(_ kind: PromiseKind, now: String, later: String, base: String) -> PhraseTable {
        PhraseTable(
            .promise(kind),
            """
            {we} vous|me|nous|te? le|la|les|en|y|lui? \(now)
            {we} vous|me|nous|te? le|la|les|en|y|lui|leur? \(later)
            et ~2 \(later)
            et vous|le|la|les|me \(now)
            {we} ~1 vais|allons|va ~4 \(base)
            {we} ~1 vais|allons ~~6 et ~2 \(base)
            {we} promets|promettons de ~2 \(base)
            """,
            unless: """
                {we} vous ecris pour|car|parce
                {we} ~1 vais|allons pas
                si|quand {we} ~3 \(now)
                """)
    }
}
