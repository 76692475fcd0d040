import Glibc

/// A JSON text taken apart in one pass: its values in the order in which they stand there, none of them built yet.
struct JSONText {
    /// What a value is.
    enum Kind: UInt8 {
        case null, no, yes, whole, fraction, string, escaped, array, object
    }

    /// One value. What an array or object holds follows it; the name of a member is a value of its own before the member's.
    /// Its numbers have 32 bits, since a text has many values.
    struct Value {
        var kind: Kind
        /// Its bytes, without the quotes of a string.
        @Narrow var start: Int
        @Narrow var end: Int
        /// The value after it and all it holds.
        @Narrow var next: Int
        /// How many elements or members it holds.
        @Narrow var count: Int
    }

    /// A number that is no longer than a text may be.
    @propertyWrapper
    struct Narrow {
        private var stored: UInt32
        var wrappedValue: Int {
            get { Int(stored) }
            set { stored = UInt32(newValue) }
        }

        init(wrappedValue: Int) { stored = UInt32(wrappedValue) }
    }

    let bytes: [UInt8]
    private(set) var values: [Value] = []
    /// Whether a string or name holds the character U+0000, which many stores and programs take for the end of a text.
    private(set) var holdsNul = false
    private var position = 0
    /// All bytes of strings together: whether any of them is beyond ASCII.
    private var seen: UInt8 = 0

    /// - Throws: `DecodingError` where the bytes are not exactly one value, or it is nested more than `depth` levels deep.
    init(_ bytes: [UInt8], depth: Int = 512) throws {
        self.bytes = bytes
        guard bytes.count < UInt32.max else { throw broken("less than 4 GiB") }
        values.reserveCapacity(bytes.count / 16 + 1)
        try readValue(depth)
        skipSpace()
        guard position == bytes.count else { throw broken("nothing after the value") }
        if seen >= 0x80, String(validating: bytes, as: UTF8.self) == nil { throw broken("UTF-8") }
    }

    /// A text without its escapes, the bytes of a string or name.
    func string(_ value: Value) -> String {
        value.kind == .string
            ? String(decoding: bytes[value.start..<value.end], as: UTF8.self)
            : String(decoding: unescaped(value), as: UTF8.self)
    }

    /// Whether a name or string is the text.
    func isEqual(_ value: Value, _ text: String.UTF8View) -> Bool {
        if value.kind == .string {
            value.end - value.start == text.count && holds(text, at: value.start)
        } else {
            unescaped(value).elementsEqual(text)
        }
    }

    /// Whether a text stands at a place, where there is room for it.
    private func holds(_ text: String.UTF8View, at place: Int) -> Bool {
        bytes.withUnsafeBytes { bytes in
            let found = UnsafeRawBufferPointer(rebasing: bytes[place..<place + text.count])
            return text.withContiguousStorageIfAvailable { text in
                guard let one = found.baseAddress, let other = text.baseAddress else { return true }
                return memcmp(one, other, text.count) == 0
            } ?? found.elementsEqual(text)
        }
    }
}

// MARK: Reading

extension JSONText {
    private func broken(_ expected: String) -> DecodingError { .broken(expected, at: position) }

    private mutating func readValue(_ depth: Int) throws {
        guard depth > 0 else { throw broken("no more levels") }
        skipSpace()
        guard position < bytes.count else { throw broken("a value") }
        switch bytes[position] {
        case UInt8(ascii: "{"): try readMembers(depth)
        case UInt8(ascii: "["): try readElements(depth)
        case UInt8(ascii: "\""): try readString()
        case UInt8(ascii: "t"): try readWord("true", .yes)
        case UInt8(ascii: "f"): try readWord("false", .no)
        case UInt8(ascii: "n"): try readWord("null", .null)
        default: try readNumber()
        }
    }

    private mutating func add(_ kind: Kind, from start: Int, to end: Int) {
        values.append(Value(kind: kind, start: start, end: end, next: values.count + 1, count: 0))
    }

    private mutating func open(_ kind: Kind) -> Int {
        add(kind, from: position, to: position)
        position += 1
        skipSpace()
        return values.count - 1
    }

    private mutating func close(_ place: Int, _ count: Int) {
        values[place].end = position
        values[place].next = values.count
        values[place].count = count
    }

    private mutating func readMembers(_ depth: Int) throws {
        let place = open(.object)
        var count = 0
        if !take(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw broken("a name") }
                try readString()
                skipSpace()
                guard take(UInt8(ascii: ":")) else { throw broken("\":\"") }
                try readValue(depth - 1)
                count += 1
                skipSpace()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw broken("\",\" or \"}\"") }
        }
        close(place, count)
    }

    private mutating func readElements(_ depth: Int) throws {
        let place = open(.array)
        var count = 0
        if !take(UInt8(ascii: "]")) {
            repeat {
                try readValue(depth - 1)
                count += 1
                skipSpace()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "]")) else { throw broken("\",\" or \"]\"") }
        }
        close(place, count)
    }

    private mutating func readString() throws {
        position += 1
        let start = position
        var kind = Kind.string
        while position < bytes.count {
            skipPlain()
            guard position < bytes.count else { break }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                add(kind, from: start, to: position)
                position += 1
                return
            }
            if byte == UInt8(ascii: "\\") {
                kind = .escaped
                try readEscape()
            } else {
                guard byte >= 0x20 else { throw broken("no bare control character") }
                seen |= byte
                position += 1
            }
        }
        throw broken("the end of a string")
    }

    /// Passes over bytes of a string that stand for themselves, eight at a time: texts are long, and escapes are few.
    private mutating func skipPlain() {
        bytes.withUnsafeBytes { bytes in
            while position + 8 <= bytes.count {
                let eight = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                guard !Self.hasByte(below: 0x20, in: eight), !Self.has(UInt8(ascii: "\""), in: eight),
                    !Self.has(UInt8(ascii: "\\"), in: eight)
                else { return }
                // Only whether any is beyond ASCII matters of them.
                if eight & Self.highBits != 0 { seen |= 0x80 }
                position += 8
            }
        }
    }

    private static let lowBits: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Whether one of eight bytes is less than a bound of at most 128: it borrows from its highest bit, and had none.
    private static func hasByte(below bound: UInt8, in eight: UInt64) -> Bool {
        (eight &- lowBits &* UInt64(bound)) & ~eight & highBits != 0
    }

    private static func has(_ byte: UInt8, in eight: UInt64) -> Bool {
        hasByte(below: 1, in: eight ^ lowBits &* UInt64(byte))
    }

    private mutating func readEscape() throws {
        position += 1
        guard position < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[position]) else { throw broken("an escape") }
        position += 1
        guard bytes[position - 1] == UInt8(ascii: "u") else { return }
        guard let unit = hexUnit(at: position) else { throw broken("four hex digits") }
        position += 4
        if 0xD800..<0xDC00 ~= unit {
            // The first half of a pair needs its second.
            guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let low = hexUnit(at: position),
                0xDC00..<0xE000 ~= low
            else { throw broken("the second half of a surrogate pair") }
            position += 4
        } else if 0xDC00..<0xE000 ~= unit {
            throw broken("no second half of a surrogate pair alone")
        } else if unit == 0 {
            holdsNul = true
        }
    }

    private mutating func readNumber() throws {
        let start = position
        var kind = Kind.whole
        var hasExponent = false
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try readDigits() }
        if take(UInt8(ascii: ".")) {
            kind = .fraction
            try readDigits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            kind = .fraction
            hasExponent = true
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try readDigits()
        }
        // 300 digits fit any Double; beyond them, or with an exponent, it may be none.
        if hasExponent || position - start > 300 {
            guard double(start, position) != nil else { throw broken("a number that can be represented") }
        }
        add(kind, from: start, to: position)
    }

    private mutating func readDigits() throws {
        let start = position
        while position < bytes.count, 48...57 ~= bytes[position] { position += 1 }
        guard position > start else { throw broken(start < bytes.count ? "a value" : "a digit") }
    }

    private mutating func readWord(_ word: StaticString, _ kind: Kind) throws {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, word.withUTF8Buffer({ bytes[position..<end].elementsEqual($0) }) else {
            throw broken("\(word)")
        }
        add(kind, from: position, to: end)
        position = end
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
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
}

extension DecodingError {
    /// For bytes that are no JSON.
    static func broken(_ expected: String, at byte: Int) -> DecodingError {
        .dataCorrupted(
            .init(
                codingPath: [], debugDescription: "no valid JSON: expected \(expected) at byte \(byte)",
                underlyingError: BrokenJSON(expected: expected, byte: byte)))
    }
}

/// Where bytes stop being JSON; the error under the `DecodingError` of a text that is none.
package struct BrokenJSON: Error {
    /// What should stand there.
    package let expected: String
    /// From 0.
    package let byte: Int
}
