import FoundationEssentials
import StageProtocol

/// The stages that are started on this host find what they need here: their programs, and the files that their settings name.
///
/// Who only reads the pipeline, as a broker does whose stages run elsewhere, is told as a warning.
struct StartCheck {
    let document: PipelineDocument
    let environment: [String: String]
    /// Whether the stages are to be started here, so that without it they could not.
    let isStarting: Bool
    let findings: Findings

    func run() {
        for stage in document.stages where stage.replicas.upperBound > 0 {
            if let run = stage.run, let program = run.value.first {
                checkProgram(program, at: run.place, of: stage.name.value)
            }
            guard let schema = stage.manifest?.manifest.settings else { continue }
            let place = stage.settingsPlace ?? stage.name.place
            for need in schema.needs(in: stage.settings, stage.settingsNode, at: place, as: "settings") {
                guard let problem = obstacle(at: need.path, as: need.exists) else { continue }
                tell(
                    .unreadableFile, at: need.place, "\(stage.name.value) needs \(need.path), and \(problem)",
                    hint: "create it, or correct \(need.name); relative paths start at the file they stand in")
            }
        }
    }

    private func checkProgram(_ program: String, at place: Place, of stage: String) {
        let candidates =
            program.contains("/")
            ? [program] : (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
        if candidates.contains(where: isProgram) { return }
        // A file without leave to be run needs other advice than one that is not there.
        let found = candidates.first(where: isFile)
        let lack = found.map { "\($0) may not be run" } ?? "\(program) is not there"
        let advice =
            found.map { "let it be run (chmod +x \($0))" }
            ?? (program.contains("/") ? "build it first, or correct the path" : "install it, or write its whole path")
        tell(
            .executableMissing, at: place, "\(stage) has no program: \(lack)",
            hint: "\(advice); where others start it, write replicas: 0")
    }

    private func isProgram(_ path: String) -> Bool {
        isFile(path) && FileManager.default.isExecutableFile(atPath: path)
    }

    private func isFile(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
    }

    private func tell(_ code: Diagnostic.Code, at place: Place, _ message: String, hint: String) {
        if isStarting {
            findings.error(code, at: place, message, hint: hint)
        } else {
            findings.warning(code, at: place, message, hint: hint)
        }
    }
}

extension SettingsSchema {
    /// A path in settings at which something must lie.
    fileprivate struct Need {
        /// The setting, as in `smtp.password_file`.
        var name: String
        var path: String
        var exists: Existence
        var place: Place
    }

    /// The paths in settings at which something must lie, each where it is written; one that a default fills in, where the
    /// settings are.
    fileprivate func needs(in value: JSON, _ node: YAMLNode?, at place: Place, as name: String) -> [Need] {
        switch (value, node?.content) {
        case (.string(let path), _):
            return exists.map { [Need(name: name, path: path, exists: $0, place: node?.place ?? place)] } ?? []
        case (.object(let members), let content):
            var entries: [YAMLNode.Entry] = []
            if case .mapping(let written) = content { entries = written }
            return properties.flatMap { property in
                members[property.name].map { member in
                    property.schema.needs(
                        in: member, entries.last { $0.key == property.name }?.value, at: place,
                        as: "\(name).\(property.name)")
                } ?? []
            }
        case (.array(let elements), .sequence(let nodes)) where elements.count == nodes.count:
            return zip(elements, nodes).flatMap { items?.needs(in: $0, $1, at: place, as: name) ?? [] }
        default: return []
        }
    }
}
