/// A day of the proleptic Gregorian calendar, for reviews.
package struct ReviewDate: Sendable, Hashable, Comparable, LosslessStringConvertible {
    /// Days since 1970-01-01.
    package let days: Int

    /// The day, in UTC, of a moment in milliseconds since 1970.
    package init(millisecondsSince1970 milliseconds: Int64) {
        days = Int(milliseconds / 86_400_000) - (milliseconds % 86_400_000 < 0 ? 1 : 0)
    }

    /// The day of a year, a month that may lie beyond twelve, and a day of it (the month's last at most).
    package init(year: Int, month: Int, day: Int) {
        let months = year * 12 + month - 1
        let (year, month) = (months / 12, months % 12 + 1)
        days = Self.daysBefore(year: year, month: month) + min(day, Self.length(ofMonth: month, year: year)) - 1
    }

    /// A day written `2026-11-22`.
    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year >= 1,
            (1...12).contains(month), (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (left: ReviewDate, right: ReviewDate) -> Bool { left.days < right.days }

    package var description: String {
        let (year, month, day) = civil
        return [(year, 4), (month, 2), (day, 2)].map { number, width in
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }.joined(separator: "-")
    }

    /// The day an interval such as `6 months` or `90 days` later, nil when the words name none.
    package func adding(_ interval: String) -> ReviewDate? {
        let words = interval.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), (1...1000).contains(count) else { return nil }
        let (year, month, day) = civil
        switch words[1] {
        case "day", "days": return ReviewDate(days: days + count)
        case "week", "weeks": return ReviewDate(days: days + count * 7)
        case "month", "months": return ReviewDate(year: year, month: month + count, day: day)
        case "year", "years": return ReviewDate(year: year + count, month: month, day: day)
        default: return nil
        }
    }

    private init(days: Int) { self.days = days }

    private var civil: (year: Int, month: Int, day: Int) {
        var year = 1970 + Int((Double(days) / 365.2425).rounded(.down))
        if days >= Self.daysBefore(year: year + 1, month: 1) { year += 1 }
        if days < Self.daysBefore(year: year, month: 1) { year -= 1 }
        let month = (1...12).last { Self.daysBefore(year: year, month: $0) <= days } ?? 1
        return (year, month, days - Self.daysBefore(year: year, month: month) + 1)
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private static func daysBefore(year: Int, month: Int) -> Int {
        let past = year - 1
        let inYears = past * 365 + past / 4 - past / 100 + past / 400 - 719_162
        return inYears + (1..<month).reduce(0) { $0 + length(ofMonth: $1, year: year) }
    }
}
