/// Who a text is for.
public enum Audience: String, Codable, Sendable {
    /// The customer whose case it is.
    case customer
    /// A colleague.
    case staff
}

/// A text proposed to a person. Nobody but the stage with `voice: true` can let it out.
public struct Say: Codable, Sendable, Hashable {
    /// A name that is unique in the case: the same name again is the same text, proposed once.
    public var name: String
    /// Who it is for.
    public var audience: Audience
    /// Addresses it goes to.
    public var to: [String]
    /// What it is for, such as `acknowledgment`, `answer` or `staff-notice`.
    public var purpose: String
    /// Whether it answers the customer: then it counts only if everything heard so far was seen.
    public var answers: Bool
    /// The subject line.
    public var subject: String?
    /// The language of the text, as BCP 47.
    public var language: String?
    /// The person in whose name it is said.
    public var author: String?
    /// Index of the body frame with the text, UTF-8.
    public var body: Int
    /// What the voice should know besides, such as the articles it rests on.
    public var details: JSON?
    /// It leaves only if no text of the same stage for the same purpose was let go to any of its addresses within so many
    /// milliseconds.
    public var seldom_ms: Int64?

    /// A proposed text.
    public init(
        name: String, audience: Audience = .customer, to: [String], purpose: String, answers: Bool,
        subject: String? = nil, language: String? = nil, author: String? = nil, body: Int, details: JSON? = nil,
        seldom_ms: Int64? = nil
    ) {
        self.name = name
        self.audience = audience
        self.to = to
        self.purpose = purpose
        self.answers = answers
        self.subject = subject
        self.language = language
        self.author = author
        self.body = body
        self.details = details
        self.seldom_ms = seldom_ms
    }
}

/// How far a text has come.
public enum SayState: String, Codable, Sendable {
    /// Waits for the voice.
    case proposed
    /// The voice refused it.
    case refused
    /// The voice passed it, and its final bytes are on disk.
    case ready
    /// It was let go; whether it left is not known yet.
    case sending
    /// It left.
    case sent
    /// It could not be sent.
    case failed
    /// The customer said more meanwhile, or the case moved on: it will not leave.
    case superseded
}

/// A text as it comes with a delivery.
public struct SayHead: Codable, Sendable, Hashable {
    /// The broker's number.
    public var say: Int64
    /// How far it has come.
    public var state: SayState
    /// What was proposed; its `body` is the index in this delivery.
    public var proposal: Say
    /// The stage that proposed it.
    public var by: String
    /// SHA-256 of the text in hex: the verdict must name it.
    public var hash: String
    /// How many contacts its writer had seen.
    public var heard: Int
    /// The Message-ID of the final bytes, once passed.
    public var message_id: String?
    /// The final bytes: index of a body frame, with `say.ready`.
    public var final: Int?
    /// What the voice found, with `say.refused`.
    public var findings: JSON?
    /// Whether it had been let go before and nobody knows what came of it.
    public var in_doubt: Bool?

    /// A text's head.
    public init(
        say: Int64, state: SayState, proposal: Say, by: String, hash: String, heard: Int, message_id: String? = nil,
        final: Int? = nil, findings: JSON? = nil, in_doubt: Bool? = nil
    ) {
        self.say = say
        self.state = state
        self.proposal = proposal
        self.by = by
        self.hash = hash
        self.heard = heard
        self.message_id = message_id
        self.final = final
        self.findings = findings
        self.in_doubt = in_doubt
    }
}

/// What the voice says of a proposed text.
public struct Verdict: Codable, Sendable, Hashable {
    /// The broker's number of the text.
    public var say: Int64
    /// SHA-256 of the text that was judged.
    public var hash: String
    /// Whether it may go.
    public var pass: Bool
    /// What was found: rule, words, advice.
    public var findings: JSON?
    /// The final bytes, where it passes: index of a body frame.
    public var final: Int?
    /// Their Message-ID, where it passes.
    public var message_id: String?
    /// Keys under which an answer to it finds the case, such as `mid:…`.
    public var index: [String]?

    /// A verdict on a text.
    public init(
        say: Int64, hash: String, pass: Bool, findings: JSON? = nil, final: Int? = nil, message_id: String? = nil,
        index: [String]? = nil
    ) {
        self.say = say
        self.hash = hash
        self.pass = pass
        self.findings = findings
        self.final = final
        self.message_id = message_id
        self.index = index
    }
}

/// `BEGIN`: asks whether a text may leave now.
public struct Begin: Codable, Sendable, Hashable {
    /// The delivery of `say.ready`.
    public var delivery: Int64
    /// The fencing token.
    public var epoch: String
    /// The broker's number of the text.
    public var say: Int64

    /// A question for a text.
    public init(_ lease: Lease, say: Int64) {
        delivery = lease.delivery
        epoch = lease.epoch
        self.say = say
    }
}

/// `GO`: the text may leave once; that it was let go is on disk.
public struct Go: Codable, Sendable, Hashable {
    /// The delivery.
    public var delivery: Int64
    /// The broker's number of the text.
    public var say: Int64
    /// Whether it had been let go before and nobody knows what came of it.
    public var in_doubt: Bool

    /// Leave to send.
    public init(delivery: Int64, say: Int64, in_doubt: Bool) {
        self.delivery = delivery
        self.say = say
        self.in_doubt = in_doubt
    }
}

/// `STOP`: the text may not leave; finish the delivery with an empty outcome.
public struct Stop: Codable, Sendable, Hashable {
    /// The delivery.
    public var delivery: Int64
    /// The broker's number of the text.
    public var say: Int64
    /// Why, such as `superseded`.
    public var code: String
    /// Why, in a sentence.
    public var message: String

    /// No leave to send.
    public init(delivery: Int64, say: Int64, code: String, message: String) {
        self.delivery = delivery
        self.say = say
        self.code = code
        self.message = message
    }
}

/// What came of a text that was let go.
public struct SayResult: Codable, Sendable, Hashable {
    /// The broker's number of the text.
    public var say: Int64
    /// Whether it left.
    public var sent: Bool
    /// Where it went, or why it did not.
    public var detail: String
    /// What came of each address.
    public var recipients: [Recipient]?

    /// One address's share of the result.
    public struct Recipient: Codable, Sendable, Hashable {
        /// The address.
        public var address: String
        /// Whether it was taken.
        public var taken: Bool
        /// The server's words.
        public var detail: String?

        /// An address's result.
        public init(address: String, taken: Bool, detail: String? = nil) {
            self.address = address
            self.taken = taken
            self.detail = detail
        }
    }

    /// A result.
    public init(say: Int64, sent: Bool, detail: String, recipients: [Recipient]? = nil) {
        self.say = say
        self.sent = sent
        self.detail = detail
        self.recipients = recipients
    }
}
