/// Whether bytes are one JSON value that every reader can read, found in one pass without building it; nesting is bounded, so that hostile input
/// cannot exhaust the stack of whoever decodes it later.
public enum JSONSyntax {
    /// True for exactly one well-formed value, at most `depth` levels deep, with nothing but white space around it.
    public static func isValid(_ bytes: [UInt8], depth: Int = 64) -> Bool {
        var scanner = Scanner(bytes: bytes)
        return scanner.value(depth) && scanner.atEnd() && String(validating: bytes, as: UTF8.self) != nil
    }
}

private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func value(_ depth: Int) -> Bool {
        guard depth > 0 else { return false }
        skipSpace()
        guard position < bytes.count else { return false }
        switch bytes[position] {
        case UInt8(ascii: "{"): return members(depth)
        case UInt8(ascii: "["): return elements(depth)
        case UInt8(ascii: "\""): return text()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    mutating func atEnd() -> Bool {
        skipSpace()
        return position == bytes.count
    }

    private mutating func members(_ depth: Int) -> Bool {
        position += 1
        skipSpace()
        if take("}") { return true }
        repeat {
            skipSpace()
            guard text() else { return false }
            skipSpace()
            guard take(":"), value(depth - 1) else { return false }
            skipSpace()
        } while take(",")
        return take("}")
    }

    private mutating func elements(_ depth: Int) -> Bool {
        position += 1
        skipSpace()
        if take("]") { return true }
        repeat {
            guard value(depth - 1) else { return false }
            skipSpace()
        } while take(",")
        return take("]")
    }

    private mutating func text() -> Bool {
        guard take("\"") else { return false }
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"): guard escape() else { return false }
            case 0..<0x20: return false
            default: continue
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        position += 1
        guard byte == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(byte) }
        guard let unit = hexUnit() else { return false }
        switch unit {
        case 0xD800..<0xDC00:
            // The first half of a pair needs its second.
            guard take("\\"), take("u"), let low = hexUnit() else { return false }
            return (0xDC00..<0xE000).contains(low)
        case 0xDC00..<0xE000: return false
        default: return true
        }
    }

    private mutating func hexUnit() -> UInt16? {
        guard position + 4 <= bytes.count else { return nil }
        let digits = bytes[position..<(position + 4)]
        position += 4
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private mutating func number() -> Bool {
        let start = position
        _ = take("-")
        if !take("0") { guard digits() else { return false } }
        if take(".") { guard digits() else { return false } }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            guard digits() else { return false }
        }
        return Double(String(decoding: bytes[start..<position], as: UTF8.self))?.isFinite == true
    }

    private mutating func digits() -> Bool {
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
        return position > start
    }

    private mutating func word(_ word: StaticString) -> Bool {
        let expected = Array("\(word)".utf8)
        guard bytes[position...].starts(with: expected) else { return false }
        position += expected.count
        return true
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }
}
