import Broker
import Logging
import StageProtocol
import ZeroMQ

/// The thread that owns the store and the broker's mind. One beat at a time: what has happened, decided, committed, and
/// only then spoken.
final class BeatThread: Sendable {
    private let events: Mailbox<Event>
    private let backlog: Backlog
    private let thread: SocketThread

    /// Starts beating.
    /// - Parameters:
    ///   - clock: the time it goes by.
    ///   - backlog: counts what is posted until it is decided.
    ///   - open: opens the store; called on the thread.
    ///   - speak: takes the actions of a committed beat.
    ///   - ended: called once, with what ended it, or nil after `stop`.
    init(
        plan: Plan, clock: WallClock, logger: Logger, backlog: Backlog,
        open: @escaping @Sendable () throws -> any Store,
        speak: @escaping @Sendable ([Action]) -> Void, ended: @escaping @Sendable ((any Error)?) -> Void
    ) throws {
        let events = try Mailbox<Event>()
        self.events = events
        self.backlog = backlog
        thread = try SocketThread(name: "beat", stackBytes: 8 << 20) {
            do {
                var beating = Beating(
                    plan: plan, store: try open(), clock: clock, events: events, backlog: backlog, speak: speak,
                    logger: logger)
                try beating.run()
                ended(nil)
            } catch {
                ended(error)
            }
            events.close()
        }
    }

    func post(_ event: Event) {
        backlog.add(event)
        events.post(event)
    }

    /// Finishes the beat at hand, then ends.
    func stop() {
        events.close()
        thread.join()
    }
}
