import Glibc

extension JSONText {
    /// An object of which some members are taken apart, and what the others hold is passed over unseen: for bytes that were
    /// found to be JSON before, such as those of the store.
    /// - Throws: `DecodingError` where the bytes do not begin with an object, or what is taken apart is no JSON.
    init(_ bytes: [UInt8], members names: [String]) throws {
        self.bytes = bytes
        guard bytes.count < UInt32.max else { throw broken("less than 4 GiB") }
        values.reserveCapacity(1 + 2 * names.count)
        skipSpace()
        guard isAt("{") else { throw broken("an object") }
        let place = open(.object)
        var count = 0
        if !take(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                guard isAt("\"") else { throw broken("a name") }
                try readString()
                let name = values[values.count - 1]
                skipSpace()
                guard take(UInt8(ascii: ":")) else { throw broken("\":\"") }
                if names.contains(where: { isEqual(name, $0.utf8) }) {
                    try readValue(512)
                    count += 1
                } else {
                    values.removeLast()
                    try passValue()
                }
                skipSpace()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw broken("\",\" or \"}\"") }
        }
        close(place, count)
    }

    private func isAt(_ mark: Unicode.Scalar) -> Bool {
        position < bytes.count && bytes[position] == UInt8(ascii: mark)
    }

    /// Passes over a value, with all it holds, up to what follows it.
    private mutating func passValue() throws {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): try passString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
                position += 1
            case UInt8(ascii: ",") where depth == 0: return
            default: position += 1
            }
        }
        throw broken("the end of a value")
    }

    /// Looks for the quote that no odd number of backslashes stands before.
    private mutating func passString() throws {
        let start = position + 1
        position = try bytes.withUnsafeBytes { bytes in
            var from = start
            while from < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + from, Int32(UInt8(ascii: "\"")), bytes.count - from)
            {
                let place = UnsafeRawPointer(found) - base
                var first = place
                while first > start, bytes[first - 1] == UInt8(ascii: "\\") { first -= 1 }
                if (place - first).isMultiple(of: 2) { return place + 1 }
                from = place + 1
            }
            throw broken("the end of a string")
        }
    }
}
