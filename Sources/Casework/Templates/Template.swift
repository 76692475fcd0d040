/// A plain-text template: `{{name}}` is replaced by a value, `{{#name}}…{{/name}}` stays only where there is one.
///
/// The first line is `Subject: …`, then a blank line, then the text. A tag that stands alone in its line takes the line
/// with it.
package struct Template: Sendable {
    /// A mistake in a template, for the person who wrote it.
    package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        package var file: String
        package var line: Int
        package var message: String

        package var description: String { "\(file):\(line): \(message)" }
    }

    /// All mistakes of one template.
    package struct Problems: Error, Sendable, CustomStringConvertible {
        package var problems: [Problem]

        package var description: String { problems.map(\.description).joined(separator: "\n") }
    }

    /// A template filled in.
    package struct Rendered: Sendable, Hashable {
        package var subject: String
        package var body: String
    }

    /// The file it was read from, for messages.
    package let file: String
    /// The placeholders it uses.
    package let placeholders: Set<String>
    private let subject: [Part]
    private let body: [Part]

    indirect enum Part: Sendable {
        case text(String)
        case value(name: String, line: Int)
        case section(name: String, parts: [Part])
    }

    /// Reads a template.
    /// - Parameter known: the placeholders a template may use.
    /// - Throws: `Problems` with every mistake, by file and line.
    package init(_ source: String, file: String, known: Set<String> = TemplatePlaceholder.names) throws {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.last == "\r" ? line.dropLast() : line
        }
        var parser = TemplateParser(file: file, known: known)
        let head = lines.first ?? ""
        let prefix = "Subject: "
        if !head.hasPrefix(prefix) || head.count == prefix.count {
            parser.report(1, "the first line must be \"Subject: …\"")
        } else if lines.count < 3 || !lines[1].isEmpty {
            parser.report(2, "a blank line must stand between the subject and the text")
        }
        subject = parser.parse([head.dropFirst(prefix.count)], firstLine: 1)
        body = parser.parse(Array(lines.dropFirst(2)), firstLine: 3)
        if !parser.problems.isEmpty { throw Problems(problems: parser.problems) }
        self.file = file
        placeholders = parser.used
    }

    /// The text with its values; an empty value counts as none.
    /// - Throws: `Problem` where a placeholder outside an optional section has no value.
    package func render(_ values: [String: String]) throws -> Rendered {
        let values = values.filter { !$0.value.isEmpty }
        let subject = try render(subject, values).split(separator: "\n").joined(separator: " ")
        let body = try render(body, values)
        return Rendered(subject: subject, body: Self.tidied(body))
    }

    private func render(_ parts: [Part], _ values: [String: String]) throws -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let plain): text += plain
            case .section(let name, let parts):
                if values[name] != nil { text += try render(parts, values) }
            case .value(let name, let line):
                guard let value = values[name] else {
                    throw Problem(file: file, line: line, message: "{{\(name)}} has no value")
                }
                text += value
            }
        }
        return text
    }

    /// At most one blank line in a row, none at the ends: a section left out leaves no hole.
    private static func tidied(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}
