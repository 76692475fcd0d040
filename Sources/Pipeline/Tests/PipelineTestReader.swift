import Calendars
import FoundationEssentials
import StageProtocol

/// Reads a test of a pipeline and tells everything that is wrong with it, as `casewire check` does of the pipeline.
package final class PipelineTestReader {
    private let pipeline: LoadedPipeline
    private let environment: [String: String]
    private let findings = Findings()

    static let keys = [
        "name", "standard", "start", "until", "standards", "people", "stand_ins", "when", "expect", "dead",
        "parked", "failed",
    ]

    /// - Parameters:
    ///   - pipeline: the pipeline that is tested.
    ///   - environment: the variables that its files may name.
    package init(pipeline: LoadedPipeline, environment: [String: String]) {
        self.pipeline = pipeline
        self.environment = environment
    }

    /// - Returns: the test, nil where an error was found, and everything that is wrong.
    package func read(_ path: String) -> (test: PipelineTest?, diagnostics: [Diagnostic]) {
        let whole = absolute(path, from: FileManager.default.currentDirectoryPath)
        guard let (file, root) = tree(whole, name: path, as: "the test") else {
            return (nil, findings.sorted(files: [path]))
        }
        let test = read(root, Decoding(file: file, findings: findings))
        return (findings.all.containsErrors ? nil : test, findings.sorted(files: [path]))
    }

    private func read(_ root: YAMLNode, _ decoding: Decoding) -> PipelineTest? {
        guard let fields = decoding.fields(root, "a test", keys: Self.keys) else { return nil }
        let name = fields.required("name").flatMap { decoding.text($0, "the name")?.value }
        var pipeline = pipeline
        if let patch = fields["standards"] {
            pipeline.standards =
                patched(pipeline.config.standardsPath, by: patch) { StandardsReader(decoding: $0).read($1) }
                ?? pipeline.standards
        }
        if let patch = fields["people"], areKnown(patch) {
            let whole = YAMLNode(
                content: .mapping([.init(key: "people", keyPlace: patch.place, value: patch)]), place: patch.place)
            pipeline.people =
                patched(pipeline.config.peoplePath, by: whole) { PeopleReader(decoding: $0).read($1) }
                ?? pipeline.people
        }
        let moments = MomentReader(pipeline.standards.calendar)
        let standard = self.standard(fields["standard"], decoding)
        let standIns = fields["stand_ins"].map { self.standIns($0, decoding) } ?? [:]
        // Without a start the rest is read all the same, so that everything that is wrong is told at once.
        let begins = fields.required("start").flatMap { decoding.moment($0, "start", moments, notBefore: nil) }
        let start = begins ?? Timestamp(milliseconds: 0)
        var steps = TestStepReader(decoding: decoding, people: pipeline.people, moments: moments, start: start)
        let happens = fields.required("when").map { steps.read($0) } ?? []
        let expecting = ExpectationReader(
            decoding: decoding, people: pipeline.people, moments: moments, start: start, names: steps.names,
            firstCustomer: steps.firstCustomer, customers: steps.customers,
            vocabulary: TestVocabulary(pipeline.manifests))
        let expectations = fields.required("expect").map(expecting.read) ?? []
        let latest = ([start] + happens.map(\.at) + expectations.compactMap(\.moment)).max() ?? start
        let end = fields["until"].flatMap { decoding.moment($0, "until", moments, notBefore: start) }
        if let end, end < latest, let place = fields["until"]?.place {
            findings.error(.badValue, at: place, "the test ends before what it tells of")
        }
        let (dead, parked) = (number(fields, "dead", decoding), number(fields, "parked", decoding))
        let failed = number(fields, "failed", decoding)
        guard let name, begins != nil else { return nil }
        return PipelineTest(
            file: decoding.file.name, name: name, standard: standard, start: start, end: end ?? latest, steps: happens,
            expectations: expectations, dead: dead, parked: parked, failed: failed, pipeline: pipeline,
            standIns: standIns)
    }

    /// Whether each of these is a colleague, or a new one; a slip would be somebody new of whom most is missing.
    private func areKnown(_ patch: YAMLNode) -> Bool {
        guard case .mapping(let entries) = patch.content else { return true }
        let strangers = entries.filter { entry in
            guard case .mapping(let members) = entry.value.content else { return false }
            let says = ["name", "address"].contains { key in members.contains { $0.key == key } }
            return pipeline.people[entry.key] == nil && !says
        }
        for stranger in strangers {
            findings.unknown(
                .unknownName, at: stranger.keyPlace,
                "nobody is called \"\(stranger.key)\", and a new colleague has a name and an address",
                name: stranger.key, among: pipeline.people.people.map(\.id))
        }
        return strangers.isEmpty
    }

    private func number(_ fields: Fields, _ key: String, _ decoding: Decoding) -> Int {
        fields[key].flatMap { decoding.integer($0, key, in: 0...Int.max) } ?? 0
    }

    private func standard(_ node: YAMLNode?, _ decoding: Decoding) -> String? {
        guard let text = node.flatMap({ decoding.text($0, "the standard") }) else { return nil }
        let known = StandardsRules.all.map(\.id)
        if !known.contains(text.value) {
            findings.unknown(
                .unknownName, at: text.place, "there is no standard \"\(text.value)\"", name: text.value, among: known)
        }
        return text.value
    }

    /// A file of the pipeline with some of its values in place of its own.
    private func patched<Value>(
        _ path: String, by patch: YAMLNode, _ read: (Decoding, YAMLNode) -> Value?
    ) -> Value? {
        guard let (file, root) = tree(path, name: path, as: "the file") else { return nil }
        return read(Decoding(file: file, findings: findings), root.patched(by: patch))
    }

    private func tree(_ path: String, name: String, as what: String) -> (SourceFile, YAMLNode)? {
        guard let file = SourceFile.read(path, name: name, namedAt: nil, as: what, findings: findings),
            let root = YAMLReader(file: file, findings: findings, environment: environment).read()
        else { return nil }
        return (file, root)
    }
}

// MARK: Stand-ins

extension PipelineTestReader {
    private func standIns(_ node: YAMLNode, _ decoding: Decoding) -> [String: JSON] {
        let stages = pipeline.config.stages.map(\.name)
        var scripts: [String: JSON] = [:]
        for entry in decoding.fields(node, "stand_ins", keys: stages)?.entries ?? [] {
            guard let manifest = pipeline.manifests[entry.key] else { continue }
            scripts[entry.key] = script(entry, manifest, decoding)
        }
        return scripts
    }

    private func script(_ entry: YAMLNode.Entry, _ manifest: Manifest, _ decoding: Decoding) -> JSON {
        let what = "the stand-in of \(entry.key)"
        var answers: [String: JSON] = [:]
        for answer in decoding.fields(entry.value, what, keys: manifest.accepts.map(\.type))?.entries ?? [] {
            answers[answer.key] = self.answer(answer, manifest, decoding)
        }
        return .object(answers)
    }

    private func answer(_ entry: YAMLNode.Entry, _ manifest: Manifest, _ decoding: Decoding) -> JSON {
        // Nothing behind a type: it is taken, and nothing comes of it.
        if entry.value.isNull { return [:] }
        guard let fields = decoding.fields(entry.value, "an answer to \(entry.key)", keys: ["set", "emit", "fail"])
        else { return [:] }
        let values = SettingsReader(decoding: decoding)
        func named(_ key: String, _ names: [String], _ what: String) -> JSON? {
            guard let entries = fields[key].flatMap({ decoding.fields($0, what, keys: names)?.entries }) else {
                return nil
            }
            return .object(
                Dictionary(entries.map { ($0.key, values.free($0.value)) }, uniquingKeysWith: { $1 }))
        }
        var answer: [String: JSON] = [:]
        answer["set"] = named("set", manifest.writes, "the sections of \(manifest.name)")
        answer["emit"] = named("emit", manifest.outputs.keys.sorted(), "the outputs of \(manifest.name)")
        answer["fail"] = fields["fail"].flatMap { decoding.text($0, "fail") }.map { .string($0.value) }
        return .object(answer)
    }
}

extension Expectation {
    /// The latest moment that it speaks of.
    fileprivate var moment: Timestamp? {
        switch what {
        case .text(let text), .noText(let text): [text.from, text.by].compactMap(\.self).max()
        case .matter(let matter): matter.at
        }
    }
}

extension YAMLNode {
    /// The node with the values of another in place of its own: mappings are gone through, all else is replaced whole.
    func patched(by patch: YAMLNode) -> YAMLNode {
        guard case .mapping(var entries) = content, case .mapping(let changes) = patch.content else { return patch }
        for change in changes {
            if let index = entries.firstIndex(where: { $0.key == change.key }) {
                entries[index].value = entries[index].value.patched(by: change.value)
            } else {
                entries.append(change)
            }
        }
        return YAMLNode(content: .mapping(entries), place: place)
    }
}

extension Decoding {
    func moment(_ node: YAMLNode, _ what: String, _ moments: MomentReader, notBefore base: Timestamp?) -> Timestamp? {
        guard let text = text(node, what) else { return nil }
        if let moment = moments.moment(text.value, notBefore: base) { return moment }
        findings.error(
            .badValue, at: text.place, "\(what) must be a moment, not \(node.kind)",
            hint: base == nil
                ? "write it as 2026-03-02 09:00, in the time of the desk"
                : "write it as 2026-03-02 09:00, monday 09:00 or 09:00, in the time of the desk")
        return nil
    }
}
