/// A line of a mail's text, with what its markup told about it.
package struct MailLine: Sendable, Equatable {
    package enum Hint: Sendable { case none, quoted, signature }

    package var text: String
    package var hint: Hint

    package init(_ text: String, hint: Hint = .none) {
        self.text = text
        self.hint = hint
    }
}

/// The readable text of a mail, put together from its parts.
struct MailText {
    private(set) var lines: [MailLine] = []
    private(set) var isCut = false

    init(pieces: [[MailLine]], limit: Int) {
        var room = limit
        for piece in pieces {
            if !lines.isEmpty, !piece.isEmpty { lines.append(MailLine("")) }
            for var line in piece {
                // UTF-8 length is cheap to ask and never less than the number of characters.
                if line.text.utf8.count >= room {
                    line.text = String(line.text.prefix(room))
                    lines.append(line)
                    isCut = true
                    return
                }
                room -= line.text.utf8.count + 1
                lines.append(line)
            }
        }
        while let last = lines.last, last.text.trimmed.isEmpty { lines.removeLast() }
        lines = Array(lines.drop { $0.text.trimmed.isEmpty })
    }

    var joined: String { lines.map(\.text).joined(separator: "\n") }
}

/// Plain text as parts hold it.
enum PlainText {
    /// Lines without control characters; soft breaks of `format=flowed` mended (RFC 3676).
    static func lines(_ utf8: [UInt8], isFlowed: Bool, deletesSpace: Bool) -> [MailLine] {
        var lines: [MailLine] = []
        var current: [UInt8] = []
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            index += 1
            switch byte {
            case 0x0A, 0x0D:
                if byte == 0x0D, index < utf8.count, utf8[index] == 0x0A { index += 1 }
                lines.append(MailLine(String(decoding: current, as: UTF8.self)))
                current.removeAll(keepingCapacity: true)
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F:
                continue
            default:
                current.append(byte)
            }
        }
        if !current.isEmpty { lines.append(MailLine(String(decoding: current, as: UTF8.self))) }
        return isFlowed ? unflowed(lines, deletesSpace: deletesSpace) : lines
    }

    private static func unflowed(_ lines: [MailLine], deletesSpace: Bool) -> [MailLine] {
        var joined: [MailLine] = []
        var openDepth: Int?
        for line in lines {
            let depth = line.text.utf8.prefix { $0 == 0x3E }.count
            var body = line.text.dropFirst(depth)
            if body.hasPrefix(" ") { body = body.dropFirst() }
            let isSoft = body.hasSuffix(" ") && body != "-- "
            if isSoft, deletesSpace { body = body.dropLast() }
            // Very long paragraphs stay apart, so that a line is never the whole mail.
            if openDepth == depth, let last = joined.indices.last, joined[last].text.utf8.count < 8_000 {
                joined[last].text += body
            } else {
                let quote = depth > 0 ? String(repeating: ">", count: depth) + " " : ""
                joined.append(MailLine(quote + body))
            }
            openDepth = isSoft ? depth : nil
        }
        return joined
    }

    /// `text/enriched` (RFC 1896) without its commands: a lone line break is a space, more are one break fewer.
    static func enriched(_ utf8: [UInt8]) -> [MailLine] {
        var text: [UInt8] = []
        var index = 0
        var isParameter = false
        while index < utf8.count {
            let byte = utf8[index]
            if byte == 0x3C {
                if index + 1 < utf8.count, utf8[index + 1] == 0x3C {
                    if !isParameter { text.append(0x3C) }
                    index += 2
                    continue
                }
                let end = utf8[index...].prefix(64).firstIndex(of: 0x3E)
                if let end {
                    let name = utf8[(index + 1)..<end]
                    if equalsIgnoringCase(name, "param") { isParameter = true }
                    if equalsIgnoringCase(name, "/param") { isParameter = false }
                    index = end + 1
                    continue
                }
            }
            if byte == 0x0A, !isParameter {
                var breaks = 0
                while index < utf8.count, utf8[index] == 0x0A || utf8[index] == 0x0D {
                    if utf8[index] == 0x0A { breaks += 1 }
                    index += 1
                }
                text += breaks == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: min(breaks - 1, 3))
                continue
            }
            if !isParameter, byte != 0x0D { text.append(byte) }
            index += 1
        }
        return lines(text, isFlowed: false, deletesSpace: false)
    }
}
