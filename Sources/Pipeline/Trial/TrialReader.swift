import FoundationEssentials
import StageProtocol

/// Reads what a stage is tried with.
package struct TrialReader {
    private let findings = Findings()
    private let environment: [String: String]

    private static let keys = ["run", "settings", "standards", "people", "deliveries"]

    /// - Parameter environment: the variables that `conform.yaml` may name.
    package init(environment: [String: String]) { self.environment = environment }

    /// Reads a manifest and, where there is one, the `conform.yaml` in its folder.
    /// - Returns: the trial, as far as it could be read, and everything that is wrong.
    package func read(manifest path: String) -> (trial: Trial?, diagnostics: [Diagnostic]) {
        let path = absolute(path, from: FileManager.default.currentDirectoryPath)
        let folder = parentFolder(of: path)
        let beside = folder + "/conform.yaml"
        var trial: Trial?
        if let (file, root) = tree(path, as: "the manifest", environment: nil),
            let document = ManifestReader(decoding: Decoding(file: file, findings: findings)).read(root)
        {
            trial = Trial(manifest: document.manifest, settings: .object([:]), samples: [])
        }
        if var known = trial {
            if FileManager.default.fileExists(atPath: beside) {
                if let (file, root) = tree(beside, as: "conform.yaml", environment: environment) {
                    read(root, Decoding(file: file, findings: findings), into: &known)
                }
            } else {
                let file = SourceFile(name: path, path: beside, text: "")
                known.settings = settings(nil, Decoding(file: file, findings: findings), known.manifest)
            }
            trial = known
        }
        return (trial, findings.sorted(files: [path, beside]))
    }

    private func read(_ root: YAMLNode, _ decoding: Decoding, into trial: inout Trial) {
        guard let fields = decoding.fields(root, "conform.yaml", keys: TrialReader.keys) else { return }
        trial.run = fields["run"].flatMap { decoding.command($0, environment: environment)?.value }
        trial.settings = settings(fields["settings"], decoding, trial.manifest)
        trial.standards = fields["standards"].flatMap {
            document($0, decoding, "standards") { StandardsReader(decoding: $0).read($1)?.json }
        }
        trial.people = fields["people"].flatMap {
            document($0, decoding, "people") { PeopleReader(decoding: $0).read($1)?.json }
        }
        trial.samples = (fields["deliveries"].flatMap { decoding.list($0, "deliveries") } ?? []).compactMap {
            sample($0, decoding, trial.manifest)
        }
    }

    private func settings(_ node: YAMLNode?, _ decoding: Decoding, _ manifest: Manifest) -> JSON {
        SettingsReader(decoding: decoding).settings(
            node, manifest.settings, stage: Located(value: manifest.name, place: node?.place ?? decoding.file.place))
    }

    private func document(
        _ node: YAMLNode, _ decoding: Decoding, _ what: String, _ read: (Decoding, YAMLNode) -> JSON?
    ) -> JSON? {
        guard let path = decoding.path(node, what),
            let (file, root) = tree(path.value, as: what, environment: environment, at: path.place)
        else { return nil }
        return read(Decoding(file: file, findings: findings), root)
    }

    private func sample(_ node: YAMLNode, _ decoding: Decoding, _ manifest: Manifest) -> Trial.Sample? {
        guard let fields = decoding.fields(node, "a delivery", keys: ["type", "data", "sections", "log"]),
            let type = fields.required("type").flatMap({ decoding.text($0, "the type") })
        else { return nil }
        let accepted = manifest.accepts.map(\.type)
        if !accepted.contains(type.value) {
            findings.unknown(
                .unknownName, at: type.place, "\(manifest.name) does not accept \"\(type.value)\"", name: type.value,
                among: accepted)
        }
        let anything = SettingsReader(decoding: decoding)
        let free = SettingsSchema(kind: nil)
        func json(_ key: String) -> JSON? { fields[key].flatMap { anything.value($0, free, key) } }
        return Trial.Sample(
            type: type.value, data: json("data"), sections: json("sections")?.object ?? [:], log: json("log")?.array)
    }

    private func tree(
        _ path: String, as what: String, environment: [String: String]?, at place: Place? = nil
    ) -> (SourceFile, YAMLNode)? {
        guard let file = SourceFile.read(path, name: path, namedAt: place, as: what, findings: findings),
            let root = YAMLReader(file: file, findings: findings, environment: environment).read()
        else { return nil }
        return (file, root)
    }
}
