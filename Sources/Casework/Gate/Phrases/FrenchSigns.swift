/// What should be said and is looked for, in French.
extension PhraseBook {
    static let frenchSigns: [PhraseTable] = [
        PhraseTable(
            .acknowledgment,
            """
            desole*
            navre*
            excus*
            pardon
            {we} ~2 comprends|comprenons|vois|voyons|mesure|mesurons|imagine|imaginons|concois|concevons ~6 que|combien|votre|comme|pourquoi|a|{feelings}
            {we} ~2 comprends|comprenons ~1 bien|tout|parfaitement|tres
            comprehensible|legitime
            {we} ~2 regrette|regrettons|deplore|deplorons
            regrettable
            vous avez ~3 raison
            ne est|etait pas ~3 ce|niveau|acceptable|normal|hauteur|que
            ne ~3 pas|jamais ~2 du ~1 arriver|se
            ne aurait ~1 pas|jamais du
            est|etait|a|ete|etre|semble|parait|combien ~4 {feelings}
            votre|vos ~2 {feelings}
            pas a la hauteur
            vous avez ~1 ete ~2 {feelings}
            toute ma|notre sympathie
            a nous de
            """),
        PhraseTable(
            .offer,
            """
            {we} ~2 peux|pouvons|pourrions|pourrais !pas|plus|rien|malheureusement
            puis je|pouvons nous
            vous ~1 pouvez|pourrez|pourriez
            pouvez vous
            a la place
            en revanche
            toutefois
            sinon
            souhaitez|preferez|voulez|desirez vous
            si vous ~1 le|la|les? ~1 souhaitez|preferez|voulez|desirez
            {we} vous ~1 propose|proposons|offre|offrons|invite|invitons
            {we} propose|proposons
            comme vous preferez
            {we} vous? ~1 rembourse|remboursons|envoie|envoyons|remplace|remplacons|echange|credite
            repondez|ecrivez|dites|choisissez ~1
            gratuit|gratuite|gratuitement|sans frais
            alternative|autre solution
            bon de achat
            avoir de
            geste ~1 commercial
            vous {we} ~1 avons|ai
            de nouveau|nouveau disponible
            restez libre
            """,
            unless: """
                {we} ~2 peux|pouvons ~2 pas|rien|plus|imaginer|comprendre
                {we} ne ~3 peux|pouvons
                """),
        PhraseTable(
            .news,
            """
            {we} ~2 ai|avons ~2 demande|trouve|appris|verifie|parle|envoye|joint|ouvert|commande|ecrit|rembourse|reserve|contacte|interroge|confirme|corrige|modifie|credite|annule|transmis|repare
            a|ont ~3 confirme|repondu|trouve|quitte|dit|promis|annonce|commence|scanne|retrouve|valide
            est|sont|ete|a|etre ~2 parti*|arrive|arrivee|retrouve*|expedie*|vu*|scanne*|repare*|remis*|credite*|rembourse*|corrige*|modifie*|valide*|livre*|annule*|retabli*
            personnes|clients ~1 nous ont ~1 ecrit|signale
            {others} ~1 prevoit|annonce|ecrit|dit|cherche|attend
            joint|jointe|joints|joins
            """),
        PhraseTable(
            .awaited,
            """
            {we} ~1 attends|attendons ~4 reponse|livraison|resultat|confirmation|retour|piece|rapport|{others}
            en attente de ~3 reponse|livraison|resultat|confirmation|piece|rapport|{others}
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
