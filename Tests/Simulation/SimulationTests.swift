import Simulation
import Testing

@Suite struct SimulationTests {
    @Test func everyPromiseIsKeptThroughDaysFullOfFaults() {
        var total = Tally()
        for seed in 1...120 as ClosedRange<UInt64> {
            let ending = Run(seed: seed, steps: 300).play()
            #expect(ending.violation == nil, "simulate --first \(seed) --steps 300 --seeds 1")
            total += ending.tally
        }
        // The days were full: much was done, and much went wrong.
        #expect(total.accepted > 500 && total.outcomes > 2000 && total.sent > 300 && total.failures > 100, "\(total)")
        #expect(total.house > 50 && total.counted > 100 && total.withdrawn > 20 && total.erased > 10, "\(total)")
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
