package import StageProtocol

/// What the broker must know of a pipeline: who there is, who may do what, and where outputs lead.
package struct Plan: Sendable {
    /// The pipeline's name.
    package var pipeline: String
    /// The stages by name.
    package var stages: [String: StagePlan]
    /// Stages that a reload took out and that are not gone yet: what they hold is still taken from them under these.
    package var leaving: [String: StagePlan] = [:]
    /// What the files were that it was made from.
    package var fingerprint = ""
    /// What happens to a message that fails.
    package var retry = RetryPlan()
    /// Messages that may wait before submissions are told to come later.
    package var depth = 20_000
    /// Bytes of one blob at the most.
    package var blobBytes = 64 << 20
    /// Raw bytes up to this size travel inside a delivery; above, the stage fetches them.
    package var inlineBytes = 1 << 20
    /// The deadline of a contact whose source names none.
    package var acknowledgeWithin: Duration = .seconds(120)
    /// A resolved case that hears from its customer after more than this is not opened again but gone on from in a new one.
    package var reopenWithin: Duration = .seconds(14 * 86_400)
    /// Texts to one address in an hour at the most: what stops a loop between two machines.
    package var textsPerHour = 20
    /// How often an answer may be put back because the customer wrote meanwhile.
    package var putBacks = 8
    /// The longest silence of a living session.
    package var heartbeat: Duration = .seconds(2)
    /// How long a finished message is remembered, so that a repeated outcome is recognised.
    package var remember: Duration = .seconds(3600)
    /// How long a mail that became part of a case is kept as it came; nil for ever.
    package var keepRaw: Duration?
    /// How long a resolved case is kept after its last word; nil for ever.
    package var keepCases: Duration?

    /// The standards that customers are held to, by the names that stages tell of them.
    package var standards: Set<String> = []

    /// A plan for a pipeline's stages.
    package init(pipeline: String, stages: [String: StagePlan]) {
        self.pipeline = pipeline
        self.stages = stages
    }

    /// The folders that stages put mails into where no server is named.
    package var outboxes: [String] {
        Set(stages.values.compactMap { $0.settings["outbox"]?.string }).sorted()
    }

    /// The stage that speaks to people.
    package var voice: String? { stages.first { $0.value.voice }?.key }
    /// The stages that take a person's word on what was meant.
    package func takers(of type: String) -> [String] { stages.filter { $0.value.accepts[type] != nil }.keys.sorted() }
    /// The stage that is told of dead letters.
    package var undertaker: String? { stages.first { $0.value.accepts["message.dead"] != nil }?.key }

    /// The stage under whose rights a lease is held.
    package func holder(_ name: String) -> StagePlan? { stages[name] ?? leaving[name] }
}

/// What the broker must know of one stage: its manifest as far as the pipeline grants it.
package struct StagePlan: Sendable, Hashable {
    /// Its name in the pipeline.
    package var name: String
    /// The types of messages it takes; true where it works on a snapshot, outside the lane.
    package var accepts: [String: Bool]
    /// Its outputs by name.
    package var outputs: [String: Output]
    /// What it may see.
    package var reads: Set<String>
    /// The sections it may write.
    package var writes: Set<String>
    /// Whether it may submit.
    package var source: Bool
    /// Whether it judges and sends what is said.
    package var voice: Bool
    /// How long it holds a delivery before it must ask for more time.
    package var lease: Duration
    /// How long it may hold a delivery at all.
    package var maxHold: Duration
    /// Its settings.
    package var settings: JSON
    /// The standards, where it reads them.
    package var standards: JSON?
    /// The people, where it reads them.
    package var people: JSON?
    /// A digest of standards and people, where it reads either.
    let rules: String?
    /// How many processes of it its supervisor runs.
    package var replicas = 1...1
    /// Names all that its processes were started with: where a reload changes it, they are replaced.
    package var revision = ""

    /// Where an output leads and as what.
    package struct Output: Sendable, Hashable {
        /// The event's type.
        package var type: String
        /// The stages that receive it.
        package var targets: [String]
        /// An output's type and targets.
        package init(type: String, targets: [String]) {
            self.type = type
            self.targets = targets
        }
    }

    /// A stage by name; the rest starts out empty.
    package init(
        name: String, accepts: [String: Bool] = [:], outputs: [String: Output] = [:], reads: Set<String> = [],
        writes: Set<String> = [], source: Bool = false, voice: Bool = false, lease: Duration = .seconds(30),
        maxHold: Duration = .seconds(600), settings: JSON = .object([:]), standards: JSON? = nil,
        people: JSON? = nil, revision: String = ""
    ) {
        self.name = name
        self.accepts = accepts
        self.outputs = outputs
        self.reads = reads
        self.writes = writes
        self.source = source
        self.voice = voice
        self.lease = lease
        self.maxHold = maxHold
        self.settings = settings
        self.standards = standards
        self.people = people
        rules = standards.map { sha256($0.bytes + (people?.bytes ?? [])) }
        self.revision = revision
    }
}

/// Back-off: each failed attempt waits twice as long as the one before.
package struct RetryPlan: Sendable {
    /// Attempts before a message goes to the dead letters.
    package var attempts: Int
    /// The wait after the first failure.
    package var first: Duration
    /// The longest wait.
    package var longest: Duration

    /// Back-off from a first to a longest wait.
    package init(attempts: Int = 12, first: Duration = .milliseconds(500), longest: Duration = .seconds(900)) {
        self.attempts = attempts
        self.first = first
        self.longest = longest
    }

    /// The wait after so many failures, at least 1.
    func wait(after failures: Int) -> Duration {
        let doubled = first.wholeMilliseconds << Int64(min(max(failures - 1, 0), 20))
        return .milliseconds(min(doubled, longest.wholeMilliseconds))
    }
}
