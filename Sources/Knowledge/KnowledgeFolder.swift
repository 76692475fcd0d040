import FoundationEssentials

extension KnowledgeBase {
    /// Reads all `*.md` files of a folder except README.md.
    /// - Throws: an error of the file system where the folder cannot be read.
    package init(folder: String, topics: Set<String>? = nil) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        var files: [(name: String, text: String)] = []
        for name in names.sorted() where name.hasSuffix(".md") && name != "README.md" {
            files.append((name, try String(contentsOfFile: folder + "/" + name, encoding: .utf8)))
        }
        try self.init(files: files, topics: topics)
    }
}
