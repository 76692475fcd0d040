/// One thing that a good stage does.
package enum Point: String, Sendable, Hashable, CaseIterable {
    case manifest
    case handshake
    case greetsAgain = "greets-again"
    case refusal
    case credit
    case started
    case epochs
    case extend
    case answers
    case redelivery
    case errors
    case errorKinds = "error-kinds"
    case grants
    case leastSight = "least-sight"
    case settings
    case unknownFields = "unknown-fields"
    case rubbish
    case heartbeat
    case silence
    case newSession = "new-session"
    case stale
    case slowBroker = "slow-broker"
    case drain
    case inputEnd = "stdin"
    case term
    case quietLog = "quiet-log"
}

extension Point {
    /// Whether the protocol demands it or only recommends it.
    package enum Requirement: String, Sendable {
        case must, should
    }

    package var requirement: Requirement { self == .errorKinds ? .should : .must }

    /// What is looked at, in words.
    package var title: String { words.title }

    /// What to do where it is not so.
    package var advice: String { words.advice }

    private var words: (title: String, advice: String) {
        switch self {
        case .manifest:
            ("the manifest can be read", "Mend stage.yaml; docs/writing-a-stage.md shows one.")
        case .handshake:
            (
                "says HELLO with its name, its instance and protocol 1",
                "Send HELLO first, with \"stage\" from CASEWIRE_STAGE, \"instance\" from CASEWIRE_INSTANCE and "
                    + "\"protocol\": 1."
            )
        case .greetsAgain:
            (
                "says HELLO each second until it is answered",
                "The broker may start later than the stage: send HELLO again each second until WELCOME comes."
            )
        case .refusal:
            (
                "leaves with 78 when the broker will not have it",
                "On REFUSED without \"delivery\" and \"id\" before WELCOME, tell why on standard error and exit with 78."
            )
        case .credit:
            (
                "grants credit, and more for each delivery it has finished",
                "Say in HELLO or CREDIT how many deliveries you can work at once (1 to 4096), and send CREDIT 1 when one is "
                    + "finished."
            )
        case .started:
            (
                "says STARTED before it works a delivery",
                "Send STARTED with \"delivery\" and \"epoch\" first: the lease runs from there."
            )
        case .epochs:
            (
                "answers under the delivery's own number and epoch",
                "Copy \"delivery\" and \"epoch\" from DELIVER into STARTED, EXTEND, DONE and FAIL, unchanged."
            )
        case .extend:
            (
                "asks for more time before its lease ends",
                "Send EXTEND with \"delivery\", \"epoch\" and \"seconds\" while half of the lease is left, or give the "
                    + "manifest a longer lease."
            )
        case .answers:
            (
                "answers each message that its manifest accepts",
                "Answer every DELIVER with DONE or FAIL; an outcome with nothing to say is the lease alone."
            )
        case .redelivery:
            (
                "gives the same outcome when a message comes again",
                "Answer a delivery that you have seen before like the first time, by its data and its \"now\": no wall "
                    + "clock, no random names, nothing remembered."
            )
        case .errors:
            (
                "answers what it cannot work with FAIL",
                "Catch what goes wrong with one delivery and send FAIL with \"kind\" (retry, permanent or config), "
                    + "\"code\" and \"message\"; then go on."
            )
        case .errorKinds:
            (
                "says permanent where trying again cannot help",
                "Use kind permanent for a message that can never be read: retry costs all attempts before a person sees it."
            )
        case .grants:
            (
                "stays within its manifest's outputs, writes and rights",
                "Name in stage.yaml what the stage emits (outputs), replaces (writes), sets timers of (accepts) and may do "
                    + "(rights), or leave it."
            )
        case .leastSight:
            (
                "copes with sections and a log that did not come",
                "A section may be missing, since a pipeline may grant less: do without it, or FAIL."
            )
        case .settings:
            (
                "leaves with 78 when its settings cannot work",
                "Look at the settings of WELCOME before granting credit; where they cannot work, say which on standard "
                    + "error and exit with 78."
            )
        case .unknownFields:
            (
                "ignores fields and commands that it does not know",
                "Read the fields you know and pass over the rest, commands included: later brokers say more."
            )
        case .rubbish:
            (
                "survives messages that cannot be read",
                "Ignore a message with too few frames, another signature or a header that is no JSON object; never end "
                    + "over it."
            )
        case .heartbeat:
            (
                "gives a sign of life at least every heartbeat",
                "Send PING each third of \"heartbeat_ms\", also while a delivery is worked; \"sent\", if you name it, "
                    + "counts what was said since HELLO, PINGs left out."
            )
        case .silence:
            (
                "opens a new session when the broker falls silent",
                "Send HELLO again when nothing was heard for 3 × \"heartbeat_ms\"."
            )
        case .newSession:
            (
                "sends unanswered outcomes again in a new session",
                "On REFUSED with code unknown-session say HELLO; after WELCOME send every DONE and FAIL that has no answer."
            )
        case .stale:
            (
                "drops an outcome that was refused",
                "On REFUSED with a \"delivery\", forget that outcome and grant credit for another."
            )
        case .slowBroker:
            (
                "bears a broker that takes its time",
                "Keep an outcome until it is answered, and wait; send it again only in a new session or after 3 heartbeats."
            )
        case .drain:
            (
                "on DRAIN finishes, says BYE and exits with 0",
                "Start nothing more, wait until what was started is answered, send BYE, exit with 0 within 10 s."
            )
        case .inputEnd:
            (
                "leaves when its standard input ends",
                "Watch standard input on a thread; at its end do what DRAIN does, so that no stage outlives its supervisor."
            )
        case .term:
            ("leaves on TERM", "Handle SIGTERM as DRAIN.")
        case .quietLog:
            (
                "keeps customers' words out of its log",
                "Log references, types and counts, never what customers write."
            )
        }
    }
}
