import Calendars

/// How often an alarm may be false, and what that means for each look.
struct Alarms: Sendable, Hashable {
    /// At most one false alarm in so many hours.
    var every: Double

    /// Fewer cases are no spike, however seldom they are.
    static let fewest = 5

    /// Each hour is looked at as long as it lasts and once more within the next, again with every case that comes: about as
    /// much as this many looks of which none has to do with the others. Found by simulation; see docs/early-warning.md.
    static let looks = 2.0

    /// How likely what is seen may be at most, for an alarm.
    func threshold(topics: Int) -> Double { 1 / (every * Self.looks * Double(topics)) }

    /// Whether somebody must be told.
    func alarms(_ sighting: Baseline.Sighting, topics: Int) -> Bool {
        sighting.count >= Self.fewest && sighting.probability < threshold(topics: topics)
    }
}
