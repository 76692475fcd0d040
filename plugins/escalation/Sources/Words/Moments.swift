import Calendars
import Foundation
import StageProtocol

/// Says moments as people do: in the desk's time zone and the reader's language.
struct Moments: Sendable {
    private let zone: TimeZone

    init(zone: String) { self.zone = TimeZone(identifier: zone) ?? .gmt }

    /// Day and time, such as `Monday 23 November at 14:00`; it fits behind the word "by" of its language. Rounded up:
    /// what is due at 14:00:01 is not promised by 14:00.
    func text(_ moment: Timestamp, language: String) -> String {
        let rounded = Timestamp(milliseconds: (moment.milliseconds + 59_999) / 60_000 * 60_000)
        let day = day(rounded, language: language)
        let parts = parts(rounded)
        let time = "\(two(parts.hour ?? 0)):\(two(parts.minute ?? 0))"
        return switch language {
        case "de": "\(day), \(time) Uhr"
        case "fr": "\(day) à \(time)"
        case "es": "las \(time) del \(day)"
        default: "\(day) at \(time)"
        }
    }

    /// The day alone, such as `Monday 23 November`.
    func day(_ moment: Timestamp, language: String) -> String {
        let parts = parts(moment)
        let names = Self.names[language] ?? Self.english
        let weekday = names.weekdays[((parts.weekday ?? 1) - 1) % 7]
        let month = names.months[((parts.month ?? 1) - 1) % 12]
        let day = parts.day ?? 1
        return switch language {
        case "de": "\(weekday), \(day). \(month)"
        case "fr": "\(weekday) \(day == 1 ? "1er" : "\(day)") \(month)"
        case "es": "\(weekday) \(day) de \(month)"
        default: "\(weekday) \(day) \(month)"
        }
    }

    private func parts(_ moment: Timestamp) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        return calendar.dateComponents([.weekday, .day, .month, .hour, .minute], from: date)
    }

    /// A length of time as `2 h 5 min`.
    static func text(_ milliseconds: Int64) -> String {
        let minutes = max(0, (milliseconds + 30_000) / 60_000)
        switch (minutes / 60, minutes % 60) {
        case (0, let minutes): return "\(minutes) min"
        case (let hours, 0): return "\(hours) h"
        case (let hours, let minutes): return "\(hours) h \(minutes) min"
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private struct Names: Sendable {
        var weekdays: [String]
        var months: [String]

        init(_ weekdays: String, _ months: String) {
            self.weekdays = weekdays.split(separator: " ").map(String.init)
            self.months = months.split(separator: " ").map(String.init)
        }
    }

    private static let english = Names(
        "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
        "January February March April May June July August September October November December")

    private static let names = [
        "en": english,
        "de": Names(
            "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        "fr": Names(
            "dimanche lundi mardi mercredi jeudi vendredi samedi",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        "es": Names(
            "domingo lunes martes miércoles jueves viernes sábado",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    ]
}
