public import Logging
public import StageProtocol

/// What a stage knows of its place, and the way to the broker outside of deliveries.
public struct StageContext: Sendable {
    /// The pipeline's name.
    public let pipeline: String
    /// The stage's name in the pipeline.
    public let stage: String
    /// The name of this process among the stage's replicas.
    public let instance: String
    /// The standards, for a stage that reads `standards`.
    public let standards: JSON?
    /// The people, for a stage that reads `people`.
    public let people: JSON?
    /// What a message may weigh, in bytes.
    public let limits: Welcome.Limits
    /// Writes lines that carry the stage and the instance.
    public let logger: Logger
    /// Files and raw mails, by the hash of their bytes.
    public let blobs: Blobs
    private let requests: Requests

    /// A context without a broker behind it, for tests of a stage.
    public init(pipeline: String = "test", stage: String = "test", standards: JSON? = nil, people: JSON? = nil) {
        self.init(
            Welcome(
                pipeline: pipeline, settings: .object([:]), standards: standards, people: people,
                heartbeat_ms: 5000, limits: .default),
            stage: stage, instance: "test", logger: .silent, broker: NoBroker())
    }

    init(_ welcome: Welcome, stage: String, instance: String, logger: Logger, broker: any BrokerPort) {
        pipeline = welcome.pipeline
        self.stage = stage
        self.instance = instance
        standards = welcome.standards
        people = welcome.people
        limits = welcome.limits
        self.logger = logger
        requests = Requests(broker: broker, limits: welcome.limits)
        blobs = Blobs(requests)
    }

    /// Submits something from outside. When this returns ``Submitted/accepted(_:)``, it is on disk and cannot be lost.
    ///
    /// While the broker is away it waits for it to come back. Submitting again under the same id is harmless.
    /// - Throws: ``BrokerUnreachable`` when the time is up; ``BrokerRefusal`` where the broker will not have it.
    public func submit(_ draft: SubmissionDraft, within timeout: Duration = .seconds(30)) async throws -> Submitted {
        try await requests.submit(draft, within: timeout)
    }

    /// Asks the broker for what one delivery does not tell: a section over many cases (`sections`), what was counted
    /// (`counts`), or a case as one person knows it (`told`). Arguments and answers are in `docs/protocol.md`, "Asking".
    /// - Throws: ``BrokerUnreachable`` when the time is up; ``BrokerRefusal`` where there is no such case or no grant.
    public func ask(
        _ what: String, _ arguments: JSON = .object([:]), within timeout: Duration = .seconds(10)
    ) async throws -> JSON {
        try await requests.ask(what, arguments, within: timeout)
    }
}

extension Welcome.Limits {
    /// The limits that `docs/protocol.md` names where nobody says otherwise.
    static let `default` = Welcome.Limits(message: 16 << 20, chunk: 1 << 18, blob: 64 << 20)
}
