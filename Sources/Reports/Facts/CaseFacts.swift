package import Clocks
package import StageProtocol

/// What reports need to know of one case; they look at nothing else.
package struct CaseFacts: Sendable {
    package var ref: String
    package var opened: Timestamp
    package var isOpen: Bool
    package var resolved: Timestamp?
    package var owner: String?
    /// Where the customer is reached; only to find the size of their account.
    package var customer: String?
    /// What it is about; `not understood` where nobody knows.
    package var topic = Self.notUnderstood
    package var mood: String?
    package var language = "unsure"
    package var channel = "unknown"
    /// Whether nothing of it happened here: it was brought in from the past.
    package var isHistory = false
    /// When the customer wrote.
    package var contacts: [Timestamp] = []
    /// The clocks that run while the next word is ours.
    package var clocks: [ClockTimes] = []
    /// Milliseconds of opening hours from the first contact to the first answer.
    package var waited: Int64?
    /// The texts that left to the customer.
    package var texts: [Text] = []
    /// Texts to the customer that were refused by the gate.
    package var refused = 0
    /// Everybody who was the owner, in turn.
    package var owners: [String] = []
    package var promises: [Promised] = []
    /// By the promise's name: when it ended without being kept.
    package var withdrawn: [String: Timestamp] = [:]
    package var madeGood: Set<String> = []
    /// Whether a sum was offered or granted as goodwill.
    package var isGranted = false
    /// What escalation saw and did.
    package var steps: [Step] = []
    package var asks: [Ask] = []
    package var feedback = Feedback()
    /// Whether it was understood at all.
    package var isUnderstood = false
    /// What a person made of how it was understood; nil where nobody has looked.
    package var reviewed: Reviewed?

    package static let notUnderstood = "not understood"

    package init(ref: String, opened: Timestamp, isOpen: Bool) {
        self.ref = ref
        self.opened = opened
        self.isOpen = isOpen
    }

    package struct Text: Sendable, Hashable {
        package var at: Timestamp
        package var purpose: String
        package var answers: Bool
        /// The person who wrote it.
        package var author: String?
        /// Whether its writer had seen all that was heard when it left.
        package var sawAll: Bool
    }

    package struct Promised: Sendable, Hashable {
        package var name: String
        package var kind: String
        package var what: String
        package var authority: String
        package var evidence: String
        package var at: Timestamp
        package var due: Timestamp
    }

    /// Something that escalation saw, or did about it.
    package struct Step: Sendable, Hashable {
        package enum Kind: String, Sendable {
            /// A sign that something may grow large.
            case sign
            /// A time that will likely be missed.
            case predicted
            /// Somebody was warned of a time.
            case warned
            /// A time was missed.
            case missed
            /// There is danger, or no hour to wait for.
            case urgent
            /// A person up the ladder was told.
            case told
            /// A person took it on.
            case taken
        }

        package var kind: Kind
        /// Which sign or clock, or why.
        package var code: String
        package var at: Timestamp
        package var people: [String] = []
    }

    package struct Ask: Sendable, Hashable {
        package var kind: String
        /// The article that an answer to it rested on.
        package var article: String?
        /// Whether an answer covers it.
        package var isCovered: Bool
    }

    package struct Feedback: Sendable {
        /// Whether the section has the shape that it is to have.
        package var isReadable = true
        package var asked: Timestamp?
        /// The last one stands.
        package var vote: Vote?
        package var items: [Item] = []

        package struct Vote: Sendable, Hashable {
            package var question: String
            package var score: Int
            package var at: Timestamp?
            /// The customer's words; empty where there are none.
            package var words: String
            /// Whether they agreed to have them repeated.
            package var mayBeQuoted: Bool
        }

        package struct Item: Sendable, Hashable {
            /// `corrective` or `affirmative`.
            package var kind: String
            package var topic: String?
            package var owner: String
            package var at: Timestamp
            package var due: Timestamp?
            package var handed: Timestamp?
            package var done: Timestamp?
            package var told: Timestamp?
            /// When it was put away: there was nothing to do.
            package var quiet: Timestamp?

            /// Whether there was nothing to do, and somebody said so in time.
            package var isNone: Bool { quiet.map { quiet in due.map { quiet < $0 } ?? true } ?? false }
        }
    }

    /// The runs of a clock.
    package func runs(_ clock: ClockName) -> some Collection<ClockTimes> {
        clocks.lazy.filter { $0.clock == clock }
    }

    /// The clock of a promise.
    package func clock(of promise: Promised) -> ClockTimes? {
        let name = ClockName.promise(promise.name)
        return clocks.first { $0.name == name }
    }
}
