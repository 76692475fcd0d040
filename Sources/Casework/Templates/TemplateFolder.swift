import FoundationEssentials

extension TemplateCatalog {
    /// Reads a folder of templates, `LANGUAGE/NAME.txt`; whatever else lies in it is passed over.
    /// - Throws: `Template.Problems` with every mistake of every file; `TemplateFolderError` where it cannot be read.
    package init(folder: String) throws {
        let files = FileManager.default
        var texts: [(path: String, text: String)] = []
        do {
            for language in try files.contentsOfDirectory(atPath: folder).sorted() {
                // What is no folder, such as a README, holds no texts.
                guard let names = try? files.contentsOfDirectory(atPath: "\(folder)/\(language)") else { continue }
                for name in names.sorted() where name.hasSuffix(".txt") && name != PageTexts.fileName {
                    let path = "\(language)/\(name)"
                    texts.append((path, try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)))
                }
            }
        } catch {
            throw TemplateFolderError(description: "the templates folder \(folder) cannot be read: \(error)")
        }
        try self.init(texts)
    }
}

/// Why a folder of templates cannot be read.
package struct TemplateFolderError: Error, Sendable, CustomStringConvertible {
    package let description: String
}
