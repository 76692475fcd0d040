/// Says of each line what it is.
enum LineClassifier {
    static func kinds(of lines: [MailLine]) -> [LineKind] {
        let bare = lines.map { $0.text.trimmed }
        var kinds = lines.indices.map { single(lines[$0], bare: bare[$0]) }
        var index = 0
        while index < lines.count {
            if kinds[index] == .text || kinds[index] == .quote && lines[index].hint == .quoted {
                if let last = introduction(bare, kinds, at: index) {
                    for line in index...last { kinds[line] = .introduction }
                    markPipes(bare, &kinds, after: last)
                    index = last + 1
                    continue
                }
                if isHeaderBlock(bare, at: index) { kinds[index] = .original }
            }
            index += 1
        }
        return kinds
    }

    private static func single(_ line: MailLine, bare: String) -> LineKind {
        if bare.isEmpty || bare == "\u{1427}" || bare == "\u{200B}" { return .blank }
        if line.hint == .quoted || bare.hasPrefix(">") { return .quote }
        if ["--", "—", "––", "-- ", "---"].contains(bare) && bare.count <= 3 {
            return bare == "---" ? .rule : .signatureMark
        }
        if isRule(bare) { return .rule }
        if OriginalMarks.isMark(bare) { return .original }
        if isNamedQuote(bare) { return .namedQuote }
        if SignatureWords.isFooter(bare) { return .footer }
        return .text
    }

    private static func isRule(_ bare: String) -> Bool {
        guard let mark = bare.first, "-_=*#~+—–".contains(mark), bare.utf8.count < 400 else { return false }
        return bare.count >= 2 && bare.allSatisfy { $0 == mark || $0 == " " }
    }

    /// `JD> text` or `Richard> text`: letters, then the mark.
    private static func isNamedQuote(_ bare: String) -> Bool {
        guard let mark = bare.prefix(16).firstIndex(of: ">"), mark > bare.startIndex else { return false }
        let next = bare.index(after: mark)
        return bare[..<mark].allSatisfy { $0.isLetter } && bare.first?.isUppercase == true
            && (next == bare.endIndex || bare[next] == " ")
    }

    /// The last line of an introduction that begins here: mailers fold it as they like, and some put blank lines in.
    private static func introduction(_ bare: [String], _ kinds: [LineKind], at start: Int) -> Int? {
        if kinds[start] != .quote, Introductions.introducesQuote(bare[start]), isAboveQuote(start, bare, kinds) {
            return start
        }
        guard bare[start].utf8.count <= 300, Introductions.mayBegin(bare[start]) else { return nil }
        var joined = ""
        var filled = 0
        for index in start..<min(start + 7, bare.count) {
            let line = bare[index]
            if line.isEmpty { continue }
            // An introduction's later lines are never quoted themselves, but for the mark that an address begins with.
            guard
                filled == 0 || kinds[index] != .quote || line == ">" || line == ">:"
                    || line.hasPrefix("> ") && line.count < 20
            else {
                return nil
            }
            guard filled < 5, joined.utf8.count + line.utf8.count <= 400 else { return nil }
            joined += joined.isEmpty ? line : " " + line
            filled += 1
            if Introductions.isWhole(joined) { return index }
        }
        return nil
    }

    /// Whether the next line that is not blank is quoted, and near.
    private static func isAboveQuote(_ start: Int, _ bare: [String], _ kinds: [LineKind]) -> Bool {
        let near = min(start + 1, bare.count)..<min(start + 3, bare.count)
        return near.first { !bare[$0].isEmpty }.map { kinds[$0] == .quote } ?? false
    }

    /// After an introduction `|` is a quote mark too.
    private static func markPipes(_ bare: [String], _ kinds: inout [LineKind], after last: Int) {
        var index = last + 1
        while index < bare.count, bare[index].isEmpty || bare[index].hasPrefix("|") {
            if !bare[index].isEmpty { kinds[index] = .quote }
            index += 1
        }
    }

    /// "From: … Sent: … To: … Subject: …" in the languages of Outlook.
    private static func isHeaderBlock(_ bare: [String], at start: Int) -> Bool {
        guard let first = HeaderBlockWords.role(bare[start]), first != .other else { return false }
        var roles: Set<HeaderBlockWords.Role> = [first]
        var index = start + 1
        var seen = 0
        while index < bare.count, seen < 6, index < start + 10 {
            let line = bare[index]
            index += 1
            if line.isEmpty { continue }
            seen += 1
            guard let role = HeaderBlockWords.role(line) else { continue }
            roles.insert(role)
        }
        roles.remove(.other)
        return roles.contains(.from) && roles.count >= 3
    }
}
