/// How a customer is spoken to, in French.
extension PhraseBook {
    static let frenchManners: [PhraseTable] = [
        PhraseTable(
            .confrontation,
            advice: "Restez calme et du côté du client : répondez au fond et dites ce qui se passe ensuite.",
            """
            comme ~5 deja ~2 dit|explique|indique|ecrit|mentionne|precise|signale
            comme {we} ~5 ai|avons|a ~2 dit|explique|indique|precise
            {we} vous ~2 ai|avons|a ~2 deja ~4 dit|explique|indique|ecrit|repondu|precise|signale|repete|fois
            {we} vous ~2 ai|avons|a deja
            {we} ~3 vous ~2 ai|avons ~2 dit|explique|repete ~3 fois
            vous ~1 le? ~1 ai|avons ~1 deja ~1 dit|explique|indique|repete
            combien de fois ~3 faut|dois|devons|il|encore
            etes vous ~1 sur|sure|certain ~1 de ~1 avoir
            ne me ~1 plait ~1 pas
            {we} ne ~1 avons ~1 que ca a faire
            que est ce qui ~2 vous fait ~1 croire|penser|dire
            sur|de quel ton|droit
            vous ne ~1 etes ~1 pas ~2 raisonnable|serieux|serieuse|honnete|juste|correct|correcte|poli|polie
            vous etes ~2 {badtrait}
            vous etes ~2 deraisonnable|injuste|agressif|agressive|malhonnete|impoli|impolie|insultant|penible
            vous le savez ~1 $
            combien de fois
            autant que vous ~1 voulez|voudrez
            sera toujours non
            ce|reponse ~1 est|sera|reste ~1 toujours? non
            etes vous ~1 toujours ~2
            {we} savons tous
            ne me|nous ~1 parlez
            inventez
            {we} ~1 vous? ~1 repete|repetons
            pour la derniere|enieme|millieme|troisieme fois
            dernier avertissement
            calmez vous
            du calme
            votre ton
            sur|de ce ton
            sur un autre ton
            baissez|surveillez|moderez|mesurez ~1 le|votre|vos ~1 ton|langage|propos|mots
            surveillez votre
            changez de ton
            vos ~1 menaces|insultes|grossieretes|accusations|insinuations|jeremiades|caprices|exigences
            votre ~1 comportement|attitude|agressivite|mauvaise|insolence|arrogance|cirque|cinema
            menacer|menaces|insulter|crier|hurler ~2 ne ~2 sert|changera|menera|avancera
            avec tout le respect
            sauf votre respect
            a quoi vous attendiez|attendez
            a quoi ~1 vous ~1 attendiez
            que croyez|voulez|esperez|attendiez|esperiez|imaginez vous ~2 que|de|donc|exactement|encore
            que voulez vous que
            croyez|pensez|esperez|imaginez|attendez vous ~1 vraiment|serieusement|reellement|sincerement
            vous ne ~1 croyez|pensez|esperez ~1 quand ~1 pas
            etes vous ~1 serieux|serieuse|sourd|aveugle
            vous plaisantez|rigolez|delirez
            que|ce|quoi ~3 ne ~1 comprenez ~1 vous? ~1 pas
            quelle partie
            quel est votre probleme
            vous avez|etes ~1 manifestement|visiblement|apparemment|evidemment|clairement ~2 !raison|droit
            manifestement|visiblement|evidemment|apparemment ~~1 , ~1 vous
            visiblement vous
            evidemment vous
            avez vous ~1 seulement|meme|au ~2 lu|verifie|regarde|moins
            est ce ~3 si difficile|complique
            pas ~1 si|bien difficile|complique|sorcier
            un enfant de
            felicitations ~1 pour ~4 erreur|reclamation|plainte|patience|decouverte
            felicitations , vous
            bravo
            chapeau , vous
            toutes mes felicitations
            quelle|tiens surprise
            tiens donc
            ah bon
            oh , quel|quelle|comme|pauvre|desole*
            votre ~1 altesse|majeste
            tout le monde ~1 sait|comprend
            ne importe qui
            bon sens
            ce est ~2 ridicule|absurde|insense|inadmissible|grotesque|faux|mensonge
            ridicule*
            grotesque*
            absurde*
            ce est faux
            cela est faux
            est ~3 simplement|totalement|completement|tout|purement|bonnement|absolument ~3 faux|fausse|inexact|ridicule|mensonger|invente
            est ~1 simplement|totalement|completement ~1 faux|fausse|inexact|ridicule|mensonger
            est faux|fausse|mensonger|mensongere|invente|inventee $
            infonde*
            injustifie*
            fantaisiste*
            sans fondement
            vous mentez|exagerez|affabulez|inventez|delirez|abusez|radotez
            vous pretendez|affirmez ~1 avoir|que|ne
            vos ~1 allegations|pretentions|affirmations|mensonges|inventions
            votre ~1 reclamation|demande|plainte|version|recit|histoire ~2 est|ne ~4 fausse|faux|ridicule|infondee|absurde|invente*|pas ~1 credible
            votre pretendu*
            votre|ce|cette|ces soi disant
            pretendu|pretendue|pretendus defaut|panne|dommage|probleme|problemes
            du grand nimporte
            arretez ~1 de|un|votre|vos
            cessez ~1 de|vos|votre
            {we} ~1 refuse|refusons ~1 de|que
            {we} ~1 conteste|contestons
            {we} ~1 rejette|rejetons
            {we} ~1 doute|doutons ~1 que|de
            {we} ne ~1 tolererons|tolererai|accepterons|accepterai|discuterai|discuterons|repondrai|repondrons|polemiquerai|debattrai ~1 pas|plus|aucune
            {we} ne ~1 vais|allons ~1 pas|plus ~4 discuter|debattre|repeter|tolerer|polemiquer|justifier|perdre
            {we} ne ~1 vous ~1 crois|croyons pas|plus
            {we} ne ~1 crois|croyons pas ~1 un|une|votre|a
            difficile|dur a|de croire
            poursuites|tribunal|tribunaux
            notre|nos ~1 avocat*|service juridique
            notre avocat*
            action|actions en justice
            voie|voies judiciaire*
            porter|porterons|porte plainte
            allez|vous pouvez ~2 plaindre ~1 ailleurs|vous
            portez plainte ~2
            attaquez nous
            sinon|ou ~2 {we} ~2 ferme|fermons|cloturerai|cloturerons|bloque|bloquons|raccroche|fermerai|fermerons|bloquerai|bloquerons|mets|mettrai|mettrons
            {we} ~1 fermerai|fermerons|cloturerai|cloturerons|bloquerai|bloquerons|raccroche|raccrocherai|mettrai|mettrons ~4 dossier|compte|conversation|ticket|echange|fin
            mettre|mettrai|mettrons fin ~1 a ~2 conversation|echange|discussion
            lisez ~2 bien|correctement|attentivement|enfin|vraiment
            apprenez a
            il suffit de ~1 savoir lire
            savoir lire
            perdre|perdez|gaspillez ~1 notre|mon|nous|me temps
            nous ~1 faire ~1 perdre
            merci de lire ~4 avant
            prouvez
            enfin vous
            vous daignez|daigniez
            faites ~1 comme|ce ~1 que? vous ~1 voulez
            comme|si ~1 ca ~2 vous plait|chante
            si cela|ca ne vous ~1 convient|plait ~1 pas
            ne vous menera|avancera ~2 rien|part|nulle
            ne nous impressionne*|intimide*
            ne me|nous ~1 parlez pas
            nous ne irons ~1 pas loin
            ne ~1 irons ~2 loin|nulle|part
            mauvaise foi
            histoires|salades
            caprice*
            """,
            unless: """
                {we} vous ~2 ai|avons ~1 deja ~1 envoye|rembourse|credite|commande|reserve|adresse
                vous avez|etes ~1 manifestement ~2 raison|bien
                ne est pas ~2 ridicule|absurde
                pas ~2 votre ton
                """),
        PhraseTable(
            .dismissive,
            advice:
                "Prenez la demande aussi au sérieux que le client : « Merci de nous l'avoir dit. Je vois combien cela a gâché "
                + "votre soirée. »",
            """
            pas ~1 notre|mon probleme|souci|affaire
            ce est ~1 votre probleme|affaire
            vous etes ~2 seul|seule|premier|premiere
            personne ~1 de ~1 autre ne ~3 plaint|plainte|probleme|remarque|signale|dit
            personne ne ~2 plaint|plainte|plaint|remarque|voit|verra|est|mort|mourra|meurt
            personne ne se ~1 est? ~1 jamais? plaint
            jamais ~3 plaint|plainte|plaintes|probleme|reclamation
            aucun autre|de client|nos
            les|tous autres|nos ~1 clients|utilisateurs ~3 ne|sont|nous|pas|se|y ~4 probleme*|satisfait*|contents|plaignent|arrivent|soucis
            autres clients ~2 ne ont ~1 pas
            ne est ~2 pas|rien ~3 grave|mort|drame|catastrophe|dramatique|important|urgent|terrible
            ne est ~2 rien $
            ne est ~3 pas la fin du
            fin du monde
            rien de ~1 grave|dramatique|mechant
            pas ~1 si|bien|tres grave
            pas de quoi ~1
            pas|aucune ~1 mort de homme
            ce ne est que ~1 un|une|des|quelques|de ~2 assiette|tasse|rayure|poele|detail|verre|planche|euros|jours|heures|bricole|jouet|tache|formalite|broutille
            ce ne est que ~1 #num
            ce ne est que un|une ~2
            ce est juste|seulement un|une
            juste|seulement un|une ~1 petite|petit|simple ~1 rayure|retard|detail|tache|probleme|bosse
            que une|un petite|petit|simple
            broutille*|bagatelle*|peccadille*
            ce est ~1 comme ~1 ca|cela|ainsi
            ce est ~1 ainsi $
            ce sont des choses qui
            ^ ca|cela arrive $
            ca|cela arrive a tout|tous
            ce sont|est ~2 alea*|vie
            ce est la vie
            autres ~1 clients|voyageurs|utilisateurs|gens|hotes ~1 ont|aiment|sont|apprecient|attendent ~2 aime|apprecie|contents|satisfaits|compris|attendu|adore|ravis|heureux
            pas aussi|si grave que
            avons ~2 autres clients
            soyez ~2 patient*
            ce est ~1 tout|normal ~1 a|fait|$
            il y a ~1 pire
            ne ~1 comprends|comprenons|vois|voyons ~1 pas ~3 pourquoi|ce ~1 qui? vous ~3
            plier en quatre
            pas ~3 chacun|chaque ~1 client? $
            fait partie
            il faut|faudra ~1 faire|vivre|composer avec
            faire avec $
            il va falloir|faudra ~2 attendre|patienter|faire|vous
            vous devrez|devez|allez ~2 attendre|patienter|accepter|faire|prendre|vous
            vous ne ~1 avez|aurez ~1 que a|qu
            vous ne ~1 avez que a
            il ne ~1 y ~1 a|avait|vous ~1 que a|qu
            soyez ~1 patient*
            un peu de ~1 patience
            prenez votre mal
            le reglement|regle ce est
            ce est le reglement|regle|regles
            ce est notre politique|reglement
            les regles sont ~1 les
            {we} ~1 avons|ai ~4 plus important*|urgent*|grave*
            autre|autres chats|choses|priorites ~1 a ~1 fouetter|faire
            chats a fouetter
            {we} ne ~1 avons|ai ~1 pas ~2 temps
            pas le temps
            {we} ~1 avons|recevons ~3 milliers|centaines|beaucoup ~2 clients|demandes|reclamations
            choses plus importantes
            vous trouverez ~2 vous ~1 meme
            cherchez ~2 vous ~1 meme
            debrouillez|demerdez
            pas de notre ressort ~1 $
            estimez vous ~1 heureu*|chanceu*
            vous devriez|pourriez ~1 etre|nous ~1 content*|heureu*|reconnaissant*|remercier
            soyez ~1 content*|heureu*|reconnaissant*
            comme ~2 indique ~2 sur|dans ~2 site|conditions|cgv
            ce|tout est ~2 ecrit|indique sur|dans ~1 site|faq|conditions
            inutile|pas besoin|la|peine ~1 de ~1 vous? ~1 enerver|facher|inquieter|plaindre|dramatiser|emporter|insister|faire|dramatiser
            ne ~1 dramatisez|exagerez|paniquez|exagerons|dramatisons ~1 pas|rien
            vous exagerez|dramatisez|chipotez|pinaillez
            exagere*
            dramatise*
            vous ~1 etes ~2 sensible|susceptible|exigeant|exigeante|tatillon|difficile|pointilleux
            en faites ~1 trop|toute|tout|un
            en faire ~1 un|tout|toute ~1 drame|plat|histoire|montagne
            pas de quoi ~2 en faire|drame
            {we} ne ~1 vois|voyons pas ~5 probleme|raison|mal|grave|plaignez|gene|ou
            au moins ~1 vous|il|elle|le|la|ce
            il y a ~1 pire
            pire
            ce|cela ~1 aurait pu etre
            a ce prix
            pour ce|le prix ~6 attendre|exiger|esperer|plaindre|mieux
            cela|ca|cette|ce ~3 ne ~1 se voit ~1 pas|presque|a
            ne se voit ~1 presque|a|meme|quasiment
            ne ~1 gene ~1 personne|pas|en
            ne ~1 interesse ~1 pas|personne|guere
            peu importe
            peu nous importe
            et alors
            tant pis
            oubliez ca|cela
            passez a autre
            habituez
            {we} ~1 ne ~1 nous|me ~1 en ~1 soucie*|preoccupe*|fiche|fichons|moque|moquons
            """,
            unless: """
                vous ne etes ~1 pas ~2 seul|seule|premier|premiere
                ne ~1 est ~1 pas|jamais ~1 exagere*
                ne ~1 avez que a ~1 cliquer|repondre|choisir|deposer|presenter
                devez|devrez|allez ~1 pas
                vous ne ~1 devez|devrez ~1 pas|rien
                pas ~1 de quoi ~1 $
                au moins ~1 #num
                ne est ~1 pas ~1 notre politique
                patience ~1 et
                """),
    ]
}
