import FoundationEssentials

extension TemplateCatalog {
    /// Reads a folder of templates, `LANGUAGE/NAME.txt`; whatever else lies in it is passed over.
    /// - Throws: `Template.Problems` with every mistake of every file; `TemplateFolderError` where it cannot be read.
    package init(folder: String) throws {
        let (catalog, problems) = try Self.read(folder: folder)
        guard problems.isEmpty else { throw Template.Problems(problems: problems) }
        self = catalog
    }

    /// What stands in a folder, with every mistake of every file; what has some is there as far as it can be read.
    /// - Throws: `TemplateFolderError` where it cannot be read.
    package static func read(folder: String) throws -> (catalog: TemplateCatalog, problems: [Template.Problem]) {
        let files = FileManager.default
        var texts: [(path: String, text: String)] = []
        var unreadable: [Template.Problem] = []
        guard let languages = try? files.contentsOfDirectory(atPath: folder) else { throw TemplateFolderError(folder) }
        for language in languages.sorted() {
            // What is no folder, such as a README, holds no texts.
            guard let names = try? files.contentsOfDirectory(atPath: "\(folder)/\(language)") else { continue }
            for name in names.sorted() where name.hasSuffix(".txt") && name != PageTexts.fileName {
                let path = "\(language)/\(name)"
                if let text = files.contents(atPath: "\(folder)/\(path)").flatMap({
                    String(validating: $0, as: UTF8.self)
                }) {
                    texts.append((path, text))
                } else {
                    unreadable.append(Template.Problem(file: path, line: 1, message: "cannot be read as UTF-8 text"))
                }
            }
        }
        var problems = unreadable
        let catalog = TemplateCatalog(texts, &problems)
        return (catalog, problems)
    }
}

/// Why a folder of templates cannot be read.
package struct TemplateFolderError: Error, Sendable, CustomStringConvertible {
    package let description: String

    init(_ folder: String) {
        var isFolder = false
        let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
        let reason =
            !exists ? "there is no such folder" : isFolder ? "permission is denied" : "it is a file, not a folder"
        description =
            "the templates folder \(folder) cannot be read: \(reason). The setting \"templates\" in pipeline.yaml names it; "
            + "correct it, or put the folder there"
    }
}
