import Calendars

/// Turns nodes into values; what does not fit is found and gives nil.
struct Decoding {
    let file: SourceFile
    let findings: Findings

    func fields(_ node: YAMLNode, _ what: String, keys: [String]?) -> Fields? {
        Fields(node, what, keys: keys, findings: findings)
    }

    /// A text; a number or a truth value without quotes is taken as it was written, so that `no` can be a language.
    func text(_ node: YAMLNode, _ what: String, mayBeEmpty: Bool = false) -> Located<String>? {
        guard case .scalar(let scalar) = node.content, !node.isNull else {
            return wrongType(node, what, "a text")
        }
        guard mayBeEmpty || !scalar.text.allSatisfy(\.isWhitespace) else {
            findings.error(.badValue, at: node.place, "\(what) must not be empty")
            return nil
        }
        return Located(value: scalar.text, place: node.place)
    }

    func integer(_ node: YAMLNode, _ what: String, in range: ClosedRange<Int>) -> Int? {
        guard let scalar = plain(node), let value = Int(scalar.text) else {
            return wrongType(node, what, "a whole number")
        }
        guard range.contains(value) else {
            return outside(
                node, what,
                range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
            )
        }
        return value
    }

    func number(_ node: YAMLNode, _ what: String, in range: ClosedRange<Double>) -> Double? {
        guard let scalar = plain(node), let value = Double(scalar.text), value.isFinite else {
            return wrongType(node, what, "a number")
        }
        guard range.contains(value) else {
            return outside(
                node, what,
                range.upperBound == .greatestFiniteMagnitude
                    ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func bool(_ node: YAMLNode, _ what: String) -> Bool? {
        switch plain(node)?.text {
        case "true": true
        case "false": false
        default: wrongType(node, what, "true or false")
        }
    }

    /// A length of time of any kind.
    func span(_ node: YAMLNode, _ what: String) -> TimeSpan? {
        guard case .scalar(let scalar) = node.content, !node.isNull else {
            return wrongType(node, what, "a length of time")
        }
        guard let span = TimeSpan(scalar.text) else {
            findings.error(
                .badValue, at: node.place, "\(what) must be a length of time, not \(node.kind)",
                hint: "write it as \"20 s\", \"2 minutes\", \"4 business hours\" or \"3 business days\"")
            return nil
        }
        return span
    }

    /// A length of time on the clock, in milliseconds.
    func duration(_ node: YAMLNode, _ what: String) -> Int64? {
        guard let span = span(node, what) else { return nil }
        guard let milliseconds = span.milliseconds else {
            findings.error(
                .badValue, at: node.place, "\(what) runs on the clock, not in business time",
                hint: "write it as \"20 s\", \"2 minutes\" or \"1 hour\"")
            return nil
        }
        return milliseconds
    }

    /// A number of bytes such as `4 MiB`.
    func size(_ node: YAMLNode, _ what: String) -> Int? {
        guard case .scalar(let scalar) = node.content, !node.isNull else { return wrongType(node, what, "a size") }
        guard let size = byteCount(scalar.text), size > 0 else {
            findings.error(
                .badValue, at: node.place, "\(what) must be a size, not \(node.kind)",
                hint: "write it as \"512 KiB\", \"4 MiB\" or a number of bytes")
            return nil
        }
        return size
    }

    /// A path, made absolute from the folder of the file.
    func path(_ node: YAMLNode, _ what: String) -> Located<String>? {
        text(node, what)?.map { absolute($0, from: file.folder) }
    }

    /// The elements of a list; one scalar stands for a list of one where that reads better.
    func list(_ node: YAMLNode, _ what: String, orOne: Bool = false) -> [YAMLNode]? {
        switch node.content {
        case .sequence(let elements): elements
        case .scalar where orOne && !node.isNull: [node]
        default: wrongType(node, what, "a list")
        }
    }

    /// A list of texts, none of them twice.
    func texts(_ node: YAMLNode, _ what: String, orOne: Bool = false) -> [Located<String>]? {
        guard let elements = list(node, what, orOne: orOne) else { return nil }
        var seen: [String: Place] = [:]
        return elements.compactMap { element in
            guard let text = text(element, "an entry of \(what)") else { return nil }
            if let first = seen[text.value] {
                findings.error(
                    .badValue, at: text.place, "\"\(text.value)\" stands twice in \(what)",
                    notes: [.init(place: first, message: "it stands here first")])
                return nil
            }
            seen[text.value] = text.place
            return text
        }
    }

    /// A lower-case name that can stand in a socket's path and in a command.
    func isName(_ text: String, separators: String = "-_") -> Bool {
        text.first.map { ("a"..."z").contains($0) } == true
            && text.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || separators.contains($0) }
    }

    private func plain(_ node: YAMLNode) -> YAMLNode.Scalar? {
        if case .scalar(let scalar) = node.content, scalar.isPlain { scalar } else { nil }
    }

    private func wrongType<Value>(_ node: YAMLNode, _ what: String, _ wanted: String) -> Value? {
        findings.error(.wrongType, at: node.place, "\(what) must be \(wanted), not \(node.kind)")
        return nil
    }

    private func outside<Value>(_ node: YAMLNode, _ what: String, _ range: String) -> Value? {
        findings.error(.badValue, at: node.place, "\(what) must be \(range), not \(node.kind)")
        return nil
    }

    private func byteCount(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let factors = [
            "": 1, "B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "kB": 1000, "MB": 1_000_000,
            "GB": 1_000_000_000,
        ]
        let unit = text.dropFirst(digits.count).split(separator: " ", omittingEmptySubsequences: true).joined(
            separator: " ")
        guard let count = Int(digits), let factor = factors[unit] else { return nil }
        let (size, overflow) = count.multipliedReportingOverflow(by: factor)
        return overflow ? nil : size
    }
}
