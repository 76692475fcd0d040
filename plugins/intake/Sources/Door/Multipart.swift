/// `multipart/form-data` (RFC 7578), taken apart in place.
enum Multipart {
    /// One part; its body is a piece of the whole.
    struct Part {
        var headers: [String: String]
        var body: ArraySlice<UInt8>
    }

    private static let mostParts = 200
    private static let mostHeaderBytes = 8 << 10

    /// - Throws: `Refusal` where the parts do not end as they must.
    static func parts(_ bytes: [UInt8], boundary: String) throws -> [Part] {
        guard (1...70).contains(boundary.utf8.count) else { throw Refusal(.malformed) }
        let mark = Array("--\(boundary)".utf8)
        guard var start = find(mark, in: bytes[...]) else { throw Refusal(.malformed) }
        var parts: [Part] = []
        let next = Array("\r\n--\(boundary)".utf8)
        start += mark.count
        while !bytes[start...].starts(with: Array("--".utf8)) {
            // White space may follow a boundary on its line.
            guard let line = find(Array("\r\n".utf8), in: bytes[start...]), line - start < 100,
                // An empty part's boundary stands right behind its header.
                let end = find(next, in: bytes[line...]), parts.count < mostParts
            else { throw Refusal(.malformed) }
            parts.append(try part(bytes[min(line + 2, end)..<end]))
            start = end + next.count
        }
        return parts
    }

    private static func part(_ bytes: ArraySlice<UInt8>) throws -> Part {
        var headers: [String: String] = [:]
        var rest = bytes
        while true {
            guard let end = find(Array("\r\n".utf8), in: rest), end - bytes.startIndex < mostHeaderBytes else {
                throw Refusal(.malformed)
            }
            let line = rest[rest.startIndex..<end]
            rest = rest[(end + 2)...]
            if line.isEmpty { return Part(headers: headers, body: rest) }
            let halves = String(decoding: line, as: UTF8.self).split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { throw Refusal(.malformed) }
            headers[halves[0].lowercased()] = String(halves[1].drop { $0 == " " || $0 == "\t" })
        }
    }

    /// Where a pattern begins. The first byte is looked for by itself: files are large, and it is rare in them.
    private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = pattern.first else { return nil }
        return bytes.withUnsafeBufferPointer { buffer -> Int? in
            var index = 0
            let last = buffer.count - pattern.count
            while index <= last {
                if buffer[index] == first, pattern.indices.allSatisfy({ buffer[index + $0] == pattern[$0] }) {
                    return bytes.startIndex + index
                }
                index += 1
            }
            return nil
        }
    }
}
