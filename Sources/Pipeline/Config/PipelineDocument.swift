import StageProtocol

/// `pipeline.yaml` as far as it could be read, with the places of what is checked against other files.
struct PipelineDocument {
    struct Output {
        var name: Located<String>
        var targets: [Located<String>]
    }

    struct Stage {
        var name: Located<String>
        var manifestPath: Located<String>?
        var manifest: ManifestDocument?
        var run: Located<[String]>?
        var socket: Located<String>?
        var isPlain = false
        var replicas = 1...1
        var outputs: [Output] = []
        /// Where routes and grants stand, for what is missing among them.
        var outputsPlace: Place?
        var grantsPlace: Place?
        var reads: [Located<String>] = []
        var writes: [Located<String>] = []
        var settings: JSON = .object([:])
        /// The settings as they are written, and where the word stands.
        var settingsNode: YAMLNode?
        var settingsPlace: Place?
        var environment: [String] = []
    }

    var name: String?
    var desk: PipelineConfig.Desk?
    var deskAddress: Located<String>?
    var runtimeFolder: String?
    var store: PipelineConfig.Store?
    var standards: Located<String>?
    var people: Located<String>?
    var knowledge: Located<String>?
    var keysFolder: String?
    var control: Located<String>?
    var tap: Located<String>?
    var metrics: PipelineConfig.Listen?
    var limits = PipelineConfig.Limits()
    var retry = PipelineConfig.Retry()
    var stages: [Stage] = []
    /// Where the stages stand.
    var stagesPlace: Place

    /// The configuration, where nothing that it needs is missing.
    func config(path: String) -> PipelineConfig? {
        guard let name, let desk, let runtimeFolder, let store, let standards, let people, let knowledge,
            let keysFolder, let control, let tap
        else { return nil }
        let stages = stages.compactMap(\.config)
        guard stages.count == self.stages.count else { return nil }
        return PipelineConfig(
            name: name, desk: desk, path: path, runtimeFolder: runtimeFolder, store: store,
            standardsPath: standards.value,
            peoplePath: people.value, knowledgePath: knowledge.value, keysFolder: keysFolder,
            control: control.value, tap: tap.value, metrics: metrics, limits: limits, retry: retry, stages: stages)
    }
}

extension PipelineDocument.Stage {
    var config: PipelineConfig.Stage? {
        guard let manifestPath, let run, let socket else { return nil }
        return PipelineConfig.Stage(
            name: name.value, manifestPath: manifestPath.value, run: run.value, socket: socket.value,
            isPlain: isPlain, replicas: replicas,
            outputs: Dictionary(outputs.map { ($0.name.value, $0.targets.map(\.value)) }, uniquingKeysWith: { $1 }),
            reads: Set(reads.map(\.value)), writes: Set(writes.map(\.value)), settings: settings,
            environment: environment)
    }
}
