extension Texts {
    static let french = Texts(
        code: "fr", ownName: "Français", languages: "Langues",
        formTitle: "Écrivez-nous",
        formLead:
            "Dites-nous ce qu’il vous faut. Une personne s’occupe de chaque message, et vous recevez tout de suite "
            + "une référence.",
        name: "Votre nom",
        address: "Votre adresse e-mail",
        addressHint: "Nous répondons à cette adresse.",
        subject: "De quoi s’agit-il ?",
        text: "Votre message",
        textHint:
            "Les numéros de commande et les dates nous aident. N’indiquez pas de numéro de carte : nous n’en avons "
            + "jamais besoin.",
        files: "Photos ou documents",
        filesHint: "Jusqu’à {count} fichiers de {size} Mo au plus chacun.",
        ref: "Référence d’un message précédent",
        refHint: "Si vous nous avez déjà écrit à ce sujet. Elle ressemble à CW-7K3F9QX.",
        optional: "(facultatif)",
        trap: "Laissez ce champ vide",
        send: "Envoyer le message",
        privacy: "Ce que vous écrivez ici nous sert à vous aider, et à rien d’autre.",
        errorWord: "À vérifier",
        problemsTitle: "Il manque un détail avant l’envoi",
        nameTooLong: "Veuillez raccourcir votre nom à 120 caractères.",
        addressMissing: "Veuillez indiquer votre adresse e-mail pour que nous puissions répondre.",
        addressWrong: "Cela ne ressemble pas à une adresse e-mail. Elle a la forme nom@example.com.",
        addressOurs: "C’est notre propre adresse. Veuillez indiquer la vôtre.",
        subjectTooLong: "Veuillez raccourcir l’objet à 200 caractères ; le message peut être plus long.",
        textMissing: "Veuillez écrire votre message.",
        textTooLong: "Veuillez raccourcir votre message à {count} caractères, ou le joindre comme document.",
        refWrong: "Une référence ressemble à CW-7K3F9QX. Laissez le champ vide si vous ne l’avez pas sous la main.",
        filesTooMany: "Veuillez choisir {count} fichiers au plus.",
        fileTooLarge: "Veuillez choisir des fichiers de {size} Mo au plus chacun.",
        filesAgain: "Les navigateurs ne gardent pas les fichiers choisis : veuillez les choisir de nouveau.",
        later:
            "Nous n’avons pas pu prendre votre message à l’instant. Ce que vous avez écrit est toujours là : appuyez "
            + "de nouveau sur « Envoyer le message » dans un moment.",
        stale: "Cette page était ouverte depuis longtemps. Ce que vous avez écrit est toujours là : appuyez encore une "
            + "fois sur « Envoyer le message ».",
        unsure:
            "Un champ qui doit rester vide était rempli. Ce que vous avez écrit est toujours là : appuyez encore une "
            + "fois sur « Envoyer le message ».",
        thanksTitle: "Merci, votre message est bien arrivé",
        yourReference: "Votre référence",
        nextTitle: "La suite",
        next: [
            "Vous recevez un e-mail qui dit qui s’occupe de vous et quand vous aurez de nos nouvelles.",
            "Nous lisons votre message et répondons à votre adresse e-mail.",
            "Pour ajouter quelque chose, répondez simplement à cet e-mail.",
        ],
        another: "Écrire un autre message",
        toForm: "Vers le formulaire de contact",
        surveyTitle: "Étiez-vous bien servi ?",
        surveyLead: "Au sujet de votre message {ref}. Un clic suffit ; vos mots nous aident encore plus.",
        questions: [
            "csat": "Êtes-vous satisfait de l’aide que vous avez reçue ?",
            "ces": "A-t-il été facile de régler votre demande ?",
            "nps": "Recommanderiez-vous {desk} à un proche ?",
        ],
        scores: [
            "csat": [
                1: "Très insatisfait", 2: "Insatisfait", 3: "Ni satisfait ni insatisfait", 4: "Satisfait",
                5: "Très satisfait",
            ],
            "ces": [
                1: "Très difficile", 2: "Difficile", 3: "Plutôt difficile", 4: "Ni facile ni difficile",
                5: "Plutôt facile", 6: "Facile", 7: "Très facile",
            ],
            "nps": [0: "Certainement pas", 5: "Peut-être", 10: "Très certainement"],
        ],
        surveyWords: "Que devrions-nous savoir ?",
        vote: "Envoyer la réponse",
        chooseScore: "Veuillez choisir l’une des réponses.",
        voteLater:
            "Nous n’avons pas pu prendre votre réponse à l’instant. Elle est toujours là : appuyez de nouveau sur "
            + "« Envoyer la réponse » dans un moment.",
        votedTitle: "Merci de nous l’avoir dit",
        votedText: "Votre réponse est chez les personnes qui se sont occupées de vous. Elles lisent chaque mot.",
        notFound: (
            "Il n’y a pas de page ici", "L’adresse est peut-être coupée ou mal saisie. Vous pouvez nous écrire ici :"
        ),
        badLink: (
            "Ce lien ne fonctionne pas",
            "Il a peut-être été coupé en le copiant. Ouvrez-le encore une fois depuis notre e-mail, ou écrivez-nous :"
        ),
        malformed: ("Cela ne nous est pas parvenu entier", "Veuillez revenir en arrière et l’envoyer de nouveau."),
        tooLarge: (
            "C’est trop volumineux",
            "Ensemble, les fichiers peuvent avoir jusqu’à {size} Mo. Revenez en arrière et envoyez-en moins, ou de plus "
                + "petits."
        ),
        tooMany: (
            "Un instant, s’il vous plaît",
            "Beaucoup de demandes viennent de votre connexion. Revenez en arrière et réessayez dans une minute."
        ),
        tooSlow: (
            "La connexion était trop lente",
            "Tout n’est pas arrivé. Veuillez revenir en arrière et l’envoyer de nouveau."
        ),
        foreign: (
            "Cela ne vient pas de notre page",
            "Pour vous protéger, nous ne prenons que les messages de notre propre formulaire. Le voici :"
        ),
        busy: (
            "Un instant, s’il vous plaît",
            "Nous recevons beaucoup de messages. Revenez en arrière et réessayez dans une minute."
        ),
        failed: (
            "Quelque chose s’est cassé chez nous",
            "Vous n’y êtes pour rien. Revenez en arrière et réessayez dans une minute."
        )
    )
}
