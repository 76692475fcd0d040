internal import Yams

/// Reads a YAML file into nodes with places. Yams' node tree is used and not its Codable, which knows neither where a
/// value stands nor which keys nobody asked for.
struct YAMLReader {
    let file: SourceFile
    let findings: Findings
    /// Nil where variables mean nothing: a manifest is the same in every installation.
    let environment: [String: String]?

    /// Aliases can make a small file grow without bound.
    private static let mostNodes = 100_000

    /// The top of the file; nil where it cannot be read at all.
    func read() -> YAMLNode? {
        guard let composed = compose() else { return nil }
        var budget = YAMLReader.mostNodes
        guard let root = node(composed.root, masked: composed.masked, budget: &budget) else {
            findings.error(.tooLarge, at: file.place, "\(file.name) has more than \(YAMLReader.mostNodes) values")
            return nil
        }
        return root
    }

    private func node(_ node: Node, masked: [String: String], budget: inout Int) -> YAMLNode? {
        budget -= 1
        guard budget > 0 else { return nil }
        let place = place(node.mark)
        switch node {
        case .scalar(let scalar): return YAMLNode(content: .scalar(self.scalar(scalar, at: place)), place: place)
        case .sequence(let sequence):
            var elements: [YAMLNode] = []
            for element in sequence {
                guard let element = self.node(element, masked: masked, budget: &budget) else { return nil }
                elements.append(element)
            }
            return YAMLNode(content: .sequence(elements), place: place)
        case .mapping(let mapping):
            var entries: [YAMLNode.Entry] = []
            for (key, value) in mapping {
                guard let value = self.node(value, masked: masked, budget: &budget) else { return nil }
                let keyPlace = self.place(key.mark)
                guard case .scalar(let scalar) = key else {
                    findings.error(.syntax, at: keyPlace, "a key must be a word")
                    continue
                }
                // A key that stands twice was masked so that the rest could be read; the last one counts.
                guard masked[scalar.string] == nil else { continue }
                entries.append(YAMLNode.Entry(key: scalar.string, keyPlace: keyPlace, value: value))
            }
            return YAMLNode(content: .mapping(entries), place: place)
        case .alias:
            findings.error(.syntax, at: place, "this alias names nothing")
            return YAMLNode(content: .sequence([]), place: place)
        }
    }

    private func scalar(_ scalar: Node.Scalar, at place: Place) -> YAMLNode.Scalar {
        let raw = scalar.string
        let isPlain = scalar.style == .plain
        guard let environment, raw.contains("$") else { return .init(text: raw, raw: raw, isPlain: isPlain) }
        let expansion = VariableExpansion(raw, environment: environment)
        for name in expansion.missing {
            findings.error(
                .missingVariable, at: place, "the variable \(name) is not set",
                hint: "export \(name)=..., or give a default here: ${\(name):-value}")
        }
        if let problem = expansion.problem {
            findings.error(
                .badVariable, at: place, problem, hint: "write ${NAME}, ${NAME:-default}, or $$ for a dollar sign")
        }
        return .init(text: expansion.text, raw: raw, isPlain: isPlain)
    }

    private func place(_ mark: Mark?) -> Place {
        mark.map { file.place(line: $0.line, column: $0.column) } ?? file.place
    }
}

// Yams gives up at the first mapping in which a key stands twice. So that the rest is still checked, the first of the
// two is masked with a character nobody types, which keeps every line and column where it was.
extension YAMLReader {
    private func compose() -> (root: Node, masked: [String: String])? {
        var text = file.text
        var masked: [String: String] = [:]
        while true {
            do {
                // No type is asked of Yams, so that its regular expressions for types stay out of it.
                guard let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() else {
                    findings.error(.syntax, at: file.place, "\(file.name) is empty")
                    return nil
                }
                report(masked, in: root)
                return (root, masked)
            } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
                guard let key = duplicates.sorted().first, masked.count < 1000,
                    let mask = Unicode.Scalar(0xE000 + UInt32(masked.count)),
                    let next = masking(key, at: context.mark, with: mask, in: text)
                else {
                    let place = file.place(line: context.mark.line, column: context.mark.column)
                    findings.error(
                        .duplicateKey, at: place, "the key \"\(duplicates.sorted().first ?? "")\" stands twice")
                    return nil
                }
                masked[String(mask) + key.unicodeScalars.dropFirst().map(String.init).joined()] = key
                text = next
            } catch {
                report(error)
                return nil
            }
        }
    }

    private func masking(_ key: String, at mark: Mark, with mask: Unicode.Scalar, in text: String) -> String? {
        var scalars = Array(text.unicodeScalars)
        var line = 1
        var start = 0
        while line < mark.line, start < scalars.count {
            if scalars[start] == "\n" { line += 1 }
            start += 1
        }
        var index = start + mark.column - 1
        if scalars.indices.contains(index), scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
        guard scalars.indices.contains(index), scalars[index] == key.unicodeScalars.first else { return nil }
        scalars[index] = mask
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func report(_ masked: [String: String], in node: Node) {
        guard !masked.isEmpty else { return }
        switch node {
        case .mapping(let mapping):
            var first: [String: Mark] = [:]
            for (key, value) in mapping {
                report(masked, in: value)
                guard let text = key.scalar?.string, let mark = key.mark else { continue }
                let name = masked[text] ?? text
                if let earlier = first[name] {
                    findings.error(
                        .duplicateKey, at: place(mark), "the key \"\(name)\" stands here a second time",
                        notes: [.init(place: place(earlier), message: "it stands here first")])
                } else {
                    first[name] = mark
                }
            }
        case .sequence(let sequence): for element in sequence { report(masked, in: element) }
        case .scalar, .alias: break
        }
    }

    /// What mostly is behind a parser's words.
    private static func hint(_ problem: String) -> String? {
        if problem.contains("character that cannot start any token") {
            return "indent with spaces, not with tabs; put a text that begins with @, ` or % in quotes"
        }
        guard problem.contains("mapping values are not allowed") else { return nil }
        return "indent this line, or the one above, as those beside it; a text with \": \" in it stands in quotes"
    }

    private func report(_ error: any Error) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let what = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
            findings.error(
                .syntax, at: file.place(line: mark.line, column: mark.column), "this is not YAML: \(what)",
                hint: Self.hint(problem))
        case YamlError.reader(let problem, _, _, _):
            findings.error(.syntax, at: file.place, "\(file.name) is not YAML: \(problem)")
        default:
            findings.error(.syntax, at: file.place, "\(file.name) is not YAML: \(error)")
        }
    }
}
