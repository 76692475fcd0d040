package import StageProtocol

/// A mind on its store. What has happened is decided, committed, and only then given out to be spoken; what could not be
/// committed did not happen, and a new mind starts from what the store has.
package struct Heart {
    /// The mind that beats now.
    package private(set) var core: Core
    private let plan: Plan
    private let store: any Store
    private var seeds: any RandomNumberGenerator

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
        core = fresh
    }

    /// One beat.
    /// - Returns: what is to be said now that all of it is on disk.
    /// - Throws: what kept the store from it. Then nobody is answered, peers say it again, and `recover` comes next.
    package mutating func beat(_ events: [Event], now: Timestamp) throws -> [Action] {
        try store.transaction { try core.beat(events, now: now, $0) }
    }
}
