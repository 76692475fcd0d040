import Broker
import StageProtocol

/// A run: steps taken one after the other in a new world, and then a rest in which everybody is honest and nothing fails, so
/// that all that was begun must come to its end.
package struct Run: Sendable {
    /// Decides what the steps leave open.
    package let seed: UInt64
    package let steps: [Step]

    /// The run that a seed stands for.
    package init(seed: UInt64, steps count: Int) {
        var schedule = Schedule(seed: seed)
        self.init(seed: seed, steps: (0..<count).map { _ in schedule.next() })
    }

    package init(seed: UInt64, steps: [Step]) {
        self.seed = seed
        self.steps = steps
    }

    /// What a run came to.
    package struct Ending: Sendable {
        package let violation: Violation?
        package let tally: Tally
        /// A number for everything that was written, the same each time.
        package let digest: UInt64
    }

    /// Takes the steps.
    /// - Parameter tell: hears the story, a line at a time.
    package func play(tell: ((String) -> Void)? = nil) -> Ending {
        let world = World(seed: seed)
        world.tell = tell
        var violation: Violation?
        do throws(Violation) {
            for (number, step) in steps.enumerated() {
                try world.take(step)
                if number % 64 == 63 { try world.oracle.sweep() }
            }
            try world.rest(restarting: seed.isMultiple(of: 2))
        } catch {
            violation = error
        }
        world.tally.steps = min(world.tally.steps, steps.count)
        world.tally.count(what: world)
        return Ending(violation: violation, tally: world.tally, digest: world.store.digest())
    }

    /// The shortest part of the run that breaks the same promise.
    package func shortened() -> Run {
        let ending = play()
        guard let rule = ending.violation?.rule else { return self }
        let few = steps.prefix(ending.tally.steps).map { $0 }
            .shortened { Run(seed: seed, steps: $0).play().violation?.rule == rule }
        return Run(seed: seed, steps: few)
    }
}

extension World {
    /// Everything is mended, and everybody goes on honestly until nothing is left to do.
    /// - Parameter isRestarting: whether broker and processes are started anew; otherwise only handlers that hang are ended,
    ///   and what else was lost on the way must be found out and made good by those who are there.
    func rest(restarting isRestarting: Bool) throws(Violation) {
        say("everything is mended")
        isWindingUp = true
        store.fault = nil
        try take(isRestarting ? .restart(configuration: 0) : .reload(configuration: 0))
        for (place, peer) in peers.enumerated() {
            try take(.thaw(peer: place))
            if isRestarting || !peer.hung.isEmpty { try take(.kill(peer: place)) }
        }
        for round in 0..<4000 {
            try oracle.sweep()
            for stage in store.wishes.filter(\.value.isDrained).keys.sorted() { try drain(stage, undo: true) }
            for place in peers.indices {
                try take(.submit(peer: place))
                try take(.listen(peer: place))
                for _ in 0..<4 { try take(.work(peer: place, .honest, salt: UInt64(round))) }
                try take(.tick(peer: place))
            }
            try take(.beat(salt: UInt64(round)))
            guard peers.allSatisfy({ $0.toBroker.isEmpty && $0.toPeer.isEmpty && $0.desk.isEmpty }) else { continue }
            let standing = heart.core.standing
            if standing.queued + standing.held > 0 {
                // Nothing moves, so what is missing is to be found out by and by.
                try take(.pass(milliseconds: 1000))
            } else if !store.content.messages.dead.all.isEmpty {
                // What was in the way may need a while to go.
                try take(.pass(milliseconds: 1000))
                try replay()
            } else if let due = store.content.messages.waiting.all.first {
                try take(.pass(milliseconds: max(due.moment - now.milliseconds, 1000)))
            } else if spool.isEmpty {
                return try oracle.rest(store, letters, outside)
            } else {
                try take(.pass(milliseconds: 1000))
            }
        }
        throw Violation(
            rule: "comes to rest",
            detail: "\(store.content.messages.count(.waiting)) messages wait, \(spool.count) letters in the spool")
    }
}
