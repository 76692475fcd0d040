/// The words around what a colleague is told.
struct StaffPhrases: Sendable {
    var why: String
    var topic: String
    var mood: String
    var asks: String
    var knows: String
    /// Whose case it is, for the others who are told.
    var looksAfter: String
    /// Who else was told.
    var others: String
    var draft: String
    var at_once: String
    var idle: String
    var files: String
    var told: String
    var note: String
    var nothing: String
    /// What a colleague has on record that is awaited.
    var awaited: String
    /// How the customer voted.
    var vote: String
    var rule: String
    var instead: String
    /// What is told of a cause, in the order of its occasions.
    var causes: [String]

    static func `in`(_ language: String) -> StaffPhrases { all[language] ?? english }

    private static let english = StaffPhrases(
        why: "Why you", topic: "Topic", mood: "Mood", asks: "Asked", knows: "Asked first in this topic",
        looksAfter: "Looks after it", others: "Told of it as well",
        draft: "a draft to start from", at_once: "at once", idle: "nothing is due now",
        files: "With it came", told: "We wrote last", note: "Note", nothing: "(nothing written)",
        awaited: "On record as awaited", vote: "The customer's vote",
        rule: "Rule", instead: "Better",
        causes: [
            "New cause", "Cause", "Cause, to be mended soon", "Cause, not mended in time",
            "Cause, over", "Cause, not done",
        ])

    private static let all = [
        "en": english,
        "de": StaffPhrases(
            why: "Warum du", topic: "Thema", mood: "Stimmung", asks: "Gefragt",
            knows: "Zuerst gefragt bei diesem Thema", looksAfter: "Kümmert sich darum", others: "Auch verständigt",
            draft: "ein Entwurf für den Anfang", at_once: "sofort", idle: "jetzt ist nichts fällig",
            files: "Dabei waren", told: "Zuletzt schrieben wir", note: "Notiz", nothing: "(nichts geschrieben)",
            awaited: "Worauf gewartet wird", vote: "Bewertung des Kunden",
            rule: "Regel", instead: "Besser",
            causes: [
                "Neue Ursache", "Ursache", "Ursache, bald zu beheben", "Ursache, nicht rechtzeitig behoben",
                "Ursache, erledigt", "Ursache, nicht ausgeführt",
            ]),
        "fr": StaffPhrases(
            why: "Pourquoi toi", topic: "Sujet", mood: "Humeur", asks: "Demandé", knows: "À consulter sur ce sujet",
            looksAfter: "S'en occupe", others: "Prévenus aussi",
            draft: "un brouillon pour commencer", at_once: "tout de suite", idle: "rien n'est attendu pour l'instant",
            files: "Avec ce message", told: "Notre dernier message", note: "Note", nothing: "(rien d'écrit)",
            awaited: "Ce qui est attendu", vote: "Avis du client",
            rule: "Règle", instead: "Mieux",
            causes: [
                "Nouvelle cause", "Cause", "Cause, à corriger bientôt", "Cause, non corrigée à temps",
                "Cause, close", "Cause, pas exécuté",
            ]),
        "es": StaffPhrases(
            why: "Por qué tú", topic: "Tema", mood: "Ánimo", asks: "Preguntado", knows: "A quien se pregunta primero",
            looksAfter: "Se ocupa del caso", others: "También avisados",
            draft: "un borrador para empezar", at_once: "enseguida", idle: "ahora no hay nada pendiente",
            files: "Con el mensaje llegaron", told: "Lo último que escribimos", note: "Nota", nothing: "(nada escrito)",
            awaited: "Lo que se espera", vote: "Voto del cliente",
            rule: "Regla", instead: "Mejor",
            causes: [
                "Nueva causa", "Causa", "Causa, por corregir pronto", "Causa, no corregida a tiempo",
                "Causa, cerrada", "Causa, sin ejecutar",
            ]),
    ]
}
