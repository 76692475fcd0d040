package import StageProtocol

/// A mind on its store. What has happened is decided, committed, and only then spoken; what could not be committed did not
/// happen, and a new mind starts from what the store has.
package struct Heart {
    /// How long events are taken one by one after one of them could not be carried out.
    private static let careful = Duration.seconds(60)

    /// The mind that beats now.
    package private(set) var core: Core
    private var plan: Plan
    private let store: any Store
    private var seeds: any RandomNumberGenerator
    private var carefulUntil = Timestamp(milliseconds: .min)
    private var hasRecovered = false
    /// When the store's files are scrubbed, where something was erased.
    private var scrubAt: Timestamp?

    /// A heart that has not begun to beat: `recover` comes first.
    /// - Parameter seeds: decides the references that cases get.
    package init(plan: Plan, store: any Store, seeds: any RandomNumberGenerator) {
        self.plan = plan
        self.store = store
        self.seeds = seeds
        core = Core(plan: plan, seed: 0)
    }

    /// A new mind from the store.
    package mutating func recover(now: Timestamp) throws {
        var fresh = Core(plan: plan, seed: seeds.next())
        try store.transaction { try fresh.recover(now: now, $0) }
        // What has happened has happened, whatever became of the mind that counted it.
        if hasRecovered { fresh.tally = core.tally }
        hasRecovered = true
        core = fresh
    }

    /// One beat: one commit for all events, or for a while after trouble one for each, so that an event which cannot be
    /// carried out harms itself alone.
    /// - Parameter speak: says what is on disk now.
    /// - Throws: `BrokerError.fenced` where another broker has the store, `StoreUnavailable` where it cannot be written, or
    ///   what kept an event from being carried out. Then nobody is answered, peers say it again, and `recover` comes next.
    package mutating func beat(_ events: [Event], now: Timestamp, speak: ([Action]) throws -> Void) throws {
        guard now < carefulUntil, !events.isEmpty else {
            do {
                return try speak(decide(events, now))
            } catch {
                if Self.lies(inEvents: error) { carefulUntil = now + Self.careful }
                throw error
            }
        }
        for event in events {
            // Keeping the mind as it was costs a copy of its queues, so only where each event stands alone.
            let before = core
            let actions: [Action]
            do {
                actions = try decide([event], now)
            } catch  where Self.lies(inEvents: error) {
                core = before
                actions = try store.transaction { try core.skip(event, because: "\(error)", now: now, $0) }
                core.tally.count(actions)
            }
            try speak(actions)
        }
    }

    private mutating func decide(_ events: [Event], _ now: Timestamp) throws -> [Action] {
        let actions = try store.transaction { try core.beat(events, now: now, $0) }
        // Only what is on disk is kept: a beat that failed has reloaded nothing.
        plan = core.plan
        core.tally.count(actions)
        if core.hasErased {
            core.hasErased = false
            scrubAt = now
        }
        // Whoever reads the store keeps it from being done; then it is done a little later.
        if let moment = scrubAt, moment <= now { scrubAt = try store.scrub() ? nil : now + .seconds(5) }
        return actions
    }

    private static func lies(inEvents error: any Error) -> Bool {
        !(error is BrokerError) && !(error is StoreUnavailable)
    }
}
