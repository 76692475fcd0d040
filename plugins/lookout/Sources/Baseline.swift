import Foundation
import StageProtocol

/// How many cases of each topic are usual at an hour of the week, learned from what was counted before.
///
/// Topics share one shape of the week, since a single one has too few cases to show its own; each has a level of its own.
/// What varies more than chance alone would (people write in bursts) is measured and counted in. See docs/early-warning.md.
struct Baseline: Sendable {
    /// Cases of a topic that were opened in an hour.
    struct Hour: Sendable, Hashable {
        var topic: String
        var start: Timestamp
        var count: Int
    }

    /// What was seen of a topic, against what is usual.
    struct Sighting: Sendable, Hashable {
        var count: Int
        /// How many are usual in such a time.
        var expected: Double
        /// How likely so many or more are where nothing is the matter.
        var probability: Double
    }

    /// With less than a week nothing is known of the week's shape.
    static let shortest = 168
    /// What is longer ago says little of today.
    static let longest = 8 * 168

    private let zone: TimeZone
    /// How busy each hour of the week is, 1 being the mean.
    private let shape: [Double]
    /// Cases in an hour of mean business, by topic.
    private var levels: [String: Level] = [:]
    /// How people write in bursts: the variance that comes on top of chance is this times the mean's square.
    private(set) var bursts = 0.0

    private struct Level: Sendable {
        var rate: Double
        /// What it was learned from.
        var cases: Double
    }

    /// Learns from whole hours.
    /// - Parameters:
    ///   - until: the end of what is learned from.
    ///   - zone: the desk's, which the hours of the week are those of.
    /// - Returns: nil where less than a week is known.
    init?(_ hours: [Hour], until: Timestamp, zone: TimeZone) {
        let hour: Int64 = 3_600_000
        guard let first = hours.map(\.start).min() else { return nil }
        let last = until.milliseconds / hour
        let start = max(first.milliseconds / hour, last - Int64(Self.longest))
        guard last - start >= Int64(Self.shortest) else { return nil }
        self.zone = zone
        let known = hours.filter { $0.start.milliseconds / hour >= start && $0.start < until }
        let slots = (start..<last).map { Self.slot(ofHour: $0, zone) }
        shape = Self.shape(known.map { (slots[Int($0.start.milliseconds / hour - start)], $0.count) }, slots)
        let exposure = slots.reduce(0) { $0 + shape[$1] }
        let byTopic = Dictionary(grouping: known, by: \.topic)
        for (topic, hours) in byTopic {
            let cases = Self.withoutBestWeek(hours.map { (Int($0.start.milliseconds / hour - start) / 168, $0.count) })
            levels[topic] = Level(rate: (cases + 0.5) / exposure, cases: cases)
        }
        bursts = Self.bursts(byTopic, levels, slots, shape, from: start)
    }

    /// How usual it is that so many cases of a topic were opened within a span; nil for none that was ever counted.
    func sighting(of topic: String, count: Int, from: Timestamp, until: Timestamp) -> Sighting {
        let level = levels[topic] ?? Level(rate: 0.5 / Double(Self.shortest), cases: 0)
        let expected = level.rate * exposure(from: from, until: until)
        return Sighting(
            count: count, expected: expected,
            probability: Tail.atLeast(count, mean: expected, variance: variance(expected, level)))
    }

    /// The topics that are known.
    var topics: Int { max(1, levels.count) }

    /// Chance, bursts, and how little the level is known.
    private func variance(_ mean: Double, _ level: Level) -> Double {
        mean + mean * mean * (bursts + 1 / (level.cases + 0.5))
    }

    private func exposure(from: Timestamp, until: Timestamp) -> Double {
        let hour: Int64 = 3_600_000
        var sum = 0.0
        var moment = from.milliseconds
        while moment < until.milliseconds {
            let number = moment / hour
            let end = min((number + 1) * hour, until.milliseconds)
            sum += shape[Self.slot(ofHour: number, zone)] * Double(end - moment) / Double(hour)
            moment = end
        }
        return sum
    }
}

// MARK: Learning

extension Baseline {
    /// The hour of the week, on the desk's clock.
    private static func slot(ofHour hour: Int64, _ zone: TimeZone) -> Int {
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(hour * 3600)))
        return Int((hour + Int64(offset / 3600)) % 168)
    }

    /// All topics together, each hour of the week smoothed with its neighbours, and with one hour of the mean.
    private static func shape(_ counts: [(slot: Int, count: Int)], _ slots: [Int]) -> [Double] {
        var cases = [Double](repeating: 0, count: 168)
        var hours = cases
        for (slot, count) in counts { cases[slot] += Double(count) }
        for slot in slots { hours[slot] += 1 }
        let mean = max(cases.reduce(0, +) / hours.reduce(0, +), .leastNonzeroMagnitude)
        return (0..<168).map { slot in
            let around = [(slot + 167) % 168, slot, slot, (slot + 1) % 168]
            let seen = around.reduce((cases: mean, hours: 1.0)) { ($0.cases + cases[$1], $0.hours + hours[$1]) }
            return seen.cases / seen.hours / mean
        }
    }

    /// A topic's cases, its best week counted as its second best: one spike does not make the next one usual.
    private static func withoutBestWeek(_ counts: [(week: Int, count: Int)]) -> Double {
        let weeks = Dictionary(grouping: counts, by: \.week).values.map { $0.reduce(0) { $0 + $1.count } }.sorted(by: >)
        guard weeks.count >= 3 else { return Double(weeks.reduce(0, +)) }
        return Double(weeks.dropFirst().reduce(weeks[1], +))
    }

    /// By the method of moments, over all hours and topics. What is counted of a single hour is bounded, so that a spike of the
    /// past does not hide the next one.
    private static func bursts(
        _ topics: [String: [Hour]], _ levels: [String: Level], _ slots: [Int], _ shape: [Double], from start: Int64
    ) -> Double {
        var beyond = 0.0
        var squares = 0.0
        for (topic, hours) in topics {
            guard let rate = levels[topic]?.rate else { continue }
            var counts = [Int](repeating: 0, count: slots.count)
            for hour in hours { counts[Int(hour.start.milliseconds / 3_600_000 - start)] += hour.count }
            for (count, slot) in zip(counts, slots) {
                let mean = rate * shape[slot]
                let distance = Double(count) - mean
                beyond += min(distance * distance, 25 * max(mean, 1)) - mean
                squares += mean * mean
            }
        }
        return squares > 0 ? max(0, beyond / squares) : 0
    }
}

/// The upper tail of counts: Poisson's, or where they vary more the negative binomial's.
enum Tail {
    /// The probability of so many or more.
    static func atLeast(_ count: Int, mean: Double, variance: Double) -> Double {
        guard count > 0 else { return 1 }
        guard mean > 0 else { return 0 }
        // From the mean and the variance: size r with variance = mean + mean²/r.
        let extra = max(variance - mean, mean * 1e-6)
        let size = mean * mean / extra
        let step = mean / (size + mean)
        var term = exp(size * log(size / (size + mean)))
        var below = 0.0
        for number in 0..<count {
            below += term
            term *= (Double(number) + size) / Double(number + 1) * step
        }
        // Beyond the reach of a difference the next terms are the tail themselves.
        guard 1 - below < 1e-9 else { return 1 - below }
        var tail = 0.0
        var number = count
        while term > tail * 1e-12, term > 0 {
            tail += term
            term *= (Double(number) + size) / Double(number + 1) * step
            number += 1
        }
        return tail
    }
}
