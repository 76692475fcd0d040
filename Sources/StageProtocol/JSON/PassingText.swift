import Glibc

/// The JSON of an object that is read from left to right where it lies; what nobody asks for is passed over.
struct PassingText {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Passes over what begins an object or a list; false where none begins.
    mutating func open(_ bracket: UInt8) -> Bool {
        skipSpace()
        return take(bracket)
    }

    /// Whether an object begins.
    var isAtObject: Bool { isAt(UInt8(ascii: "{")) }

    /// The place of the next member's name, without its quotes; nil after the last. Its value is to be read or passed over next.
    /// - Parameter isFirst: whether none was read yet; false from now on.
    mutating func nextName(_ isFirst: inout Bool) throws -> Range<Int>? {
        guard try next(UInt8(ascii: "}"), isFirst: isFirst) else { return nil }
        isFirst = false
        guard isAt(UInt8(ascii: "\"")) else { throw broken("a name") }
        let name = try passString()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw broken("\":\"") }
        skipSpace()
        return name
    }

    /// Whether an element follows, which is to be read or passed over next.
    mutating func nextElement(isFirst: Bool) throws -> Bool { try next(UInt8(ascii: "]"), isFirst: isFirst) }

    private mutating func next(_ end: UInt8, isFirst: Bool) throws -> Bool {
        skipSpace()
        if take(end) { return false }
        if !isFirst {
            guard take(UInt8(ascii: ",")) else { throw broken("\",\" or an end") }
            skipSpace()
        }
        return true
    }

    /// The one of some names that a name is; nil where it is none of them.
    func find(_ name: Range<Int>, in names: [MemberName]) -> MemberName? {
        guard !hasEscape(name) else {
            let plain = try? JSON(bytes: quoted(name))
            return names.first { .string($0.text) == plain }
        }
        guard let found = bytes.baseAddress.map({ $0 + name.lowerBound }) else { return nil }
        return names.first {
            $0.bytes.utf8CodeUnitCount == name.count && memcmp($0.bytes.utf8Start, found, name.count) == 0
        }
    }

    /// Reads a value. Plain texts, digits and truth values, which are most of what is asked for, are built at once.
    mutating func value() throws -> JSON {
        if isAt(UInt8(ascii: "\"")) {
            let text = try passString()
            guard !hasEscape(text) else { return try JSON(bytes: quoted(text)) }
            return .string(String(decoding: UnsafeRawBufferPointer(rebasing: bytes[text]), as: UTF8.self))
        }
        let value = try passValue()
        if value.count == 1, 48...57 ~= bytes[value.lowerBound] { return .int(Int64(bytes[value.lowerBound]) - 48) }
        if isWord("true", value) { return .bool(true) }
        if isWord("false", value) { return .bool(false) }
        return try JSON(bytes: Array(bytes[value]))
    }

    /// Passes over a value, with all it holds, up to what follows it.
    @discardableResult
    mutating func passValue() throws -> Range<Int> {
        let start = position
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): _ = try passString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return start..<position }
                depth -= 1
                position += 1
            case UInt8(ascii: ",") where depth == 0: return start..<position
            default: position += 1
            }
        }
        throw broken("the end of a value")
    }

    /// Passes over a string and tells its place without the quotes: it ends at the quote that no odd number of backslashes
    /// stands before.
    private mutating func passString() throws -> Range<Int> {
        let start = position + 1
        var from = start
        // Most are shorter than it takes to ask for the quote.
        let near = min(start + 16, bytes.count)
        while from < near {
            switch bytes[from] {
            case UInt8(ascii: "\""):
                position = from + 1
                return start..<from
            case UInt8(ascii: "\\"): return try passLongString(start)
            default: from += 1
            }
        }
        return try passLongString(start)
    }

    private mutating func passLongString(_ start: Int) throws -> Range<Int> {
        var from = start
        while from < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + from, Int32(UInt8(ascii: "\"")), bytes.count - from)
        {
            let place = UnsafeRawPointer(found) - base
            var first = place
            while first > start, bytes[first - 1] == UInt8(ascii: "\\") { first -= 1 }
            from = place + 1
            if (place - first).isMultiple(of: 2) {
                position = from
                return start..<place
            }
        }
        throw broken("the end of a string")
    }

    private func hasEscape(_ text: Range<Int>) -> Bool {
        guard text.count > 16 else { return bytes[text].contains(UInt8(ascii: "\\")) }
        guard let base = bytes.baseAddress else { return false }
        return memchr(base + text.lowerBound, Int32(UInt8(ascii: "\\")), text.count) != nil
    }

    private func quoted(_ text: Range<Int>) -> [UInt8] { Array(bytes[(text.lowerBound - 1)...text.upperBound]) }

    private func isWord(_ word: StaticString, _ value: Range<Int>) -> Bool {
        value.count == word.utf8CodeUnitCount && word.withUTF8Buffer { bytes[value].elementsEqual($0) }
    }

    private func isAt(_ byte: UInt8) -> Bool { position < bytes.count && bytes[position] == byte }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard isAt(byte) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    func broken(_ expected: String) -> DecodingError { .broken(expected, at: position) }
}
