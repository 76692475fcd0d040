import Casework
import Clocks
import StageKit
import Testing

@testable import escalation

/// Whatever happens in whatever order, an open case has a timer that will fire, and nothing is said without end.
@Suite struct LivenessTests {
    @Test(arguments: 0..<24) func anOpenCaseAlwaysHasATimer(_ seed: Int) async throws {
        var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9 + 1)
        var scene = try Scene(at: "2026-10-23T09:00:00Z")
        // Sometimes another stage is quicker than the news of the contact.
        if random.next(4) > 0 {
            try await scene.customerWrites()
        } else {
            try await scene.understood(.sample())
        }
        for _ in 0..<30 {
            try await step(&scene, &random)
            if scene.status == .open {
                #expect(!scene.timers.isEmpty)
                #expect(scene.care != nil)
            } else {
                #expect(scene.timers.isEmpty)
            }
        }
        let before = scene.says.count
        try await scene.run(until: scene.now + .seconds(14 * 86_400), limit: 1000)
        // At the most an update a business day, a warning, a miss and the ladder.
        #expect(scene.says.count - before < 40)
        #expect(Set(scene.says.map(\.say.name)).count == scene.says.count)
        if scene.status == .open { #expect(scene.timers.values.allSatisfy { $0.at > scene.now }) }
    }

    @Test func aClockThatIsSetBackMakesNobodyForgetTheCustomer() async throws {
        var scene = try Scene(at: "2026-11-25T11:00:00Z")
        try await scene.customerWrites()
        scene.wait(until: "2026-11-23T11:00:00Z")
        try await scene.understood(.sample())
        #expect(scene.timers.keys.contains("due-first-answer"), "\(scene.timers)")
        try await scene.run(until: "2026-11-25T17:30:00Z")
        #expect(scene.texts("update").count == 1)
    }

    private func step(_ scene: inout Scene, _ random: inout Seeded) async throws {
        let heard = max(1, scene.heard)
        switch random.next(15) {
        case 0, 1: try await scene.customerWrites("words \(random.next(1000))")
        case 2: try await scene.leaves("acknowledgment", heard: 1 + random.next(heard))
        case 3, 4: try await scene.leaves("answer", answers: true, heard: 1 + random.next(heard))
        case 5: try await scene.leaves("clarifying-question", heard: 1 + random.next(heard))
        case 6:
            try await scene.understood(
                .sample(heard: heard, satisfied: random.next(3) == 0, wantsPerson: random.next(3) == 0))
        case 7:
            try await scene.understood(.sample(heard: heard, safety: [.init(kind: "injury", words: "blood")]))
        case 8:
            try await scene.deliver(
                "case.handover",
                JSON(encoding: Handover(code: "unsure", reason: "unclear", urgent: random.next(2) == 0)))
        case 9: try await scene.staffWrites(["/resolve", "/note hm", "Hello", "/what"][random.next(4)])
        case 10:
            try await scene.deliver("case.voted", JSON(encoding: Vote(question: "csat", score: 1 + random.next(5))))
        case 11:
            let name = ClockName.allCases[random.next(ClockName.allCases.count)]
            try await scene.deliver(
                "clock.due", ["clock": .string(name.rawValue), "kind": ["warn", "due", "ladder"][random.next(3)]])
        case 12: try await scene.leaves("thanks", heard: heard)
        // Somebody sets the clock back.
        case 13: scene.wait(until: scene.now - .seconds(Int64(random.next(200_000))))
        default: try await scene.run(until: scene.now + .seconds(Int64(random.next(200_000))))
        }
    }
}

/// The same numbers for the same seed: SplitMix64.
struct Seeded {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
