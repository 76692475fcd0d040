/// `HELLO`: who connects.
public struct Hello: Codable, Sendable, Hashable {
    /// The stage's name in `pipeline.yaml`; an operator's command says `casewire`.
    public var stage: String
    /// A name for this process that stays the same when it is started anew in its place; a new `HELLO` under it
    /// takes back at once what the earlier process held.
    public var instance: String
    /// The process id, for people.
    public var pid: Int?
    /// Name and version of the program, for people.
    public var software: String?
    /// The protocol version.
    public var `protocol`: Int
    /// Deliveries that may be sent at once.
    public var credit: Int?

    /// A greeting in this library's protocol version.
    public init(stage: String, instance: String, pid: Int? = nil, software: String? = nil, credit: Int? = nil) {
        self.stage = stage
        self.instance = instance
        self.pid = pid
        self.software = software
        self.protocol = Wire.version
        self.credit = credit
    }
}

/// `WELCOME`: what the stage needs to know of its place.
public struct Welcome: Codable, Sendable, Hashable {
    /// The pipeline's name.
    public var pipeline: String
    /// The stage's own settings from `pipeline.yaml`, checked against its manifest, defaults filled in.
    public var settings: JSON
    /// The standards, for a stage that reads `standards`.
    public var standards: JSON?
    /// The people, for a stage that reads `people`.
    public var people: JSON?
    /// Milliseconds between two signs of life that the broker expects at most.
    public var heartbeat_ms: Int
    /// What a message may weigh.
    public var limits: Limits

    /// What a message may weigh, in bytes.
    public struct Limits: Codable, Sendable, Hashable {
        /// All frames together.
        public var message: Int
        /// One chunk of a blob.
        public var chunk: Int
        /// One blob.
        public var blob: Int

        /// Limits in bytes.
        public init(message: Int, chunk: Int, blob: Int) {
            self.message = message
            self.chunk = chunk
            self.blob = blob
        }
    }

    /// A welcome with everything it says.
    public init(
        pipeline: String, settings: JSON, standards: JSON?, people: JSON?, heartbeat_ms: Int, limits: Limits
    ) {
        self.pipeline = pipeline
        self.settings = settings
        self.standards = standards
        self.people = people
        self.heartbeat_ms = heartbeat_ms
        self.limits = limits
    }
}

/// `CREDIT`: room for more deliveries, added to what was granted before.
public struct Credit: Codable, Sendable, Hashable {
    /// How many more.
    public var credit: Int
    /// Room for that many more.
    public init(credit: Int) { self.credit = credit }
}

/// A delivery and the fencing token under which it is held.
public struct Lease: Codable, Sendable, Hashable {
    /// The message's number.
    public var delivery: Int64
    /// The fencing token; an answer under another one is refused.
    public var epoch: String

    /// A lease by its two parts.
    public init(delivery: Int64, epoch: String) {
        self.delivery = delivery
        self.epoch = epoch
    }
}

/// `EXTEND`: more time for a delivery.
public struct Extension: Codable, Sendable, Hashable {
    /// The message's number.
    public var delivery: Int64
    /// The fencing token.
    public var epoch: String
    /// Seconds from now; the stage's `max_hold` is the limit of the whole.
    public var seconds: Double

    /// A wish for so many more seconds.
    public init(_ lease: Lease, seconds: Double) {
        delivery = lease.delivery
        epoch = lease.epoch
        self.seconds = seconds
    }
}

/// `REFUSED` and `ERROR`: what was not done, and why.
public struct Refused: Codable, Sendable, Hashable {
    /// The delivery it is about.
    public var delivery: Int64?
    /// The request it is about.
    public var id: String?
    /// One of the codes in `docs/protocol.md`.
    public var code: String
    /// What was wrong and what to do.
    public var message: String

    /// A refusal.
    public init(delivery: Int64? = nil, id: String? = nil, code: String, message: String) {
        self.delivery = delivery
        self.id = id
        self.code = code
        self.message = message
    }
}

/// `ASK`: a question to the broker on its control socket.
public struct Ask: Codable, Sendable, Hashable {
    /// The asker's own name for the question; the reply bears it.
    public var id: String
    /// What is asked, such as `status` or `case`.
    public var what: String
    /// What the question needs, such as `{"ref": "CW-…"}`.
    public var arguments: JSON

    /// A question.
    public init(id: String, what: String, arguments: JSON = .object([:])) {
        self.id = id
        self.what = what
        self.arguments = arguments
    }

    /// What a broker says to it that has no case in its store and has counted nothing, for trials of a stage.
    package var replyOfNothing: BrokerMessage {
        guard ["sections", "counts"].contains(what), arguments["of"] == nil else {
            return .refused(Refused(id: id, code: "no-case", message: "there is no such case"))
        }
        return .reply(Reply(id: id), body: JSON.array([]).bytes)
    }
}

/// `REPLY`: the answer stands in the body frame, as JSON.
public struct Reply: Codable, Sendable, Hashable {
    /// The asker's name for the question.
    public var id: String
    /// A reply to that question.
    public init(id: String) { self.id = id }
}

/// `PING`: a sign of life.
public struct Ping: Codable, Sendable, Hashable {
    /// Messages said in this session after `HELLO`, besides signs of life; a broker that has received another number knows
    /// that the connection broke in between.
    public var sent: Int?

    /// A sign of life, with or without a count.
    public init(sent: Int? = nil) { self.sent = sent }
}

/// `PONG`: the answer to a sign of life.
public struct Pong: Codable, Sendable, Hashable {
    /// Messages said in this session after `WELCOME`, besides signs of life.
    public var sent: Int?

    /// An answer, with or without a count.
    public init(sent: Int? = nil) { self.sent = sent }
}
