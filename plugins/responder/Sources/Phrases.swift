/// Sentences that stand in the placeholders of templates, in the languages that templates are written in.
enum Phrases {
    /// Answers a customer's mood before anything else is said; nil where there is nothing to answer.
    static func opening(mood: String, language: String) -> String? {
        switch (mood, language) {
        case ("upset", "de"), ("angry", "de"):
            "Es tut uns leid, dass Sie diesen Ärger haben. Wir verstehen, wie ärgerlich das ist, und kümmern uns darum."
        case ("upset", "fr"), ("angry", "fr"):
            "Nous sommes désolés de ce désagrément. Nous comprenons votre déception, et il nous revient d'y remédier."
        case ("upset", "es"), ("angry", "es"):
            "Sentimos mucho las molestias. Entendemos lo molesto que es, y nos corresponde a nosotros arreglarlo."
        case ("upset", _), ("angry", _):
            "We are sorry for the trouble you have had. We understand how annoying this is, and it is ours to put right."
        case ("worried", "de"): "Wir verstehen, dass Ihnen das Sorgen macht."
        case ("worried", "fr"): "Nous comprenons que cela vous inquiète."
        case ("worried", "es"): "Entendemos que esto le preocupe."
        case ("worried", _): "We understand that this worries you."
        default: nil
        }
    }

    /// Answers a customer who says that all is well.
    static func gladness(language: String) -> String {
        switch language {
        case "de": "Wie schön, dass alles gut ist."
        case "fr": "Nous sommes ravis que tout aille bien."
        case "es": "Nos alegra mucho que todo esté bien."
        default: "We are glad that all is well."
        }
    }

    /// Asks which of several things a customer means.
    static func whichOf(_ choices: [String], language: String) -> String {
        let question =
            switch language {
            case "de": "Was davon kommt Ihrem Anliegen am nächsten?"
            case "fr": "Laquelle de ces situations est la plus proche de la vôtre ?"
            case "es": "¿Cuál de estas situaciones se parece más a la suya?"
            default: "Which of these comes closest to what you need?"
            }
        return question + "\n\n" + choices.map { "- \($0)" }.joined(separator: "\n")
    }
}
