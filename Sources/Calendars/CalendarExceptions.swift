/// The days that differ from the week: closed, half days, and days open beyond it.
package struct CalendarExceptions: Sendable, Hashable {
    /// Closed days with what they are called, by date.
    package var closed: [CalendarDay: String]
    /// Closed days with what they are called, every year.
    package var closedEveryYear: [AnnualDay: String]
    /// The hours of half days and extra days, by date; they stand in the place of the week's.
    package var otherHours: [CalendarDay: [OpeningHours]]
    /// The hours of half days and extra days, every year.
    package var otherHoursEveryYear: [AnnualDay: [OpeningHours]]

    package init(
        closed: [CalendarDay: String] = [:], closedEveryYear: [AnnualDay: String] = [:],
        otherHours: [CalendarDay: [OpeningHours]] = [:], otherHoursEveryYear: [AnnualDay: [OpeningHours]] = [:]
    ) {
        self.closed = closed
        self.closedEveryYear = closedEveryYear
        self.otherHours = otherHours
        self.otherHoursEveryYear = otherHoursEveryYear
    }

    /// The hours the day has instead of its week's, none for a closed day, nil for a day like any other. A date
    /// overrules what holds every year.
    func hours(on day: CalendarDay) -> [OpeningHours]? {
        if isEmpty { return nil }
        if closed[day] != nil { return [] }
        if let hours = otherHours[day] { return hours }
        if closedEveryYear[day.annual] != nil { return [] }
        return otherHoursEveryYear[day.annual]
    }

    /// Why a day is closed; nil for a day that is not closed by name.
    package func name(ofClosed day: CalendarDay) -> String? {
        if let name = closed[day] { return name }
        return otherHours[day] == nil ? closedEveryYear[day.annual] : nil
    }

    /// Whether hours of its own are set for a day.
    package func hasOtherHours(on day: CalendarDay) -> Bool {
        otherHours[day] != nil || otherHoursEveryYear[day.annual] != nil
    }

    private var isEmpty: Bool {
        closed.isEmpty && closedEveryYear.isEmpty && otherHours.isEmpty && otherHoursEveryYear.isEmpty
    }

    /// Whether no date is left that a weekday's hours could fall on.
    var closesEveryYearWhole: Bool {
        let others = otherHoursEveryYear.filter { !$0.value.isEmpty && closedEveryYear[$0.key] == nil }
        let replaced = Set(closedEveryYear.keys).union(otherHoursEveryYear.keys)
        // A leap day alone would leave years without an open day, so it does not count as one that is left.
        return replaced.subtracting([AnnualDay(month: 2, day: 29)]).count == 365 && others.isEmpty
    }

    func sorted() throws(CalendarError) -> CalendarExceptions {
        var sorted = self
        for (day, hours) in otherHours { sorted.otherHours[day] = try OpeningHours.sorted(hours, on: "\(day)") }
        for (day, hours) in otherHoursEveryYear {
            sorted.otherHoursEveryYear[day] = try OpeningHours.sorted(hours, on: "\(day)")
        }
        return sorted
    }
}

extension OpeningHours {
    /// The stretches of one day in order.
    static func sorted(_ hours: [OpeningHours], on day: String) throws(CalendarError) -> [OpeningHours] {
        let sorted = hours.sorted { $0.opens < $1.opens }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where later.opens < earlier.closes {
            throw .overlap(day: day, first: earlier, second: later)
        }
        return sorted
    }
}

/// Why no calendar can be made of what was given.
package enum CalendarError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownZone(String)
    case overlap(day: String, first: OpeningHours, second: OpeningHours)
    case neverOpen

    package var description: String {
        switch self {
        case .unknownZone(let name): "there is no time zone \"\(name)\"; write a name such as Europe/Dublin"
        case .overlap(let day, let first, let second): "the hours \(first) and \(second) of \(day) overlap"
        case .neverOpen: "the desk is never open; give at least one day of the week its hours"
        }
    }
}
