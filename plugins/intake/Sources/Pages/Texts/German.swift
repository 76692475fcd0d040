extension Texts {
    static let german = Texts(
        code: "de", ownName: "Deutsch", languages: "Sprachen",
        formTitle: "Schreiben Sie uns",
        formLead: "Sagen Sie uns, was Sie brauchen. Um jede Nachricht kümmert sich ein Mensch, und Sie erhalten "
            + "sofort ein Aktenzeichen.",
        name: "Ihr Name",
        address: "Ihre E-Mail-Adresse",
        addressHint: "An diese Adresse antworten wir.",
        subject: "Worum geht es?",
        text: "Ihre Nachricht",
        textHint: "Bestellnummern und Daten helfen uns. Kartennummern lassen Sie bitte weg; wir brauchen sie nie.",
        files: "Bilder oder Dokumente",
        filesHint: "Bis zu {count} Dateien mit je höchstens {size} MB.",
        ref: "Aktenzeichen einer früheren Nachricht",
        refHint: "Falls Sie uns dazu schon geschrieben haben. Es sieht so aus: CW-7K3F9QX.",
        optional: "(freiwillig)",
        trap: "Dieses Feld bitte leer lassen",
        send: "Nachricht senden",
        privacy: "Was Sie hier schreiben, verwenden wir, um Ihnen zu helfen, und für nichts anderes.",
        errorWord: "Bitte prüfen",
        problemsTitle: "Bevor wir das senden können, fehlt noch etwas",
        nameTooLong: "Bitte kürzen Sie Ihren Namen auf 120 Zeichen.",
        addressMissing: "Bitte geben Sie Ihre E-Mail-Adresse an, damit wir antworten können.",
        addressWrong: "Das sieht nicht wie eine E-Mail-Adresse aus. Sie hat die Form name@example.com.",
        addressOurs: "Das ist unsere eigene Adresse. Bitte geben Sie Ihre an.",
        subjectTooLong: "Bitte kürzen Sie den Betreff auf 200 Zeichen; in der Nachricht ist Platz für mehr.",
        textMissing: "Bitte schreiben Sie Ihre Nachricht.",
        textTooLong: "Bitte kürzen Sie Ihre Nachricht auf {count} Zeichen, oder hängen Sie sie als Dokument an.",
        refWrong:
            "Ein Aktenzeichen sieht so aus: CW-7K3F9QX. Lassen Sie das Feld leer, wenn Sie es nicht zur Hand haben.",
        filesTooMany: "Bitte wählen Sie höchstens {count} Dateien.",
        fileTooLarge: "Bitte wählen Sie Dateien mit je höchstens {size} MB.",
        filesAgain: "Browser merken sich gewählte Dateien nicht: Bitte wählen Sie Ihre noch einmal.",
        later: "Wir konnten Ihre Nachricht gerade nicht annehmen. Was Sie geschrieben haben, steht noch hier: Bitte "
            + "drücken Sie in einem Moment noch einmal auf „Nachricht senden“.",
        stale: "Diese Seite war lange geöffnet. Was Sie geschrieben haben, steht noch hier: Bitte drücken Sie noch "
            + "einmal auf „Nachricht senden“.",
        unsure: "Ein Feld, das leer bleibt, war ausgefüllt. Was Sie geschrieben haben, steht noch hier: Bitte drücken "
            + "Sie noch einmal auf „Nachricht senden“.",
        thanksTitle: "Danke, Ihre Nachricht ist angekommen",
        yourReference: "Ihr Aktenzeichen",
        nextTitle: "Wie es weitergeht",
        next: [
            "Sie erhalten eine E-Mail, in der steht, wer sich um Sie kümmert und wann Sie wieder von uns hören.",
            "Wir lesen Ihre Nachricht und antworten an Ihre E-Mail-Adresse.",
            "Möchten Sie etwas ergänzen, antworten Sie einfach auf diese E-Mail.",
        ],
        another: "Noch eine Nachricht schreiben",
        toForm: "Zum Kontaktformular",
        surveyTitle: "Wie waren wir?",
        surveyLead: "Zu Ihrer Nachricht {ref}. Ein Klick genügt; Worte helfen uns noch mehr.",
        questions: [
            "csat": "Wie zufrieden sind Sie mit der Hilfe, die Sie bekommen haben?",
            "ces": "Wie einfach war es, Ihr Anliegen zu klären?",
            "nps": "Wie wahrscheinlich ist es, dass Sie {desk} weiterempfehlen?",
        ],
        scores: [
            "csat": [
                1: "Sehr unzufrieden", 2: "Unzufrieden", 3: "Weder zufrieden noch unzufrieden", 4: "Zufrieden",
                5: "Sehr zufrieden",
            ],
            "ces": [
                1: "Sehr schwer", 2: "Schwer", 3: "Eher schwer", 4: "Weder leicht noch schwer", 5: "Eher leicht",
                6: "Leicht", 7: "Sehr leicht",
            ],
            "nps": [0: "Sehr unwahrscheinlich", 5: "Vielleicht", 10: "Sehr wahrscheinlich"],
        ],
        surveyWords: "Was sollten wir wissen?",
        vote: "Antwort senden",
        chooseScore: "Bitte wählen Sie eine der Antworten.",
        voteLater: "Wir konnten Ihre Antwort gerade nicht annehmen. Sie steht noch hier: Bitte drücken Sie in einem "
            + "Moment noch einmal auf „Antwort senden“.",
        votedTitle: "Danke, dass Sie es uns gesagt haben",
        votedText: "Ihre Antwort ist bei denen, die sich um Sie gekümmert haben. Sie lesen jedes Wort.",
        notFound: (
            "Hier gibt es keine Seite",
            "Die Adresse ist vielleicht abgeschnitten oder vertippt. Schreiben können Sie uns hier:"
        ),
        badLink: (
            "Dieser Link funktioniert nicht",
            "Vielleicht wurde er beim Kopieren abgeschnitten. Bitte öffnen Sie ihn noch einmal aus unserer E-Mail, oder "
                + "schreiben Sie uns:"
        ),
        malformed: ("Das kam nicht heil bei uns an", "Bitte gehen Sie zurück und senden Sie es noch einmal."),
        tooLarge: (
            "Das ist zu groß",
            "Zusammen dürfen Dateien bis zu {size} MB haben. Bitte gehen Sie zurück und senden Sie weniger oder kleinere."
        ),
        tooMany: (
            "Einen Moment, bitte",
            "Von Ihrem Anschluss kam gerade sehr viel. Bitte gehen Sie zurück und versuchen Sie es in einer Minute noch einmal."
        ),
        tooSlow: (
            "Die Verbindung war zu langsam",
            "Es kam nicht alles an. Bitte gehen Sie zurück und senden Sie es noch einmal."
        ),
        foreign: (
            "Das kam nicht von unserer Seite",
            "Zu Ihrem Schutz nehmen wir Nachrichten nur aus unserem eigenen Formular an. Hier ist es:"
        ),
        busy: (
            "Einen Moment, bitte",
            "Bei uns kommt gerade sehr viel an. Bitte gehen Sie zurück und versuchen Sie es in einer Minute noch einmal."
        ),
        failed: (
            "Bei uns ist etwas kaputt gegangen",
            "Es lag nicht an Ihnen. Bitte gehen Sie zurück und versuchen Sie es in einer Minute noch einmal."
        )
    )
}
