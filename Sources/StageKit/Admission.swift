public import StageProtocol

/// How a submission becomes part of a case, with its bodies in place.
public struct Admission: Sendable {
    /// Who speaks.
    public var role: Admit.Role
    /// The evidence for the case it belongs to, strongest first; the first that matches decides.
    public var match: [Match] = []
    /// Keys under which later submissions find the case.
    public var index: [String] = []
    /// Addresses that take part in the case that it opens.
    public var participants: [String] = []
    /// Whose case it is, when it opens one: a stable name for the customer, such as a normalised address.
    public var customer: String?
    /// One line that says what it is about, for lists.
    public var subject: String?
    /// Names this very content: another submission with the same one is a duplicate.
    public var dedupe: String?
    /// The output that the news of it leaves by.
    public var output: String
    /// When the standards want it dealt with.
    public var deadline: Timestamp?
    /// The subject where it is none of an answer, so that another matter in an old thread opens a case of its own.
    public var topic: String?
    /// When it was said, where that is history: nobody is told, and a case that it opens is a resolved one.
    public var past: Timestamp?
    private let entry: Frame
    private var sections: [(name: String, schema: String, bytes: Frame, participant: String?)] = []

    /// An admission without evidence yet.
    /// - Parameters:
    ///   - entry: the log entry's body.
    ///   - output: the output that the news of it leaves by.
    public init(_ role: Admit.Role, entry: some Encodable, output: String) throws {
        self.role = role
        self.entry = try JSONCoding.encode(entry)
        self.output = output
    }

    /// Sets a section of the case, whichever case that turns out to be.
    /// - Parameter participant: sets it only if this address takes part in that case already, or the case is opened by
    ///   this. Of several values of one section the last that counts stays.
    public mutating func set(
        _ section: String, schema: String, _ value: some Encodable, ifTakesPart participant: String? = nil
    ) throws {
        if participant == nil { sections.removeAll { $0.name == section } }
        sections.append((section, schema, try JSONCoding.encode(value), participant))
    }

    /// The admission as it goes over the wire; `add` takes each body and returns its index.
    func admit(adding add: (Frame) -> Int) -> Admit {
        Admit(
            role: role, match: match, index: index.isEmpty ? nil : index,
            participants: participants.isEmpty ? nil : participants, customer: customer, subject: subject,
            dedupe: dedupe, entry: add(entry),
            set: sections.isEmpty
                ? nil
                : sections.map {
                    SetSection(
                        name: $0.name, schema: $0.schema, base: 0, body: add($0.bytes), participant: $0.participant)
                },
            output: output, deadline: deadline, topic: topic, past: past)
    }
}

/// Something from outside, to be submitted.
public struct SubmissionDraft: Sendable {
    /// The transport's idempotency key: the same key again is answered with the first answer and changes nothing.
    public var id: String
    /// The way it came, such as `deliver`, `send`, `form` or `api`.
    public var via: String
    /// What a person would call it: a file name, a mailbox and number.
    public var name: String?
    /// The source stage that reads it; needed by ``BrokerClient`` on the control socket only.
    public var to: String?
    /// The raw bytes; more than a message may carry goes as a blob.
    public var raw: Frame?
    /// The media type of the raw bytes.
    public var media: String?
    /// How to resolve it, where the source knows already; without, it comes back as `submission.received`.
    public var admission: Admission?
    /// What the operator wishes the source stage to do with it; by ``BrokerClient`` on the control socket only.
    public var orders: JSON?
    /// Where the caller is in a trace of its own (W3C Trace Context): a case that is opened by this has that trace.
    public var traceparent: String?

    /// A submission under the transport's idempotency key.
    public init(
        id: String, via: String, name: String? = nil, to: String? = nil, raw: Frame? = nil, media: String? = nil,
        admission: Admission? = nil, orders: JSON? = nil, traceparent: String? = nil
    ) {
        self.id = id
        self.via = via
        self.name = name
        self.to = to
        self.raw = raw
        self.media = media
        self.admission = admission
        self.orders = orders
        self.traceparent = traceparent
    }

    /// The submission as it goes over the wire.
    /// - Parameter blob: the hash under which the raw bytes were put before, if they were.
    func message(blob: String?) -> (Submission, [Frame]) {
        var bodies: [Frame] = []
        func add(_ frame: Frame) -> Int {
            bodies.append(frame)
            return bodies.count - 1
        }
        let index = blob == nil ? raw.map(add) : nil
        let submission = Submission(
            id: id, via: via, name: name, to: to, raw: index, blob: blob, media: media,
            admit: admission?.admit(adding: add), orders: orders, traceparent: traceparent)
        return (submission, bodies)
    }
}

/// What the broker says to a submission.
public enum Submitted: Sendable, Hashable {
    /// It is on disk.
    case accepted(Accepted)
    /// Nothing was taken; there is too much waiting. Pass it on in the channel's own way: exit code 75, HTTP 503.
    case later(after: Duration)
}
