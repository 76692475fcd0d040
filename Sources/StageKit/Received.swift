public import Logging
public import StageProtocol

/// A message to be worked, with the case it is about: the delivery's header and its bodies, read on demand.
public struct Received: Sendable {
    /// The header as it came over the wire.
    public let delivery: Delivery
    /// The body frames that the header names by index.
    public let bodies: [Frame]
    /// Writes lines that carry the case's reference.
    public let logger: Logger
    private let broker: any BrokerPort

    /// A delivery without a broker behind it, for tests of a handler.
    public init(_ delivery: Delivery, bodies: [Frame] = [], logger: Logger = .silent) {
        self.init(delivery, bodies: bodies, logger: logger, broker: NoBroker())
    }

    /// A delivery as `--once` takes it, for tests of a handler: the type of its message is enough, and the first body is its
    /// data.
    ///
    ///     try Received(once: #"{"delivery": {"message": {"type": "case.contact"}}, "bodies": [{"words": "Hello"}]}"#)
    ///
    /// - Throws: where the text is no such delivery.
    public init(once text: String) throws {
        let input = try OnceInput(bytes: Array(text.utf8))
        self.init(input.delivery, bodies: input.frames)
    }

    init(_ delivery: Delivery, bodies: [Frame], logger: Logger, broker: any BrokerPort) {
        self.delivery = delivery
        self.bodies = bodies
        self.logger = logger
        self.broker = broker
    }
}

// MARK: What happened

extension Received {
    /// The event.
    public var message: Message { delivery.message }
    /// What happened, such as `case.contact`.
    public var type: String { delivery.message.type }
    /// By when the standards want it dealt with.
    public var deadline: Timestamp { delivery.message.deadline }
    /// The time to reckon with; use no other clock.
    public var now: Timestamp { delivery.now }
    /// 1 at the first try.
    public var attempt: Int { delivery.attempt }

    /// The message's data.
    /// - Throws: a permanent failure where there is none or it has another shape.
    public func data<T: Decodable>(as type: T.Type = T.self) throws -> T {
        try decode(type, delivery.data, "the data of \(self.type)")
    }
}

// MARK: The case

extension Received {
    /// What every stage may know of the case.
    /// - Throws: a permanent failure for a delivery without a case, as `submission.received` is.
    public var `case`: CaseHead {
        get throws {
            guard let head = delivery.case else {
                throw StageFailure.permanent("no-case", "\(type) came without a case; the stage cannot work it")
            }
            return head
        }
    }

    /// The case's reference, if there is a case.
    public var ref: String? { delivery.case?.ref }

    /// The schema and version of a section; nil where the case has none of that name or it is not granted.
    public func sectionHead(_ name: String) -> SectionHead? {
        delivery.sections.first { $0.name == name }
    }

    /// A section of the case; nil where the case has none of that name or it is not granted.
    /// - Throws: a permanent failure where it has another shape.
    public func section<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T? {
        guard let head = sectionHead(name) else { return nil }
        return try decode(type, head.body, "the section \(name) (\(head.schema))")
    }

    /// The case's log, oldest first; empty for a stage that does not read it.
    /// - Throws: a permanent failure where it cannot be read.
    public func log() throws -> [Entry] {
        guard let index = delivery.log else { return [] }
        return try decode([Entry].self, index, "the log")
    }

    /// The bodies of the log's entries of one kind, oldest first.
    /// - Throws: a permanent failure where one has another shape.
    public func log<T: Decodable>(_ kind: String, as type: T.Type = T.self) throws -> [T] {
        try log().filter { $0.kind == kind }.map { entry in
            do {
                return try entry.body.decode(type)
            } catch {
                throw unreadable("entry \(entry.seq) of the log (\(kind))", error)
            }
        }
    }
}

// MARK: Submissions and texts

extension Received {
    /// The submission, with `submission.received`.
    public var submission: SubmissionHead? { delivery.submission }

    /// The submission's raw bytes where they came with it; larger ones are a blob, see ``Blobs``.
    /// - Throws: a permanent failure where the frame is missing.
    public var raw: Frame? {
        get throws { try delivery.submission?.raw.map { try body($0, "the raw submission") } }
    }

    /// The proposed text, with `say.proposed`, `say.ready` and `say.refused`.
    /// - Throws: a permanent failure for any other message.
    public var say: SayHead {
        get throws {
            guard let say = delivery.say else { throw StageFailure.permanent("no-say", "\(type) came without a text") }
            return say
        }
    }

    /// The words of the proposed text.
    /// - Throws: a permanent failure where there are none, or they are no UTF-8.
    public var text: String {
        get throws {
            let bytes = try body(say.proposal.body, "the text")
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw StageFailure.permanent("not-utf8", "the proposed text is not UTF-8")
            }
            return text
        }
    }

    /// The final bytes of the text, with `say.ready`.
    /// - Throws: a permanent failure where there are none.
    public var finalBytes: Frame {
        get throws {
            guard let index = try say.final else {
                throw StageFailure.permanent("no-final", "\(type) came without final bytes")
            }
            return try body(index, "the final bytes")
        }
    }
}

// MARK: While it is worked

extension Received {
    /// Asks for more time, from now. The pipeline's `max_hold` limits the whole.
    public func extend(by span: Duration) {
        broker.tell(.extend(Extension(delivery.lease, seconds: Double(span.wholeMilliseconds) / 1000)))
    }

    /// Asks whether the text of this `say.ready` may leave now. After ``Leave/go(_:)`` send it once, and report with
    /// ``OutcomeBuilder/result(_:sent:detail:recipients:)``; after ``Leave/stop(_:)`` return with an empty outcome.
    /// - Throws: ``BrokerRefusal`` where the delivery is not held any more.
    public func begin() async throws -> Leave {
        let begin = Begin(delivery.lease, say: try say.say)
        switch try await broker.ask(.begin(begin), within: nil) {
        case .go(let go): return .go(go)
        case .stop(let stop): return .stop(stop)
        case let other: throw unexpected(other, to: "BEGIN")
        }
    }
}

/// Whether a text may leave.
public enum Leave: Sendable, Hashable {
    /// Once, now. Where `in_doubt`, it may have left before: look for its Message-ID, or send it under the same one.
    case go(Go)
    /// It may not, and why.
    case stop(Stop)
}

// MARK: Reading bodies

extension Received {
    private func body(_ index: Int, _ what: String) throws -> Frame {
        guard bodies.indices.contains(index) else {
            throw StageFailure.permanent("malformed", "\(what) should be body \(index), of \(bodies.count) that came")
        }
        return bodies[index]
    }

    private func decode<T: Decodable>(_ type: T.Type, _ index: Int?, _ what: String) throws -> T {
        guard let index else { throw StageFailure.permanent("no-data", "\(what) did not come with it") }
        let bytes = try body(index, what)
        do {
            return try JSONCoding.decode(type, from: bytes)
        } catch {
            throw unreadable(what, error)
        }
    }

    private func unreadable(_ what: String, _ error: any Error) -> StageFailure {
        .permanent("unreadable", "\(what) does not have the shape that this stage reads: \(explain(error))")
    }
}
