import FoundationEssentials

extension PageTexts {
    /// The file of page texts in each language's folder.
    package static let fileName = "pages.txt"

    /// Reads `LANGUAGE/pages.txt` of a templates folder for each language that has one.
    /// - Throws: `Template.Problems` with every mistake of every file; `TemplateFolderError` where it cannot be read.
    package static func all(in folder: String) throws -> [PageTexts] {
        let files = FileManager.default
        guard let languages = try? files.contentsOfDirectory(atPath: folder) else {
            throw TemplateFolderError(folder)
        }
        var found: [PageTexts] = []
        var problems: [Template.Problem] = []
        for language in languages.sorted() {
            let path = "\(language)/\(fileName)"
            guard let bytes = files.contents(atPath: "\(folder)/\(path)") else { continue }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                problems.append(Template.Problem(file: path, line: 1, message: "is not written in UTF-8"))
                continue
            }
            do {
                found.append(try PageTexts(text, file: path, code: language.lowercased()))
            } catch let wrong as Template.Problems {
                problems += wrong.problems
            }
        }
        if !problems.isEmpty { throw Template.Problems(problems: problems) }
        return found
    }
}
