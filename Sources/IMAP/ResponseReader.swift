/// Cuts what a server says into responses: lines with the literals in them (RFC 9051, section 2.2.2).
///
/// Pure, and bounded whatever comes: a line or a literal that is larger than allowed ends the conversation.
struct ResponseReader {
    /// Text of a response, or a literal within it.
    enum Piece: Equatable {
        case text([UInt8])
        case literal([UInt8])
    }

    static let mostLiterals = 64

    /// Bytes of one literal.
    let largestLiteral: Int
    /// Bytes of all the text of one response.
    let longestText: Int
    /// Responses that are complete and not taken yet.
    private var ready: [[Piece]] = []
    private var next = 0
    private var pieces: [Piece] = []
    private var line: [UInt8] = []
    /// Bytes of the literal that are still to come.
    private var missing = 0
    private var literal: [UInt8] = []
    private var textBytes = 0

    init(largestLiteral: Int, longestText: Int = 16 << 20) {
        self.largestLiteral = largestLiteral
        // A search may name a million mails.
        self.longestText = longestText
    }

    /// The next complete response.
    mutating func take() -> [Piece]? {
        guard next < ready.count else { return nil }
        defer {
            next += 1
            if next == ready.count {
                ready.removeAll()
                next = 0
            }
        }
        return ready[next]
    }

    mutating func feed(_ bytes: ArraySlice<UInt8>) throws(IMAPError) {
        var rest = bytes
        while !rest.isEmpty {
            if missing > 0 {
                let count = min(missing, rest.count)
                literal += rest.prefix(count)
                rest = rest.dropFirst(count)
                missing -= count
                if missing == 0 { endLiteral() }
                continue
            }
            let end = rest.firstIndex(of: 0x0A)
            let part = rest[..<(end ?? rest.endIndex)]
            textBytes += part.count
            guard textBytes <= longestText else {
                throw IMAPError(.nonsense, "The server sent a line of more than \(longestText) bytes.")
            }
            line += part
            guard let end else { return }
            rest = rest[(end + 1)...]
            try endLine()
        }
    }

    private mutating func endLiteral() {
        pieces.append(.literal(literal))
        literal = []
    }

    private mutating func endLine() throws(IMAPError) {
        if line.last == 0x0D { line.removeLast() }
        let announced = mayHoldLiterals ? Self.announcedLiteral(line) : nil
        pieces.append(.text(line))
        line = []
        guard let announced else {
            ready.append(pieces)
            pieces = []
            textBytes = 0
            return
        }
        guard announced <= largestLiteral else {
            throw IMAPError(
                .nonsense, "The server sent a literal of \(announced) bytes; \(largestLiteral) are read at most.")
        }
        guard pieces.count < Self.mostLiterals * 2 else {
            throw IMAPError(.nonsense, "The server sent more than \(Self.mostLiterals) literals in one response.")
        }
        missing = announced
        // What it promises is not believed beforehand: memory grows as the bytes come.
        literal.reserveCapacity(min(announced, 1 << 20))
        if announced == 0 { endLiteral() }
    }

    /// People's words end a status response, whatever they look like; data alone has literals.
    private var mayHoldLiterals: Bool {
        if !pieces.isEmpty { return true }
        guard line.starts(with: Array("* ".utf8)) else { return false }
        let word = line.dropFirst(2).prefix { $0 != 0x20 }
        return !["OK", "NO", "BAD", "BYE", "PREAUTH"].contains(String(decoding: word, as: UTF8.self).uppercased())
    }

    /// The size of a literal that a line ends with, as in `BODY[] {42}`.
    static func announcedLiteral(_ line: [UInt8]) -> Int? {
        guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        var digits = line[(open + 1)..<(line.count - 1)]
        if digits.last == UInt8(ascii: "+") { digits = digits.dropLast() }
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        // A number that fits nowhere is a literal that is too large.
        return Int(String(decoding: digits, as: UTF8.self)) ?? .max
    }
}
