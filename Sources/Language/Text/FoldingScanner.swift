/// Reads a text scalar by scalar and says of each what it is to a word.
struct FoldingScanner {
    enum Kind {
        case letter, joiner, space, invisible, sign, placeholder
    }

    struct Unit {
        var scalar: UInt32
        var kind: Kind
        var utf8: Range<Int>
    }

    static let apostrophe: UInt32 = 0x27
    /// Stand-ins from the private use area for what is an address and not a word.
    static let link: UInt32 = 0xE000
    static let mailbox: UInt32 = 0xE001
    static let handle: UInt32 = 0xE002

    private let bytes: [UInt8]
    private var offset = 0
    private var atChunkStart = true

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func next() -> Unit? {
        guard offset < bytes.count else { return nil }
        if atChunkStart {
            atChunkStart = false
            if let address = address() { return address }
        }
        let start = offset
        var folded = FoldingTable.fold(decode())
        if folded.kind == .letter, offset < bytes.count, bytes[offset] == 0xCC || bytes[offset] == 0xCD {
            let mark = offset
            if let composed = FoldingTable.compose(folded.scalar, decode()) {
                folded.scalar = composed
            } else {
                offset = mark
            }
        }
        if folded.kind == .space { atChunkStart = true }
        return Unit(scalar: folded.scalar, kind: folded.kind, utf8: start..<offset)
    }

    /// The next scalar. The bytes come from a `String` and are valid UTF-8.
    private mutating func decode() -> UInt32 {
        let first = UInt32(bytes[offset])
        offset += 1
        guard first >= 0x80 else { return first }
        let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        var scalar = first & (0x3F >> UInt32(more))
        for _ in 0..<more where offset < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[offset] & 0x3F)
            offset += 1
        }
        return scalar
    }

    /// A web address, mail address or @name that begins here, read as one word.
    private mutating func address() -> Unit? {
        var end = offset
        var at: Int?
        var hasScheme = false
        while end < bytes.count, bytes[end] > 0x20 {
            if bytes[end] == UInt8(ascii: "@"), at == nil { at = end }
            if bytes[end] == UInt8(ascii: ":"), end + 2 < bytes.count, bytes[end + 1] == UInt8(ascii: "/"),
                bytes[end + 2] == UInt8(ascii: "/")
            {
                hasScheme = true
            }
            end += 1
        }
        let start = offset
        let kind: UInt32
        if hasScheme || bytes[start..<end].starts(with: Array("www.".utf8)) {
            kind = Self.link
        } else if let at, at + 1 < end, end - start > 2 {
            kind = at == start ? Self.handle : Self.mailbox
        } else {
            return nil
        }
        offset = end
        return Unit(scalar: kind, kind: .placeholder, utf8: start..<end)
    }
}
