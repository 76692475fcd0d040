public import StageProtocol

/// Collects what comes of a delivery: committed whole when the handler returns, or not at all.
///
/// It keeps the body frames and their indexes, and fills in the versions of the sections that were read.
public struct OutcomeBuilder: Sendable {
    /// The outcome so far.
    public private(set) var outcome: Outcome
    /// The body frames that the outcome names by index.
    public private(set) var bodies: [Frame] = []
    private let versions: [String: Int]

    /// An empty outcome of a delivery.
    public init(for received: Received) {
        outcome = Outcome(received.delivery.lease)
        versions = Dictionary(received.delivery.sections.map { ($0.name, $0.version) }, uniquingKeysWith: max)
    }
}

// MARK: The case

extension OutcomeBuilder {
    /// Adds an entry to the log.
    /// - Parameter kind: `noted` or `decided`; the broker writes the other kinds itself.
    public mutating func append(_ kind: String, _ body: some Encodable) throws {
        outcome.append = (outcome.append ?? []) + [Append(kind: kind, body: try add(body))]
    }

    /// Replaces a section, on the version that came with the delivery. Where somebody else has changed it meanwhile,
    /// the whole outcome is refused and the message comes again.
    /// - Parameter schema: the name and major version of its shape, such as `understanding/1`.
    public mutating func set(_ section: String, schema: String, _ value: some Encodable) throws {
        let set = SetSection(name: section, schema: schema, base: versions[section] ?? 0, body: try add(value))
        outcome.set = (outcome.set ?? []).filter { $0.name != section } + [set]
    }

    /// Names the person who stands for the customer from now on, by their id.
    public mutating func assign(owner: String) { outcome.owner = owner }

    /// Ends the case: an answer, an offer or a named next step was given.
    /// - Parameter reason: one sentence for the case's story.
    public mutating func resolve(_ reason: String) { outcome.resolve = Resolve(reason: reason) }

    /// Opens the case again.
    /// - Parameter reason: one sentence for the case's story.
    public mutating func reopen(_ reason: String) { outcome.reopen = Resolve(reason: reason) }
}

// MARK: What happens next

extension OutcomeBuilder {
    /// Sends a message to whatever the pipeline connects to an output.
    /// - Parameter deadline: by when it should be dealt with; the delivery's own deadline if nil.
    public mutating func emit(_ output: String, _ data: some Encodable, deadline: Timestamp? = nil) throws {
        outcome.emit = (outcome.emit ?? []) + [Emit(output: output, body: try add(data), deadline: deadline)]
    }

    /// Sends a message without data.
    public mutating func emit(_ output: String, deadline: Timestamp? = nil) {
        outcome.emit = (outcome.emit ?? []) + [Emit(output: output, deadline: deadline)]
    }

    /// Sends a message about another case.
    public mutating func emit(
        _ output: String, about ref: String, _ data: some Encodable, deadline: Timestamp? = nil
    ) throws {
        try emit(output, about: [ref], data, deadline: deadline)
    }

    /// Sends the same message about each of some other cases, however many they are: it is one body frame.
    public mutating func emit(
        _ output: String, about refs: [String], _ data: some Encodable, deadline: Timestamp? = nil
    ) throws {
        guard !refs.isEmpty else { return }
        let body = try add(data)
        outcome.emit =
            (outcome.emit ?? []) + refs.map { Emit(output: output, body: body, deadline: deadline, case: $0) }
    }

    /// Opens a case of the house, or joins the one of its kind that is open under the key.
    /// - Parameters:
    ///   - kind: what sort of matter it is, such as `cause`.
    ///   - key: what it is known by among those of its kind.
    ///   - subject: one line for lists.
    ///   - owner: who looks after it, by their id.
    ///   - entry: what is noted in its log, and the data of the message that leaves by the output.
    ///   - ref: the one to join in any case; what is opened under the key from then on joins it too.
    public mutating func open(
        _ kind: String, key: String, subject: String, owner: String? = nil, _ entry: some Encodable, output: String,
        deadline: Timestamp? = nil, joining ref: String? = nil
    ) throws {
        let wish = OpenCase(
            kind: kind, key: key, subject: subject, owner: owner, entry: try add(entry), output: output,
            deadline: deadline, case: ref)
        outcome.open = (outcome.open ?? []) + [wish]
    }

    /// Counts one more of something in this hour, over all cases. It outlives the case, so it may tell nothing of a person.
    public mutating func count(_ series: String, _ value: String) {
        outcome.count = (outcome.count ?? []) + [CountOne(series: series, value: value)]
    }

    /// Sends a message to oneself in the future, in the place of one that waits under the same name.
    /// - Parameters:
    ///   - name: unique per case and stage.
    ///   - type: the type of the message it becomes, which the manifest accepts.
    public mutating func timer(_ name: String, type: String, at moment: Timestamp, _ data: some Encodable) throws {
        set(SetTimer(name: name, type: type, at: moment, body: try add(data)))
    }

    /// Sends a message without data to oneself in the future, in the place of one that waits under the same name.
    public mutating func timer(_ name: String, type: String, at moment: Timestamp) {
        set(SetTimer(name: name, type: type, at: moment))
    }

    /// Cancels a timer; harmless where there is none.
    public mutating func cancel(_ timer: String) {
        outcome.timers?.removeAll { $0.name == timer }
        outcome.cancel = (outcome.cancel ?? []).filter { $0 != timer } + [timer]
    }

    private mutating func set(_ timer: SetTimer) {
        outcome.cancel?.removeAll { $0 == timer.name }
        outcome.timers = (outcome.timers ?? []).filter { $0.name != timer.name } + [timer]
    }
}

// MARK: Texts

extension OutcomeBuilder {
    /// Proposes a text to a person. It leaves only if the stage with the voice passes it.
    /// - Parameters:
    ///   - name: unique in the case: the same name again is the same text, proposed once.
    ///   - answers: whether it answers the customer; it then counts only if everything heard so far was seen.
    ///   - author: the person in whose name it is said.
    ///   - details: what the voice should know besides.
    ///   - span: it leaves only if nothing was let go to these addresses for the same purpose, by this stage, within that
    ///     time; otherwise it comes back as `say.refused`, with the state `failed`.
    public mutating func say(
        _ name: String, to addresses: [String], audience: Audience = .customer, purpose: String, answers: Bool = false,
        subject: String? = nil, language: String? = nil, author: String? = nil, text: String, details: JSON? = nil,
        atMostEvery span: Duration? = nil
    ) {
        let say = Say(
            name: name, audience: audience, to: addresses, purpose: purpose, answers: answers, subject: subject,
            language: language, author: author, body: add(bytes: Array(text.utf8)), details: details,
            seldom_ms: span?.wholeMilliseconds)
        outcome.say = (outcome.say ?? []) + [say]
    }

    /// Passes a proposed text: it leaves as these bytes.
    /// - Parameters:
    ///   - messageID: the Message-ID of the final bytes.
    ///   - index: keys under which an answer to it finds the case, such as `mid:…`.
    public mutating func pass(
        _ say: SayHead, final bytes: Frame, messageID: String, index: [String]? = nil, findings: JSON? = nil
    ) {
        verdict(
            Verdict(
                say: say.say, hash: say.hash, pass: true, findings: findings, final: add(bytes: bytes),
                message_id: messageID, index: index))
    }

    /// Refuses a proposed text.
    /// - Parameter findings: rule, words and advice; they go back to the stage that proposed it.
    public mutating func refuse(_ say: SayHead, findings: JSON) {
        verdict(Verdict(say: say.say, hash: say.hash, pass: false, findings: findings))
    }

    /// Reports what came of a text that was let go.
    /// - Parameter detail: where it went, or why it did not.
    public mutating func result(
        _ say: SayHead, sent: Bool, detail: String, recipients: [SayResult.Recipient]? = nil
    ) {
        let result = SayResult(say: say.say, sent: sent, detail: detail, recipients: recipients)
        outcome.results = (outcome.results ?? []) + [result]
    }

    private mutating func verdict(_ verdict: Verdict) { outcome.verdicts = (outcome.verdicts ?? []) + [verdict] }
}

// MARK: Promises and submissions

extension OutcomeBuilder {
    /// Enters a promise into the ledger.
    /// - Parameters:
    ///   - name: unique in the case.
    ///   - authority: on whose authority it is made.
    ///   - evidence: what will show that it was kept.
    ///   - kind: what sort of thing it is, such as `refund` or `contact`.
    public mutating func promise(
        _ name: String, what: String, due: Timestamp, authority: String, evidence: String, kind: String? = nil
    ) {
        let promise = MakePromise(
            name: name, what: what, due: due, authority: authority, evidence: evidence, kind: kind)
        outcome.promise = (outcome.promise ?? []) + [promise]
    }

    /// Enters that a promise was kept.
    public mutating func keep(_ promise: String) { outcome.keep = (outcome.keep ?? []) + [promise] }

    /// Enters that a promise is owed no more, though it was not kept.
    public mutating func withdraw(_ promise: String) { outcome.withdraw = (outcome.withdraw ?? []) + [promise] }

    /// Tells what came of a standard, once: as it is met in time, or as its time is up.
    /// - Parameters:
    ///   - name: its name in `standards.yaml`, such as `first_answer`.
    ///   - due: by when it had to be met.
    public mutating func standard(_ name: String, met: Bool, due: Timestamp) {
        let result = StandardResult(standard: name, met: met, due: due)
        outcome.standards = (outcome.standards ?? []) + [result]
    }

    /// Admits the submission that was delivered.
    public mutating func admit(_ admission: Admission) {
        outcome.admit = admission.admit { add(bytes: $0) }
    }

    /// Leaves the submission that was delivered to a person.
    /// - Parameters:
    ///   - code: a code to group by, such as `malformed`.
    ///   - reason: what is the matter and what a person can do.
    public mutating func park(_ code: String, _ reason: String) { outcome.park = Park(code: code, reason: reason) }
}

// MARK: Bodies

extension OutcomeBuilder {
    private mutating func add(_ value: some Encodable) throws -> Int { add(bytes: try JSONCoding.encode(value)) }

    private mutating func add(bytes: Frame) -> Int {
        bodies.append(bytes)
        return bodies.count - 1
    }
}
