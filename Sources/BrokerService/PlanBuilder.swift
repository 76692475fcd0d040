package import Broker
import Calendars
package import Pipeline
import StageProtocol

extension Plan {
    /// The broker's part of a pipeline.
    package init(_ pipeline: LoadedPipeline) {
        let config = pipeline.config
        var stages: [String: StagePlan] = [:]
        for stage in config.stages {
            if let manifest = pipeline.manifests[stage.name] {
                stages[stage.name] = StagePlan(stage, manifest, pipeline)
            }
        }
        self.init(pipeline: config.name, stages: stages)
        fingerprint = pipeline.fingerprint
        standards = Set(pipeline.standards.standards.map(\.id))
        depth = config.limits.queueDepth
        blobBytes = config.limits.blob
        retry = RetryPlan(
            attempts: config.retry.attempts, first: .milliseconds(config.retry.firstBackoff),
            longest: .milliseconds(config.retry.maxBackoff))
        if let span = pipeline.standards.span("acknowledge", "within")?.milliseconds {
            acknowledgeWithin = .milliseconds(span)
        }
        if let span = pipeline.standards.span("trust", "raw_mail")?.milliseconds { keepRaw = .milliseconds(span) }
        if let span = pipeline.standards.span("trust", "cases")?.milliseconds { keepCases = .milliseconds(span) }
        if let span = pipeline.standards.span("reopen", "within")?.milliseconds { reopenWithin = .milliseconds(span) }
    }
}

extension StagePlan {
    /// A stage as the pipeline lets it be: it sees and writes what its manifest asks for and the pipeline grants.
    init(_ stage: PipelineConfig.Stage, _ manifest: Manifest, _ pipeline: LoadedPipeline) {
        let reads = Set(manifest.reads).intersection(stage.reads)
        self.init(
            name: stage.name,
            accepts: Dictionary(manifest.accepts.map { ($0.type, $0.isSnapshot) }, uniquingKeysWith: { $1 }),
            outputs: Dictionary(
                manifest.outputs.map { ($0.key, Output(type: $0.value, targets: stage.outputs[$0.key] ?? [])) },
                uniquingKeysWith: { $1 }),
            reads: reads, writes: Set(manifest.writes).intersection(stage.writes), source: manifest.rights.source,
            voice: manifest.rights.voice, lease: .milliseconds(manifest.lease),
            maxHold: .milliseconds(manifest.maxHold), settings: stage.settings,
            standards: reads.contains("standards") ? pipeline.standards.json : nil,
            people: reads.contains("people") ? pipeline.people.json : nil, revision: pipeline.revision(of: stage))
        replicas = stage.replicas
    }
}
