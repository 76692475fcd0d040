import Simulation
import Testing

@Suite struct SimulationTests {
    @Test func everyPromiseIsKeptThroughDaysFullOfFaults() {
        let total = play(1...80, steps: 300)
        // The days were full: much was done, and much went wrong.
        #expect(total.accepted > 500 && total.outcomes > 2000 && total.sent > 300 && total.failures > 100, "\(total)")
        #expect(total.house > 50 && total.counted > 100 && total.withdrawn > 20 && total.erased > 10, "\(total)")
    }

    /// Each seed has another pipeline, other people and other faults: many short runs see more of them than a few long ones.
    @Test func everyPromiseIsKeptInEachOfTwoThousandBeginnings() {
        let total = play(10_001...12_000, steps: 20)
        #expect(total.accepted > 1000 && total.outcomes > 4000 && total.failures > 200, "\(total)")
    }

    private func play(_ seeds: ClosedRange<UInt64>, steps: Int) -> Tally {
        seeds.reduce(into: Tally()) { total, seed in
            let ending = Run(seed: seed, steps: steps).play()
            #expect(ending.violation == nil, "simulate --first \(seed) --steps \(steps) --seeds 1")
            total += ending.tally
        }
    }

    @Test func aSeedIsTheSameRunEachTime() {
        for seed in [3, 4, 5] as [UInt64] {
            let first = Run(seed: seed, steps: 400).play(), second = Run(seed: seed, steps: 400).play()
            #expect(first.digest == second.digest)
            #expect(first.tally.delivered == second.tally.delivered)
        }
        #expect(Run(seed: 3, steps: 400).play().digest != Run(seed: 4, steps: 400).play().digest)
    }

    @Test func everyPartOfARunIsARun() {
        let run = Run(seed: 11, steps: 300)
        for part in 2...6 {
            let some = run.steps.enumerated().filter { $0.offset % part == 0 }.map(\.element)
            #expect(Run(seed: run.seed, steps: some).play().violation == nil)
        }
    }

    @Test func theStoryNamesWhoDoesWhat() {
        var story: [String] = []
        _ = Run(seed: 7, steps: 400).play { story.append($0) }
        #expect(story.contains { $0.contains("writes w1") })
        #expect(story.contains { $0.contains("the broker says DELIVER") })
        #expect(story.contains { $0.contains("leaves as m") })
    }

    @Test(arguments: [[7], [0, 99], [3, 4, 50], []])
    func aListIsShortenedToWhatMatters(_ needed: [Int]) {
        var trials = 0
        let few = Array(0..<100).shortened { trial in
            trials += 1
            return needed.allSatisfy(trial.contains)
        }
        #expect(few == needed)
        #expect(trials < 400)
    }
}
