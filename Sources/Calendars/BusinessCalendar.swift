import Foundation

/// When the desk is open: the hours of the week in a time zone, with the days that are closed or have other hours.
///
/// Moments are milliseconds since 1970 in UTC; opening intervals are half-open. Working time is nominal: a day counts
/// the hours its calendar names, also when the clock is changed on it (a Sunday of 25 hours, open all day, counts 24).
/// A stretch past midnight belongs to the day on which it opens, and stays open though the next day is closed.
///
/// A value that never changes; it is a class since each clock has it, and what it is made of is much.
package final class BusinessCalendar: Sendable, Hashable {
    /// The hours of one day of the week; a day without an entry is closed.
    package typealias Week = [Weekday: [OpeningHours]]

    /// The IANA name of the time zone.
    package let zone: String
    package let week: Week
    package let exceptions: CalendarExceptions
    private let clock: WallClock
    private let businessDays = Cached<BusinessDays>()

    /// - Throws: `CalendarError` for a zone that is not known, stretches of one day that overlap, and a calendar that
    ///   is never open.
    package init(zone: String, week: Week, exceptions: CalendarExceptions = CalendarExceptions()) throws(CalendarError)
    {
        guard let timeZone = TimeZone(identifier: zone) else { throw .unknownZone(zone) }
        self.zone = zone
        clock = WallClock(zone: timeZone)
        var sorted: Week = [:]
        for day in Weekday.allCases {
            sorted[day] = try OpeningHours.sorted(week[day] ?? [], on: day.rawValue)
        }
        self.week = sorted.filter { !$0.value.isEmpty }
        self.exceptions = try exceptions.sorted()
        guard !self.week.isEmpty, !exceptions.closesEveryYearWhole else { throw .neverOpen }
    }

    package static func == (left: BusinessCalendar, right: BusinessCalendar) -> Bool {
        left === right
            || (left.zone == right.zone && left.week == right.week && left.exceptions == right.exceptions)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(zone)
        hasher.combine(week)
        hasher.combine(exceptions)
    }

    /// What the desk's clock on the wall shows, as milliseconds since 1970 as if it were UTC.
    package func nominal(at moment: Int64) -> Int64 { clock.nominal(at: bounded(moment)) }

    /// Whether the desk is open at the moment.
    package func isOpen(at moment: Int64) -> Bool {
        running(at: clock.nominal(at: bounded(moment))) != nil
    }

    /// The moment itself where the desk is open, otherwise the next opening.
    package func nextOpen(after moment: Int64) -> Int64 {
        let moment = bounded(moment)
        let nominal = clock.nominal(at: moment)
        for span in spans(from: nominal) {
            let opening = span.start <= nominal ? moment : clock.moment(of: span.start)
            // Hours that the clock skips whole are over at the moment they begin.
            if clock.nominal(at: opening) < span.end { return opening }
        }
        return clock.moment(of: horizon(of: nominal))
    }

    /// The first moment by which so many milliseconds of opening hours have passed; no time from a moment out of hours
    /// is the next opening.
    package func add(working milliseconds: Int64, to moment: Int64) -> Int64 {
        let moment = bounded(moment)
        guard milliseconds > 0 else { return nextOpen(after: moment) }
        let nominal = clock.nominal(at: moment)
        var remaining = milliseconds
        for run in runs(from: nominal) {
            let passed = worked(in: run, until: nominal)
            if remaining <= run.total - passed { return clock.moment(of: run.time(after: passed + remaining)) }
            remaining -= run.total - passed
        }
        return clock.moment(of: horizon(of: nominal))
    }

    /// Milliseconds of opening hours in the half-open range; none where it is empty.
    package func working(between start: Int64, and end: Int64) -> Int64 {
        let (start, end) = (clock.nominal(at: bounded(start)), clock.nominal(at: bounded(end)))
        guard start < end else { return 0 }
        var total: Int64 = 0
        for run in runs(from: start) {
            if run.first * BusinessDays.dayLength >= end { break }
            total += worked(in: run, until: end) - worked(in: run, until: start)
        }
        return total
    }

    /// The close of the business day the moment falls in; before opening that day's, after closing the next one's.
    package func endOfBusinessDay(after moment: Int64) -> Int64 {
        let moment = bounded(moment)
        let nominal = clock.nominal(at: moment)
        let yesterday = dayNumber(nominal) - 1
        for run in runs(fromDay: yesterday) {
            let days = run.days[run.firstIndex(ofDay: yesterday)...]
            if let day = days.first(where: { $0.closes > nominal }) { return clock.moment(of: day.closes) }
        }
        return moment
    }

    /// The same time of day on the next business day, moved into that day's hours where the desk is closed then:
    /// forward to an opening, or back to the close when there is none any more.
    package func sameTimeNextBusinessDay(after moment: Int64) -> Int64 { add(businessDays: 1, to: moment) }

    /// The same time of day, so many business days on; none from a moment out of hours is the next opening.
    package func add(businessDays count: Int, to moment: Int64) -> Int64 {
        let moment = bounded(moment)
        guard count > 0 else { return nextOpen(after: moment) }
        let nominal = clock.nominal(at: moment)
        // After midnight the hours that are running may be yesterday's.
        let current = running(at: nominal)?.day ?? dayNumber(nominal)
        let timeOfDay = nominal - current * BusinessDays.dayLength
        var left = count
        for run in runs(fromDay: current + 1) {
            let days = run.days[run.firstIndex(ofDay: current + 1)...]
            guard left <= days.count else {
                left -= days.count
                continue
            }
            let day = days[days.startIndex + left - 1]
            let wanted = day.number * BusinessDays.dayLength + timeOfDay
            let hours = day.hours.first(where: { $0.upperBound > wanted })
            return clock.moment(of: hours.map { max($0.lowerBound, wanted) } ?? day.closes)
        }
        return clock.moment(of: horizon(of: nominal))
    }

    /// The moment a span of any kind ends.
    package func moment(_ span: TimeSpan, after moment: Int64) -> Int64 {
        switch span {
        case .elapsed(let length): bounded(moment) + max(0, length)
        case .business(let length): add(working: length, to: moment)
        case .businessDays(let days): add(businessDays: days, to: moment)
        }
    }

    /// The day of the desk's zone at the moment, for looking up a date.
    package func day(at moment: Int64) -> CalendarDay {
        CalendarDay(number: dayNumber(clock.nominal(at: bounded(moment))))
    }

    /// The hours of one day, after closed days and other hours.
    package func hours(on day: CalendarDay) -> [OpeningHours] {
        exceptions.hours(on: day) ?? week[day.weekday] ?? []
    }
}

// Everything below is on the nominal line, where days have 24 hours and time never turns back.
extension BusinessCalendar {
    /// Days after which a search gives up; 400 years hold every combination of dates and weekdays.
    private static let patience: Int64 = 146_097

    private func horizon(of nominal: Int64) -> Int64 {
        nominal + BusinessCalendar.patience * BusinessDays.dayLength
    }

    /// A moment within the years 1 to 9999, so that no later sum overflows.
    private func bounded(_ moment: Int64) -> Int64 { min(max(moment, -62_135_596_800_000), 253_402_300_799_999) }

    private func dayNumber(_ nominal: Int64) -> Int64 { nominal.floorDivided(by: BusinessDays.dayLength) }

    private func run(number: Int64) -> BusinessDays {
        businessDays.value(number) { number in
            BusinessDays(run: number) { day in
                let start = day * BusinessDays.dayLength
                return hours(on: CalendarDay(number: day)).map {
                    start + Int64($0.opens) * 60_000..<start + Int64($0.closes) * 60_000
                }
            }
        }
    }

    /// Runs of days in order, the first with what may be open at a nominal time, for 400 years.
    private func runs(from nominal: Int64) -> some Sequence<BusinessDays> {
        // What opened yesterday may still be open.
        runs(fromDay: dayNumber(nominal) - 1)
    }

    /// Runs of days in order, the first with this day, for 400 years.
    private func runs(fromDay day: Int64) -> some Sequence<BusinessDays> {
        let first = day.floorDivided(by: BusinessDays.count)
        return (first...(first + BusinessCalendar.patience / BusinessDays.count)).lazy.map { self.run(number: $0) }
    }

    /// Opening spans that end after a nominal time.
    private func spans(from nominal: Int64) -> some Sequence<BusinessDays.Span> {
        runs(from: nominal).lazy.flatMap { run in run.spans[run.firstIndex(endingAfter: nominal)...] }
    }

    /// Opening time of a run of days that has passed by a nominal time.
    private func worked(in run: BusinessDays, until nominal: Int64) -> Int64 {
        let index = run.firstIndex(endingAfter: nominal)
        guard index < run.spans.count else { return run.total }
        return run.spans[index].before + max(0, nominal - run.spans[index].start)
    }

    /// The opening span that is running; nil where the desk is closed.
    private func running(at nominal: Int64) -> BusinessDays.Span? {
        for run in runs(from: nominal) {
            let place = run.firstIndex(endingAfter: nominal)
            if place < run.spans.count { return run.spans[place].start <= nominal ? run.spans[place] : nil }
        }
        return nil
    }
}

extension BusinessCalendar {
    /// The moment at which the desk's own clock shows a day and a time, both in numbers.
    package func moment(nominal: Int64) -> Int64 { clock.moment(of: nominal) }
}
