import FoundationEssentials

/// What the pipeline will need when it runs is there.
struct FileCheck {
    let document: PipelineDocument
    let environment: [String: String]
    let findings: Findings

    func run() {
        if let knowledge = document.knowledge { checkFolder(knowledge) }
        for stage in document.stages where stage.replicas.upperBound > 0 {
            if let run = stage.run, let program = run.value.first {
                checkProgram(program, at: run.place, of: stage.name.value)
            }
        }
    }

    private func checkFolder(_ knowledge: Located<String>) {
        var isFolder = false
        let exists = FileManager.default.fileExists(atPath: knowledge.value, isDirectory: &isFolder)
        if exists, isFolder, FileManager.default.isReadableFile(atPath: knowledge.value) { return }
        let reason =
            !exists ? "there is no such folder" : isFolder ? "permission is denied" : "it is a file, not a folder"
        findings.error(.unreadableFile, at: knowledge.place, "the knowledge folder cannot be read: \(reason)")
    }

    private func checkProgram(_ program: String, at place: Place, of stage: String) {
        let candidates =
            program.contains("/")
            ? [program] : (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
        if candidates.contains(where: { FileManager.default.isExecutableFile(atPath: $0) }) { return }
        findings.warning(
            .executableMissing, at: place, "the program of \(stage) is not there yet, or may not be run",
            hint: program.contains("/") ? "build it first" : "install it, or write its whole path")
    }
}
