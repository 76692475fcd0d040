import Testing

@testable import CasewireCommands

@Suite struct ReplicaRuleTests {
    /// What the rule says at each look, at which so many wait and are held.
    private func looks(_ seen: [(waiting: Int, holding: Int)], within range: ClosedRange<Int> = 1...3) -> [Int] {
        var rule = ReplicaRule()
        return seen.map { rule.look(waiting: $0.waiting, holding: $0.holding, within: range) }
    }

    @Test func oneMoreComesAfterTwoLooksAtACrowd() {
        #expect(looks([(4, 1), (4, 1)]) == [1, 2])
        #expect(looks([(3, 1), (3, 1), (3, 1)]) == [1, 1, 1])
        // Four for each: what is a crowd for one is none for two.
        #expect(looks([(4, 1), (4, 1), (7, 2), (7, 2), (8, 2), (8, 2)]) == [1, 2, 2, 2, 2, 3])
    }

    @Test func thereAreNeverMoreThanTheMostNorFewerThanTheLeast() {
        #expect(looks(Array(repeating: (1000, 3), count: 12)).max() == 3)
        #expect(looks(Array(repeating: (0, 0), count: 100)).min() == 1)
        #expect(looks(Array(repeating: (1000, 0), count: 9), within: 2...2) == Array(repeating: 2, count: 9))
    }

    @Test func oneGoesAfterAMinuteInWhichItWasNotNeeded() {
        let crowd = Array(repeating: (waiting: 100, holding: 3), count: 4)
        let idle = Array(repeating: (waiting: 0, holding: 0), count: 24)
        let seen = looks(crowd + idle)
        #expect(seen[3] == 3)
        #expect(Array(seen[4...]) == Array(repeating: 3, count: 11) + Array(repeating: 2, count: 12) + [1])
    }

    @Test func whoIsBusyStays() {
        let crowd = Array(repeating: (waiting: 100, holding: 3), count: 4)
        // Nothing waits, but all of the three have something to do.
        #expect(looks(crowd + Array(repeating: (0, 3), count: 40)).last == 3)
    }

    @Test func aQueueThatComesAndGoesChangesNothing() {
        let pulse = (0..<100).map { (waiting: $0 % 2 == 0 ? 50 : 0, holding: 0) }
        #expect(looks(pulse) == Array(repeating: 1, count: 100))
        var rule = ReplicaRule()
        for _ in 0..<4 { _ = rule.look(waiting: 100, holding: 3, within: 1...3) }
        let swings = pulse.map { rule.look(waiting: $0.waiting, holding: $0.holding, within: 1...3) }
        #expect(Set(swings) == [3])
    }

    @Test func otherBoundsCountAtOnce() {
        var rule = ReplicaRule()
        #expect(rule.aim(within: 2...5) == 2)
        #expect(rule.aim(within: 4...5) == 4)
        #expect(rule.aim(within: 1...3) == 3)
    }
}
