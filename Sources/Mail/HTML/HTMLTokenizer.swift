/// A piece of HTML.
enum HTMLToken: Equatable {
    case text(Range<Int>)
    case open(name: String, attributes: [String: String])
    case close(name: String)
}

/// Takes HTML apart as forgivingly as mails need it, in time linear to their length.
///
/// It follows the WHATWG tokenizer where that matters for what is read: comments, quoted values, raw text of scripts and
/// styles. A tag that never ends is text, since what a person wrote must not vanish behind it.
struct HTMLTokenizer {
    let bytes: [UInt8]
    private var position = 0
    /// The name of the element whose raw text comes next.
    private var rawText: String?
    private let lastTagEnd: Int
    /// Names of raw-text elements, and `!` for comments, of which no further end was found: looked for once, not each time.
    private var endless: Set<String> = []
    /// Set when a quoted value ran to the end of the text: from then on `>` ends a tag even inside of quotes.
    private var ignoresQuotes = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lastTagEnd = bytes.lastIndex(of: 0x3E) ?? -1
    }

    mutating func next() -> HTMLToken? {
        if let name = rawText {
            rawText = nil
            skipRawText(of: name)
        }
        while position < bytes.count {
            if bytes[position] == 0x3C, let token = tag() {
                if case .text(let range) = token, range.isEmpty { continue }
                return token
            }
            return text()
        }
        return nil
    }

    /// Text up to the next `<`, which may be a lone one at its beginning.
    private mutating func text() -> HTMLToken {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != 0x3C { position += 1 }
        return .text(start..<position)
    }

    /// What begins with `<` here; an empty text stands for what is not shown; nil if it is no tag.
    private mutating func tag() -> HTMLToken? {
        guard position < lastTagEnd else { return nil }
        let next = bytes[position + 1]
        if next == 0x21 || next == 0x3F {
            skipComment()
            return .text(position..<position)
        }
        let isClosing = next == 0x2F
        let nameStart = position + (isClosing ? 2 : 1)
        guard nameStart < bytes.count, isLetter(bytes[nameStart]) else {
            guard isClosing else { return nil }
            position = (bytes[position...].firstIndex(of: 0x3E) ?? bytes.count - 1) + 1
            return .text(position..<position)
        }
        var index = nameStart
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != 0x3E, bytes[index] != 0x2F { index += 1 }
        let name = asciiLowercased(bytes[nameStart..<min(index, nameStart + 40)])
        let afterName = index
        var attributes = attributes(from: &index, areKept: !isClosing)
        if attributes == nil {
            ignoresQuotes = true
            index = afterName
            attributes = self.attributes(from: &index, areKept: !isClosing)
        }
        guard let attributes else { return nil }
        position = index
        if isClosing { return .close(name: name) }
        if ["script", "style", "title", "noscript", "template", "iframe", "object", "xml"].contains(name) {
            rawText = name
        }
        return .open(name: name, attributes: attributes)
    }

    /// Reads up to the end of the tag and moves the index behind it; nil if the tag never ends.
    private mutating func attributes(from index: inout Int, areKept: Bool) -> [String: String]? {
        var found: [String: String] = [:]
        while index < bytes.count {
            while index < bytes.count, isSpace(bytes[index]) || bytes[index] == 0x2F { index += 1 }
            guard index < bytes.count else { return nil }
            if bytes[index] == 0x3E {
                index += 1
                return found
            }
            let nameStart = index
            index += 1
            while index < bytes.count, !isSpace(bytes[index]), ![0x3D, 0x3E, 0x2F].contains(bytes[index]) { index += 1 }
            let nameEnd = index
            while index < bytes.count, isSpace(bytes[index]) { index += 1 }
            var value: Range<Int> = index..<index
            if index < bytes.count, bytes[index] == 0x3D {
                index += 1
                while index < bytes.count, isSpace(bytes[index]) { index += 1 }
                guard let range = self.value(from: &index) else { return nil }
                value = range
            }
            if areKept, found.count < 40, nameEnd - nameStart < 40 {
                let name = asciiLowercased(bytes[nameStart..<nameEnd])
                if Self.readAttributes.contains(name), found[name] == nil {
                    found[name] = HTMLEntities.decoded(bytes[value].prefix(4_000))
                }
            }
        }
        return nil
    }

    private static let readAttributes: Set<String> = [
        "href", "alt", "class", "id", "style", "type", "start", "hidden", "src",
    ]

    private mutating func value(from index: inout Int) -> Range<Int>? {
        guard index < bytes.count else { return nil }
        let quote = bytes[index]
        if quote == 0x22 || quote == 0x27, !ignoresQuotes {
            let start = index + 1
            guard let end = bytes[start...].firstIndex(of: quote) else {
                ignoresQuotes = true
                return self.value(from: &index)
            }
            index = end + 1
            return start..<end
        }
        let start = index
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != 0x3E { index += 1 }
        return start..<index
    }

    private mutating func skipComment() {
        if bytes[position...].starts(with: "<!--".utf8), !endless.contains("!") {
            var index = position + 4
            while index + 2 < bytes.count {
                if bytes[index] == 0x2D, bytes[index + 1] == 0x2D,
                    bytes[index + 2] == 0x3E
                        || bytes[index + 2] == 0x21 && index + 3 < bytes.count && bytes[index + 3] == 0x3E
                {
                    position = index + (bytes[index + 2] == 0x3E ? 3 : 4)
                    return
                }
                index += 1
            }
            // A comment that never ends hides no more than up to its first `>`.
            endless.insert("!")
        }
        position = (bytes[position...].firstIndex(of: 0x3E) ?? bytes.count - 1) + 1
    }

    private mutating func skipRawText(of name: String) {
        guard !endless.contains(name) else { return }
        let target = Array(name.utf8)
        var index = position
        while index + target.count + 1 < bytes.count {
            if bytes[index] == 0x3C, bytes[index + 1] == 0x2F,
                bytes[(index + 2)..<(index + 2 + target.count)].elementsEqual(target, by: { lowercased($0) == $1 })
            {
                position = index
                return
            }
            index += 1
        }
        // A script or style that never ends runs to the end; anything else is shown.
        if name == "script" || name == "style" { position = bytes.count }
        endless.insert(name)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lowercased(byte)) }
}
