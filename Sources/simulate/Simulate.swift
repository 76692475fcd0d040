import ArgumentParser
import Glibc
import Simulation

@main
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run the broker through made-up days full of faults, and hold it to its promises.",
        discussion: """
            Every seed is a run of its own, the same each time: messages delayed, doubled and lost with their connections, \
            stages that crash, hang, answer late or talk nonsense, a store that fails, fills up or commits and loses its \
            reply, clocks that jump, restarts in the middle. After it everything is mended, and all that was begun must \
            come to its end. The first run that breaks a promise is made as short as it can be and told as a story.
            """)

    @Option(help: "The first seed.")
    var first: UInt64 = 1
    @Option(help: "How many seeds to run.")
    var seeds: UInt64 = 2000
    @Option(help: "Steps of each run.")
    var steps = 400
    @Flag(help: "Tell the story of the first seed, whatever becomes of it.")
    var story = false

    @Flag(help: "Name the broken promise, and leave out the story.")
    var brief = false

    func run() async throws {
        if story { return tell(Run(seed: first, steps: steps)) }
        let start = ContinuousClock.now
        var total = Tally()
        var failed: [UInt64] = []
        let workers = UInt64(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        await withTaskGroup(of: (Tally, UInt64?).self) { group in
            for worker in 0..<workers {
                group.addTask { [first, seeds, steps] in
                    var tally = Tally()
                    for seed in stride(from: first + worker, to: first + seeds, by: Int(workers)) {
                        let ending = Run(seed: seed, steps: steps).play()
                        tally += ending.tally
                        if ending.violation != nil { return (tally, seed) }
                    }
                    return (tally, nil)
                }
            }
            for await (tally, seed) in group {
                total += tally
                if let seed { failed.append(seed) }
            }
        }
        print(
            """
            \(seeds) seeds from \(first), \(total.steps) steps in \(ContinuousClock.now - start): \(total.beats) beats, \
            \(total.failures) of them failed by the store, \(total.accepted) letters accepted, \(total.delivered) \
            deliveries, \(total.outcomes) outcomes, \(total.sent) texts sent
            """)
        guard let seed = failed.min() else { return print("every promise was kept") }
        if brief {
            let violation = Run(seed: seed, steps: steps).play().violation
            print(
                "seed \(seed) breaks a promise: \(violation.map { "\($0)" } ?? "not again, which is a defect itself")")
            throw ExitCode.failure
        }
        let short = Run(seed: seed, steps: steps).shortened()
        print("seed \(seed) breaks a promise; \(short.steps.count) of its \(steps) steps are enough:\n")
        tell(short)
        print("\nthe whole run again: simulate --first \(seed) --steps \(steps) --story")
        throw ExitCode.failure
    }

    private func tell(_ run: Run) {
        let ending = run.play { print($0) }
        print(ending.violation.map { "\nBROKEN: \($0)" } ?? "\nevery promise was kept, digest \(ending.digest)")
    }
}
