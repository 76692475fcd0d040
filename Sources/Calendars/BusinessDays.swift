/// The opening hours of a run of days on the nominal line, where days have 24 hours and time never turns back; summed up,
/// so that a search among them takes no walk.
final class BusinessDays: Sendable {
    /// A stretch of time in which the desk is open.
    struct Span {
        var start: Int64
        var end: Int64
        /// Opening time of these days before it.
        var before: Int64
        /// The number of the day on which it opens.
        var day: Int64
    }

    /// A day on which the desk opens.
    struct Day {
        var number: Int64
        /// Its hours as the calendar names them: not empty, in order, apart.
        var hours: [Range<Int64>]
        var closes: Int64
    }

    /// Days that are looked up at once.
    static let count: Int64 = 256
    static let dayLength: Int64 = 86_400_000

    /// The number of the first day.
    let first: Int64
    /// In order, none overlapping another; those that touch stay apart, since a desk that never closes would otherwise be
    /// one span without an end. A span belongs to the day on which it opens.
    let spans: [Span]
    /// The opening time of all of them.
    let total: Int64
    /// Those on which the desk opens, in order.
    let days: [Day]

    /// - Parameter hours: of a day, in order, apart; those of one day may run into the next.
    init(run: Int64, hours: (Int64) -> [Range<Int64>]) {
        let first = run * BusinessDays.count
        self.first = first
        // What opened before these days may cover the beginning of their own hours.
        var covered = (1...2).flatMap { hours(first - $0) }.map(\.upperBound).max() ?? .min
        var (spans, total): ([Span], Int64) = ([], 0)
        days = (first..<first + BusinessDays.count).compactMap { number in
            let hours = hours(number)
            return hours.last.map { Day(number: number, hours: hours, closes: $0.upperBound) }
        }
        for day in days {
            for span in day.hours where span.upperBound > covered {
                let start = max(span.lowerBound, covered)
                spans.append(Span(start: start, end: span.upperBound, before: total, day: day.number))
                total += span.upperBound - start
                covered = span.upperBound
            }
        }
        self.spans = spans
        self.total = total
    }

    /// The place of the first span that ends after a nominal time; the number of spans where there is none.
    func firstIndex(endingAfter nominal: Int64) -> Int { place(in: spans) { $0.end > nominal } }

    /// The place of the first day with a number of at least this; the number of days where there is none.
    func firstIndex(ofDay number: Int64) -> Int { place(in: days) { $0.number >= number } }

    /// The nominal time by which so much opening time of these days has passed, counted from their beginning.
    func time(after work: Int64) -> Int64 {
        let span = spans[place(in: spans) { $0.before + ($0.end - $0.start) >= work }]
        return span.start + work - span.before
    }

    /// The first element that has what all behind it have, too.
    private func place<Element>(in elements: [Element], _ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(elements[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
