import StageProtocol

/// What has been counted since the broker was started. It follows from what was observed in beats that are on disk, and from
/// nothing else.
package struct Tally: Sendable {
    /// What came of the deliveries of one stage.
    package struct Stage: Sendable {
        /// Deliveries by how they ended: `done`, `retry`, `dead`, `put-back`.
        package internal(set) var results: [String: Int] = [:]
        /// From when a message could be worked until a stage began.
        package internal(set) var wait = Histogram()
        /// From when it began until it answered, or its lease ended.
        package internal(set) var work = Histogram()
        var finished = LastMinute()
        var failed = LastMinute()
    }

    /// What came in, by the way and what became of it.
    struct Arrival: Hashable {
        let via: String
        let state: String
    }

    /// How deliveries end.
    static let results = ["done", "retry", "dead", "put-back"]

    /// Since when it counts.
    let since: Timestamp
    package private(set) var stages: [String: Stage] = [:]
    private(set) var arrivals: [Arrival: Int] = [:]
    private(set) var texts: [String: Int] = [:]
    /// Standards by name: how often met, how often missed.
    private(set) var standards: [String: (met: Int, missed: Int)] = [:]

    init(since: Timestamp) { self.since = since }

    /// Counts what a beat has brought about, once it is on disk.
    mutating func count(_ actions: [Action]) {
        for case .observe(let observation) in actions { count(observation) }
    }

    private mutating func count(_ seen: Observation) {
        switch seen.what {
        case "done", "retry", "dead", "put-back": Self.count(seen, in: &stages[seen.stage, default: Stage()])
        case "opened", "followed_up", "duplicate", "parked":
            arrivals[Arrival(via: seen.type ?? "", state: seen.what), default: 0] += 1
        case "text": texts[seen.code ?? "", default: 0] += 1
        case "met": standards[seen.type ?? "", default: (0, 0)].met += 1
        case "missed": standards[seen.type ?? "", default: (0, 0)].missed += 1
        default: break
        }
    }

    private static func count(_ seen: Observation, in stage: inout Stage) {
        stage.results[seen.what, default: 0] += 1
        if let wait = seen.wait_ms { stage.wait.add(wait) }
        if let work = seen.work_ms { stage.work.add(work) }
        switch seen.what {
        case "done": stage.finished.add(at: seen.at)
        case "retry", "dead": stage.failed.add(at: seen.at)
        default: break
        }
    }
}

/// How long things took, counted by bounds.
package struct Histogram: Sendable {
    /// The upper bounds, in milliseconds.
    package static let bounds: [Int64] = [
        5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 1_800_000,
    ]

    package private(set) var count = 0
    package private(set) var sum: Int64 = 0
    /// How many are within each bound and in none below it; the last are beyond all bounds.
    private var counts = [Int](repeating: 0, count: bounds.count + 1)

    mutating func add(_ milliseconds: Int64) {
        count += 1
        sum += milliseconds
        counts[Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count] += 1
    }

    /// How many took no longer than each bound.
    package var cumulative: [Int] {
        counts.dropLast().reduce(into: []) { $0.append(($0.last ?? 0) + $1) }
    }
}

/// How often something happened within the last minute, by seconds.
struct LastMinute {
    private var seconds = [Int64](repeating: .min, count: 60)
    private var counts = [Int](repeating: 0, count: 60)

    mutating func add(at moment: Timestamp) {
        let second = moment.milliseconds / 1000
        let place = Int(abs(second % 60))
        if seconds[place] != second { (seconds[place], counts[place]) = (second, 0) }
        counts[place] += 1
    }

    func count(now: Timestamp) -> Int {
        let second = now.milliseconds / 1000
        return zip(seconds, counts).reduce(0) { $0 + ($1.0 > second - 60 && $1.0 <= second ? $1.1 : 0) }
    }
}
