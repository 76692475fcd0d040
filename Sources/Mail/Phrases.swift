/// Phrases to look for in a text, all in one pass over its bytes and without regard to case.
struct Phrases: ExpressibleByArrayLiteral, Sendable {
    /// By first byte.
    private let buckets: [[[UInt8]]]

    /// The phrases are written in lower case.
    init(arrayLiteral phrases: String...) {
        var buckets = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            guard let first = bytes.first else { continue }
            buckets[Int(first)].append(bytes)
        }
        self.buckets = buckets
    }

    func occur(in text: some StringProtocol) -> Bool { position(in: text) != nil }

    /// The phrase that comes first in the text.
    func first(in text: some StringProtocol) -> String? {
        let bytes = Self.lowered(text)
        return bytes.indices.lazy.compactMap { phrase(at: $0, of: bytes) }.first
    }

    /// How many bytes stand before the first phrase; nil if there is none.
    func position(in text: some StringProtocol) -> Int? {
        let bytes = Self.lowered(text)
        return bytes.indices.first { phrase(at: $0, of: bytes) != nil }
    }

    /// The phrase that the text begins with.
    func beginning(of text: some StringProtocol) -> String? {
        let bytes = Self.lowered(text.prefix(200))
        return bytes.isEmpty ? nil : phrase(at: 0, of: bytes)
    }

    func begin(_ text: some StringProtocol) -> Bool { beginning(of: text) != nil }

    /// In lower case, without Unicode's tables where there is nothing beyond ASCII.
    private static func lowered(_ text: some StringProtocol) -> [UInt8] {
        let bytes = text.utf8.map(lowercased)
        return bytes.allSatisfy { $0 < 0x80 } ? bytes : Array(text.lowercased().utf8)
    }

    private func phrase(at index: Int, of bytes: [UInt8]) -> String? {
        next: for phrase in buckets[Int(bytes[index])] where index + phrase.count <= bytes.count {
            for offset in phrase.indices where bytes[index + offset] != phrase[offset] { continue next }
            return String(decoding: phrase, as: UTF8.self)
        }
        return nil
    }
}
