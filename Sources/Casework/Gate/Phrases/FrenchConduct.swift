/// How a customer is spoken to, in French.
extension PhraseBook {
    static let frenchConduct: [PhraseTable] = [
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
            {others} a|ont|est ~2 negligent*|incompetent*|imprudent*|desinvolte*
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
            infonde*
            injustifie*
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
}
