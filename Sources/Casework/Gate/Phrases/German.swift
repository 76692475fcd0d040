extension PhraseBook {
    static let german = PhraseBook(
        classes: [
            "we": "ich|wir", "have": "habe|haben", "sie": "sie|du|ihr",
            "others":
                "paketdienst|paketbote|bote|fahrer|zusteller|lieferant|hersteller|dhl|ups|hermes|dpd|gls|post|bank|spediteur|kollege|kollegin|kollegen|lager|abteilung|team|system|vorgaenger|vorgaengerin",
            "done":
                "eingegeben|angegeben|bestellt|ausgefuellt|verstanden|bedient|gelesen|benutzt|verwendet|ausgewaehlt|gewaehlt|adressiert|behandelt|gehandelt|gemacht",
            "feelings": "aerger*|veraerger*|enttaeusch*|frust*|sorge*|unangenehm|aergerlich|muehsam|belastend|schwer",
        ], germanConduct + germanHonesty + germanSigns + germanPromises)
}
