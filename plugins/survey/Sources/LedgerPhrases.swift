/// The words around what a colleague is told of feedback.
struct LedgerPhrases: Sendable {
    var language: String
    var topic: String
    var writesIn: String
    var owner: String
    var open: String
    var overdue: String

    static func `in`(_ language: String) -> LedgerPhrases { all[language] ?? english }

    private static let english = LedgerPhrases(
        language: "en", topic: "Topic", writesIn: "Language of the customer", owner: "Whose it is",
        open: "still open", overdue: "overdue")

    private static let all = [
        "en": english,
        "de": LedgerPhrases(
            language: "de", topic: "Thema", writesIn: "Sprache des Kunden", owner: "Zuständig", open: "noch offen",
            overdue: "überfällig"),
        "fr": LedgerPhrases(
            language: "fr", topic: "Sujet", writesIn: "Langue du client", owner: "Responsable", open: "encore ouvert",
            overdue: "en retard"),
        "es": LedgerPhrases(
            language: "es", topic: "Tema", writesIn: "Idioma del cliente", owner: "Responsable",
            open: "aún abierto", overdue: "atrasado"),
    ]
}
