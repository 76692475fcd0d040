package import Logging
package import StageProtocol

/// Names a request whose sender waits for the answer.
package struct Ticket: Hashable, Sendable {
    package let number: UInt64

    package init(number: UInt64) { self.number = number }
}

extension Session {
    /// What a session is opened with.
    package struct Terms: Sendable {
        /// Who connects; its credit is filled in.
        package var hello: Hello
        /// How many deliveries are worked at once; none for a command.
        package var window: Int
        /// Whether leases are lengthened while a delivery is worked.
        package var autoExtend = false
        /// How long to wait for the first `WELCOME`; nil waits for ever.
        package var patience: Duration?
        /// How long what was started may take once the end is near.
        package var grace: Duration
        /// How often `HELLO` is said until it is answered.
        package var greetEvery: Duration

        package init(
            hello: Hello, window: Int, autoExtend: Bool = false, patience: Duration? = nil,
            grace: Duration = Shutdown.grace, greetEvery: Duration = .seconds(1)
        ) {
            self.hello = hello
            self.window = window
            self.autoExtend = autoExtend
            self.patience = patience
            self.grace = grace
            self.greetEvery = greetEvery
        }
    }

    /// What happens to a session.
    package enum Event: Sendable {
        /// The socket is there.
        case start
        /// The broker said something.
        case heard(BrokerMessage)
        /// The broker used a command of a later version, which is ignored.
        case passedOver
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
    package enum Action: Sendable, Hashable {
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
    package enum Answer: Sendable, Hashable {
        case message(BrokerMessage)
        case refused(Refused)
        case timedOut
        case closed
    }

    /// How a session ends.
    package enum Ending: Sendable, Hashable {
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
