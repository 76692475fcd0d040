/// Files that stand uuencoded in the text of a mail, as programs before MIME wrote them.
struct Uuencoded {
    struct File: Equatable {
        var name: String
        var content: [UInt8]
    }

    /// The text without the files.
    private(set) var lines: [MailLine] = []
    private(set) var files: [File] = []

    /// What looks like a file and does not hold together stays text.
    init(_ source: [MailLine]) {
        guard source.contains(where: { $0.text.hasPrefix("begin ") }) else {
            lines = source
            return
        }
        var index = 0
        while index < source.count {
            if let name = Self.name(source[index].text), let (content, next) = Self.body(source, from: index + 1) {
                files.append(File(name: name, content: content))
                lines.append(MailLine("[\(name)]"))
                index = next
            } else {
                lines.append(source[index])
                index += 1
            }
        }
    }

    /// `begin 644 name`
    private static func name(_ line: String) -> String? {
        guard line.hasPrefix("begin "), line.utf8.count < 300 else { return nil }
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count == 3, (3...4).contains(words[1].count), words[1].allSatisfy({ ("0"..."7").contains($0) })
        else { return nil }
        return words[2].trimmed
    }

    /// The content up to `end`, and the line after it.
    private static func body(_ lines: [MailLine], from start: Int) -> ([UInt8], Int)? {
        var content: [UInt8] = []
        var index = start
        while index < lines.count {
            let line = Array(lines[index].text.utf8)
            index += 1
            if line.elementsEqual("end".utf8) { return (content, index) }
            guard let first = line.first else { continue }
            guard (0x20...0x60).contains(first) else { return nil }
            let count = Int(first - 0x20) & 63
            if count == 0 { continue }
            // Spaces at the end of a line are lost on the way, and stand for zeros.
            let needed = (count + 2) / 3 * 4
            guard line.count - 1 <= needed + 2, line.allSatisfy({ (0x20...0x60).contains($0) }) else { return nil }
            let padded = line.dropFirst() + [UInt8](repeating: 0x20, count: max(0, needed - line.count + 1))
            content += decoded(Array(padded.prefix(needed))).prefix(count)
        }
        return nil
    }

    private static func decoded(_ characters: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: characters.count - 3, by: 4) {
            let bits = characters[start..<(start + 4)].reduce(UInt32(0)) { $0 << 6 | UInt32(($1 &- 0x20) & 63) }
            bytes += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)]
        }
        return bytes
    }
}
