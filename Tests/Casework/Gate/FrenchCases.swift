@testable import Casework

enum FrenchCases {
    static let refused: [GateCase] = [
        GateCase("Vous auriez dû lire la notice.", .blameCustomer),
        GateCase("C'est de votre faute si le colis est revenu.", .blameCustomer),
        GateCase("Vous avez oublié d'indiquer le code.", .blameCustomer),
        GateCase("Vous n'avez pas suivi les conseils d'entretien.", .blameCustomer),
        GateCase("Le transporteur a perdu votre colis.", .blameOther),
        GateCase("Ce n'est pas notre faute.", .blameOther),
        GateCase("Comme je vous l'ai déjà dit, le colis est parti.", .confrontation),
        GateCase("Calmez-vous, s'il vous plaît.", .confrontation),
        GateCase("Vous êtes le seul à vous plaindre de cette poêle.", .dismissive),
        GateCase("Ce n'est pas si grave, c'est une assiette.", .dismissive),
        GateCase("Votre commande est en route.", .feelingsIgnored, mood: "angry"),
        GateCase("Nous ne pouvons rien faire pour vous.", .deadEnd),
        GateCase("Le bol bleu est en rupture de stock.", .deadEnd),
        GateCase(
            "Quel est votre numéro de commande ? Quand est-il arrivé ? Quelle assiette est cassée ?",
            .tooManyQuestions),
        GateCase("Nous vous rembourserons dès que possible.", .promiseWithoutDate),
        GateCase("Je vais vérifier cela pour vous.", .promiseWithoutDate),
        GateCase("Nous vous rembourserons 80 € sous 5 jours ouvrés.", .promiseBeyondAuthority),
        GateCase("Je vous offre une remise de 25 % sur la prochaine commande.", .promiseBeyondAuthority),
        GateCase("Cela ne se reproduira plus jamais.", .falseCertainty),
        GateCase("Nous travaillons toujours sur votre demande.", .hollowUpdate, purpose: "update"),
        GateCase("D'après une note interne, le lot est à vérifier.", .internalLeak),
    ]

    static let passed: [GateCase] = [
        GateCase("Vous avez eu raison de nous écrire."),
        GateCase("Vous n'êtes pas responsable de ce retard."),
        GateCase("Si vous avez oublié votre mot de passe, vous pouvez en choisir un nouveau."),
        GateCase("Je suis désolée que le bol soit arrivé cassé.", mood: "upset"),
        GateCase("Je comprends que vous n'avez pas reçu le colis et combien cela est pénible.", mood: "angry"),
        GateCase("Nous vous enverrons un nouveau bol avant vendredi 27 novembre."),
        GateCase("Je vous écrirai demain avant midi."),
        GateCase("Nous vous rembourserons 39,90 € sous 5 jours ouvrés."),
        GateCase("Le bol bleu n'est plus disponible. Souhaitez-vous le vert à la place ?"),
        GateCase("Quel est votre numéro de commande ?"),
        GateCase("Le transporteur a retrouvé le colis à Lille et prévoit mardi.", purpose: "update"),
        GateCase("Nous attendons la réponse de l'atelier, prévue mardi.", purpose: "update"),
        GateCase("La poêle est garantie deux ans."),
        GateCase("Vous n'avez rien à faire."),
    ]
}
