import FoundationEssentials
import StageProtocol

/// Reads a pipeline with all its files and checks it; runs no code of a stage.
final class PipelineReading {
    let findings = Findings()
    /// The pipeline as far as it could be read, where that is whole enough to be looked at further.
    private(set) var draft: PipelineDraft?
    private let environment: [String: String]
    private let isStarting: Bool
    private let now: Timestamp
    private let names: FileNames
    private var files: [String] = []
    private var texts: [String: String] = [:]
    private var manifests: [String: ManifestDocument?] = [:]

    /// - Parameters:
    ///   - isStarting: whether its stages are to be started on this host.
    ///   - now: from when on holidays are looked at.
    init(path: String, environment: [String: String], isStarting: Bool, now: Timestamp? = nil) {
        names = FileNames(pipeline: path)
        self.isStarting = isStarting
        self.now = now ?? Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        self.environment = environment
    }

    /// What was found, file by file from top to bottom.
    var diagnostics: [Diagnostic] { findings.sorted(files: files) }

    /// The pipeline; nil where an error was found.
    func read() -> LoadedPipeline? {
        guard let (file, root) = tree(names.pipeline, at: nil, as: "the pipeline", environment: environment) else {
            return nil
        }
        let decoding = Decoding(file: file, findings: findings)
        let stage = StageDecoder(decoding: decoding, environment: environment) { [self] in manifest($0) }
        guard let document = PipelineDecoder(decoding: decoding, stage: stage).read(root) else { return nil }
        let standards = document.standards.flatMap { place in
            decode(place, as: "the standards file") { StandardsReader(decoding: $0).document($1) }
        }
        let people = document.people.flatMap { place in
            decode(place, as: "the people file") { PeopleReader(decoding: $0).document($1) }
        }
        RouteCheck(stages: document.stages, findings: findings).run()
        GrantCheck(stages: document.stages, findings: findings).run()
        RightsCheck(document: document, findings: findings).run()
        SocketCheck(document: document, findings: findings).run()
        if let standards {
            StandardsCheck(document: standards, stages: document.stages, now: now, findings: findings).run()
        }
        if let standards, let people {
            GoodwillCheck(document: standards, people: people.people, findings: findings).run()
        }
        if let people { PeopleCheck(people: people, document: document, findings: findings).run() }
        FileCheck(document: document, findings: findings).run()
        StartCheck(document: document, environment: environment, isStarting: isStarting, findings: findings).run()
        draft = document.draft(path: names.pipeline, topics: people?.topics ?? [])
        guard !findings.all.containsErrors, let config = draft?.config, let standards, let people else { return nil }
        let manifests = document.stages.compactMap { stage in stage.manifest.map { (stage.name.value, $0.manifest) } }
        return LoadedPipeline(
            config: config, manifests: Dictionary(manifests, uniquingKeysWith: { $1 }), standards: standards.standards,
            people: people.people, sources: texts, warnings: diagnostics)
    }

    private func decode<Value>(
        _ path: Located<String>, as what: String, _ read: (Decoding, YAMLNode) -> Value?
    ) -> Value? {
        guard let (file, root) = tree(path.value, at: path.place, as: what, environment: environment) else {
            return nil
        }
        return read(Decoding(file: file, findings: findings), root)
    }

    /// A manifest, read once though two stages share it.
    private func manifest(_ path: Located<String>) -> ManifestDocument? {
        if let known = manifests[path.value] { return known }
        var manifest: ManifestDocument?
        if let (file, root) = tree(path.value, at: path.place, as: "the manifest", environment: nil) {
            manifest = ManifestReader(decoding: Decoding(file: file, findings: findings)).read(root)
        }
        manifests[path.value] = .some(manifest)
        return manifest
    }

    private func tree(_ path: String, at place: Place?, as what: String, environment: [String: String]?) -> (
        SourceFile, YAMLNode
    )? {
        let name = names.name(of: path)
        files.append(name)
        guard let file = SourceFile.read(path, name: name, namedAt: place, as: what, findings: findings) else {
            return nil
        }
        texts[path] = file.text
        guard let root = YAMLReader(file: file, findings: findings, environment: environment).read() else { return nil }
        return (file, root)
    }
}
