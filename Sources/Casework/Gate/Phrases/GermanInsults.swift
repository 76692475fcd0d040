/// Words that are said to no customer in any sentence, in German.
extension PhraseBook {
    static let germanInsults: [PhraseTable] = [
        PhraseTable(
            .confrontation,
            advice:
                "Sagen Sie es ohne die Beleidigung: Antworten Sie in der Sache und sagen Sie, was als Nächstes geschieht.",
            """
            {insult}
            dumme|dummen|bloede|bloeden|daemliche|daemlichen|saudumme ~1 frage|fragen|kunde|kunden|beschwerde|beschwerden|mail|mails|ausrede|ausreden|schuld|gerede|geschwaetz|sprueche
            ihre|ihr|ihren|ihrer|deine|dein|euer|eure ~2 dumm|dumme|dummes|dummen|bloed|bloede|bloedes|bloeden|daemliche|daemliches|daemlichen|dummheit
            seien|sei|seid {sie}? ~2 dumm|bloed|daemlich|kindisch|laecherlich
            wie dumm|bloed|daemlich|blind ~1 {sie}|sind|bist|seid|kann|muss
            sind|bist|seid {sie} ~2 dumm|bloed|daemlich|blind|taub|verrueckt|betrunken|irre
            {sie} sind|bist|seid ~2 luegner|luegnerin|bloed|daemlich|verrueckt|erbaermlich|plage|witzfigur|niemand|nervensaege|irre
            zu dumm|bloed|daemlich|faul zum|um|fuer
            halten|halt|haltet {sie}? ~1 den|endlich mund|maul
            halt|haltet ~1 die klappe
            halten {sie} ~1 die klappe $
            klappe|maul halten
            zum teufel|henker|kuckuck
            scheren|scher|schert {sie}? ~1 sich|dich|euch
            verschwinden {sie} ~1 $
            verschwinde|verschwindet ~1 hier|endlich
            hauen|hau|haut {sie}? ab
            {we} ~1 hasse|hassen|verachte|verachten|verabscheue|verabscheuen ~2 {sie}|kunden|leute|kundinnen|menschen
            {we} ~1 habe|haben ~3 genug|satt|nase|schnauze ~1 voll? von ihnen|dir|euch|ihren|ihrer|solchen
            {we} ~1 habe|haben {sie}|ihre ~2 satt
            leck|lecken ~1 {sie}? mich|uns
            verdammt*|verflucht*|verfickt*|scheiss*|fick*
            niemand|keiner ~1 mag {sie} $
            nicht ~2 alle tassen
            """,
            unless: """
                als|wort|worte|beleidigung|beschimpfung ~3 {insult}
                {insult} ~1 bezeichnet|genannt|beschimpft|tituliert
                keine|nie ~1 dumme|dummen|bloede|bloeden|daemliche ~1 frage|fragen
                uns|unser|unsere|unseres|unserem ~3 dumm*|bloed*
                genug von ihnen ~2 lager|vorraetig|vorrat|da
                """)
    ]
}
