import Crypto
import StageProtocol

extension Core {
    mutating func submit(
        _ submission: Submission, _ bodies: [Frame], _ session: Sessions.Session, _ store: any StoreTransaction
    ) throws {
        let id = submission.id
        if let stage = session.stage, plan.leaving[stage] != nil {
            // A source that is taken out hands nothing in any more; whoever it speaks for tries again elsewhere.
            return send(.later(Later(id: id, after_ms: 1000)), to: session.id)
        }
        guard let name = session.stage ?? submission.to ?? onlySource, let stage = plan.stages[name], stage.source
        else {
            return refuse(
                session.id, id: id, code: "no-source",
                "\(session.stage ?? submission.to ?? "(no stage)") may not submit; its manifest needs rights: {source: true}"
            )
        }
        guard submission.orders == nil || session.stage == nil else {
            return refuse(session.id, id: id, code: "no-grant", "orders are given on the control socket")
        }
        if let earlier = try store.findSubmission(key: id) { return try accept(earlier, session.id, store) }
        guard backlog + leases.count < plan.depth else {
            return send(.later(Later(id: id, after_ms: 1000)), to: session.id)
        }
        let caller = submission.traceparent.flatMap { TraceContext(traceparent: $0) }
        do {
            let raw = try keepRaw(submission, bodies, store)
            var row = SubmissionRow(
                key: id, via: submission.via, name: submission.name, source: name, at: now, state: .received,
                blob: raw?.hash, size: raw?.size, media: submission.media)
            if let admit = submission.admit { try check(admit, bodies, by: stage) }
            row.id = try store.insert(row)
            if let admit = submission.admit {
                try self.admit(admit, bodies, &row, by: stage, trace: caller?.trace, caller: caller, store)
            } else {
                try enqueueReading(row, orders: submission.orders, trace: caller?.trace, store)
            }
            try accept(row, session.id, store)
        } catch let problem as Invalid {
            refuse(session.id, id: id, code: problem.code, problem.message)
        }
    }

    /// What waits for the stages that are there: what was left behind by one that was taken out holds nobody up.
    private var backlog: Int { plan.stages.keys.reduce(0) { $0 + queue.depth($1) } }

    private var onlySource: String? {
        let sources = plan.stages.values.filter(\.source)
        return sources.count == 1 ? sources.first?.name : nil
    }

    private mutating func accept(_ row: SubmissionRow, _ session: SessionID, _ store: any StoreTransaction) throws {
        let ref = try row.caseID.flatMap { try store.findCase($0)?.ref }
        send(.accepted(Accepted(id: row.key, submission: row.id, state: row.state, ref: ref)), to: session)
    }

    /// Puts the raw bytes where they are safe before anything reads them.
    private func keepRaw(
        _ submission: Submission, _ bodies: [Frame], _ store: any StoreTransaction
    ) throws -> (hash: String, size: Int)? {
        if let index = submission.raw {
            guard bodies.indices.contains(index) else {
                throw Invalid("raw names body \(index), there are \(bodies.count)")
            }
            let hash = sha256(bodies[index])
            try keep(bodies[index], as: hash, store)
            return (hash, bodies[index].count)
        }
        if let hash = submission.blob {
            guard let blob = try store.blobSize(hash), blob.size == blob.stored else {
                throw Invalid("the blob \(hash) is not here; PUT it first")
            }
            return (hash, blob.size)
        }
        guard submission.admit != nil else { throw Invalid("a submission needs raw bytes, a blob or an admission") }
        return nil
    }

    /// Nobody waits for what is history: what customers write today goes first.
    private static let patienceWithHistory = Duration.seconds(7 * 86_400)

    /// Hands the raw bytes to the source stage, which reads them and says what they are.
    /// - Parameters:
    ///   - orders: what the operator wishes it to be read as.
    ///   - trace: that of who handed it in, where they have one.
    mutating func enqueueReading(
        _ submission: SubmissionRow, orders: JSON?, by who: String = "broker", trace: String? = nil,
        _ store: any StoreTransaction
    ) throws {
        var row = MessageRow(
            stage: submission.source, type: "submission.received", source: "broker", at: now,
            deadline: now + (orders?["history"] == nil ? plan.acknowledgeWithin : Self.patienceWithHistory),
            notBefore: now, data: orders?.bytes, submission: submission.id,
            trace: trace ?? references.trace())
        row.id = try store.insert(row)
        var detail: [String: JSON] = ["submission": .int(submission.id), "via": .string(submission.via)]
        if let orders { detail["orders"] = orders }
        try journal(who == "broker" ? "submitted" : "released", row, detail, by: who, store)
        enqueue(row)
    }
}

/// Why an outcome or a submission cannot be carried out, ever.
struct Invalid: Error {
    let code: String
    let message: String

    init(code: String = "invalid", _ message: String) {
        self.code = code
        self.message = message
    }
}

/// SHA-256 in lower-case hex.
func sha256(_ bytes: Frame) -> String {
    SHA256.hash(data: bytes).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }.joined()
}
