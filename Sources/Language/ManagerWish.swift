/// Whether somebody asks for a person in charge, in English, German, French or Spanish.
package enum ManagerWish {
    package static func isIn(_ words: String) -> Bool {
        words.split { ".!?\n;".contains($0) }.contains { sentence in
            let tokens = Set(sentence.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init))
            return !tokens.isDisjoint(with: people) && !tokens.isDisjoint(with: wishes)
        }
    }

    private static let people: Set = [
        "manager", "managers", "supervisor", "superior", "boss", "management", "director",
        "vorgesetzte", "vorgesetzten", "vorgesetzter", "chef", "chefin", "leiter", "leiterin", "geschäftsführer",
        "geschäftsführung", "geschäftsleitung", "abteilungsleiter",
        "responsable", "supérieur", "supérieure", "directeur", "directrice", "direction",
        "encargado", "encargada", "jefe", "jefa", "gerente", "supervisora", "directora",
    ]
    private static let wishes: Set = [
        "want", "wants", "speak", "talk", "need", "demand", "insist", "like", "get", "escalate", "connect", "let",
        "sprechen", "spreche", "will", "möchte", "verlange", "verbinden", "fordere", "reden",
        "parler", "veux", "voudrais", "exige", "souhaite", "passer", "contacter",
        "hablar", "quiero", "exijo", "quisiera", "deseo", "pasen", "necesito",
    ]
}
