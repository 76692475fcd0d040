import Foundation

/// Says a moment as a person would, in a zone and a language: always with the day and the date, since nobody knows when a
/// mail is read. Languages other than en, de, fr and es are told in English.
package struct SpokenTime: Sendable {
    private let zone: TimeZone

    /// - Parameter zone: an IANA name, or a distance from UTC such as `+05:30`; one that is not known counts as UTC.
    package init(zone: String) { self.zone = TimeZone(offset: zone) ?? TimeZone(identifier: zone) ?? .gmt }

    /// What the zone is called at a moment, by its distance from Greenwich: `GMT`, `GMT+1`, `GMT+5:30`.
    package func name(at moment: Int64) -> String {
        let minutes = Int64(abs(offset(at: moment)) / 60)
        guard minutes > 0 else { return "GMT" }
        let rest = minutes % 60 == 0 ? "" : ":" + padded(minutes % 60)
        return "GMT\(offset(at: moment) < 0 ? "-" : "+")\(minutes / 60)\(rest)"
    }

    /// Seconds east of Greenwich at a moment, in milliseconds since 1970.
    package func offset(at moment: Int64) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment) / 1000))
    }

    /// Day and time, such as `Tuesday 24 November at 14:30`; each fits behind the word "by" of its language. Rounded up to
    /// the minute: what is due at 14:30:01 is not promised by 14:30.
    package func moment(_ moment: Int64, language: String) -> String {
        let minutes = wallMinutes(moment)
        let clock = "\(padded(minutes % 1440 / 60)):\(padded(minutes % 60))"
        let day = day(ofMinutes: minutes, language: language)
        return switch language {
        case "de": "\(day), \(clock) Uhr"
        case "fr": "\(day) à \(clock)"
        case "es": "las \(clock) del \(day)"
        default: "\(day) at \(clock)"
        }
    }

    /// The same on somebody's own clock, which is named where it is another than this one: `Tuesday 24 November at 06:30 (GMT-8)`.
    /// - Parameter zone: theirs, as above; nil where it is not known.
    package func moment(_ moment: Int64, language: String, on zone: String?) -> String {
        guard let own = zone.map(SpokenTime.init), own.offset(at: moment) != offset(at: moment) else {
            return self.moment(moment, language: language)
        }
        return "\(own.moment(moment, language: language)) (\(own.name(at: moment)))"
    }

    /// The moment that a customer is told to hear by: up to the next five minutes. "By 16:01" sounds like no person, and nothing
    /// is told earlier than it can be kept.
    package static func told(_ moment: Int64) -> Int64 { (moment + 299_999) / 300_000 * 300_000 }

    /// The day alone, such as `Tuesday 24 November`.
    package func day(_ moment: Int64, language: String) -> String {
        day(ofMinutes: wallMinutes(moment), language: language)
    }

    private func wallMinutes(_ moment: Int64) -> Int64 { (moment + Int64(offset(at: moment)) * 1000 + 59_999) / 60_000 }

    private func day(ofMinutes minutes: Int64, language: String) -> String {
        let day = CalendarDay(number: minutes / 1440)
        let date = day.annual
        let names = Self.names[language] ?? Self.english
        let weekday = names.weekdays[Weekday.allCases.firstIndex(of: day.weekday) ?? 0]
        let month = names.months[date.month - 1]
        return switch language {
        case "de": "\(weekday), \(date.day). \(month)"
        case "fr": "\(weekday) \(date.day == 1 ? "1er" : "\(date.day)") \(month)"
        case "es": "\(weekday) \(date.day) de \(month)"
        default: "\(weekday) \(date.day) \(month)"
        }
    }

    private func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private struct Names: Sendable {
        var weekdays: [String]
        var months: [String]

        init(_ weekdays: String, _ months: String) {
            self.weekdays = weekdays.split(separator: " ").map(String.init)
            self.months = months.split(separator: " ").map(String.init)
        }
    }

    private static let english = Names(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "January February March April May June July August September October November December")

    private static let names = [
        "en": english,
        "de": Names(
            "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        "fr": Names(
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        "es": Names(
            "lunes martes miércoles jueves viernes sábado domingo",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    ]
}

extension TimeZone {
    /// A zone that keeps a distance from UTC, such as `+05:30`.
    fileprivate init?(offset: String) {
        let parts = offset.dropFirst().split(separator: ":").compactMap { Int($0) }
        guard let sign = offset.first, sign == "+" || sign == "-", parts.count == 2, (0...14).contains(parts[0]),
            (0..<60).contains(parts[1])
        else { return nil }
        self.init(secondsFromGMT: (parts[0] * 60 + parts[1]) * (sign == "-" ? -60 : 60))
    }
}
