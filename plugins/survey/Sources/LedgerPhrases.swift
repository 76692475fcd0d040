/// The words around what a colleague is told of feedback.
struct LedgerPhrases: Sendable {
    var language: String
    var topic: String
    var writesIn: String
    var owner: String
    var open: String
    var overdue: String
    /// Why somebody reads what is another's.
    var standsIn: @Sendable (_ name: String) -> String

    static func `in`(_ language: String) -> LedgerPhrases { all[language] ?? english }

    private static let english = LedgerPhrases(
        language: "en", topic: "Topic", writesIn: "Language of the customer", owner: "Whose it is",
        open: "still open", overdue: "overdue",
        standsIn: { "\($0) is away, and you stand in" })

    private static let all = [
        "en": english,
        "de": LedgerPhrases(
            language: "de", topic: "Thema", writesIn: "Sprache des Kunden", owner: "Zuständig", open: "noch offen",
            overdue: "überfällig", standsIn: { "\($0) ist nicht da, und du springst ein" }),
        "fr": LedgerPhrases(
            language: "fr", topic: "Sujet", writesIn: "Langue du client", owner: "Responsable", open: "encore ouvert",
            overdue: "en retard", standsIn: { "\($0) n'est pas là, et tu prends le relais" }),
        "es": LedgerPhrases(
            language: "es", topic: "Tema", writesIn: "Idioma del cliente", owner: "Responsable",
            open: "aún abierto", overdue: "atrasado", standsIn: { "\($0) no está, y esto te llega en su lugar" }),
    ]
}
