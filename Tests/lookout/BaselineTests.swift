import Foundation
import StageKit
import Testing

@testable import lookout

/// What is usual, and what is not.
@Suite struct BaselineTests {
    private static let hour: Int64 = 3_600_000
    /// Monday, 5 October 2026, midnight in UTC.
    private static let start = Timestamp(milliseconds: 1_791_158_400_000)
    private let zone = TimeZone.gmt

    /// Numbers that look like chance and are the same each time (Lehmer's generator).
    private struct Chance {
        var state: UInt64

        mutating func uniform() -> Double {
            state = state &* 48_271 % 2_147_483_647
            return Double(state) / 2_147_483_647
        }

        /// A count by Poisson's law.
        mutating func count(mean: Double) -> Int {
            let limit = exp(-mean)
            var product = uniform()
            var count = 0
            while product > limit {
                product *= uniform()
                count += 1
            }
            return count
        }

        /// A count that varies twice as much: now and then people write in bursts.
        mutating func burst(mean: Double) -> Int { count(mean: uniform() < 0.25 ? mean * 2.5 : mean * 0.5) }
    }

    private func moment(_ hours: Int) -> Timestamp { Self.start + .milliseconds(Int64(hours) * Self.hour) }

    /// A shop's week: busy by day, quiet by night, half as much on Sunday.
    private func business(_ hour: Int) -> Double {
        let (day, time) = (hour / 24 % 7, hour % 24)
        return (day == 6 ? 0.5 : 1) * (8..<20 ~= time ? 1.8 : 0.2)
    }

    private func baseline(weeks: Int, rate: Double, topics: [String] = ["late"]) throws -> Baseline {
        var chance = Chance(state: 7)
        var hours: [Baseline.Hour] = []
        for hour in 0..<(weeks * 168) {
            for topic in topics {
                let count = chance.count(mean: rate * business(hour))
                if count > 0 { hours.append(.init(topic: topic, start: moment(hour), count: count)) }
            }
        }
        return try #require(Baseline(hours, until: moment(weeks * 168), zone: zone))
    }

    @Test func theTailIsThatOfPoissonWhereNothingVariesMore() {
        // 1 - e⁻² (1 + 2 + 2) and 1 - e⁻¹
        #expect(abs(Tail.atLeast(3, mean: 2, variance: 2) - 0.323_323_583_816_936) < 1e-5)
        #expect(abs(Tail.atLeast(1, mean: 1, variance: 1) - 0.632_120_558_828_558) < 1e-5)
        #expect(Tail.atLeast(0, mean: 3, variance: 3) == 1)
        // Far out, where 1 - x has no digits left: e⁻¹ / 20! · (1 + 1/21 + …)
        let far = Tail.atLeast(20, mean: 1, variance: 1)
        #expect(far > 1.58e-19 && far < 1.6e-19)
    }

    @Test func theTailOfWhatVariesMoreIsHeavier() {
        // Size 1: the geometric law, (1/2)³ for three or more at mean 1.
        #expect(abs(Tail.atLeast(3, mean: 1, variance: 2) - 0.125) < 1e-9)
        #expect(Tail.atLeast(10, mean: 2, variance: 4) > Tail.atLeast(10, mean: 2, variance: 2))
    }

    @Test func lessThanAWeekTellsNothing() {
        let hours = (0..<100).map { Baseline.Hour(topic: "late", start: moment($0), count: 1) }
        #expect(Baseline(hours, until: moment(100), zone: zone) == nil)
        #expect(Baseline([], until: moment(1000), zone: zone) == nil)
        #expect(Baseline(hours, until: moment(200), zone: zone) != nil)
    }

    @Test func whatIsUsualByDayIsManyAtNight() throws {
        let baseline = try baseline(weeks: 8, rate: 2)
        func expected(_ hour: Int) -> Double {
            let from = moment(8 * 168 + hour)
            return baseline.sighting(of: "late", count: 6, from: from, until: from + .seconds(3600)).expected
        }
        #expect(abs(expected(12) - 3.6) < 0.7)
        #expect(abs(expected(3) - 0.4) < 0.25)
        #expect(abs(expected(6 * 24 + 12) - 1.8) < 0.6)
        // Half an hour is half as much.
        let from = moment(8 * 168 + 12)
        let half = baseline.sighting(of: "late", count: 6, from: from, until: from + .seconds(1800)).expected
        #expect(abs(half * 2 - expected(12)) < 0.05)
        let night = moment(8 * 168 + 3)
        #expect(baseline.sighting(of: "late", count: 6, from: night, until: night + .seconds(3600)).probability < 1e-3)
        #expect(baseline.sighting(of: "late", count: 6, from: from, until: from + .seconds(3600)).probability > 0.01)
    }

    @Test func theDesksOwnHoursCountWhereSummerEnds() throws {
        // From 09:00 to 10:00 in Dublin a case comes each day; on 25 October 2026 its clock falls back by an hour.
        let dublin = try #require(TimeZone(identifier: "Europe/Dublin"))
        let hours = (0..<56).map { day -> Baseline.Hour in
            let summer = day < 20
            return .init(topic: "late", start: moment(day * 24 + (summer ? 8 : 9)), count: 4)
        }
        let baseline = try #require(Baseline(hours, until: moment(56 * 24), zone: dublin))
        let nine = moment(56 * 24 + 9)
        let eight = moment(56 * 24 + 7)
        let atNine = baseline.sighting(of: "late", count: 1, from: nine, until: nine + .seconds(3600)).expected
        let atSeven = baseline.sighting(of: "late", count: 1, from: eight, until: eight + .seconds(3600)).expected
        #expect(atNine > 1.5)
        #expect(atSeven < 0.3)
    }

    @Test func aSpikeOfThePastDoesNotMakeTheNextOneUsual() throws {
        var hours = (0..<(8 * 168)).filter { $0 % 24 == 12 }
            .map { Baseline.Hour(topic: "late", start: moment($0), count: 1) }
        let before = try #require(Baseline(hours, until: moment(8 * 168), zone: zone))
        hours.append(.init(topic: "late", start: moment(500), count: 60))
        let after = try #require(Baseline(hours, until: moment(8 * 168), zone: zone))
        let noon = moment(8 * 168 + 12)
        func expected(_ baseline: Baseline) -> Double {
            baseline.sighting(of: "late", count: 1, from: noon, until: noon + .seconds(3600)).expected
        }
        #expect(expected(after) < expected(before) * 1.5)
    }

    @Test func falseAlarmsAreAsSeldomAsWasAsked() throws {
        // 40 weeks of bursts in which nothing is the matter, one false alarm allowed every 10 days; each case is a look.
        let topics = ["late", "broken", "refund", "stock"]
        let rates: [String: Double] = ["late": 1.2, "broken": 0.5, "refund": 0.25, "stock": 0.1]
        let alarms = Alarms(every: 240)
        var chance = Chance(state: 20_261_122)
        var hours: [Baseline.Hour] = []
        var usual: Baseline?
        var quietUntil: [String: Int] = [:]
        var found = 0
        for hour in 0..<(48 * 168) {
            if hour % 168 == 0, hour >= 8 * 168 {
                usual = Baseline(hours.filter { $0.start < moment(hour) }, until: moment(hour), zone: zone)
            }
            for topic in topics {
                let count = chance.burst(mean: (rates[topic] ?? 0) * business(hour))
                guard count > 0 else { continue }
                let before = hours.last { $0.topic == topic && $0.start == moment(hour - 1) }?.count ?? 0
                hours.append(.init(topic: topic, start: moment(hour), count: count))
                guard let usual, quietUntil[topic, default: 0] <= hour else { continue }
                // Cases come spread over the hour, and each is a look at what came since the start of the hour before.
                for number in 1...count {
                    let until = moment(hour) + .milliseconds(Int64(number) * Self.hour / Int64(count))
                    let sighting = usual.sighting(
                        of: topic, count: before + number, from: moment(hour - 1), until: until)
                    guard alarms.alarms(sighting, topics: usual.topics) else { continue }
                    found += 1
                    quietUntil[topic] = hour + 24
                    break
                }
            }
        }
        // 40 weeks are 28 spans of 10 days.
        #expect(found <= 28, "\(found) false alarms")
        #expect(found >= 1, "an alarm that never comes would keep any rate")
    }

    @Test func aSpikeIsSeenWithinItsFirstHours() throws {
        let baseline = try baseline(weeks: 8, rate: 0.3, topics: ["late", "broken", "refund"])
        let alarms = Alarms(every: 60 * 24)
        let noon = moment(8 * 168 + 12)
        // Three times as many as usual are a busy day, ten times as many are a spike.
        let busy = baseline.sighting(of: "late", count: 3, from: noon, until: noon + .seconds(7200))
        let spike = baseline.sighting(of: "late", count: 11, from: noon, until: noon + .seconds(7200))
        #expect(!alarms.alarms(busy, topics: baseline.topics))
        #expect(alarms.alarms(spike, topics: baseline.topics), "\(spike)")
        // A topic that nobody ever wrote about is not known, and five at once are none of chance.
        let new = baseline.sighting(of: "recall", count: 5, from: noon, until: noon + .seconds(3600))
        #expect(alarms.alarms(new, topics: baseline.topics))
        #expect(!alarms.alarms(.init(count: 4, expected: 0, probability: 0), topics: 1))
    }
}
