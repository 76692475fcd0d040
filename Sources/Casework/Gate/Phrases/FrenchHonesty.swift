/// What is said that should not be, and what should be said and is looked for, in French.
extension PhraseBook {
    static let frenchHonesty: [PhraseTable] = [
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

    static let frenchSigns: [PhraseTable] = [
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
}
