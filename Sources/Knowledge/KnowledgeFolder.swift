import FoundationEssentials

extension KnowledgeBase {
    /// Reads all `*.md` files of a folder except README.md.
    /// - Throws: `KnowledgeFolderError` where the folder cannot be read.
    package init(folder: String, topics: Set<String>? = nil) throws {
        let disk = FileManager.default
        guard let names = try? disk.contentsOfDirectory(atPath: folder) else { throw KnowledgeFolderError(folder) }
        var files: [(name: String, text: String)] = []
        var unreadable: [ArticleProblem] = []
        for name in names.sorted() where name.hasSuffix(".md") && name != "README.md" {
            if let bytes = disk.contents(atPath: "\(folder)/\(name)"),
                let text = String(validating: bytes, as: UTF8.self)
            {
                files.append((name, text))
            } else {
                unreadable.append(ArticleProblem(file: name, line: 1, message: "cannot be read as UTF-8 text"))
            }
        }
        try self.init(files: files, topics: topics, unreadable: unreadable)
    }
}

/// Why a folder of articles cannot be read.
package struct KnowledgeFolderError: Error, Sendable, CustomStringConvertible {
    package let description: String

    init(_ folder: String) {
        var isFolder = false
        let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
        let reason =
            !exists ? "there is no such folder" : isFolder ? "permission is denied" : "it is a file, not a folder"
        description =
            "the knowledge folder \(folder) cannot be read: \(reason). \"knowledge\" in pipeline.yaml names it; correct it, "
            + "or put the folder there"
    }
}
