/// Subject lines as people see them in lists.
enum SubjectLine {
    /// What mailers put before the subject of an answer or a forwarded mail.
    private static let prefixes: Set<String> = [
        "re", "aw", "sv", "vs", "antw", "odp", "res", "rv", "r", "ynt", "fw", "fwd", "wg", "tr", "enc", "doorst",
        "i", "pd", "vl", "ref", "rif", "回复", "答复", "回覆", "转发", "轉寄",
    ]

    /// The subject on one line without `Re:`, `Fwd:` and the like in front, and without our own reference in brackets.
    static func cleaned(_ subject: String) -> String? {
        var rest = oneLine(subject)[...]
        while true {
            rest = rest.drop { $0 == " " }
            if let end = bracketedReference(rest) {
                rest = rest[end...]
            } else if let end = prefix(rest) {
                rest = rest[end...]
            } else {
                break
            }
        }
        while let last = rest.last, last == " " { rest.removeLast() }
        return rest.isEmpty ? nil : String(rest.prefix(200))
    }

    /// What a subject says that is none of an answer or a forwarded mail; nil for one of those, and where there is none.
    ///
    /// `New matter (was: old matter)` is the old custom of changing a thread's subject.
    static func topic(_ subject: String) -> String? {
        let line = oneLine(subject)
        guard prefix(line[...]) == nil, Reference.all(in: line).isEmpty else { return nil }
        let was = line.firstRange(of: "(was:") ?? line.firstRange(of: "(Was:")
        return cleaned(String(line[..<(was?.lowerBound ?? line.endIndex)]))
    }

    /// A line for lists where there is no subject: how the text begins.
    static func standIn(for text: String) -> String? {
        let line = text.split(whereSeparator: \.isNewline).lazy.map { oneLine(String($0)) }.first { !$0.isEmpty }
        return line.map { $0.count > 80 ? $0.prefix(79) + "…" : $0 }
    }

    /// Control characters and line ends as spaces, runs of spaces as one.
    static func oneLine(_ text: String) -> String {
        text.split { character in
            character.isWhitespace || character.isNewline
                || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
        }.joined(separator: " ")
    }

    /// Where a prefix such as `Re:`, `Re[2]:` or `AW :` ends.
    private static func prefix(_ text: Substring) -> Substring.Index? {
        guard let colon = text.prefix(12).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        var word = text[..<colon].filter { $0 != " " }
        if let bracket = word.firstIndex(where: { $0 == "[" || $0 == "(" || $0 == "^" }) {
            let count = word[bracket...].filter { !"[]()^".contains($0) }
            guard count.allSatisfy(\.isNumber) else { return nil }
            word = String(word[..<bracket])
        }
        return prefixes.contains(word.lowercased()) ? text.index(after: colon) : nil
    }

    private static func bracketedReference(_ text: Substring) -> Substring.Index? {
        guard text.first == "[", let close = text.prefix(14).firstIndex(of: "]"),
            Reference.canonical(text[text.index(after: text.startIndex)..<close]) != nil
        else { return nil }
        return text.index(after: close)
    }
}
