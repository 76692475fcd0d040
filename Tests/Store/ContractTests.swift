import Broker
import Foundation
import Simulation
import TestSupport
import Testing

/// The contract of a store: whatever is done to it, it answers as the model does.
///
/// `CASEWIRE_STORE_SEEDS=1000` runs more than usual, `CASEWIRE_STORE_SEED=17` one again.
@Suite struct ContractTests {
    @Test(arguments: Candidate.all)
    func itAnswersAsTheModelDoes(_ candidate: Candidate) throws {
        for seed in seeds {
            var dealer = Dealer(seed: seed, canReopen: candidate.lasts)
            let steps = dealer.steps(60) + [.read(Census.operations(ids: 0...24))]
            guard try difference(steps, candidate) != nil else { continue }
            let few = try Shrinking.shrink(steps) { try difference($0, candidate) != nil }
            let found = try difference(few, candidate)
            Issue.record(
                """
                \(candidate.name), CASEWIRE_STORE_SEED=\(seed)
                \(few.map(\.description).joined(separator: "\n"))
                \(found ?? "")
                """)
            return
        }
    }

    @Test func aStoreThatAnswersOtherwiseIsFoundByFewSteps() throws {
        // One that forgets its third transaction.
        let forgetful = Candidate(
            name: "forgetful", lasts: false, open: { _ in Forgetful() }, kind: Candidate.model.kind)
        var dealer = Dealer(seed: 1, canReopen: false)
        let steps = dealer.steps(60) + [.read(Census.operations(ids: 0...24))]
        let few = try Shrinking.shrink(steps) { try difference($0, forgetful) != nil }
        // Of 61 steps; which few they are depends on what was dealt.
        #expect(few.count <= 7)
        // What is forgotten, what shows it, and at times what it is done to.
        #expect(few.flatMap(\.operations).count <= 3)
    }

    private var seeds: Range<UInt64> {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["CASEWIRE_STORE_SEED"].flatMap(UInt64.init) { return seed..<seed + 1 }
        return 1..<(environment["CASEWIRE_STORE_SEEDS"].flatMap(UInt64.init) ?? 15) + 1
    }

    /// The first answer in which a store and the model differ.
    private func difference(_ steps: [Step], _ candidate: Candidate) throws -> String? {
        let expected = try Candidate.model.live(steps), found = try candidate.live(steps)
        for index in 0..<max(expected.count, found.count) {
            let (model, store) = (
                index < expected.count ? expected[index] : "", index < found.count ? found[index] : ""
            )
            // By bytes: Swift holds texts for equal that look the same.
            guard !model.utf8.elementsEqual(store.utf8) else { continue }
            return "answer \(index)\n  model: \(model)\n  store: \(store)"
        }
        return nil
    }
}

/// A store that says of every third transaction that it is committed, and keeps nothing of it.
private final class Forgetful: Store {
    private let store = MemoryStore()
    private var count = 0

    func transaction<T>(_ body: (any StoreTransaction) throws -> T) throws -> T {
        count += 1
        guard count % 3 == 0 else { return try store.transaction(body) }
        return try store.copy().transaction(body)
    }

    func read<T>(_ body: (any StoreTransaction) throws -> T) throws -> T { try store.read(body) }
    func scrub() throws -> Bool { try store.scrub() }
}
