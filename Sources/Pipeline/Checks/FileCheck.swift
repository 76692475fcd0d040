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
        return "there is no such \(wanted == .folder ? "folder" : "file")"
    }
    switch (wanted, isFolder) {
    case (.folder, false): return "it is a file, not a folder"
    case (.file, true), (.secret, true): return "it is a folder, not a file"
    case _ where !FileManager.default.isReadableFile(atPath: path): return "permission is denied"
    case (.folder, true): return nil
    default: return lack(inFile: path, as: wanted)
    }
}

/// What a file lacks where a password or examples should stand. A pipe is not looked into: that would empty it.
private func lack(inFile path: String, as wanted: SettingsSchema.Existence) -> String? {
    let file = URL(filePath: path, directoryHint: .notDirectory).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
        let content = try? Data(contentsOf: file, options: .mappedIfSafe)
    else { return nil }
    if content.isEmpty { return "it is empty" }
    let blanks: Set<UInt8> = [0x09, 0x0D, 0x20]
    let hasFirstLine = content.prefix { $0 != 0x0A }.contains { !blanks.contains($0) }
    return wanted == .secret && !hasFirstLine ? "its first line is blank" : nil
}
