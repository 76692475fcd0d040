/// `DONE`: what was found, what happened, what should happen next. It is committed whole or not at all.
public struct Outcome: Codable, Sendable, Hashable {
    /// The message's number.
    public var delivery: Int64
    /// The fencing token.
    public var epoch: String
    /// Entries for the case's log.
    public var append: [Append]?
    /// Sections to replace.
    public var set: [SetSection]?
    /// Messages to send on.
    public var emit: [Emit]?
    /// Messages to oneself in the future.
    public var timers: [SetTimer]?
    /// Names of timers to cancel.
    public var cancel: [String]?
    /// Texts proposed to a person.
    public var say: [Say]?
    /// What the voice says of proposed texts.
    public var verdicts: [Verdict]?
    /// What came of texts that were let go.
    public var results: [SayResult]?
    /// Promises that bind from now on.
    public var promise: [MakePromise]?
    /// Promises that were kept: the names given when they were made.
    public var keep: [String]?
    /// Promises that nobody is owed any more, though they were not kept: the names given when they were made.
    public var withdraw: [String]?
    /// What came of standards: which was met in time, and which missed. Each time is told once.
    public var standards: [StandardResult]?
    /// Cases of the house to open, or to join where they are open already.
    public var open: [OpenCase]?
    /// What is counted by the hour, over all cases.
    public var count: [CountOne]?
    /// The person who stands for the customer from now on.
    public var owner: String?
    /// Ends the case: an answer, an offer or a named next step was given.
    public var resolve: Resolve?
    /// Opens the case again.
    public var reopen: Resolve?
    /// Admits the submission that was delivered.
    public var admit: Admit?
    /// Parks the submission that was delivered.
    public var park: Park?

    /// An outcome that does nothing but finish the message.
    public init(_ lease: Lease) {
        delivery = lease.delivery
        epoch = lease.epoch
    }
}

/// A log entry.
public struct Append: Codable, Sendable, Hashable {
    /// `noted` or `decided`; the broker writes the other kinds itself.
    public var kind: String
    /// Index of the body frame with its JSON.
    public var body: Int

    /// An entry of a kind.
    public init(kind: String, body: Int) {
        self.kind = kind
        self.body = body
    }
}

/// The new content of a whole section.
public struct SetSection: Codable, Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The name and major version of its shape.
    public var schema: String
    /// The version that was read; 0 where there was none. Another one by now refuses the outcome.
    public var base: Int
    /// Index of the body frame with its JSON.
    public var body: Int
    /// In an admission: it counts only if this address takes part in the case already, or the case is opened by it.
    public var participant: String?

    /// A section's new content.
    public init(name: String, schema: String, base: Int, body: Int, participant: String? = nil) {
        self.name = name
        self.schema = schema
        self.base = base
        self.body = body
        self.participant = participant
    }
}

/// A message to whatever the config connects to an output.
public struct Emit: Codable, Sendable, Hashable {
    /// The output's name in the manifest.
    public var output: String
    /// Index of the body frame with its data, JSON.
    public var body: Int?
    /// By when it should be dealt with; the delivery's own deadline if absent.
    public var deadline: Timestamp?
    /// The reference of the case that it is about, where that is another than the delivery's.
    public var `case`: String?

    /// A message to an output.
    public init(output: String, body: Int? = nil, deadline: Timestamp? = nil, `case`: String? = nil) {
        self.output = output
        self.body = body
        self.deadline = deadline
        self.case = `case`
    }
}

/// A case of the house: a matter that is no customer's, such as the cause of what went wrong for several of them.
///
/// Where one of this kind is open under the key, the entry joins it; otherwise one is opened. Either way both logs say how
/// the two belong together, and the output tells of it.
public struct OpenCase: Codable, Sendable, Hashable {
    /// What sort of matter it is, such as `cause`; stages see it in the case's head.
    public var kind: String
    /// What it is known by among those of its kind.
    public var key: String
    /// One line for lists, where it is opened.
    public var subject: String
    /// Who looks after it, where it is opened.
    public var owner: String?
    /// What is noted in its log: index of a body frame, JSON. It is the message's data as well.
    public var entry: Int
    /// The output that the news of it leaves by.
    public var output: String
    /// By when the news should be dealt with; the delivery's own deadline if absent.
    public var deadline: Timestamp?
    /// The reference of the one to join in any case. What is opened under the key from then on joins it too.
    public var `case`: String?

    /// A case of the house.
    public init(
        kind: String, key: String, subject: String, owner: String? = nil, entry: Int, output: String,
        deadline: Timestamp? = nil, `case`: String? = nil
    ) {
        self.kind = kind
        self.key = key
        self.subject = subject
        self.owner = owner
        self.entry = entry
        self.output = output
        self.deadline = deadline
        self.case = `case`
    }
}

/// One more of something, in the hour of the delivery.
public struct CountOne: Codable, Sendable, Hashable {
    /// What is counted, such as `topic`.
    public var series: String
    /// Which of them it is, such as `delivery-late`. It outlives the case, so it tells nothing of a person.
    public var value: String

    /// One more of something.
    public init(series: String, value: String) {
        self.series = series
        self.value = value
    }
}

/// A message to oneself in the future. Setting one under a name that waits already replaces it.
public struct SetTimer: Codable, Sendable, Hashable {
    /// Its name, unique per case and stage.
    public var name: String
    /// The type of the message it becomes; the manifest accepts it.
    public var type: String
    /// When it fires.
    public var at: Timestamp
    /// Index of the body frame with its data, JSON.
    public var body: Int?

    /// A timer.
    public init(name: String, type: String, at: Timestamp, body: Int? = nil) {
        self.name = name
        self.type = type
        self.at = at
        self.body = body
    }
}

/// A promise for the ledger.
public struct MakePromise: Codable, Sendable, Hashable {
    /// Its name, unique in the case.
    public var name: String
    /// What is promised.
    public var what: String
    /// By when.
    public var due: Timestamp
    /// On whose authority.
    public var authority: String
    /// What will show that it was kept.
    public var evidence: String
    /// What sort of thing it is, such as `refund` or `contact`, where its maker says.
    public var kind: String?

    /// A promise.
    public init(
        name: String, what: String, due: Timestamp, authority: String, evidence: String, kind: String? = nil
    ) {
        self.name = name
        self.what = what
        self.due = due
        self.authority = authority
        self.evidence = evidence
        self.kind = kind
    }
}

/// What came of one of the standards that customers are held to.
public struct StandardResult: Codable, Sendable, Hashable {
    /// Its name in `standards.yaml`, such as `first_answer`.
    public var standard: String
    /// Whether it was met in time.
    public var met: Bool
    /// By when it had to be.
    public var due: Timestamp

    /// What came of a standard.
    public init(standard: String, met: Bool, due: Timestamp) {
        self.standard = standard
        self.met = met
        self.due = due
    }
}

/// Why a case ends or opens again.
public struct Resolve: Codable, Sendable, Hashable {
    /// One sentence for the story.
    public var reason: String
    /// A reason.
    public init(reason: String) { self.reason = reason }
}

/// Why a submission waits for a person.
public struct Park: Codable, Sendable, Hashable {
    /// A code to group by, such as `malformed`.
    public var code: String
    /// What is the matter and what a person can do.
    public var reason: String

    /// A reason to park.
    public init(code: String, reason: String) {
        self.code = code
        self.reason = reason
    }
}

/// `FAIL`: why a delivery could not be worked.
public struct Failure: Codable, Sendable, Hashable {
    /// What trying again would bring.
    public enum Kind: String, Codable, Sendable {
        /// It may work later: back-off, then another attempt.
        case retry
        /// It will never work: dead letter at once.
        case permanent
        /// The stage's settings are wrong: dead letter at once, and the operator is told.
        case config
    }

    /// The message's number.
    public var delivery: Int64
    /// The fencing token.
    public var epoch: String
    /// What trying again would bring.
    public var kind: Kind
    /// A code to group by.
    public var code: String
    /// What happened and what to do.
    public var message: String

    /// A failure.
    public init(_ lease: Lease, kind: Kind, code: String, message: String) {
        delivery = lease.delivery
        epoch = lease.epoch
        self.kind = kind
        self.code = code
        self.message = message
    }
}
