import Calendars
import StageProtocol
import Testing

@testable import Casework

/// When promised words are due, as people write them. Open from Monday to Friday, 9 to 17:30.
@Suite struct DueTimeTests {
    /// Tuesday 24 November 2026, ten in the morning in Dublin.
    static let now = PromiseReaderTests.now

    struct Example: Sendable, CustomTestStringConvertible {
        var language: String
        var text: String
        /// Day of November or December and time, as `25T12:00`.
        var due: String
        var testDescription: String { text }
    }

    /// One due moment, and texts that mean it: a language and the words behind "we will call you".
    static func means(_ due: String, _ texts: (String, String)...) -> [Example] {
        texts.map { Example(language: $0.0, text: sentence($0.0, $0.1), due: due) }
    }

    static func sentence(_ language: String, _ words: String) -> String {
        switch language {
        case "de": "Wir rufen Sie \(words) an."
        case "fr": "Nous vous rappellerons \(words)."
        case "es": "Gracias por su mensaje. Le llamaremos \(words)."
        default: "We will call you \(words)."
        }
    }

    static let examples: [Example] = [
        // Before a day is before that day begins.
        means(
            "24T17:30", ("en", "before Wednesday"), ("de", "vor Mittwoch"), ("fr", "avant mercredi"),
            ("es", "antes del miércoles"), ("en", "before tomorrow"), ("fr", "avant demain"),
            ("es", "antes de mañana"), ("en", "before Wednesday morning"), ("fr", "avant mercredi matin"),
            ("en", "before 25 November"), ("de", "vor dem 25.11."), ("fr", "avant le 25 novembre"),
            ("es", "antes del 25 de noviembre")),
        means(
            "27T17:30", ("en", "before Monday"), ("de", "vor Montag"), ("fr", "avant lundi"), ("es", "antes del lunes")),
        // A week from now, not yesterday.
        means("30T17:30", ("en", "before Tuesday"), ("es", "antes del martes")),
        means(
            "25T17:30", ("fr", "avant mercredi soir"), ("en", "before Wednesday evening"), ("de", "bis Mittwochabend")),
        means(
            "25T12:00", ("en", "before Wednesday noon"), ("en", "before Wednesday afternoon"),
            ("fr", "avant mercredi midi"), ("fr", "avant mercredi après-midi"), ("es", "antes del miércoles a mediodía")
        ),
        means(
            "24T17:00", ("en", "before 5 pm"), ("en", "by 5 p.m."), ("en", "by 5 o'clock"), ("en", "by 5pm"),
            ("de", "vor 17 Uhr"), ("fr", "avant 17 h"), ("fr", "avant 17 heures"), ("es", "antes de las 17 horas"),
            ("es", "antes de las 5"), ("es", "antes de las 5 de la tarde")),
        // The morning ends at noon.
        means(
            "25T12:00", ("en", "tomorrow morning"), ("en", "by tomorrow morning"), ("en", "first thing tomorrow"),
            ("en", "Wednesday morning"), ("en", "on Wednesday morning"), ("de", "morgen früh"),
            ("de", "morgen Vormittag"), ("de", "Mittwochvormittag"), ("de", "am Mittwoch Vormittag"),
            ("de", "am Mittwochmorgen"), ("fr", "demain matin"), ("fr", "demain dans la matinée"),
            ("fr", "mercredi matin"), ("fr", "dès demain matin"), ("es", "mañana por la mañana"),
            ("es", "el miércoles por la mañana"), ("es", "mañana a primera hora"), ("es", "mañana a mediodía")),
        means(
            "30T12:00", ("en", "first thing on Monday"), ("en", "on Monday first thing"), ("de", "Montag früh"),
            ("fr", "lundi à la première heure"), ("es", "el lunes a primera hora")),
        means(
            "24T12:00", ("en", "this morning"), ("en", "by noon"), ("en", "at midday"), ("en", "before lunch"),
            ("en", "by the end of the morning"), ("de", "heute Vormittag"), ("de", "heute Morgen"),
            ("de", "bis Mittag"), ("fr", "ce matin"), ("fr", "avant midi"), ("fr", "en fin de matinée"),
            ("es", "esta mañana"), ("es", "antes del mediodía"), ("es", "a mediodía")),
        // The afternoon and the evening end with the desk's day.
        means(
            "24T17:30", ("en", "this afternoon"), ("en", "later today"), ("en", "tonight"), ("en", "this evening"),
            ("en", "by the end of the day"), ("en", "by end of business"), ("en", "by close of business"),
            ("en", "by EOD"), ("de", "heute Nachmittag"), ("de", "im Laufe des Tages"), ("de", "noch heute"),
            ("de", "bis Feierabend"), ("de", "heute Abend"), ("fr", "cet après-midi"), ("fr", "ce soir"),
            ("fr", "dans la journée"), ("fr", "en fin de journée"), ("fr", "avant la fin de la journée"),
            ("es", "esta tarde"), ("es", "esta noche"), ("es", "hoy mismo"), ("es", "al final del día"),
            ("es", "a lo largo del día"), ("es", "a última hora")),
        means(
            "25T17:30", ("en", "tomorrow afternoon"), ("de", "morgen Nachmittag"), ("fr", "demain après-midi"),
            ("es", "mañana por la tarde"), ("en", "within 1 business day"), ("en", "on the next business day"),
            ("de", "am nächsten Werktag"), ("de", "innerhalb eines Werktags"), ("fr", "sous 1 jour ouvré"),
            ("es", "en 1 día hábil")),
        // Of two times the later is what can be counted on.
        means(
            "25T11:00", ("en", "tomorrow between 10 and 11"), ("en", "between 10 and 11 tomorrow"),
            ("en", "between 10 am and 11 am tomorrow"), ("en", "tomorrow from 10 to 11 am"),
            ("de", "morgen zwischen 10 und 11 Uhr"), ("de", "zwischen 10 und 11 Uhr morgen"),
            ("de", "morgen von 10 bis 11 Uhr"), ("fr", "demain entre 10 h et 11 h"),
            ("fr", "demain entre 10h et 11h"), ("fr", "demain de 10 h à 11 h"),
            ("es", "mañana entre las 10 y las 11"), ("es", "entre las 10:00 y las 11:00 de mañana")),
        means(
            "24T11:00", ("en", "between 10 and 11"), ("de", "zwischen 10 und 11 Uhr"), ("es", "entre las 10 y las 11")),
        means(
            "25T16:00", ("en", "tomorrow between 2 and 4"), ("en", "tomorrow between 2 and 4 pm"),
            ("de", "morgen zwischen 14 und 16 Uhr"), ("es", "mañana entre las 2 y las 4 de la tarde")),
        // Parts of an hour in words.
        means(
            "24T10:30", ("en", "at half past ten"), ("en", "by half past 10"), ("de", "um halb elf"),
            ("de", "bis halb 11"), ("fr", "à dix heures et demie"), ("fr", "avant 10 h et demie"),
            ("es", "a las diez y media"), ("es", "antes de las 10 y media")),
        means(
            "25T10:45", ("en", "tomorrow at a quarter to eleven"), ("en", "by quarter to eleven tomorrow"),
            ("de", "morgen um Viertel vor elf"), ("de", "morgen um drei viertel elf"),
            ("fr", "demain à onze heures moins le quart"), ("es", "mañana a las once menos cuarto"),
            ("es", "mañana a las once menos cuarto de la mañana")),
        means(
            "25T09:15", ("en", "at quarter past nine tomorrow"), ("en", "on Wednesday at a quarter past nine"),
            ("de", "am Mittwoch um Viertel nach neun"), ("fr", "mercredi à neuf heures et quart"),
            ("es", "el miércoles a las nueve y cuarto")),
        means(
            "24T14:30", ("en", "by half past two"), ("en", "at half past two in the afternoon"), ("de", "um halb drei"),
            ("de", "bis halb drei nachmittags"), ("fr", "à deux heures et demie"), ("es", "a las dos y media"),
            ("es", "a las dos y media de la tarde")),
        means(
            "24T12:30", ("en", "by half past twelve"), ("de", "bis halb eins"), ("fr", "à midi et demi"),
            ("es", "a las doce y media")),
        means(
            "24T10:50", ("en", "at ten to eleven"), ("de", "um zehn vor elf"), ("fr", "à onze heures moins dix"),
            ("es", "a las once menos diez")),
        means("24T10:35", ("de", "um fünf nach halb elf")),
        means("24T11:20", ("en", "by twenty past eleven"), ("de", "bis zwanzig nach elf")),
        means("25T10:30", ("fr", "demain à dix heures trente"), ("de", "morgen um zehn Uhr dreißig")),
        means("26T17:30", ("en", "between Wednesday and Thursday"), ("fr", "entre mercredi et jeudi")),
        // Weeks and months have an end.
        means(
            "27T17:30", ("en", "by the end of the week"), ("en", "this week"), ("en", "by the weekend"),
            ("en", "before the weekend"), ("en", "before next week"), ("en", "in the course of the week"),
            ("en", "by next Friday"), ("de", "bis Ende der Woche"), ("de", "diese Woche"), ("de", "im Laufe der Woche"),
            ("de", "vor dem Wochenende"), ("fr", "d'ici la fin de la semaine"), ("fr", "cette semaine"),
            ("fr", "avant la semaine prochaine"), ("fr", "avant le week-end"), ("es", "antes del fin de semana"),
            ("es", "esta semana"), ("es", "a finales de semana")),
        means(
            "04T17:30", ("en", "next week"), ("de", "nächste Woche"), ("fr", "la semaine prochaine"),
            ("es", "la semana que viene"), ("en", "on Friday next week"), ("fr", "le vendredi de la semaine prochaine")),
        means(
            "01T17:30", ("en", "early next week"), ("de", "Anfang nächster Woche"),
            ("fr", "en début de semaine prochaine"), ("es", "a principios de la semana que viene"),
            ("en", "within a week"), ("de", "innerhalb einer Woche"), ("fr", "dans une semaine"),
            ("es", "en una semana"), ("en", "within 5 business days"), ("fr", "sous 5 jours ouvrés")),
        means(
            "30T17:30", ("en", "by the end of the month"), ("de", "bis Ende des Monats"), ("de", "bis Ende November"),
            ("fr", "avant la fin du mois"), ("es", "antes de fin de mes")),
        means(
            "26T17:30", ("en", "the day after tomorrow"), ("de", "übermorgen"), ("fr", "après-demain"),
            ("es", "pasado mañana"), ("en", "within 2 business days"), ("de", "innerhalb von 2 Werktagen")),
        // Hours count from now.
        means(
            "26T10:00", ("en", "within 48 hours"), ("en", "within 48h"), ("de", "innerhalb von 48 Stunden"),
            ("fr", "sous 48 h"), ("fr", "sous 48h"), ("fr", "d'ici 48 heures"), ("es", "en 48 horas"),
            ("es", "antes de 48 horas")),
        means(
            "24T12:00", ("en", "in the next two hours"), ("de", "in den nächsten zwei Stunden"),
            ("fr", "dans les deux prochaines heures"), ("fr", "dans les deux heures"),
            ("es", "en las próximas dos horas"), ("es", "en las próximas 2 horas"), ("es", "en las dos próximas horas")),
        means(
            "24T11:00", ("en", "in an hour"), ("de", "in einer Stunde"), ("fr", "dans l'heure"), ("es", "en una hora"),
            ("en", "in the next hour"), ("de", "in der nächsten Stunde"), ("es", "en la próxima hora")),
        means(
            "24T10:30", ("en", "in half an hour"), ("de", "in einer halben Stunde"), ("fr", "dans une demi-heure"),
            ("es", "en media hora")),
    ].flatMap { $0 }

    @Test(arguments: examples) func wordsAreDueWhenTheyAreTakenToMean(_ example: Example) throws {
        let promises = try PromiseReaderTests.reader().promises(
            in: example.text, language: example.language, now: Self.now)
        #expect(promises.map(\.kind) == [.contact])
        let due = promises.first.map { String($0.due.description.dropFirst(8).prefix(8)) }
        #expect(due == example.due, "\(promises.map(\.due.description))")
    }

    @Test(arguments: [
        "between 2 and 4 business days", "between 10 and 20 euros", "by 5 to 10 couriers", "half of the amount",
    ]) func whatIsNoTimeIsNone(
        _ words: String
    ) {
        let found = PromiseFinder.promises(in: "We will send you \(words) by Friday.", language: "en", now: Self.now)
        #expect(found.allSatisfy { $0.minutes == nil })
    }

    /// At nine in the evening in New York it is tomorrow in Greenwich already.
    @Test(arguments: [
        ("We will call you tomorrow.", "2026-11-25T22:30:00.000Z"),
        ("We will call you on Wednesday.", "2026-11-25T22:30:00.000Z"),
        ("We will call you tomorrow morning.", "2026-11-25T17:00:59.999Z"),
    ])
    func daysAreThoseOfTheDesk(_ text: String, _ due: String) throws {
        let hours: JSON = ["09:00-17:30"]
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday"].map { ($0, hours) }
        let calendar: JSON = ["zone": "America/New_York", "hours": .object(Dictionary(uniqueKeysWithValues: days))]
        let evening = try #require(Timestamp("2026-11-25T02:00:00Z"))
        let promises = PromiseReader(calendar: try calendar.decode()).promises(
            in: text, language: "en", now: evening)
        #expect(promises.map(\.due.description) == [due])
    }
}
