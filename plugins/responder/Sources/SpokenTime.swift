import Calendars
import Foundation
import StageKit

/// Says a moment as a person would, in the desk's zone: always with the day and the date, since nobody knows when a
/// mail is read.
struct SpokenTime: Sendable {
    private let zone: TimeZone

    init(zone: String) { self.zone = TimeZone(identifier: zone) ?? .gmt }

    /// Seconds east of Greenwich at a moment.
    func offset(at moment: Timestamp) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
    }

    /// Such as `Tuesday 24 November at 14:30`; each fits behind the word "by" of its language.
    func say(_ moment: Timestamp, language: String) -> String {
        // Rounded up: what is promised by 14:30:01 is not promised by 14:30.
        let minutes = (moment.milliseconds + Int64(offset(at: moment)) * 1000 + 59_999) / 60_000
        let day = CalendarDay(number: minutes / 1440)
        let clock = "\(padded(minutes % 1440 / 60)):\(padded(minutes % 60))"
        let date = day.annual
        let index = Weekday.allCases.firstIndex(of: day.weekday) ?? 0
        let words = Self.words[language] ?? Self.english
        return words.phrase(words.days[index], date.day, words.months[date.month - 1], clock)
    }

    private func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private struct Words: Sendable {
        var days: [String]
        var months: [String]
        var phrase: @Sendable (_ day: String, _ date: Int, _ month: String, _ clock: String) -> String
    }

    private static let english = Words(
        days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        phrase: { "\($0) \($1) \($2) at \($3)" })

    private static let words: [String: Words] = [
        "en": english,
        "de": Words(
            days: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
            months: [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                "November", "Dezember",
            ],
            phrase: { "\($0), \($1). \($2), \($3) Uhr" }),
        "fr": Words(
            days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            months: [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre",
            ],
            phrase: { "\($0) \($1 == 1 ? "1er" : "\($1)") \($2) à \($3)" }),
        "es": Words(
            days: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
            months: [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                "noviembre", "diciembre",
            ],
            phrase: { "las \($3) del \($0) \($1) de \($2)" }),
    ]
}
