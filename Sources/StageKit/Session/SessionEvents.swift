import Logging
import StageProtocol

/// Names a request whose sender waits for the answer.
struct Ticket: Hashable, Sendable {
    let number: UInt64
}

extension Session {
    /// What a session is opened with.
    struct Terms: Sendable {
        /// Who connects; its credit is filled in.
        var hello: Hello
        /// How many deliveries are worked at once; none for a command.
        var window: Int
        /// Whether leases are lengthened while a delivery is worked.
        var autoExtend = false
        /// How long to wait for the first `WELCOME`; nil waits for ever.
        var patience: Duration?
        /// How long what was started may take once the end is near.
        var grace = Shutdown.grace
        /// How often `HELLO` is said until it is answered.
        var greetEvery = Duration.seconds(1)
    }

    /// What happens to a session.
    enum Event: Sendable {
        /// The socket is there.
        case start
        /// The broker said something.
        case heard(BrokerMessage)
        /// The stage is ready; `door` says whether something runs beside the handler.
        case prepared(door: Bool)
        /// Somebody wants an answer.
        case request(Ticket, StageMessage, timeout: Duration?)
        /// Nobody wants the answer any more.
        case abandon(Ticket)
        /// Something to send that has no answer.
        case tell(StageMessage)
        /// A handler has returned: `DONE` or `FAIL`.
        case finished(StageMessage)
        /// What ran beside the handler has ended, by an error or not.
        case doorClosed(isBroken: Bool)
        /// Finish and leave.
        case drain
        /// Time has passed.
        case tick
    }

    /// What is to be done about it.
    enum Action: Sendable, Hashable {
        case send(StageMessage)
        /// The first `WELCOME`: the stage can be made ready.
        case welcomed(Welcome)
        /// A handler begins.
        case work(Delivery, [Frame])
        case answer(Ticket, Answer)
        case note(Logger.Level, String)
        /// No more comes; the door is to be closed.
        case leave
        case close(Ending)
    }

    /// What came of a request.
    enum Answer: Sendable, Hashable {
        case message(BrokerMessage)
        case refused(Refused)
        case timedOut
        case closed
    }

    /// How a session ends.
    enum Ending: Sendable, Hashable {
        /// Everything that was started is finished, or its grace was over.
        case drained
        /// As `drained`, because what ran beside the handler broke.
        case broken
        /// The broker will not have this peer.
        case refused(Refused)
        /// No broker within the patience.
        case unreachable
    }
}
