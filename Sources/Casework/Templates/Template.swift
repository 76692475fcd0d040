/// A plain-text template in Mustache: `{{name}}` is replaced by a value, `{{#name}}…{{/name}}` stays only where there is
/// one and `{{^name}}…{{/name}}` only where there is none, `{{>opening}}` brings in a text that others share, and
/// `{{! … }}` is a remark. Words between `{{#promise}}` and `{{/promise}}` are one for the ledger.
///
/// The first line is `Subject: …`, then a blank line, then the text. A tag that stands alone in its line takes the line
/// with it.
package struct Template: Sendable {
    /// A mistake in a template, for the person who wrote it.
    package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        package var file: String
        package var line: Int
        package var message: String
        /// From 1, counted in Unicode scalars.
        package var column = 1

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
        /// What it promises by its writer's own word.
        package var promises: [Promised] = []
    }

    /// Words of a text that its template declares a promise.
    package struct Promised: Sendable, Hashable {
        /// The words, in one line.
        package var words: String
        /// The placeholders in them: one of them names the day, or the words do.
        package var placeholders: Set<String>
    }

    /// The section whose words are a promise.
    static let promise = "promise"

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
        case inverted(name: String, parts: [Part])
        case promise(parts: [Part])
    }

    /// Reads a template.
    /// - Parameters:
    ///   - known: the placeholders a template may use.
    ///   - partials: the texts it may bring in, by name.
    /// - Throws: `Problems` with every mistake, by file and line.
    package init(
        _ source: String, file: String, known: Set<String> = TemplatePlaceholder.names,
        partials: [String: Partial] = [:]
    ) throws {
        var problems: [Problem] = []
        self.init(source, file: file, known: known, partials: partials, &problems)
        if !problems.isEmpty { throw Problems(problems: problems) }
    }

    /// What a template with mistakes says nevertheless, so that all that is wrong with it can be told at once.
    init(
        _ source: String, file: String, known: Set<String> = TemplatePlaceholder.names, partials: [String: Partial],
        _ problems: inout [Problem]
    ) {
        let lines = Self.lines(of: source)
        var parser = TemplateParser(file: file, known: known, partials: partials.mapValues(\.parts))
        let head = lines.first ?? ""
        let prefix = "Subject: "
        if !head.hasPrefix(prefix) || head.count == prefix.count {
            parser.report(1, "the first line must be \"Subject: …\"")
        } else if lines.count < 3 || !lines[1].isEmpty {
            parser.report(2, "a blank line must stand between the subject and the text")
        }
        subject = parser.parse([head.dropFirst(prefix.count)], firstLine: 1, margin: prefix.count)
        body = parser.parse(Array(lines.dropFirst(2)), firstLine: 3)
        problems += parser.problems
        self.file = file
        placeholders = parser.used
    }

    /// A text that several templates bring in: lines without a subject.
    package struct Partial: Sendable {
        let parts: [Part]

        /// - Throws: `Problems` with every mistake, by file and line.
        package init(_ source: String, file: String, known: Set<String> = TemplatePlaceholder.names) throws {
            var parser = TemplateParser(file: file, known: known)
            parts = parser.parse(Template.lines(of: source), firstLine: 1)
            if !parser.problems.isEmpty { throw Problems(problems: parser.problems) }
        }
    }

    private static func lines(of source: String) -> [Substring] {
        source.split(separator: "\n", omittingEmptySubsequences: false).map { $0.last == "\r" ? $0.dropLast() : $0 }
    }

    /// The text with its values; an empty value counts as none.
    /// - Throws: `Problem` where a placeholder outside an optional section has no value.
    package func render(_ values: [String: String]) throws -> Rendered {
        var rendering = Rendering(file: file, values: values.filter { !$0.value.isEmpty })
        let subject = try rendering.text(of: subject).split(separator: "\n").joined(separator: " ")
        let body = try rendering.text(of: body)
        return Rendered(subject: subject, body: Self.tidied(body), promises: rendering.promises)
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
