/// What is not true or leads nowhere, in French.
extension PhraseBook {
    static let frenchHonesty: [PhraseTable] = [
        PhraseTable(
            .deadEnd,
            advice:
                "Il y a toujours quelque chose à faire : dites-le. « Je n'ai plus le bleu ; je peux le rembourser ou envoyer "
                + "le vert, comme vous préférez. »",
            """
            {we} ne ~2 peux|pouvons|peut ~3 rien
            {we} ne ~1 y peux|pouvons|peut rien
            il ne y a ~1 plus? ~1 rien ~4 faire|puisse|puissions
            rien ~3 faire ~1 pour vous
            rien de plus
            rien ne peut ~1 etre
            on ne ~1 peut ~1 plus? ~1 rien
            {we} ne ~2 peux|pouvons ~2 pas|plus|guere ~2 aider
            {we} ne ~1 sommes|suis pas en mesure de ~1 vous aider
            {we} ~1 sommes|suis ~1 dans ~1 impossibilite
            dossier|sujet|affaire|discussion|demande|reclamation|cas est|sont ~2 clos|close|termine*|ferme*|cloture*|regle*
            {we} ~1 considere|considerons ~4 clos|close|regle|termine|cloture
            decision est|reste|sera ~3 definitive|irrevocable|sans|finale|ferme
            decision ~2 definitive|irrevocable|finale
            sans appel
            aucune|pas|sans|ni ~1 de? exception|exceptions
            {we} ne ~1 faisons|ferons|peux|pouvons ~1 pas|aucune|faire ~2 exception|exceptions
            tant pis
            pas de chance
            inutile de ~4 ecrire|contacter|insister|rappeler|recontacter|relancer
            ne ~1 releve|depend|concerne ~1 pas ~2 de? ~1 notre|mon|nos|nous|ma|mes
            pas ~1 de notre|mon ~1 ressort|competence|service
            {we} ne ~1 sommes|suis pas ~2 bon|competent*|habilite*|service|interlocuteur|concerne*
            {we} ne ~1 traite|traitons|gere|gerons|nous ~1 occupons|occupe? ~1 pas
            adressez vous ailleurs
            voyez ailleurs
            il ne ~1 y a ~1 aucune|pas|aucun ~1 de? ~1 solution|moyen|possibilite|recours|alternative
            aucune|aucun ~1 solution|moyen|possibilite|recours|alternative
            ce est tout ~2 {we}|peux|pouvons
            fin de ~2 discussion|conversation|histoire
            {we} ne ~2 repondrons|repondrai plus
            """,
            unless:
                "vous ne avez ~1 rien\nne ~2 hesitez\npas|aucune ~2 exception|exceptions ~2 pour ~1 si\ndossier|demande est ~1 regle* , et"
        ),
        PhraseTable(
            .refusal,
            """
            {we} ne ~3 peux|pouvons|pourrons|pourrai ~3 pas|plus|malheureusement|rembourser|remplacer|accepter ~4 rembourser|remplacer|echanger|annuler|modifier|accepter|reparer|envoyer|livrer|reprendre|prolonger|offrir|donner|accorder|prendre|verser|reverser|donner|indemniser|compenser|expedier|changer|resilier|proposer|faire|valider|satisfaire|crediter|reporter|deduire|retablir|rouvrir
            {we} ne ~2 acceptons|accepte|remboursons|rembourse|livrons|livre|echangeons|echange|reprenons|reprend|reprends|reparons|repare|expedions|proposons|propose|vendons|vends|faisons|offrons|prenons|prends|couvrons|assurons|indemnisons|accordons|accorde|remplacons|remplace|annulons|effectuons ~3 pas|plus|aucun|aucune|jamais
            {we} ne ~2 sommes|suis pas ~1 en mesure|autorise*|habilite*
            {we} ne ~2 serons|serai pas ~2 mesure|en
            ne ~1 est|sont|sera|seront|serait ~3 pas|plus ~3 possible*|disponible*|autorise*|permis*|rembours*|echange*|accepte*|eligible*|repris*|envisageable*|prevu*|couvert*|couverte*|fabrique*|commercialise*|livrable*|recevable*|valable*|inclus*|applicable*|faisable*|negociable*|ouvert
            ne est|sont ~1 malheureusement ~1 pas|plus ~2 possible|disponible
            ne ~2 peut|peuvent ~2 pas|plus|etre ~3 etre|rembours*|echange*|modifie*|annule*|repare*|accepte*|faire|accorde*|honore*|prise|pris|livre*
            vous ne ~2 avez|pouvez|beneficiez ~2 pas|plus|aucun ~2 droit|droits|pretendre|eligible
            impossible
            plus ~1 disponible|fabrique|possible|garantie|commercialise*
            rupture de stock
            epuise*
            exclu|exclue|exclus|exclues
            refuse|refusee|refuses|refusees|rejete|rejetee|declinee|decline
            {we} ~1 refus*|declin*
            {we} ~1 devons|dois ~3 refuser|decliner|rejeter
            delai|garantie|offre|bon ~2 est|a ~2 expire*|depasse*|passe*|echu*|termine*|ecoule*
            garantie ~1 a expire
            trop tard
            aucun|aucune|pas|ni ~1 de? ~1 remboursement|echange|retour|indemnisation|compensation|remplacement|geste ~1 !plus
            non rembours*|echangeable*
            hors garantie|delai|stock
            ce est non
            ne pas ~1 pouvoir|etre ~3 donner|accepter|satisfaire|repondre|accorder|rembourser|mesure
            donner|donne suite ~1 a ~1 votre
            definitivement|irrevocablement ~1 ferme*|cloture*|supprime*|bloque*|suspendu*
            ne ~1 est ~2 pas ~2 couvert*
            ne est ~1 pas ~1 valable|disponible|valide ~1
            {we} ne ~1 assurons|assure|fournissons ~2 plus|pas
            """,
            unless: """
                si|lorsque|quand ~5 ne ~1 est ~3 pas ~2 possible|disponible
                {we} ne ~1 refus*
                {we} ne ~3 peux|pouvons ~2 pas ~2 encore
                {we} ne ~2 peux|pouvons ~1 pas ~2 dire|assez
                pas ~1 trop tard
                banque ~2 refuse
                """),
        PhraseTable(
            .falseCertainty,
            advice:
                "Dites ce que vous savez et quand vous en saurez plus : « Le transporteur l'attend vendredi ; je vérifie "
                + "vendredi soir et je vous écris. »",
            """
            {we} vous? ~1 le? ~1 garantis|garantissons|garantit
            {we} ~2 peux|pouvons|puis ~2 garantir|assurer|certifier|promettre|jurer ~1 que|de
            {we} vous ~2 promets|promettons|assure|assurons|certifie|certifions|jure ~1 que|,
            {we} vous ~1 promets|promettons ~2 ne
            garanti ~1 a|que|,|$
            ce est garanti|certain|sur
            a 100 #percent
            a cent ~1 pour ~1 cent
            cent pour cent
            100 #percent ~1 sur|certain|garanti
            arrivera|sera|recevrez|viendra|aurez|fonctionnera|marchera|tiendra|debloquera|passera|partira ~3 certainement|surement|absolument|definitivement|forcement|assurement|immanquablement
            certainement|surement|assurement|forcement ~2 arriver|recevoir|fonctionner
            sans ~2 aucun|le|ombre ~2 doute
            sans|nul ~1 doute possible
            il ne ~1 y ~1 a ~1 aucun ~1 doute|risque|danger
            aucun ~1 doute|risque|danger
            sans|coup faute|ferir $
            sans faute
            ne se ~1 reproduira|produira|renouvellera ~2 plus|jamais|pas
            ne ~1 arrivera ~1 plus|jamais
            plus jamais ~3 arriver|reproduire|produire|$
            jamais ~1 plus
            soyez ~2 certain*|assure*|sur*|rassure* ~1 que|,
            {we} ~1 suis|sommes ~2 absolument|totalement|tout|100|entierement|convaincu* ~2 sur*|certain*|convaincu*|que
            {we} suis|sommes sur*|certain*|convaincu* que
            {we} ~1 vous ~2 donne|donnons ma|notre|sa parole
            parole de honneur
            ma parole
            vous pouvez compter dessus
            comptez dessus
            cela|ca ~1 ne ~1 peut ~1 pas ~1 rater|echouer|manquer
            ce|tel est ~1 certain|garanti|sur $
            une fois pour toutes
            a coup sur
            rien ne ~1 peut ~3 mal|echouer|arriver|rater
            aucun doute la dessus
            infaillible|infailliblement
            quoi que il arrive
            en toutes circonstances
            """,
            unless: """
                {we} ne ~3 peux|pouvons|puis ~2 pas|plus|rien ~2 garantir|promettre|assurer|certifier
                ne ~1 garanti* ~1 pas
                {we} ne ~1 vous? ~1 garanti*
                ne ~1 devrait|doit|devait ~2 pas|plus ~1 se? ~1 reproduire
                pour que ~3 ne ~2 plus|pas
                afin que ~3 ne ~2 plus|pas
                100 #percent coton|laine|lin|soie|bio|recycle*|naturel*|polyester
                {we} vous ~1 assure|assurons ~2 de notre|suivi
                si ~3 garanti
                """),
        PhraseTable(
            .hollow,
            advice:
                "Dites ce qui est nouveau, ou qui on attend et jusqu'à quand : « Le transporteur cherche dans son dépôt ; sa "
                + "réponse est prévue mardi. »",
            """
            {we} ~1 y ~1 travaillons|travaille ~1 toujours|encore|activement|actuellement|dessus
            {we} travaillons|travaille ~3 toujours|encore|dessus|activement|sur
            {we} ~1 poursuivons|continuons|continue ~3 recherches|travail|travailler|chercher|examiner|a|nos|notre|de
            {we} ~1 faisons|mettons ~2 notre|tout
            en cours ~2 traitement|de|examen|analyse|etude|verification|$
            en cours
            en ~1 traitement|etude|examen|instruction|attente
            a ~2 etude
            est|sont ~3 toujours|actuellement|encore|cours ~3 examine*|traite*|etudie*|cours|verifie*|examen|traitement|etude|analyse*
            pas|aucune|aucun|rien ~3 nouvelle*|nouveau|nouveaute|information*|evolution|avancee|changement
            rien de nouveau
            {we} ~1 ne ~1 avons|ai ~1 pas ~1 encore ~3 retour|reponse|nouvelles|information*
            equipe*|service*|techniciens|experts ~3 travaille|travaillent|examine|examinent|etudie|etudient|continue|continuent|penche*|occupe*
            prend|prendra plus de temps
            situation ~2 inchangee
            est|sont ~1 traite*|examine*|etudie*|analyse* ~1 par|$
            {we} ~1 suivons|suis ~1 votre ~3 pres|attention|attentivement
            enquete ~2 est ~1 toujours|encore|en
            est|sont|reste ~1 toujours ~1 ouvert*|cours
            """),
        PhraseTable(
            .politeness,
            """
            patience|comprehension
            important|importante
            merci|remercie|remercions
            cordialement|salutations
            au courant|tenons|tiendrons
            point|mise
            revenons|reviendrons
            """),
    ]
}
