/// What a server says, as far as a reader of mailboxes needs to know.
enum Response: Equatable {
    /// The end of a command.
    case done(tag: String, Condition)
    case status(Condition)
    /// The server waits for what comes next.
    case goOn
    case exists
    case expunge
    case search([UID])
    case fetch(Fetched)
    case capability([String])
    /// Anything else; servers may tell more than was asked.
    case other

    struct Condition: Equatable {
        enum Kind: String { case ok = "OK", no = "NO", bad = "BAD", bye = "BYE", preauth = "PREAUTH" }

        var kind: Kind
        /// What stands in brackets, such as `UIDVALIDITY 17`.
        var code: String?
        var text: String

        /// The number of a code, such as that of `UIDNEXT`.
        func number(_ name: String) -> UInt32? {
            let words = (code ?? "").split(separator: " ")
            guard words.count > 1, words[0].uppercased() == name else { return nil }
            return UInt32(words[1])
        }
    }

    /// What a server tells about one mail.
    struct Fetched: Equatable {
        var uid: UID?
        var size: Int?
        /// What stands in `BODY[…]`: the whole mail, or its header.
        var body: [UInt8]?
    }

    init(_ pieces: [ResponseReader.Piece]) {
        guard case .text(let first)? = pieces.first else {
            self = .other
            return
        }
        let line = String(decoding: first.prefix(1_024), as: UTF8.self)
        let words = line.split(separator: " ", maxSplits: 2).map(String.init)
        if line.hasPrefix("+") {
            self = .goOn
        } else if words.count > 1, words[0] == "*" {
            self = Self.untagged(words, first, pieces)
        } else if words.count > 1, let condition = Condition(words[1], words.count > 2 ? words[2] : "") {
            self = .done(tag: words[0], condition)
        } else {
            self = .other
        }
    }

    private static func untagged(
        _ words: [String], _ first: [UInt8], _ pieces: [ResponseReader.Piece]
    ) -> Response {
        if let condition = Condition(words[1], words.count > 2 ? words[2] : "") { return .status(condition) }
        switch words[1].uppercased() {
        case "SEARCH":
            let numbers = first.split(separator: 0x20).dropFirst(2)
            return .search(numbers.compactMap { UID(String(decoding: $0, as: UTF8.self)) }.filter { $0 > 0 })
        case "CAPABILITY":
            return .capability((words.count > 2 ? words[2] : "").split(separator: " ").map { $0.uppercased() })
        default: break
        }
        guard UInt32(words[1]) != nil, words.count > 2 else { return .other }
        let what = words[2].split(separator: " ", maxSplits: 1).first?.uppercased()
        switch what {
        case "EXISTS": return .exists
        case "EXPUNGE": return .expunge
        case "FETCH": return FetchReader.read(pieces).map(Response.fetch) ?? .other
        default: return .other
        }
    }
}

extension Response.Condition {
    init?(_ word: String, _ rest: String) {
        guard let kind = Kind(rawValue: word.uppercased()) else { return nil }
        self.kind = kind
        text = rest
        guard rest.hasPrefix("["), let close = rest.firstIndex(of: "]") else { return }
        code = String(rest[rest.index(after: rest.startIndex)..<close])
        text = String(rest[rest.index(after: close)...].drop { $0 == " " })
    }
}

/// Reads `* 12 FETCH (UID 3 RFC822.SIZE 400 BODY[] {400} …)`.
private struct FetchReader {
    private enum Token: Equatable {
        case open, close
        case word(String)
        case bytes([UInt8])
    }

    /// What it tells; nil where it cannot be read.
    static func read(_ pieces: [ResponseReader.Piece]) -> Response.Fetched? {
        guard let tokens = tokens(pieces), let start = tokens.firstIndex(of: .open) else { return nil }
        var fetched = Response.Fetched()
        var index = start + 1
        while index < tokens.count, tokens[index] != .close {
            guard case .word(let name) = tokens[index], index + 1 < tokens.count else { return nil }
            index += 1
            switch (name.uppercased(), tokens[index]) {
            case ("UID", .word(let number)): fetched.uid = UID(number)
            case ("RFC822.SIZE", .word(let number)): fetched.size = Int(number)
            case (let name, .bytes(let bytes)) where name.hasPrefix("BODY["): fetched.body = bytes
            default: break
            }
            index = end(of: index, in: tokens)
        }
        return fetched
    }

    /// Behind a value: one token, or a list with all within it.
    private static func end(of index: Int, in tokens: [Token]) -> Int {
        var depth = 0
        var index = index
        while index < tokens.count {
            if tokens[index] == .open { depth += 1 }
            if tokens[index] == .close { depth -= 1 }
            index += 1
            if depth <= 0 { break }
        }
        return index
    }

    private static func tokens(_ pieces: [ResponseReader.Piece]) -> [Token]? {
        var tokens: [Token] = []
        for piece in pieces {
            switch piece {
            case .literal(let bytes): tokens.append(.bytes(bytes))
            case .text(let text):
                guard tokenize(text, into: &tokens) else { return nil }
            }
        }
        return tokens
    }

    private static func tokenize(_ text: [UInt8], into tokens: inout [Token]) -> Bool {
        var index = 0
        while index < text.count {
            switch text[index] {
            case 0x20: index += 1
            case UInt8(ascii: "("):
                tokens.append(.open)
                index += 1
            case UInt8(ascii: ")"):
                tokens.append(.close)
                index += 1
            case UInt8(ascii: "\""):
                guard let quoted = quoted(text, &index) else { return false }
                tokens.append(.bytes(quoted))
            default:
                let word = word(text, &index)
                // The size of a literal stands before it and is no word of its own.
                if word.first != UInt8(ascii: "{") { tokens.append(.word(String(decoding: word, as: UTF8.self))) }
            }
        }
        return true
    }

    private static func quoted(_ text: [UInt8], _ index: inout Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        index += 1
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            if text[index] == UInt8(ascii: "\\") { index += 1 }
            guard index < text.count else { return nil }
            bytes.append(text[index])
            index += 1
        }
        guard index < text.count else { return nil }
        index += 1
        return bytes
    }

    /// Up to a blank or a parenthesis; in brackets, as in `BODY[HEADER.FIELDS (FROM)]`, these belong to it.
    private static func word(_ text: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
        let start = index
        var isInBrackets = false
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "[") { isInBrackets = true }
            if byte == UInt8(ascii: "]") { isInBrackets = false }
            if !isInBrackets, byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") { break }
            index += 1
        }
        return text[start..<index]
    }
}
