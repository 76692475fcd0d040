/// Sentences that stand in the placeholders of templates, in the languages that templates are written in.
enum Phrases {
    /// That what was promised is still to come, for who thanks us before it has.
    static func stillToCome(language: String) -> String {
        switch language {
        case "de": "Es bleibt bei dem, was wir Ihnen gesagt haben."
        case "fr": "Ce que nous vous avons dit tient toujours."
        case "es": "Lo que le hemos dicho sigue en pie."
        default: "All that we have said to you stands."
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
