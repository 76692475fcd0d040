import Broker
import Logging
import StageProtocol
import ZeroMQ

/// The thread that owns the store and the broker's mind. One beat at a time: what has happened, decided, committed, and
/// only then spoken.
final class BeatThread: Sendable {
    private let events: Mailbox<Event>
    private let thread: SocketThread

    /// Starts beating.
    /// - Parameters:
    ///   - open: opens the store; called on the thread.
    ///   - speak: takes the actions of a committed beat.
    ///   - ended: called once, with what ended it, or nil after `stop`.
    init(
        plan: Plan, logger: Logger, open: @escaping @Sendable () throws -> any Store,
        speak: @escaping @Sendable ([Action]) -> Void, ended: @escaping @Sendable ((any Error)?) -> Void
    ) throws {
        let events = try Mailbox<Event>()
        self.events = events
        thread = try SocketThread(name: "beat", stackBytes: 8 << 20) {
            do {
                var heart = Heart(plan: plan, store: try open(), events: events, logger: logger)
                try heart.run(speak)
                ended(nil)
            } catch {
                ended(error)
            }
            events.close()
        }
    }

    func post(_ event: Event) { events.post(event) }

    /// Finishes the beat at hand, then ends.
    func stop() {
        events.close()
        thread.join()
    }
}

private struct Heart {
    let plan: Plan
    let store: any Store
    let events: Mailbox<Event>
    let logger: Logger
    var core: Core
    var clock = WallClock()

    init(plan: Plan, store: any Store, events: Mailbox<Event>, logger: Logger) {
        self.plan = plan
        self.store = store
        self.events = events
        self.logger = logger
        core = Core(plan: plan, seed: 0)
    }

    mutating func run(_ speak: ([Action]) -> Void) throws {
        try recover()
        logger.info("the broker serves", metadata: ["pipeline": "\(plan.pipeline)"])
        var poller = Poller([], wakeup: events.wakeup)
        while !events.isClosed {
            _ = try poller.wait(timeout: core.wakeAt.map { max(.zero, $0 - WallClock.now) })
            var batch = events.drain()
            if let jump = clock.jump() {
                // Time never goes back within one mind: a new one takes the time as it is now.
                if jump < .zero { try recover() }
                batch.append(.clockJumped(jump))
            }
            do {
                speak(try store.transaction { try core.beat(batch, now: WallClock.now, $0) })
            } catch BrokerError.fenced {
                throw BrokerError.fenced
            } catch {
                // Nobody is answered: what is not on disk did not happen, and peers say it again.
                logger.error(
                    "the store failed; nothing of this beat was taken, starting over from the disk",
                    metadata: ["reason": "\(error)", "events": "\(batch.count)"])
                try recover()
            }
        }
    }

    /// A new mind from the store; waits with growing pauses while the store cannot be written.
    private mutating func recover() throws {
        var pause = Duration.milliseconds(100)
        var poller = Poller([], wakeup: events.wakeup)
        while true {
            do {
                var fresh = Core(plan: plan, seed: UInt64.random(in: .min ... .max))
                try store.transaction { try fresh.recover(now: WallClock.now, $0) }
                core = fresh
                return
            } catch {
                guard !events.isClosed else { throw error }
                logger.error("the store cannot be used; trying again", metadata: ["reason": "\(error)"])
                // What comes meanwhile is not taken: its senders say it again.
                let end = ContinuousClock.now + pause
                while !events.isClosed, ContinuousClock.now < end {
                    _ = try poller.wait(timeout: end - .now)
                    _ = events.drain()
                }
                pause = min(pause * 2, .seconds(5))
            }
        }
    }
}
