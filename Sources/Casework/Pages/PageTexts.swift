/// The web pages' texts in one language, as `LANGUAGE/pages.txt` of the templates folder has them.
///
/// A line is `NAME: TEXT`; a text goes on in lines that begin with a space, and `#` begins a line for the reader. `{name}`
/// is filled in where the text is used.
package struct PageTexts: Sendable {
    /// The language, as its folder is called.
    package let code: String
    private let texts: [String: String]

    /// What scores may have words for, by question.
    private static let scores = ["csat": [1, 2, 3, 4, 5], "ces": [1, 2, 3, 4, 5, 6, 7], "nps": [0, 5, 10]]

    /// Every name that a file must have.
    package static let names: [String] =
        PageText.allCases.map(\.rawValue)
        + scores.sorted { $0.key < $1.key }.flatMap { question, scores in scores.map { "survey.\(question).\($0)" } }

    /// Reads a file.
    /// - Throws: `Template.Problems` with every mistake, by file and line, and every text that is missing.
    package init(_ source: String, file: String, code: String) throws {
        var reader = PageTextReader(file: file)
        reader.read(source)
        for name in Self.names where reader.texts[name] == nil { reader.report(1, "the text \"\(name)\" is missing") }
        guard reader.problems.isEmpty else { throw Template.Problems(problems: reader.problems) }
        self.code = code
        texts = reader.texts
    }

    /// A text. Every one is there: a file that lacks one is not read.
    package subscript(_ text: PageText) -> String { texts[text.rawValue] ?? "" }

    /// A text with what stands for its `{name}`s.
    package func filled(_ text: PageText, _ values: [String: String]) -> String { Self.fill(self[text], values) }

    /// The question of a survey, and the words for a score where there are any.
    package func survey(_ question: String, score: Int? = nil) -> String? {
        texts["survey.\(question)" + (score.map { ".\($0)" } ?? "")]
    }

    /// A text with its `{name}`s replaced in one pass, so that a value cannot bring another one along.
    package static func fill(_ text: String, _ values: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}") else { break }
            let name = String(rest[rest.index(after: open)..<close])
            filled += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

/// Takes a file of page texts apart and notes what is wrong with it.
private struct PageTextReader {
    let file: String
    private(set) var texts: [String: String] = [:]
    private(set) var problems: [Template.Problem] = []
    private var last: (name: String, line: Int)?

    init(file: String) { self.file = file }

    mutating func report(_ line: Int, _ message: String) {
        problems.append(Template.Problem(file: file, line: line, message: message))
    }

    mutating func read(_ source: String) {
        let known = Set(PageTexts.names)
        for (index, line) in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let text = line.trimmed
            if text.isEmpty || text.first == "#" { continue }
            if line.first == " " || line.first == "\t" { goOn(text, index + 1) } else { begin(text, index + 1, known) }
        }
        checkLast()
    }

    private mutating func begin(_ text: Substring, _ line: Int, _ known: Set<String>) {
        checkLast()
        last = nil
        guard let colon = text.firstIndex(of: ":") else {
            return report(line, "this is no \"NAME: TEXT\"; a text that goes on begins its lines with a space")
        }
        let name = String(text[..<colon].trimmed)
        guard known.contains(name) else { return report(line, "no text is called \"\(name)\"") }
        guard texts[name] == nil else { return report(line, "the text \"\(name)\" is there twice") }
        texts[name] = String(text[text.index(after: colon)...].trimmed)
        last = (name, line)
    }

    private mutating func goOn(_ text: Substring, _ line: Int) {
        guard let last else { return report(line, "this line goes on with a text, and none has begun") }
        let sofar = texts[last.name] ?? ""
        texts[last.name] = sofar.isEmpty ? String(text) : "\(sofar) \(text)"
    }

    /// The text that has just ended must say something, and be filled with what there is.
    private mutating func checkLast() {
        guard let last, let text = texts[last.name] else { return }
        if text.isEmpty { report(last.line, "the text \"\(last.name)\" is empty") }
        let allowed = PageText(rawValue: last.name)?.placeholders ?? []
        for name in Self.placeholders(in: text) where !allowed.contains(String(name)) {
            let advice =
                allowed.isEmpty
                ? "nothing is filled in here" : "there is \(allowed.sorted().map { "{\($0)}" }.joined(separator: ", "))"
            report(last.line, "{\(name)} cannot be filled in \"\(last.name)\": \(advice)")
        }
    }

    private static func placeholders(in text: String) -> [Substring] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != "}" } }
    }
}

extension Substring {
    /// Without white space at its ends, that of another system's line end included.
    fileprivate var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
