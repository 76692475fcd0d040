/// Who is made out to be at fault, in French.
extension PhraseBook {
    static let frenchBlame: [PhraseTable] = [
        PhraseTable(
            .blameCustomer,
            advice:
                "Dites ce qui s'est passé et ce que vous faites, sans désigner le client : « La commande est partie à la "
                + "première adresse ; je la change maintenant. »",
            """
            vous {auriez} ~1 du|pu !recevoir|avoir|etre
            vous deviez|devriez ~1 lire|verifier|suivre|indiquer|prevenir|regarder|demander|controler|savoir|signaler|attendre|faire
            il fallait|suffisait ~5 lire|verifier|suivre|indiquer|prevenir|regarder|demander|controler|signaler|penser|reflechir|appeler|mesurer
            il ne fallait pas
            pu ~1 etre ~1 evite*|eviter
            evite*|eviter ~2 si vous
            parce que vous ~1 avez ~4 vous ~1 meme
            parce que vous ~1 avez ~1 ouvert|modifie|lave|demonte|change|repare|depasse
            vous ne ~1 avez ~1 jamais ~1 !recu|eu
            {we} ne ~1 pouvons|peux|pouvions ~2 pas ~1 deviner|savoir
            comment ~2 {we} ~2 deviner|savoir
            comment ~2 pouvions|pourrions|aurions|aurais
            vient|provient|venait ~2 de|du ~1 votre|la facon|maniere|lavage|usage
            facon|maniere dont vous
            a force de ne pas
            quand on ne ~4 pas
            qui ne ~1 lit|suit|lisent|suivent|respecte|respectent ~1 pas
            simplement|tout ~2 coche|mal|trompe*
            vous ~1 avez|aviez ~2 {slip}
            vous avez ~2 mal ~2 {done}
            vous ne ~1 avez ~1 pas|jamais ~2 {neglect}
            vous ne ~2 avez ~1 pas|jamais ~2 {neglect}
            ne ~2 avez ~1 pas|jamais ~1 {neglect}
            vous avez ~6 mauvais|mauvaise|fausse|faux|erronee|erronees|incorrecte|incorrectes|errone|incorrect ~2 adresse|reference|numero|taille|couleur|modele|code|article|informations|coordonnees|date|case|bouton|produit|formulaire|option|donnees
            vous avez ~6 adresse|numero|code|informations|coordonnees|donnees ~1 errone*|incorrect*|incomplet*|faux|fausse|fausses|invalide*|inexact*
            vous avez ~1 fait|commis ~2 erreur|faute|betise
            vous vous etes ~1 trompe*|emmele*
            vous etes|seriez ~2 responsable|fautif|fautive|tort|seul
            vous ~1 avez ~1 trop tarde|attendu
            vous avez ~2 tarde|attendu trop
            vous ~2 avez ~3 trop tard
            vous ~1 avez ~4 vous meme
            vous le ~1 avez ~1 choisi|voulu|cherche
            vous ~1 etiez ~1 prevenu*|averti*|cense*|informe*
            {we} vous ~1 avions|avais|avons|ai ~1 prevenu*|averti*|mis
            a vous de
            de|par|sous votre ~1 faute|responsabilite|negligence|erreur|initiative|fait
            votre ~1 faute|negligence|imprudence|inattention|etourderie|maladresse|oubli|impatience|manque|insouciance|ignorance
            votre ~1 erreur !de|message|est|a|sur
            de ~1 votre ~1 part ~1 $
            erreur|faute|oubli|manipulation|utilisation|negligence|maladresse de votre part|cote
            par votre faute
            votre propre ~1 faute|erreur|choix|responsabilite|decision|negligence
            probleme|erreur|faute ~2 vient|provient|venait de|du ~1 vous|votre
            vient|provient de vous|votre ~1 cote|erreur|negligence|part
            parce|car que? vous ~3 avez|ne|etiez ~2 pas|mal|oublie|trop|mauvais|mauvaise|trompe*|fait|casse|saisi|indique
            parce que vous ~2 avez|ne|etiez
            puisque vous ~1 ne
            puisque vous ~1 avez ~3 mal|pas|oublie|choisi|refuse
            si vous aviez
            si seulement vous
            mauvaise|mauvais manipulation|utilisation|usage|entretien ~1 de|par
            mauvaise|mauvais manipulation|utilisation|usage
            a cause de vous|votre ~1 !banque
            cause|causee|provoque|provoquee|casse|cassee|endommage|abime par vous
            la prochaine fois ~6 lire|verifier|pensez|verifiez|lisez|faites|mesurez|attentif|attentive|prudent|prudente|regardez|controlez|attention|prevenez|soyez|evitez|penser
            lisez|verifiez|pensez|prevenez|regardez|faites ~4 prochaine fois
            a|pour le avenir ~~1 , lisez|verifiez|pensez|veillez|veuillez|merci
            soyez plus attentif|attentive|prudent|prudente|vigilant|vigilante
            erreur de manipulation|saisie|utilisation
            pourquoi ne ~2 avez|pas
            pourquoi avez vous ~1 attendu|choisi|fait
            ne vous en prenez|prendre que
            ne vous en prenez
            tant pis pour vous
            """,
            unless: """
                ne est ~3 pas|nullement|aucunement ~5 faute|erreur|responsabilite|responsable
                pas|aucune|aucun|nullement ~4 votre ~1 faute|erreur|negligence|responsabilite|part
                ne etes ~1 pas|nullement ~2 responsable|fautif|tort|seul
                ne vous ~1 etes pas
                si|quand|lorsque|cas ou? ~1 vous ~3 oublie|casse|fait|ne|perdu|egare
                si vous ~2 avez ~4
                si vous aviez des|une|un|besoin|de|encore|deja|envie
                que vous ne ~1 avez ~1 pas ~1 recu
                desole*|navre* que vous
                vous ~2 ecrivez|ecriviez|dites|disiez|dit|signalez|indiquez|ecrit|indique ~1 que vous ~8
                vous ~2 avez ~2 bien fait|raison
                vous ne avez ~1 rien|pas ~1 a ~2 faire|fait|payer|renvoyer
                erreur de votre banque
                vous ~1 avez ~1 perdu ~2 temps|confiance|patience
                vous avez ~1 fait ~1 confiance|part
                """),
        PhraseTable(
            .blameOther,
            advice:
                "Le client s'est adressé à nous, c'est donc à nous de réparer : « Le colis s'est perdu en route ; j'en envoie "
                + "un autre aujourd'hui. »",
            """
            {faultnoun} de|du|des|chez|a|par ~3 {others}
            {others} ~2 a|ont ~3 perdu|casse|abime|oublie|endommage|rate|egare|bacle|neglige|dormi|menti|trompe|merde|foire|cafouille|plante
            {others} ~2 se|sont ~1 est|sont|etes? ~1 encore? trompe*|emmele*|plante*
            {others} ~2 {auriez} du
            {others} ne ~1 aurait|auraient
            {others} ~2 a|ont|est ~2 negligent*|incompetent*|imprudent*|desinvolte*
            {others} ~2 est|sont ~3 responsable*|incompetent*|coupable*|fautif*|nul*|deborde*|lent*|desorganise*|nouveau*|nouvelle|en dessous
            {others} ~3 toujours|jamais|encore|sans|constamment ~4 tort|erreur|erreurs|retard|trompe*|faux|mal|oublie*|perd|perdent|probleme*|cesse|souvent|ecoute*
            {others} ~1 ne ~2 a|ont|sait|savent|fait|font|ecoute|ecoutent|lit|comprend|comprennent|veut|veulent|transmet ~2 pas|jamais|rien|meme ~1 fait|respecte|rempli|quoi|ce|note|transmis|comment|lire|son|leur|travail|rien|que|lu|compris|enregistre
            {others} ~2 a|ont ~2 raconte|dit|donne|envoye|indique|promis|prepare|emballe|expedie|mis ~4 importe|mauvais|mauvaise|betises|fausse|fausses|faux|mensonges
            {others} ~6 comme souvent|toujours|habitude
            {others} fait|font ~2 importe|mal
            ne ~1 savait|savent|sait ~2 ce|quoi ~1 que|faire
            typique ~1 de|du ~2 {others}
            {others} ~1 ne ~1 lisent|lit|ecoutent|savent|verifient|font ~1 pas|jamais|rien
            pas ~2 doue*
            {others} ~2 est|sont|etait|etaient ~3 {badtrait}
            {others} ~2 ne ~1 aurait|auraient ~2 jamais|pas
            erreur|faute de #name
            avant moi ~3 fait|a|oublie
            personne ~2 qui ~4 avant ~1 moi
            quelque un ~1 au|a|du|des|chez ~3 promis|oublie|trompe|dit|fait
            il|elle est|etait nouveau|nouvelle|debutant|debutante|stagiaire $
            dormait|dormaient|endormi|endormie
            importe quoi
            la? faute ~1 a|aux|au|de|du ~2 {others}
            plaignez vous ~2 a|au|aupres|chez
            en prendre|prenez ~2 a|au ~2 {others}
            ne est|etait ~2 pas ~3 notre|ma|nous|moi ~1 faute|erreur|responsabilite|probleme
            pas ~1 de? notre|ma faute|responsabilite|fait
            {we} ne ~1 y ~1 sommes|suis ~1 pour rien
            {we} ne ~1 sommes|suis ~1 pas|aucunement|nullement ~1 responsable*
            {we} ne ~1 sommes|suis ~1 pas|aucunement ~1 en cause
            {we} ne ~1 avons|ai ~1 rien ~3 avoir|voir|reprocher
            {we} ne ~1 y pouvons|peux|peut|suis|sommes ~1 rien|pour
            ne ~1 y ~1 sommes|suis|est pour rien
            ne est pas de notre ressort|fait
            ne depend|dependait|dependent ~1 pas ~1 de nous|moi
            independant* de notre|ma volonte
            hors de notre|mon controle
            adressez|voyez|voir|contactez|tournez|plaignez|retournez ~1 vous ~2 {others} ~~2 ce|qui ~4 perdu|casse|abime|responsable|egare|trompe
            voyez|voir|arrangez ~1 avec|directement ~2 {others}
            ce sont|est eux|lui|elle qui|que
            ce est ~2 la faute
            vient ~1 de|du ~1 {others} ~~2 nous
            est ~1 du ~1 a|au ~2 {others} ~~1 , ~1 pas
            mis en cause
            """,
            unless: """
                notre erreur
                vous ~2 ecrivez|dites|indiquez|signalez|dit|ecrit|indique|signale|mentionnez ~~10
                erreur de notre|nos
                erreur ~1 de notre ~1 part
                si|quand ~4 {others} ~2 a ~1 perdu|endommage
                {others} ~3 pas ~2 pu|trouve
                """),
    ]
}
