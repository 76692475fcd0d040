extension StringProtocol {
    /// Without white space at either end, no-break spaces included.
    package var trimmed: String {
        var start = startIndex
        var end = endIndex
        while start < end, self[start].isWhitespace { start = index(after: start) }
        while end > start, self[index(before: end)].isWhitespace { end = index(before: end) }
        return String(self[start..<end])
    }
}

/// Compares ASCII without regard to case, byte by byte: no Unicode tables for what is protocol.
func equalsIgnoringCase(_ bytes: some Collection<UInt8>, _ lowercase: StaticString) -> Bool {
    guard bytes.count == lowercase.utf8CodeUnitCount else { return false }
    return lowercase.withUTF8Buffer { name in
        unsafe bytes.elementsEqual(name) { left, right in lowercased(left) == right }
    }
}

package func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}

func asciiLowercased(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.map(lowercased), as: UTF8.self)
}

extension Array where Element == UInt8 {
    /// Where the bytes first occur from an index on.
    func firstIndex(ofBytes other: [UInt8], from start: Int = 0) -> Int? {
        guard let first = other.first, count >= other.count else { return nil }
        var index = start
        while index <= count - other.count {
            if self[index] == first, self[index..<(index + other.count)].elementsEqual(other) { return index }
            index += 1
        }
        return nil
    }
}
