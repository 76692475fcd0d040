import FoundationEssentials

/// The folder of articles is there.
struct FileCheck {
    let document: PipelineDocument
    let findings: Findings

    func run() {
        guard let knowledge = document.knowledge, let problem = obstacle(at: knowledge.value, as: .folder) else {
            return
        }
        findings.error(.unreadableFile, at: knowledge.place, "the knowledge folder cannot be read: \(problem)")
    }
}

/// Why what is to lie at a path cannot be used; nil where it can.
func obstacle(at path: String, as wanted: SettingsSchema.Existence) -> String? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        return "there is no such \(wanted.rawValue)"
    }
    switch (wanted, isFolder) {
    case (.folder, false): return "it is a file, not a folder"
    case (.file, true): return "it is a folder, not a file"
    case _ where !FileManager.default.isReadableFile(atPath: path): return "permission is denied"
    default: return isEmptyFile(path) ? "it is empty" : nil
    }
}

/// Whether nothing stands in a file, where a password or examples should. A pipe is not looked into: that would empty it.
private func isEmptyFile(_ path: String) -> Bool {
    let file = URL(filePath: path, directoryHint: .notDirectory).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    return attributes?[.type] as? FileAttributeType == .typeRegular
        && (try? Data(contentsOf: file, options: .mappedIfSafe))?.isEmpty == true
}
