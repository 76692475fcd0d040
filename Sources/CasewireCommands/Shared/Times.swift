import Calendars
import Foundation
import StageProtocol

/// Times as a person reads them: the day, the hour, and how far away that is.
struct Times: Sendable {
    let now: Timestamp
    let zone: TimeZone

    init(now: Timestamp, zone: TimeZone = .current) {
        self.now = now
        self.zone = zone
    }

    /// Times on a desk's own clock, as its customers are told them.
    init(now: Timestamp, onClockOf calendar: BusinessCalendar) {
        self.init(now: now, zone: TimeZone(identifier: calendar.zone) ?? .gmt)
    }

    /// What the clock is called: `Europe/Dublin`.
    var zoneName: String { zone.identifier }

    /// `Sat 22 Nov 14:05`, with the year where it is another one.
    func moment(_ moment: Timestamp) -> String {
        let parts = self.parts(moment)
        let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = names[((parts.weekday ?? 1) - 1) % 7]
        let year = parts.year == self.parts(now).year ? "" : " \(parts.year ?? 0)"
        return "\(day) \(parts.day ?? 0) \(months[((parts.month ?? 1) - 1) % 12])\(year) \(time(moment))"
    }

    /// A text with each moment that stands in it as programs write it, such as `2026-11-22T14:05:09Z`, as a person reads it.
    func spoken(in text: String) -> String {
        text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/) { match in
            Timestamp(String(match.output)).map(moment) ?? String(match.output)
        }
    }

    /// `14:05:09`
    func time(_ moment: Timestamp) -> String {
        let parts = self.parts(moment)
        return [parts.hour, parts.minute, parts.second].map { two($0 ?? 0) }.joined(separator: ":")
    }

    /// `in 2 h 5 min`, `3 min ago`.
    func away(_ moment: Timestamp) -> String {
        let distance = moment - now
        return distance >= .zero ? "in \(Self.span(distance))" : "\(Self.span(.zero - distance)) ago"
    }

    /// The two largest units: `3 d 4 h`, `2 h 5 min`, `45 s`, `120 ms`.
    static func span(_ span: Duration) -> String {
        let milliseconds = span.wholeMilliseconds
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        let seconds = milliseconds / 1000
        let units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
        guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0 s" }
        var text = "\(seconds / units[first].0) \(units[first].1)"
        if first + 1 < units.count {
            let rest = seconds % units[first].0 / units[first + 1].0
            if rest > 0 { text += " \(rest) \(units[first + 1].1)" }
        }
        return text
    }

    private func parts(_ moment: Timestamp) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.dateComponents(
            [.year, .month, .day, .weekday, .hour, .minute, .second],
            from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension JSON {
    /// The moment a text names.
    var moment: Timestamp? { string.flatMap { Timestamp($0) } }
}

extension Timestamp {
    /// The wall clock's time.
    static var current: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
