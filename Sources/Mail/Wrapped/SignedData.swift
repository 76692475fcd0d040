/// What S/MIME signed and put inside of its signature (RFC 5652), found without checking the signature.
enum SignedData {
    /// The signed part as a mail has it; nil where the content is encrypted, or stands beside the signature.
    static func content(of bytes: [UInt8]) -> [UInt8]? {
        var reader = DERReader(bytes[...])
        // ContentInfo { signedData, [0] SignedData { version, digests, EncapsulatedContentInfo { data, [0] OCTET STRING } } }
        guard var info = reader.enter(0x30), info.isObject(signedData), var wrapped = info.enter(0xA0),
            var signed = wrapped.enter(0x30), signed.skip(0x02), signed.skip(0x31), var inner = signed.enter(0x30),
            inner.isObject(plainData), var explicit = inner.enter(0xA0)
        else { return nil }
        let content = explicit.octets()
        return content.isEmpty ? nil : content
    }

    private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
    private static let plainData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]
}

/// Elements of BER and DER, one after the other; whoever reads past the end finds nothing.
struct DERReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// The content of the next element, if it has this tag. Of one without a stated length it is all that follows.
    mutating func enter(_ tag: UInt8) -> DERReader? {
        guard rest.first == tag, let length = length() else { return nil }
        defer { rest = length.isStated ? rest.dropFirst(length.header + length.content) : [] }
        return DERReader(rest.dropFirst(length.header).prefix(length.content))
    }

    mutating func skip(_ tag: UInt8) -> Bool { enter(tag) != nil }

    mutating func isObject(_ identifier: [UInt8]) -> Bool { enter(0x06)?.rest.elementsEqual(identifier) ?? false }

    /// Octets in one piece, or in the pieces of a constructed string.
    mutating func octets() -> [UInt8] {
        if let whole = enter(0x04) { return Array(whole.rest) }
        guard var pieces = enter(0x24) else { return [] }
        var all: [UInt8] = []
        while let piece = pieces.enter(0x04) { all += piece.rest }
        return all
    }

    private func length() -> (header: Int, content: Int, isStated: Bool)? {
        guard rest.count >= 2 else { return nil }
        let first = rest[rest.startIndex + 1]
        if first == 0x80 { return (2, rest.count - 2, false) }
        if first < 0x80 { return rest.count >= 2 + Int(first) ? (2, Int(first), true) : nil }
        let count = Int(first & 0x7F)
        guard count <= 4, rest.count >= 2 + count else { return nil }
        let content = rest.dropFirst(2).prefix(count).reduce(0) { $0 << 8 | Int($1) }
        return content <= rest.count - 2 - count ? (2 + count, content, true) : nil
    }
}
