/// `DELIVER`: a message with the case it is about. Body frames are named by index.
public struct Delivery: Codable, Sendable, Hashable {
    /// The message's number, the same at every attempt.
    public var delivery: Int64
    /// The fencing token of this attempt.
    public var epoch: String
    /// 1 at the first try.
    public var attempt: Int
    /// The time to reckon with; a stage uses no other clock.
    public var now: Timestamp
    /// Milliseconds of the lease that `STARTED` begins.
    public var lease_ms: Int
    /// The message itself.
    public var message: Message
    /// The message's data: index of a body frame.
    public var data: Int?
    /// The case; none for a submission that is not admitted yet.
    public var `case`: CaseHead?
    /// The log, for a stage that reads `log`: index of a body frame with a JSON list of entries.
    public var log: Int?
    /// The sections that the stage may see.
    public var sections: [SectionHead]
    /// The submission, with `submission.received`.
    public var submission: SubmissionHead?
    /// The text, with `say.proposed`, `say.ready` and `say.refused`.
    public var say: SayHead?

    /// A delivery with everything it says.
    public init(
        delivery: Int64, epoch: String, attempt: Int, now: Timestamp, lease_ms: Int, message: Message, data: Int? = nil,
        `case`: CaseHead? = nil, log: Int? = nil, sections: [SectionHead] = [], submission: SubmissionHead? = nil,
        say: SayHead? = nil
    ) {
        self.delivery = delivery
        self.epoch = epoch
        self.attempt = attempt
        self.now = now
        self.lease_ms = lease_ms
        self.message = message
        self.data = data
        self.case = `case`
        self.log = log
        self.sections = sections
        self.submission = submission
        self.say = say
    }

    /// What the delivery is held by.
    public var lease: Lease { Lease(delivery: delivery, epoch: epoch) }
}

/// A CloudEvents 1.0 event about a case.
public struct Message: Codable, Sendable, Hashable {
    /// Unique with `source`.
    public var id: String
    /// The stage it came from, as a path: `/triage`.
    public var source: String
    /// What happened, such as `case.understood`.
    public var type: String
    /// The case's reference.
    public var subject: String?
    /// When it was committed.
    public var time: Timestamp
    /// W3C Trace Context, the same trace from the first contact on.
    public var traceparent: String
    /// By when the standards want it dealt with.
    public var deadline: Timestamp
    /// `1.0`
    public var specversion: String

    /// An event.
    public init(
        id: String, source: String, type: String, subject: String?, time: Timestamp, traceparent: String,
        deadline: Timestamp
    ) {
        self.id = id
        self.source = source
        self.type = type
        self.subject = subject
        self.time = time
        self.traceparent = traceparent
        self.deadline = deadline
        specversion = "1.0"
    }
}

/// Where a case stands.
public enum CaseStatus: String, Codable, Sendable {
    /// Somebody waits for something.
    case open
    /// Answered, offered or with a named next step; a word from the customer opens it again.
    case resolved
}

/// What every stage may know of a case.
public struct CaseHead: Codable, Sendable, Hashable {
    /// The reference that the customer knows, such as `CW-7K3F9QX`.
    public var ref: String
    /// Where it stands.
    public var status: CaseStatus
    /// How many contacts the customer has made; an answer that has seen fewer is put back.
    public var heard: Int
    /// When it was opened.
    public var opened: Timestamp
    /// One line that says what it is about.
    public var subject: String?
    /// The person who stands for the customer.
    public var owner: String?
    /// An earlier case that this one goes on from.
    public var linked: String?
    /// What sort of matter it is, where it is a case of the house; nil for a customer's.
    public var kind: String?
    /// The customer's other cases, latest first, for a stage that reads `history`.
    public var history: [Past]?
    /// Open cases by owner, for a stage that reads `load`.
    public var load: [String: Int]?

    /// Another case of the same customer.
    public struct Past: Codable, Sendable, Hashable {
        /// Its reference.
        public var ref: String
        /// Where it stands.
        public var status: CaseStatus
        /// Who stood for the customer.
        public var owner: String?
        /// When it was opened.
        public var opened: Timestamp

        /// A case in short.
        public init(ref: String, status: CaseStatus, owner: String?, opened: Timestamp) {
            self.ref = ref
            self.status = status
            self.owner = owner
            self.opened = opened
        }
    }

    /// A case's head.
    public init(
        ref: String, status: CaseStatus, heard: Int, opened: Timestamp, subject: String? = nil, owner: String? = nil,
        linked: String? = nil, kind: String? = nil, history: [Past]? = nil, load: [String: Int]? = nil
    ) {
        self.ref = ref
        self.status = status
        self.heard = heard
        self.opened = opened
        self.subject = subject
        self.owner = owner
        self.linked = linked
        self.kind = kind
        self.history = history
        self.load = load
    }
}

/// A section that comes with a delivery.
public struct SectionHead: Codable, Sendable, Hashable {
    /// Its name, such as `understanding`.
    public var name: String
    /// The name and major version of its shape, such as `understanding/1`.
    public var schema: String
    /// Counts its changes from 1; `set` names the one it builds on.
    public var version: Int
    /// Index of the body frame with its JSON.
    public var body: Int

    /// A section's head.
    public init(name: String, schema: String, version: Int, body: Int) {
        self.name = name
        self.schema = schema
        self.version = version
        self.body = body
    }
}

/// One entry of a case's log, as it stands in the log's body frame.
public struct Entry: Codable, Sendable, Hashable {
    /// Counts from 1 within the case.
    public var seq: Int
    /// `heard`, `said`, `noted`, `promised`, `decided`, `staff`, `notice` or `feedback`.
    public var kind: String
    /// When it was committed.
    public var at: Timestamp
    /// The stage that wrote it, or `broker`.
    public var by: String
    /// Its content.
    public var body: JSON

    /// An entry.
    public init(seq: Int, kind: String, at: Timestamp, by: String, body: JSON) {
        self.seq = seq
        self.kind = kind
        self.at = at
        self.by = by
        self.body = body
    }
}

/// A submission that waits to be admitted.
public struct SubmissionHead: Codable, Sendable, Hashable {
    /// The broker's number.
    public var submission: Int64
    /// The way it came.
    public var via: String
    /// What a person would call it.
    public var name: String?
    /// When it was accepted.
    public var at: Timestamp
    /// SHA-256 of the raw bytes, to be fetched with `GET` where `raw` is absent.
    public var blob: String?
    /// Bytes of the raw content.
    public var size: Int?
    /// The raw bytes: index of a body frame, where they fit into the message.
    public var raw: Int?
    /// Their media type.
    public var media: String?

    /// A submission's head.
    public init(
        submission: Int64, via: String, name: String?, at: Timestamp, blob: String?, size: Int?, raw: Int?,
        media: String?
    ) {
        self.submission = submission
        self.via = via
        self.name = name
        self.at = at
        self.blob = blob
        self.size = size
        self.raw = raw
        self.media = media
    }
}
