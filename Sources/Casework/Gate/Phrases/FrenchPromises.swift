/// What is promised, and until when, in French.
extension PhraseBook {
    static let frenchPromises: [PhraseTable] =
        [
            promise(
                .refund, now: "rembourse|remboursons",
                later: "rembourserai|rembourserons|remboursera|verserai|verserons",
                base: "rembourser|verser"),
            promise(
                .credit, now: "credite|creditons", later: "crediterai|crediterons|offrirai|offrirons",
                base: "crediter|offrir"),
            promise(
                .replacement, now: "remplace|remplacons|echange|echangeons",
                later: "remplacerai|remplacerons|remplacera|echangera|echangerai|echangerons",
                base: "remplacer|echanger"),
            promise(
                .delivery, now: "envoie|envoyons|expedie|expedions|livre|livrons",
                later: "enverrai|enverrons|enverra|expediera|expedierai|expedierons|livrerai|livrerons",
                base: "envoyer|expedier|livrer|renvoyer"),
            promise(
                .contact,
                now: "rappelle|rappelons|reponds|repondons|tiens|tenons|informe|informons|recontacte|recontactons",
                later:
                    "ecrirai|ecrirons|appellerai|appellerons|rappellerai|rappellerons|repondrai|repondrons|repondra|rappellera|recontactera|contactera|contacterai|contacterons|recontacterai|recontacterons|informerai|informerons|tiendrai|tiendrons|reviendrai|reviendrons|dirai|dirons|previendrai|previendrons",
                base: "ecrire|appeler|rappeler|repondre|contacter|recontacter|informer|revenir|prevenir|dire"),
            promise(
                .check, now: "verifie|verifions|recherche|recherchons|relance|relancons",
                later:
                    "relancerai|relancerons|verifierai|verifierons|demanderai|demanderons|chercherai|chercherons|examinerai|examinerons|regarderai|regarderons",
                base: "verifier|demander|chercher|examiner|regarder|enqueter|rechercher"),
            promise(
                .action, now: "repare|reparons",
                later:
                    "reparerai|reparerons|annulerai|annulerons|modifierai|modifierons|corrigerai|corrigerons|commanderai|commanderons|occuperai|occuperons|reglerai|reglerons|ferai|ferons",
                base: "reparer|annuler|modifier|corriger|commander|occuper|regler|organiser"),
            PhraseTable(
                .promise(.delivery),
                """
                vous recevrez
                vous aurez ~2 colis|commande|remplacement|paquet|piece|article|exemplaire
                vous allez recevoir
                vous recevrez ~1 un|une
                vous sera|seront envoye*|expedie*|livre*
                colis|commande|remplacement|paquet|nouveau|nouvelle ~2 partira|arrivera|sera
                """,
                unless: "recevrez|recevoir ~2 reponse|nouvelles|message|courriel"),
            PhraseTable(
                .promise(.refund),
                """
                vous sera|serez ~1 rembourse*|verse*
                remboursement|argent|montant ~1 sera|arrivera|partira
                """),
            PhraseTable(.promise(.action), "{we} se|me|nous en occupe|occupons"),
            PhraseTable(
                .promise(.contact),
                "vous aurez|recevrez ~3 nouvelles|reponse|message|courriel\nvous serez ~1 informe*|prevenu*|recontacte*|contacte*|rappele*\ncollegue|conseiller|technicien|equipe|responsable|quelque ~2 vous ~1 appellera|rappellera|contactera|recontactera|repondra|ecrira|informera\n{we} vous ~1 tiens|tenons ~2 courant|informe*\n{we} ~1 reviens|revenons ~1 vers\nspecialistes|experts|techniciens|conseillers|collegues|equipes ~1 vont|vous ~2 appeler|contacter|rappeler|appelleront|contacteront|rappelleront|recontacteront"
            ),
            PhraseTable(
                .grant(.refund),
                "{we} ~2 peux|pouvons|pourrais ~2 offrir|accorder|rembourser|verser|proposer|crediter|rendre|donner ~5 #money\n{we} vous? ~2 rends|rendons|verse|versons|reverse|donne|donnons|paie|payons ~6 #money\n{we} vous? ~2 ai|avons ~1 rembourse|verse\n{we} vous? propose|proposons ~4 remboursement|dedommagement|indemnisation"
            ),
            PhraseTable(
                .grant(.credit),
                """
                {we} vous? ~1 offre|offrons|propose|proposons|donne|accorde|accordons|offert|credite ~5 bon|avoir|credit|cheque
                accepter ~3 bon|avoir|cheque
                recevrez|obtiendrez|toucherez ~1 #num #num? #money
                {we} vous? ~2 ai|avons ~1 credite|offert|accorde|ajoute
                """),
            PhraseTable(
                .grant(.discount),
                """
                {we} vous? ~1 offre|offrons|propose|proposons|donne|accorde|accordons ~6 remise|reduction|rabais
                vous beneficiez ~6 remise|reduction|rabais
                {we} vous? ~1 fais|faisons|consens|consentons|applique|appliquons ~6 remise|reduction|rabais|#percent
                """),
            PhraseTable(.continuation, "^ il|elle|cela|ce|ceci|vous|ils"),
            PhraseTable(
                .condition,
                """
                si ~1 vous|le|la|votre
                quand|lorsque vous|le|la|votre
                des ~1 que vous|le|la|votre
                des reception
                des|quand|lorsque que? {we} ~2 aurai|aurons|ai|avons|recevrai|recevrons ~2 votre|vos
                repondez|ecrivez|envoyez|dites|appelez ~8 et ~1 {we}
                """),
            PhraseTable(.consequence, "^ alors|ainsi"),
            PhraseTable(
                .request,
                """
                merci|priere de ~1 indiquer|communiquer|preciser|dire|envoyer|transmettre|confirmer|donner
                veuillez ~1 indiquer|communiquer|preciser|dire|envoyer|transmettre|confirmer|donner
                indiquez|communiquez|precisez|dites|envoyez|transmettez|confirmez|donnez nous|moi
                {we} ~2 besoin de ~1 votre
                """),
            PhraseTable(.onReply, "{we} ~2 ensuite"),
            PhraseTable(
                .due,
                """
                dans|sous|en|ici ~4 #num ~1 jour|jours|heure|heures|semaine|semaines|minutes|mois|h
                dans|sous|en|ici ~3 #time
                dans le heure
                entre #num h|heures? et #num h|heures? !jour|jours|heure|heures|semaine|semaines|mois|minutes|#money|#percent
                de #num h|heures? a #num h|heures
                de #time a #time
                entre #weekday et #weekday
                dans|sous|en ~4 #num jours ouvres|ouvrables
                dans|sous ~2 #num ~2 #num jours|heures|semaines
                dans|durant|pendant la journee|semaine|matinee|soiree
                dans|durant|pendant le apres midi
                dans le courant de|du ~1 journee|semaine|matinee|soiree|mois
                au cours de|du ~1 journee|semaine|matinee|soiree
                au cours|courant de le apres midi
                en|ici|avant|a|pour ~2 fin de|du ~2 matinee|journee|semaine|soiree|mois|annee|#month
                en|ici|avant|a|pour ~2 fin de|du ~2 semaine prochaine
                en|ici|avant ~2 fin de ~1 apres midi
                debut|milieu|fin de|du ~1 semaine prochaine?
                avant|jusque|le|ce|de|des|ici ~3 #weekday
                avant|jusque|le|ce|de|des|ici ~3 #weekday ~1 matin|soir|midi|prochain
                avant|jusque|le|ce|de|des|ici ~3 #weekday dans la matinee
                avant|jusque|le|ce|de|des|ici ~3 #weekday de ~1 semaine prochaine
                #weekday
                #weekday ~1 matin|soir|midi|prochain
                #weekday de ~1 semaine prochaine
                avant|le|au|du|des|jusque ~3 #num #month
                #num #month
                #date
                avant|a|vers #time
                avant|a|vers ~1 #num h|heure|heures
                avant|a|vers|ici ~1 #num h|heure|heures et|moins le? demie|demi|quart|#num
                avant|a|vers|ici ~1 #num heure|heures #num
                avant|a|vers|ici ~1 midi et|moins le? demi|demie|quart
                avant|a|vers|ici ~1 midi|minuit
                de? a? la premiere heure
                de ici ~3 demain|soir|midi|#weekday|fin
                demain ~2 midi|matin|soir|matinee|journee|soiree
                avant|ici|jusque|des ~2 demain
                avant|ici|jusque|des ~2 demain ~2 midi|matin|soir|matinee|journee|soiree
                demain
                apres demain
                de? ici|avant? apres demain
                le lendemain
                prochain jour ouvre|ouvrable?
                jour ouvre|ouvrable? suivant
                avant|ce|le|ici ~1 week end
                avant|ce|le|ici ~1 weekend
                aujourde hui
                avant? ce soir|matin|midi
                cette semaine
                ce mois
                avant? cet apres midi
                chaque|tous ~1 jour|jours
                avant|ici? la? semaine prochaine
                mois prochain
                immediatement
                ce jour la
                le jour|journee meme
                meme jour
                maintenant
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
                ou {we} vous|le|la|les? \(now)
                {we} ~1 pourrons|pourrai ainsi|alors
                """)
    }
}
