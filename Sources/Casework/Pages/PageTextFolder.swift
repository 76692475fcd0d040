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

    /// The texts of the languages that pages are offered in, in their order.
    /// - Throws: as `all(in:)`, and `Template.Problems` with every language that has none.
    package static func offered(_ codes: [String], in folder: String) throws -> [PageTexts] {
        let all = try all(in: folder)
        let there = all.map(\.code)
        let missing = codes.filter { !there.contains($0.lowercased()) }
        guard missing.isEmpty else {
            let languages = there.joined(separator: ", ")
            let message = "is missing, and pages are to be in this language; there are texts in \(languages)"
            throw Template.Problems(
                problems: missing.map { .init(file: "\($0)/\(fileName)", line: 1, message: message) })
        }
        return codes.compactMap { code in all.first { $0.code == code.lowercased() } }
    }
}
