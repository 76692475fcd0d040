import Broker
import Simulation
import StageProtocol

/// An outcome, header and body frames a line each, given by a stage that really holds the delivery. Whatever it says, the broker's books
/// are in order after it: it took effect whole, or was refused.
///
/// The first byte says who speaks: a stage, the voice, or a source.
struct OutcomeTarget: FuzzTarget {
    static let name = "outcome"

    private let store = MemoryStore()
    private let core: Core
    private let now = Timestamp(milliseconds: 1_800_000_000_000)
    private let held: [(stage: String, lease: Lease)]

    init() throws {
        var desk = Desk(core: Core(plan: .simulated(0), seed: 7), store: store, now: now)
        try desk.open()
        core = desk.core
        held = try ["writer", "voice", "intake", "keeper"].map { stage in
            guard let delivery = desk.held[stage]?.first else { throw NothingHeld(stage: stage) }
            return (stage, delivery.lease)
        }
    }

    func run(_ input: [UInt8]) {
        guard let first = input.first else { return }
        let (stage, lease) = held[Int(first) % held.count]
        let lines = input.dropFirst().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(
            Array.init)
        guard
            case .done(var outcome, let bodies)? = try? StageMessage(
                frames: [Wire.signature, Array("DONE".utf8)] + lines)
        else { return }
        outcome.delivery = lease.delivery
        outcome.epoch = lease.epoch

        var desk = Desk(core: core, store: store.copy(), now: now)
        do {
            try desk.beat((stage, .done(outcome, bodies: bodies)))
            try Inspection.count(desk.core, in: desk.store)
            try Inspection.sweep(desk.store)
        } catch {
            fatalError("\(error)")
        }
    }
}
