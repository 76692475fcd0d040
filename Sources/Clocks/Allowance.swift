import Calendars

/// How much time a clock has, and what counts as time.
struct Allowance: Sendable, Hashable {
    /// The end of it where nothing pauses it; nil where nobody has set one.
    enum End: Sendable, Hashable {
        case span(TimeSpan)
        case moment(Int64)
        case none
    }

    /// When to speak up before the end.
    enum Warning: Sendable, Hashable {
        /// After this share of the time.
        case share(Double)
        /// So many milliseconds of working time before the end.
        case before(Int64)
    }

    var end: End
    var warning: Warning?

    static func span(_ span: TimeSpan, warn: Warning? = nil) -> Allowance { Allowance(end: .span(span), warning: warn) }

    /// Whether its time passes only while the desk is open.
    var isCountedInHours: Bool {
        if case .span(let span) = end { span.milliseconds == nil } else { end != .none }
    }
}

/// The time of one clock, on one calendar: when it is up, when to warn, how much is left, with the time that did not count
/// taken out.
///
/// A span of business days that was interrupted goes on with the opening hours that it had left.
struct Reckoner {
    let calendar: BusinessCalendar
    let start: Int64
    let allowance: Allowance
    /// Spans that do not count, in order, apart, over.
    let pauses: [Range<Int64>]
    /// Since when the clock stands, if it does.
    let pausedSince: Int64?

    private let whole: Int64?
    /// When the time is up, or would be if the clock that stands went on at once; nil where there is no end.
    private(set) var due: Int64?

    init(
        _ calendar: BusinessCalendar, start: Int64, _ allowance: Allowance, pauses: [Range<Int64>], pausedSince: Int64?
    ) {
        self.calendar = calendar
        self.start = start
        self.allowance = allowance
        self.pauses = pauses
        self.pausedSince = pausedSince
        whole =
            switch allowance.end {
            case .span(let span): calendar.moment(span, after: start)
            case .moment(let moment): moment
            case .none: nil
            }
        due = whole.map { shifted($0) }
    }

    /// When to speak up.
    var warns: Int64? {
        guard let whole, let due, let warning = allowance.warning else { return nil }
        switch warning {
        case .share(let share):
            let total = length(from: start, to: whole)
            // Where no working time is left to share, the clock on the wall decides.
            guard total > 0 else { return start + Int64(Double(max(0, whole - start)) * share) }
            return min(shifted(add(Int64(Double(total) * share), to: start)), due)
        case .before(let length):
            let working = calendar.working(between: start, and: due)
            guard working > length else { return start }
            return min(calendar.add(working: working - length, to: start), due)
        }
    }

    /// Milliseconds that are left at a moment, in opening hours where those count.
    func left(at moment: Int64) -> Int64? {
        due.map { max(0, length(from: min(max(moment, start), pausedSince ?? .max), to: $0)) }
    }

    /// A moment later by what did not count.
    private func shifted(_ moment: Int64) -> Int64 {
        pauses.reduce(moment) { end, pause in
            pause.lowerBound < end ? add(length(from: pause.lowerBound, to: end), to: pause.upperBound) : end
        }
    }

    private func length(from start: Int64, to end: Int64) -> Int64 {
        guard start < end else { return 0 }
        return allowance.isCountedInHours ? calendar.working(between: start, and: end) : end - start
    }

    private func add(_ length: Int64, to moment: Int64) -> Int64 {
        allowance.isCountedInHours ? calendar.add(working: length, to: moment) : moment + length
    }
}
