/// Message identifiers as headers hold them (RFC 5322, 3.6.4), and as mailers hold them that never read it.
package enum MessageID {
    /// The identifier without angle brackets, spaces and line folds; nil if nothing is left.
    ///
    /// Its case stays; compare it without regard to case, since some servers change that on the way.
    package static func normalized(_ text: String) -> String? {
        all(in: text, limit: 1).first
    }

    /// Every identifier of a header such as `References`, normalised, each once, in order: the first and the newest when
    /// there are more than the limit.
    package static func all(in text: String, limit: Int = 200) -> [String] {
        var seen: Set<String> = []
        var found: [String] = []
        for candidate in candidates(Array(text.utf8)) {
            guard let identifier = canonical(candidate), seen.insert(identifier.lowercased()).inserted else { continue }
            found.append(identifier)
        }
        guard found.count > limit, let first = found.first else { return found }
        return limit == 1 ? [first] : [first] + found.suffix(limit - 1)
    }

    /// Whether it may stand in a header as it is: `<local@domain>`, printable ASCII.
    package static func isWellFormed(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 5, bytes.count <= 900, bytes.first == 0x3C, bytes.last == 0x3E else { return false }
        let inner = bytes[1..<(bytes.count - 1)]
        guard let at = inner.firstIndex(of: 0x40), at > inner.startIndex, at < inner.endIndex - 1 else { return false }
        return inner.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E && $0 != 0x2C }
    }

    private static func candidates(_ bytes: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var index = 0
        // Without any bracket the identifiers stand apart by spaces alone.
        let bracketed = bytes.contains(0x3C)
        while index < bytes.count {
            if bracketed {
                guard let open = bytes[index...].firstIndex(of: 0x3C) else { break }
                let close = bytes[open...].firstIndex(of: 0x3E) ?? bytes.count
                found.append(Array(bytes[(open + 1)..<close]))
                index = close + 1
            } else {
                let end = bytes[index...].firstIndex { $0 <= 0x20 || $0 == 0x2C } ?? bytes.count
                if bytes[index..<end].contains(0x40) || end - index == bytes.count {
                    found.append(Array(bytes[index..<end]))
                }
                index = end + 1
            }
        }
        return found
    }

    private static func canonical(_ bytes: [UInt8]) -> String? {
        let kept = bytes.filter { $0 > 0x20 && $0 != 0x7F && $0 != 0x3C && $0 != 0x3E }
        guard !kept.isEmpty, kept.count <= 998 else { return nil }
        return String(decoding: kept, as: UTF8.self)
    }
}
