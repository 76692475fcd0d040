/// What must not leave the house, in French.
extension PhraseBook {
    static let frenchSecrets: [PhraseTable] = [
        PhraseTable(
            .internalLeak,
            advice:
                "Laissez de côté ce qui ne concerne que nous : systèmes, notes, niveaux, marges. Dites ce que cela change pour "
                + "le client.",
            """
            note|notes|usage|consigne|consignes|procedure|procedures|ticket|systeme|document|documents|commentaire|memo|directive|directives|regle|base|outil|liste|fiche|wiki|reunion|mail interne|internes
            a usage interne
            en interne
            entre nous ~~1 ,
            entre vous et moi
            ne ~1 devrais|dois|suis pas ~2 dire|cense|autorise|reveler
            confidentiel ~2 ne|interne
            ne pas|jamais ~2 transmettre|communiquer|envoyer|dire|proposer|offrir|mentionner|montrer ~4 client|clients|plus|lui
            ne ~1 dites ~2 pas au client
            niveau 1|2|3
            support de niveau
            jira|confluence|zendesk|salesforce|slack|servicenow|sharepoint|grafana|sentry|github|gitlab|splunk|datadog|freshdesk|hubspot|trello|asana
            notre|nos ~2 crm|erp|serveur|serveurs|backend|intranet|sap|cluster|firewall|logs|marge*|code|indicateurs|objectifs
            notre ~1 base de donnees
            serveur|base ~2 de ~1 production
            les|nos|notre ~1 developpeurs|devs|administrateurs|informaticiens
            prix|cout de ~1 achat|revient
            {we} ~1 payons|achetons ~4 fournisseur|seulement|pour|#num|#money
            nous coute ~4 #num|que|seulement
            fournisseur ~1 nous facture
            marge|marges
            objectif*|quota* de ~1 vente*
            code de ~1 erreur
            crm|erp
            service juridique|juridique|direction|chef|siege|management ~2 interdit|refuse|demande|veut|dit|ordonne ~1
            interdit ~2 de ~1 reconnaitre|dire|admettre|avouer
            {we} ne ~1 gagnons|gagne ~1 que
            {we} gagnons ~3 #num|#percent
            exception|nullpointer*|timeout|sql|stacktrace
            http 500|404|502|503
            client ~1 difficile|vip|risque|raleur|recurrent|penible|procedurier|problematique|mauvais
            client ~1 a ~1 probleme*|risque*
            mauvais|mauvaise payeur|cliente|client
            valeur client
            score ~1 client|interne|de
            liste noire
            compte|dossier|profil|client|demande ~5 priorite ~1 basse|faible|haute|elevee
            basse|faible priorite
            classe|marque|signale|etiquete|fiche|repertorie comme|en ~3 difficile|fraudeur|risque|prioritaire|priorite|basse|faible
            modele de langage
            en tant que ~1 ia|intelligence
            lorem ipsum
            todo
            sous effectif
            en sous effectif
            magasin|societe|entreprise|agence|site|boutique ~1 va|vont ~2 bientot? ~1 fermer|etre|licencier|deposer
            plan social|licenciement*
            a ete ~1 licencie*|vire*
            arret maladie
            """,
            unless: """
                {we} ne ~2 transmettons|communiquons
                memoire|stockage|batterie interne
                exception ~1 faite|pour
                par|titre|cette exception
                a titre de exception
                """),
        PhraseTable(
            .otherCustomersData,
            advice:
                "Ne parlez que de l'affaire de ce client ; qui d'autre a écrit ou commandé reste chez nous : « Cela s'est déjà "
                + "produit, et nous savons comment le réparer. »",
            """
            un|une autre client|cliente nomme*|appele*
            de un|une autre client|cliente
            autre|precedent|precedente client|cliente|utilisateur|utilisatrice|acheteur|abonne|abonnee|passager|locataire|patient ~~4 {title}? #name
            autre client|cliente|utilisateur|utilisatrice ~~8 #mail
            facture|commande|formulaire|courrier|compte|colis|reservation|adresse|coordonnees|dossier|carte|contrat|releve|numero|telephone|donnees ~2 de|du|a|pour ~1 {title} #name
            envoye|adresse|rembourse|accorde|donne|verse|livre|remis|expedie|appartient|ecrit ~3 a {title} #name
            {title} #name ~1 {title}? #mail
            {title} #name ~~2 #mail
            {title} #name ~1 de #name ~~2 a|avait|ont
            client|cliente|acheteur|voisin|voisine ~~1 , ~1 {title} #name
            cliente|client {title} #name
            client|cliente|acheteur|personne avant|precedant vous ~~3 #name
            client|cliente ~1 precedent|precedente ~~3 #name
            #name #name ~~3 #mail ~~3 il|elle|qui
            {title} #name ~~6 aussi|egalement
            appeler|joindre|ecrire|joindre la|le|lui? ~1 au #num
            autre|ancien|precedent acheteur|locataire|client|voyageur ~~2 {title}? #name
            {title} #name ~1 qui? ~1 a|avait|habite|est ~4 commande|recu|retourne|rembourse|plaint|plainte|probleme|reserve|achete
            voisin|voisine ~3 #name ~~6 telephone|numero|mail|portable
            """,
            unless: """
                collegue|conseiller|conseillere|responsable|technicien|technicienne|interlocuteur|interlocutrice ~~1 , ~1 {title} #name
                collegue|conseiller|conseillere|responsable|technicien|technicienne ~1 {title} #name
                bonjour|cher|chere ~1 {title} #name
                """),
    ]
}
