/// The opening hours of a run of days on the nominal line, where days have 24 hours and time never turns back; summed up,
/// so that a search among them takes no walk.
final class BusinessDays: Sendable {
    /// A stretch of time in which the desk is open.
    struct Span {
        var start: Int64
        var end: Int64
        /// Opening time of these days before it.
        var before: Int64
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
    /// The hours of each day as its calendar names them.
    private let hours: [[Range<Int64>]]

    /// - Parameter hours: of a day, in order, apart; those of one day may run into the next.
    init(run: Int64, hours: (Int64) -> [Range<Int64>]) {
        let first = run * BusinessDays.count
        self.first = first
        // What opened before these days may cover the beginning of their own hours.
        var covered = (1...2).flatMap { hours(first - $0) }.map(\.upperBound).max() ?? .min
        var (spans, total): ([Span], Int64) = ([], 0)
        self.hours = (0..<BusinessDays.count).map { hours(first + $0) }
        for span in self.hours.joined() where span.upperBound > covered {
            let start = max(span.lowerBound, covered)
            spans.append(Span(start: start, end: span.upperBound, before: total))
            total += span.upperBound - start
            covered = span.upperBound
        }
        self.spans = spans
        self.total = total
    }

    /// The hours of one of these days.
    func hours(on day: Int64) -> [Range<Int64>] { hours[Int(day - first)] }

    /// The place of the first span that ends after a nominal time; the number of spans where there is none.
    func firstIndex(endingAfter nominal: Int64) -> Int { place { $0.end > nominal } }

    /// The nominal time by which so much opening time of these days has passed, counted from their beginning.
    func time(after work: Int64) -> Int64 {
        let span = spans[place { $0.before + ($0.end - $0.start) >= work }]
        return span.start + work - span.before
    }

    /// The first span that has what all behind it have, too.
    private func place(_ holds: (Span) -> Bool) -> Int {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(spans[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
