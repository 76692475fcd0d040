public import StageProtocol

/// Section `care`: who looks after the case and which clocks run. Written by escalation.
public struct Care: Codable, Sendable, Hashable {
    /// `care/1`
    public static let schema = "care/1"
    /// The person who stands for the customer.
    public var advocate: Colleague
    /// Every person who did so before, oldest first.
    public var earlier: [String]
    /// When the customer was promised the next word.
    public var next_word: Timestamp?
    /// The clocks by name: `acknowledge`, `first-answer`, `next-answer`, `update`, and `promise-NAME` for each promise. They
    /// are what the log says by the standards, kept here for others to read and worked out anew with every message.
    public var clocks: [String: Clock]
    /// How far up the ladder the case has gone; 0 is the advocate.
    public var rung: Int
    /// Why a person is needed, if one is.
    public var waits_for: String?
    /// Whose turn it is: `us` or `customer`.
    public var turn: String
    /// Addresses that mails came back from, in lower case, until somebody writes from there.
    public var unreachable: [String: Unreachable]?
    /// Names of promises that were missed and for which amends were offered.
    public var made_good: [String]?
    /// What the customer was offered or granted in this case as goodwill, oldest first.
    public var granted: [Grant]?

    /// A sum that the customer was offered or granted beyond what is theirs anyway.
    public struct Grant: Codable, Sendable, Hashable {
        /// In the currency's unit, such as 10 for 10 EUR.
        public var amount: Double
        /// Its ISO 4217 code.
        public var currency: String
        /// What it makes up for, in words.
        public var reason: String
        /// When it was decided.
        public var at: Timestamp
        /// The id of the person on whose authority it is.
        public var by: String
        /// The promise, or the run of a clock, that it makes up for; nil for a colleague's own word.
        public var about: String?
        /// A sum that was granted.
        public init(
            amount: Double, currency: String, reason: String, at: Timestamp, by: String, about: String? = nil
        ) {
            self.amount = amount
            self.currency = currency
            self.reason = reason
            self.at = at
            self.by = by
            self.about = about
        }
    }

    /// That a mail to an address came back.
    public struct Unreachable: Codable, Sendable, Hashable {
        /// `hard`, `soft`, `full`, `blocked` or `spam`.
        public var kind: String
        /// An enhanced status code such as `5.1.1` (RFC 3463).
        public var status: String?
        /// When that was heard.
        public var at: Timestamp
        /// A mail that came back.
        public init(kind: String, status: String? = nil, at: Timestamp) {
            self.kind = kind
            self.status = status
            self.at = at
        }
    }

    /// A colleague as a customer may know them.
    public struct Colleague: Codable, Sendable, Hashable {
        /// Their id in `people.yaml`.
        public var id: String
        /// Their name.
        public var name: String
        /// A colleague.
        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// One clock: running while neither met, missed nor stopped.
    public struct Clock: Codable, Sendable, Hashable {
        /// When it was started.
        public var started: Timestamp
        /// By when it must be met.
        public var due: Timestamp
        /// When a warning was given.
        public var warned: Timestamp?
        /// When it was met.
        public var met: Timestamp?
        /// When it was missed, if it was.
        public var missed: Timestamp?
        /// Since when it stands, while it does.
        public var paused: Timestamp?
        /// When nobody waited for it any more, though it was not met.
        public var stopped: Timestamp?

        /// A clock that runs.
        public init(
            started: Timestamp, due: Timestamp, warned: Timestamp? = nil, met: Timestamp? = nil,
            missed: Timestamp? = nil, paused: Timestamp? = nil, stopped: Timestamp? = nil
        ) {
            self.started = started
            self.due = due
            self.warned = warned
            self.met = met
            self.missed = missed
            self.paused = paused
            self.stopped = stopped
        }
    }

    /// The section.
    public init(
        advocate: Colleague, earlier: [String] = [], next_word: Timestamp? = nil, clocks: [String: Clock] = [:],
        rung: Int = 0, waits_for: String? = nil, turn: String = "us", unreachable: [String: Unreachable]? = nil,
        made_good: [String]? = nil, granted: [Grant]? = nil
    ) {
        self.advocate = advocate
        self.earlier = earlier
        self.next_word = next_word
        self.clocks = clocks
        self.rung = rung
        self.waits_for = waits_for
        self.turn = turn
        self.unreachable = unreachable
        self.made_good = made_good
        self.granted = granted
    }
}
