import Foundation

/// How the wall clock of a zone runs against UTC, as a line that never turns back.
///
/// The *nominal* time of a moment is the latest reading the wall clock has shown until then, in milliseconds as if the
/// wall clock ran in UTC. It jumps where an hour is skipped and stands still while an hour is repeated. Its inverse is
/// the first moment at which the clock shows that reading or a later one. So a time in a gap moves forward, an
/// ambiguous time is the first of the two, and a day of 25 hours has 24 nominal ones.
struct WallClock: Sendable, Hashable {
    let zone: TimeZone
    private let seasons = Cached<[Stretch]>()

    init(zone: TimeZone) { self.zone = zone }

    /// No zone was ever further from UTC than 16 hours.
    private static let furthest: Int64 = 16 * 3_600_000
    private static let stride: Int64 = 6 * 3_600_000
    /// Changes are looked for once in so long a time.
    private static let season: Int64 = 128 * 86_400_000

    /// The latest reading shown until the moment.
    func nominal(at moment: Int64) -> Int64 {
        var latest = Int64.min
        // Readings from before two furthest offsets ago are below the one of now.
        for stretch in stretches(around: moment)
        where stretch.start <= moment && stretch.end > moment - 2 * WallClock.furthest {
            latest = max(latest, min(stretch.end - 1, moment) + stretch.offset)
        }
        return latest
    }

    /// The first moment whose reading is at least the nominal time.
    func moment(of nominal: Int64) -> Int64 {
        for stretch in stretches(around: nominal) where stretch.end > nominal - WallClock.furthest {
            let moment = max(stretch.start, nominal - stretch.offset)
            if moment < stretch.end { return moment }
        }
        return nominal
    }

    private struct Stretch {
        var start: Int64
        var end: Int64
        var offset: Int64
    }

    /// The stretches of one offset that cover the season of a moment, and two days before and behind it.
    private func stretches(around moment: Int64) -> [Stretch] {
        seasons.value(moment.floorDivided(by: WallClock.season)) { number in
            let start = number * WallClock.season
            let margin = 3 * WallClock.furthest
            return stretches(from: start - margin, to: start + WallClock.season + margin)
        }
    }

    /// The stretches of one offset that cover a half-open range. Offsets are sampled every six hours and a change is
    /// found by halving; Foundation's own search for transitions is about daylight saving time only.
    private func stretches(from start: Int64, to end: Int64) -> [Stretch] {
        var found = [Stretch(start: start, end: end, offset: offset(at: start))]
        var sample = start
        while sample < end - 1 {
            let next = min(sample + WallClock.stride, end - 1)
            let after = offset(at: next)
            let before = found[found.count - 1].offset
            if after != before {
                let change = firstMoment(after: sample, upTo: next, where: { offset(at: $0) != before })
                found[found.count - 1].end = change
                found.append(Stretch(start: change, end: end, offset: offset(at: change)))
                // A second change may lie between this one and the sample.
                sample = change
            } else {
                sample = next
            }
        }
        return found
    }

    private func firstMoment(after low: Int64, upTo high: Int64, where holds: (Int64) -> Bool) -> Int64 {
        var (low, high) = (low, high)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return high
    }

    private func offset(at moment: Int64) -> Int64 {
        let seconds = moment.floorDivided(by: 1000)
        return Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))) * 1000
    }
}
