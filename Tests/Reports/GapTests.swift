import TestSupport
import Testing

@testable import Reports

@Suite struct GapTests {
    private func counts(_ hits: Int, of all: Int) -> Sample {
        Sample((0..<all).map { $0 < hits ? 1 : 0 })
    }

    /// One stratum: 30 of 100 against 20 of 100 is the plain difference, with the plain standard error of two shares.
    @Test func oneStratumIsTheDifferenceOfTwoShares() throws {
        let gap = try #require(Gap.shares([Stratum(one: counts(30, of: 100), other: counts(20, of: 100))]))
        #expect(abs(gap.value - 0.1) < 1e-12)
        #expect(abs(gap.error - (0.3 * 0.7 / 100 + 0.2 * 0.8 / 100).squareRoot()) < 1e-12)
    }

    /// Worked out by hand: weights 25 and 13 1/3; Sato's sums P = 3 1/6 and Q = 7 2/3.
    @Test func twoStrataAreWeightedAfterMantelAndHaenszel() throws {
        let gap = try #require(
            Gap.shares([
                Stratum(one: counts(10, of: 50), other: counts(20, of: 50)),
                Stratum(one: counts(5, of: 20), other: counts(6, of: 40)),
            ]))
        #expect(abs(gap.value - -0.095_652_2) < 1e-6)
        #expect(abs(gap.error - 0.070_790_3) < 1e-6)
    }

    /// Worked out by hand: differences 9 and 8 with weights 1 and 3/4; variances 50 and 16/3 within the strata.
    @Test func meansAreComparedWithinStrata() throws {
        let gap = try #require(
            Gap.means([
                Stratum(one: Sample([10, 20]), other: Sample([4, 8])),
                Stratum(one: Sample([30]), other: Sample([20, 22, 24])),
            ]))
        #expect(abs(gap.value - 8.571_429) < 1e-6)
        #expect(abs(gap.error - 4.306_300) < 1e-5)
    }

    /// Four cases with values 1, 2, 3 and 6, two on each side. All six ways to deal them out give the differences 3, 2, 1 and
    /// the same below 0, whose mean square is 28/6.
    @Test func theErrorIfAlikeIsThatOfAllWaysToDealTheCasesOut() throws {
        let stratum = Stratum(one: Sample([1, 2]), other: Sample([3, 6]))
        #expect(abs(try #require(Gap.means([stratum])).errorIfAlike - (28.0 / 6).squareRoot()) < 1e-12)
    }

    /// Of 25 that nothing was granted to, beside 1 in 10 of the others: one in fourteen such groups comes out so by chance.
    @Test func fewCasesThatAreAllTheSameAreNotCertain() throws {
        let gap = try #require(Gap.shares([Stratum(one: counts(0, of: 25), other: counts(100, of: 1000))]))
        #expect(gap.error < 0.01, "as if it were known exactly")
        let interval = gap.interval(reaching: Normal.both95)
        #expect(interval.low < 0 && interval.high > 0)
        // One each, and so none that tells how far they scatter.
        let means = try #require(Gap.means([Stratum(one: Sample([10]), other: Sample([90]))]))
        #expect(means.error == 0 && means.errorIfAlike > 0)
    }

    @Test func strataWithOneSideSayNothing() {
        #expect(Gap.shares([Stratum(one: counts(1, of: 5), other: Sample())]) == nil)
        #expect(Gap.means([Stratum(one: Sample([1, 2]), other: Sample())]) == nil)
    }

    @Test func howFarTheNormalDistributionReachesIsAsInTables() {
        #expect(abs(Normal.reach(0.95) - 1.959_964) < 1e-6)
        #expect(abs(Normal.reach(0.99) - 2.575_829) < 1e-6)
        #expect(abs(Normal.reach(0.9973) - 2.999_977) < 1e-5)
    }

    /// Two sides that are the same but for chance: of 95 % intervals about one in twenty misses.
    @Test func theIntervalMissesAsOftenAsItSays() throws {
        var random = Seeded(seed: 7)
        var (missedShares, missedMeans) = (0, 0)
        for _ in 0..<400 {
            var (shares, means): ([Stratum], [Stratum]) = ([], [])
            for (share, sizes) in [(0.2, (12, 30)), (0.5, (20, 9)), (0.8, (5, 40))] {
                func side(_ count: Int) -> (Sample, Sample) {
                    let draws = (0..<count).map { _ in Double.random(in: 0..<1, using: &random) }
                    return (Sample(draws.map { $0 < share ? 1 : 0 }), Sample(draws.map { 100 * share + 60 * $0 * $0 }))
                }
                let (one, other) = (side(sizes.0), side(sizes.1))
                shares.append(Stratum(one: one.0, other: other.0))
                means.append(Stratum(one: one.1, other: other.1))
            }
            let ofShares = try #require(Gap.shares(shares)).interval(reaching: Normal.both95)
            let ofMeans = try #require(Gap.means(means)).interval(reaching: Normal.both95)
            if ofShares.low > 0 || ofShares.high < 0 { missedShares += 1 }
            if ofMeans.low > 0 || ofMeans.high < 0 { missedMeans += 1 }
        }
        #expect((8...36).contains(missedShares), "\(missedShares) of 400")
        #expect((8...36).contains(missedMeans), "\(missedMeans) of 400")
    }
}
