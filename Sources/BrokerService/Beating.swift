import Broker
import Glibc
import Logging
import StageProtocol
import ZeroMQ

/// What the beat's thread does: waits for what happens, lets the heart beat, and hands on what is to be said.
struct Beating {
    /// Events decided at one time at most, so that answers are not held back by a flood.
    private static let batch = 1000

    private let pipeline: String
    private let events: Mailbox<Event>
    private let backlog: Backlog
    private let speak: ([Action]) -> Void
    private let logger: Logger
    private var heart: Heart
    private var clock: WallClock
    private var pace = Pace()

    init(
        plan: Plan, store: any Store, clock: WallClock, events: Mailbox<Event>, backlog: Backlog,
        speak: @escaping ([Action]) -> Void, logger: Logger
    ) {
        pipeline = plan.pipeline
        self.clock = clock
        self.events = events
        self.backlog = backlog
        self.speak = speak
        self.logger = logger
        heart = Heart(plan: plan, store: store, seeds: SystemRandomNumberGenerator())
    }

    /// Beats until the mailbox is closed.
    /// - Throws: `BrokerError.fenced` where another broker has taken the store.
    mutating func run() throws {
        try recover()
        logger.info("the broker serves", metadata: ["pipeline": "\(pipeline)"])
        if let file = WallClock.offsetFile {
            logger.warning("the clock is a trial's: CASEWIRE_CLOCK_OFFSET is set", metadata: ["file": "\(file)"])
        }
        var poller = Poller([], wakeup: events.wakeup)
        while !events.isClosed {
            _ = try poller.wait(timeout: heart.core.wakeAt.flatMap { clock.wait(until: $0) })
            let pause = pace.pause(held: heart.core.standing.held, at: .now)
            if pause > .zero { usleep(UInt32(pause / .microseconds(1))) }
            let happened = events.drain()
            if let jump = clock.jump() {
                // Time never goes back within one mind: a new one takes the time as it is now.
                if jump < .zero { try recover() }
                try beat([.clockJumped(jump)])
            }
            if happened.isEmpty { try beat([]) }
            var rest = happened[...]
            while !rest.isEmpty {
                let next = rest.prefix(Self.batch)
                rest = rest.dropFirst(next.count)
                try beat(Array(next))
                backlog.remove(next)
            }
            pace.ended(events: happened.count, at: .now)
        }
    }

    /// One beat. Whatever fails, nobody is answered who is not on disk: what is not there did not happen, and peers say it
    /// again.
    private mutating func beat(_ events: [Event]) throws {
        do {
            try heart.beat(events, now: clock.now, speak: speak)
        } catch BrokerError.fenced {
            throw BrokerError.fenced
        } catch {
            let reason = error is StoreUnavailable ? "the store failed" : "something could not be carried out"
            logger.error(
                "\(reason); what of this beat is not on disk was not taken, starting over from there",
                metadata: ["reason": "\(error)", "events": "\(events.count)"])
            try recover()
        }
    }

    /// A new mind from the store; waits with growing pauses while the store cannot be written.
    private mutating func recover() throws {
        var pause = Duration.milliseconds(100)
        var poller = Poller([], wakeup: events.wakeup)
        while true {
            do {
                return try heart.recover(now: clock.now)
            } catch {
                guard !events.isClosed else { throw error }
                logger.error("the store cannot be used; trying again", metadata: ["reason": "\(error)"])
                // What comes meanwhile is not taken: its senders say it again.
                let end = ContinuousClock.now + pause
                while !events.isClosed, ContinuousClock.now < end {
                    _ = try poller.wait(timeout: end - .now)
                    backlog.remove(events.drain())
                }
                pause = min(pause * 2, .seconds(5))
            }
        }
    }
}
