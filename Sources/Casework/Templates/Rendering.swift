import StageProtocol

/// A template being filled in.
struct Rendering {
    let file: String
    /// None of them empty.
    let values: [String: String]
    private(set) var promises: [Template.Promised] = []

    init(file: String, values: [String: String]) {
        self.file = file
        self.values = values
    }

    private var unknownMoments: Set<String> { TemplatePlaceholder.moments.filter { values[$0] == nil } }

    /// - Throws: `Template.Problem` where a placeholder outside an optional section has no value.
    mutating func text(of parts: [Template.Part]) throws -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let plain): text += plain
            case .section(let name, let parts): if values[name] != nil { text += try self.text(of: parts) }
            case .inverted(let name, let parts): if values[name] == nil { text += try self.text(of: parts) }
            case .promise(let parts):
                // Where no moment is told, nothing is promised for it.
                guard parts.allSatisfy({ $0.names.isDisjoint(with: unknownMoments) }) else { continue }
                let words = try self.text(of: parts)
                text += words
                promises.append(
                    Template.Promised(
                        words: words.onOneLine, placeholders: parts.reduce(into: []) { $0.formUnion($1.names) }))
            case .value(let name, let line):
                guard let value = values[name] else {
                    throw Template.Problem(file: file, line: line, message: "{{\(name)}} has no value")
                }
                text += value
            }
        }
        return text
    }
}

extension Template.Part {
    /// The placeholders in it.
    var names: Set<String> {
        switch self {
        case .text: []
        case .value(let name, _): [name]
        case .section(_, let parts), .inverted(_, let parts), .promise(let parts):
            parts.reduce(into: []) { $0.formUnion($1.names) }
        }
    }

    /// Whether it says until when: by a placeholder that stands for a moment, or in words.
    var namesADay: Bool {
        guard names.isDisjoint(with: TemplatePlaceholder.moments) else { return true }
        let found = PromiseFinder.promises(in: plainWords, now: Timestamp(milliseconds: 0))
        return found.contains { $0.due != nil }
    }

    private var plainWords: String {
        switch self {
        case .text(let text): text
        case .value: "it"
        case .section(_, let parts), .inverted(_, let parts), .promise(let parts): parts.map(\.plainWords).joined()
        }
    }
}

extension String {
    /// White space of any length is one blank; none at the ends.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
