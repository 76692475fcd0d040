/// `SUBMIT`: something from outside that must not be lost. It is on disk when `ACCEPTED` comes.
///
/// With `admit` it is resolved at once. Without, it is delivered to the source stage as `submission.received`, whose
/// outcome admits or parks it: so raw bytes are safe before anything reads them.
public struct Submission: Codable, Sendable, Hashable {
    /// The transport's idempotency key: the same key again is answered with the first answer and changes nothing.
    public var id: String
    /// The way it came, such as `deliver`, `send`, `form` or `api`.
    public var via: String
    /// What a person would call it: a file name, a mailbox and number.
    public var name: String?
    /// The source stage that reads it; needed on the control socket only.
    public var to: String?
    /// The raw bytes: index of a body frame.
    public var raw: Int?
    /// The raw bytes: SHA-256 in hex of a blob that was PUT before, for more than a message may carry.
    public var blob: String?
    /// The media type of the raw bytes.
    public var media: String?
    /// How to resolve it, where the source knows already.
    public var admit: Admit?
    /// What the operator wishes the source stage to do with it; on the control socket only. It reaches the stage as the
    /// delivery's data.
    public var orders: JSON?
    /// Where the caller is in a trace of its own (W3C Trace Context): a case that is opened by this has that trace.
    public var traceparent: String?

    /// A submission under the transport's idempotency key.
    public init(
        id: String, via: String, name: String? = nil, to: String? = nil, raw: Int? = nil, blob: String? = nil,
        media: String? = nil, admit: Admit? = nil, orders: JSON? = nil, traceparent: String? = nil
    ) {
        self.id = id
        self.via = via
        self.name = name
        self.to = to
        self.raw = raw
        self.blob = blob
        self.media = media
        self.admit = admit
        self.orders = orders
        self.traceparent = traceparent
    }
}

/// How a submission becomes part of a case.
public struct Admit: Codable, Sendable, Hashable {
    /// What the submission is to the case.
    public enum Role: String, Codable, Sendable {
        /// The customer's words: opens a case or follows one up, and moves its `heard` mark.
        case customer
        /// A colleague's words on a case.
        case staff
        /// A vote or an opinion on a case.
        case feedback
        /// Automatic mail, a bounce, a receipt: recorded, answered by nobody.
        case notice
    }

    /// Who speaks.
    public var role: Role
    /// The evidence for the case it belongs to, strongest first; the first that matches decides.
    public var match: [Match]
    /// Keys under which later submissions find the case.
    public var index: [String]?
    /// Addresses that take part in the case that it opens. Who follows up takes part already, or speaks by what they hold.
    public var participants: [String]?
    /// Whose case it is, when it opens one: a stable name for the customer, such as a normalised address.
    public var customer: String?
    /// One line that says what it is about, for lists.
    public var subject: String?
    /// Names this very content: another submission with the same one is a duplicate.
    public var dedupe: String?
    /// The log entry's body: index of a body frame, JSON.
    public var entry: Int
    /// Sections to set, such as `contact`.
    public var set: [SetSection]?
    /// The output that the news of it leaves by.
    public var output: String
    /// When the standards want it dealt with.
    public var deadline: Timestamp?
    /// The subject where it is none of an answer: a customer who writes so about another matter, in the thread of a case
    /// that is resolved, opens a linked one.
    public var topic: String?
    /// When it was said, where that is history: it goes into the log under that time, opens a case that is resolved, and
    /// nobody is told, so nothing is answered.
    public var past: Timestamp?

    /// An admission; see the members for what each part means.
    public init(
        role: Role, match: [Match], index: [String]? = nil, participants: [String]? = nil, customer: String? = nil,
        subject: String? = nil, dedupe: String? = nil, entry: Int, set: [SetSection]? = nil, output: String,
        deadline: Timestamp? = nil, topic: String? = nil, past: Timestamp? = nil
    ) {
        self.role = role
        self.match = match
        self.index = index
        self.participants = participants
        self.customer = customer
        self.subject = subject
        self.dedupe = dedupe
        self.entry = entry
        self.set = set
        self.output = output
        self.deadline = deadline
        self.topic = topic
        self.past = past
    }
}

/// One piece of evidence: a key that a case was indexed under.
public struct Match: Codable, Sendable, Hashable {
    /// The key, such as `ref:CW-7K3F9QX` or `mid:abc@example.com`.
    public var key: String
    /// The match counts only if this address takes part in the case already.
    public var participant: String?

    /// Evidence by key.
    public init(key: String, participant: String? = nil) {
        self.key = key
        self.participant = participant
    }
}

/// What became of a submission.
public enum SubmissionState: String, Codable, Sendable {
    /// On disk; its source stage has not said yet what it is.
    case received
    /// A new case was opened for it.
    case opened
    /// It became part of a case that was there.
    case followed_up
    /// Its content had been submitted before.
    case duplicate
    /// It waits for a person, with a reason.
    case parked
    /// A person looked at it and said why nothing is to come of it.
    case discarded
}

/// `ACCEPTED`: the submission is on disk.
public struct Accepted: Codable, Sendable, Hashable {
    /// The submission's idempotency key.
    public var id: String
    /// The broker's number for it.
    public var submission: Int64
    /// What became of it so far.
    public var state: SubmissionState
    /// The case, once it has one.
    public var ref: String?

    /// An acceptance.
    public init(id: String, submission: Int64, state: SubmissionState, ref: String? = nil) {
        self.id = id
        self.submission = submission
        self.state = state
        self.ref = ref
    }
}

/// `LATER`: nothing was taken; there is too much waiting.
public struct Later: Codable, Sendable, Hashable {
    /// The submission's idempotency key.
    public var id: String
    /// Milliseconds after which to try again.
    public var after_ms: Int

    /// A wish to come back later.
    public init(id: String, after_ms: Int) {
        self.id = id
        self.after_ms = after_ms
    }
}

/// `PUT`: a chunk of a blob. Chunks go in order, the next after `STORED`.
public struct Put: Codable, Sendable, Hashable {
    /// SHA-256 of the whole blob, in lower-case hex.
    public var hash: String
    /// Bytes of the whole blob.
    public var size: Int
    /// Where the chunk begins.
    public var offset: Int

    /// A chunk's place.
    public init(hash: String, size: Int, offset: Int) {
        self.hash = hash
        self.size = size
        self.offset = offset
    }
}

/// `STORED`: the blob is on disk up to `next`; complete where that is its size.
public struct Stored: Codable, Sendable, Hashable {
    /// SHA-256 of the whole blob.
    public var hash: String
    /// Where the next chunk must begin.
    public var next: Int

    /// How far the blob is on disk.
    public init(hash: String, next: Int) {
        self.hash = hash
        self.next = next
    }
}

/// `GET`: asks for a chunk of a blob.
public struct Get: Codable, Sendable, Hashable {
    /// SHA-256 of the whole blob.
    public var hash: String
    /// Where the chunk begins; a multiple of the chunk size that `WELCOME` names.
    public var offset: Int

    /// The chunk at an offset.
    public init(hash: String, offset: Int) {
        self.hash = hash
        self.offset = offset
    }
}

/// `BLOB`: a chunk stands in the body frame.
public struct Blob: Codable, Sendable, Hashable {
    /// SHA-256 of the whole blob.
    public var hash: String
    /// Bytes of the whole blob.
    public var size: Int
    /// Where the chunk begins.
    public var offset: Int

    /// A chunk's place.
    public init(hash: String, size: Int, offset: Int) {
        self.hash = hash
        self.size = size
        self.offset = offset
    }
}
