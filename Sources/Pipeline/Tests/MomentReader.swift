package import Calendars
package import StageProtocol

/// Reads the moments of a test, in the time of the desk: `2026-03-02 23:10`, `tuesday 09:20`, `09:20`.
///
/// A day of the week and a time of day mean the first such moment that is not before another one.
package struct MomentReader: Sendable {
    private let calendar: BusinessCalendar
    private let zone: SpokenTime

    package init(_ calendar: BusinessCalendar) {
        self.calendar = calendar
        zone = SpokenTime(zone: calendar.zone)
    }

    /// - Returns: nil where the text is no moment; also for an hour that the clocks skip.
    package func moment(_ text: String, notBefore base: Timestamp?) -> Timestamp? {
        let words = text.split(separator: " ")
        guard let time = words.last.flatMap(timeOfDay), words.count <= 2 else { return nil }
        if words.count == 2, let day = CalendarDay(String(words[0])) { return moment(day, time) }
        guard let base else { return nil }
        let weekday = words.count == 2 ? Weekday(rawValue: words[0].lowercased()) : nil
        guard words.count == 1 || weekday != nil else { return nil }
        let first = calendar.day(at: base.milliseconds)
        return (0...8).lazy.map { first.advanced(by: $0) }
            .filter { weekday == nil || $0.weekday == weekday }
            .compactMap { moment($0, time) }.first { $0 >= base }
    }

    /// A moment a span later; business time is the desk's.
    package func moment(_ span: TimeSpan, after base: Timestamp) -> Timestamp {
        Timestamp(milliseconds: calendar.moment(span, after: base.milliseconds))
    }

    private func moment(_ day: CalendarDay, _ time: Int64) -> Timestamp? {
        let wall = day.number * 86_400_000 + time
        // The offset at the moment itself; a guess from the wall time is out by a change of the clocks at most.
        var moment = wall - offset(at: wall)
        moment = wall - offset(at: moment)
        return moment + offset(at: moment) == wall ? Timestamp(milliseconds: moment) : nil
    }

    private func offset(at moment: Int64) -> Int64 { Int64(zone.offset(at: moment)) * 1000 }

    /// Milliseconds since midnight.
    private func timeOfDay(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }) else { return nil }
        let numbers = parts.compactMap { Int64($0) }
        guard numbers.count == parts.count, (0..<24).contains(numbers[0]),
            numbers.dropFirst().allSatisfy({ (0..<60).contains($0) })
        else { return nil }
        return ((numbers[0] * 60 + numbers[1]) * 60 + (numbers.count == 3 ? numbers[2] : 0)) * 1000
    }
}
