import Calendars
import StageProtocol

/// Counts by day on the desk's clock, to be told by week or by month.
package struct Days<Count: Sendable>: Sendable {
    private var counts: [Int64: Count] = [:]

    package init() {}

    package subscript(day day: Int64, default none: @autoclosure () -> Count) -> Count {
        get { counts[day] ?? none() }
        set { counts[day] = newValue }
    }

    /// Hands out every day with something, in no order.
    func each(_ body: (Int64, Count) -> Void) { for (day, count) in counts { body(day, count) } }

    /// Whether it is told by months, and not by weeks.
    private var isLong: Bool { (counts.keys.max() ?? 0) - (counts.keys.min() ?? 0) > 7 * 26 }

    /// What is taken together: `week`, told by its Monday, or `month`.
    var period: String { isLong ? "month" : "week" }

    /// All days with something, taken together by what they are told as.
    func periods(_ join: (Count, Count) -> Count, none: Count) -> [(label: String, count: Count)] {
        guard let first = counts.keys.min(), let last = counts.keys.max() else { return [] }
        var periods: [(start: CalendarDay, count: Count)] = []
        for number in first...last {
            let day = CalendarDay(number: number)
            let start = isLong ? day.startOfMonth : day.startOfWeek
            if periods.last?.start != start { periods.append((start, none)) }
            guard let count = counts[number] else { continue }
            periods[periods.count - 1].count = join(periods[periods.count - 1].count, count)
        }
        return periods.map { (isLong ? String($0.start.description.prefix(7)) : $0.start.description, $0.count) }
    }
}

extension Days<Int> {
    /// Several lines of counts under the same labels, those included on which nothing came.
    static func together(_ lines: [Days<Int>]) -> [(label: String, counts: [Int])] {
        let none = Array(repeating: 0, count: lines.count)
        var all = Days<[Int]>()
        for (index, line) in lines.enumerated() {
            line.each { all[day: $0, default: none][index] += $1 }
        }
        return all.periods({ zip($0, $1).map(+) }, none: none).map { ($0.label, $0.count) }
    }
}

extension CalendarDay {
    fileprivate var startOfMonth: CalendarDay {
        let day = description.split(separator: "-").last.flatMap { Int64($0) } ?? 1
        return advanced(by: 1 - day)
    }

    /// Its Monday: 1970 began on a Thursday.
    fileprivate var startOfWeek: CalendarDay { advanced(by: -(((number + 3) % 7 + 7) % 7)) }
}

extension BusinessCalendar {
    /// The day that the desk's clock shows, counted from 1970.
    func day(_ moment: Timestamp) -> Int64 {
        let nominal = nominal(at: moment.milliseconds)
        return nominal >= 0 ? nominal / 86_400_000 : (nominal - 86_399_999) / 86_400_000
    }

    /// The hour that the desk's clock shows.
    func hour(_ moment: Timestamp) -> Int {
        Int(((nominal(at: moment.milliseconds) % 86_400_000 + 86_400_000) % 86_400_000) / 3_600_000)
    }

    /// The month that the desk's clock shows, counted from the year 0.
    func month(_ moment: Timestamp) -> Int { CalendarDay(number: day(moment)).month }
}
