import CIcal
package import Calendars

/// The days that a calendar file (iCalendar, RFC 5545) names: what an authority or a shop publishes as its holidays.
package struct HolidayCalendar: Sendable, Hashable {
    /// A day with what it is called.
    package struct Holiday: Sendable, Hashable {
        package var day: CalendarDay
        package var name: String

        /// A day with a name.
        package init(day: CalendarDay, name: String) {
            self.day = day
            self.name = name
        }
    }

    /// Whole days, by date; an event of several days is as many of them.
    package private(set) var holidays: [Holiday] = []
    /// What the file has besides whole days: events with hours, that a person must look at.
    package private(set) var others: [Holiday] = []

    /// Files beyond this are no list of holidays.
    private static let mostBytes = 8 << 20
    private static let mostDays = 10_000

    /// Reads a file, with what comes back every year, for a range of days.
    /// - Throws: `HolidayError` where it is no calendar file.
    package init(_ bytes: [UInt8], from first: CalendarDay, through last: CalendarDay) throws(HolidayError) {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge }
        let text = bytes.filter { $0 != 0 } + [0]
        let root = unsafe text.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { unsafe icalparser_parse_string($0.baseAddress) }
        }
        guard let root = unsafe root else { throw .unreadable }
        defer { unsafe icalcomponent_free(root) }
        var collected = Collected(first: first, last: last, left: Self.mostDays)
        let isCalendar = unsafe Self.read(root, &collected)
        guard isCalendar else { throw .unreadable }
        holidays = Self.sorted(collected.holidays)
        others = Self.sorted(collected.others)
    }

    /// - Returns: whether there is a calendar in it.
    private static func read(_ component: OpaquePointer, _ collected: inout Collected) -> Bool {
        switch unsafe icalcomponent_isa(component) {
        case ICAL_VEVENT_COMPONENT:
            unsafe collected.read(event: component)
            return false
        case let kind:
            var isCalendar = kind == ICAL_VCALENDAR_COMPONENT
            var inner = unsafe icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT)
            while let part = unsafe inner {
                if unsafe read(part, &collected) { isCalendar = true }
                unsafe inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)
            }
            return isCalendar
        }
    }

    /// In order of dates, each day with the same name once.
    private static func sorted(_ holidays: [Holiday]) -> [Holiday] {
        Set(holidays).sorted { ($0.day, $0.name) < ($1.day, $1.name) }
    }
}

/// What has been found so far.
private struct Collected {
    let first: CalendarDay
    let last: CalendarDay
    /// How many days may still be added: a rule can name a day for every second.
    var left: Int
    var holidays: [HolidayCalendar.Holiday] = []
    var others: [HolidayCalendar.Holiday] = []

    private static let day: time_t = 86_400

    mutating func read(event: OpaquePointer) {
        guard unsafe icalcomponent_get_status(event) != ICAL_STATUS_CANCELLED else { return }
        let start = unsafe icalcomponent_get_dtstart(event)
        guard unsafe icaltime_is_null_time(start) == 0, unsafe icaltime_is_valid_time(start) != 0 else { return }
        unsafe dropHastyRules(of: event)
        let length = unsafe days(of: event, from: start)
        let name = unsafe icalcomponent_get_summary(event).map { unsafe String(cString: $0) } ?? ""
        var spans = Spans()
        // From long before, so that what began then and goes on is seen.
        unsafe withUnsafeMutablePointer(to: &spans) { pointer in
            unsafe icalcomponent_foreach_recurrence(
                event, time(of: first.advanced(by: -400)), time(of: last.advanced(by: 1)),
                { _, span, data in
                    guard let span = unsafe span, let spans = unsafe data?.assumingMemoryBound(to: Spans.self) else {
                        return
                    }
                    unsafe spans.pointee.add(span.pointee.start)
                }, pointer)
        }
        for first in spans.all { add(first, length, name, isWholeDay: unsafe start.is_date != 0) }
    }

    /// Rules by the hour, the minute or the second name no days, and take long to follow.
    private func dropHastyRules(of event: OpaquePointer) {
        while let rule = unsafe icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) {
            let frequency = unsafe icalproperty_get_rrule(rule).freq
            guard frequency.rawValue < ICAL_DAILY_RECURRENCE.rawValue else { return }
            unsafe icalcomponent_remove_property(event, rule)
            unsafe icalproperty_free(rule)
        }
    }

    /// The days that a whole-day event takes: its end is the day after its last.
    private func days(of event: OpaquePointer, from start: icaltimetype) -> Int64 {
        let end = unsafe icalcomponent_get_dtend(event)
        guard unsafe start.is_date != 0, unsafe icaltime_is_null_time(end) == 0,
            let first = unsafe CalendarDay(year: Int(start.year), month: Int(start.month), day: Int(start.day)),
            let last = unsafe CalendarDay(year: Int(end.year), month: Int(end.month), day: Int(end.day))
        else { return 1 }
        return max(1, last.number - first.number)
    }

    /// The first second of a day, in UTC, as dates without a zone are reckoned.
    private func time(of day: CalendarDay) -> icaltimetype {
        unsafe icaltime_from_timet_with_zone(time_t(day.number) * Self.day, 1, icaltimezone_get_utc_timezone())
    }

    private mutating func add(_ time: time_t, _ length: Int64, _ name: String, isWholeDay: Bool) {
        let start = Int64(time / Self.day)
        for number in start..<(start + min(length, 400)) where left > 0 {
            let day = CalendarDay(number: number)
            guard first <= day, day <= last else { continue }
            left -= 1
            let holiday = HolidayCalendar.Holiday(day: day, name: name.isEmpty ? "closed" : name)
            if isWholeDay { holidays.append(holiday) } else { others.append(holiday) }
        }
    }
}

/// When an event begins, each time.
private struct Spans {
    private(set) var all: [time_t] = []

    mutating func add(_ start: time_t) { if all.count < 10_000, start >= 0 { all.append(start) } }
}

/// Why no holidays could be read.
package enum HolidayError: Error, Sendable, Hashable, CustomStringConvertible {
    case unreadable
    case tooLarge

    package var description: String {
        switch self {
        case .unreadable: "it is no calendar file (iCalendar, usually .ics)"
        case .tooLarge: "it is larger than 8 MiB, which no list of holidays is"
        }
    }
}
