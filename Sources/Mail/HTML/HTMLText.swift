/// HTML as a person reads it: text and links, nothing that acts, hides or calls home.
enum HTMLText {
    /// Stands in the text where an image of the mail itself is shown, until its name is known.
    static func imageMark(_ contentID: String) -> String { "[cid:\(contentID)]" }

    /// Stops soon after the limit of bytes, which may be in the middle of the text.
    static func lines(_ bytes: [UInt8], limit: Int = .max) -> [MailLine] {
        var renderer = HTMLRenderer(hidesInvisible: true, limit: limit)
        renderer.render(bytes)
        guard renderer.endedInvisible else { return renderer.finished() }
        // Something said to be invisible was never closed: rather show too much than lose what was written.
        renderer = HTMLRenderer(hidesInvisible: false, limit: limit)
        renderer.render(bytes)
        return renderer.finished()
    }
}

/// Turns tokens into lines.
struct HTMLRenderer {
    private struct Element {
        var name: String
        var hint: MailLine.Hint?
        var isInvisible = false
        var link: String?
        /// Where the link's text begins.
        var linkLine = 0
        var linkColumn = 0
        var isOrdered = false
        var nextNumber = 1
    }

    private let hidesInvisible: Bool
    private let limit: Int
    private var written = 0
    private var lines: [MailLine] = []
    private var current: [UInt8] = []
    private var wantsSpace = false
    private var blanksWanted = 0
    private var open: [Element] = []
    private var hintDepths: (quoted: Int, signature: Int, invisible: Int, quote: Int, preformatted: Int) = (
        0, 0, 0, 0, 0
    )
    private var restIsQuoted = false

    init(hidesInvisible: Bool, limit: Int) {
        self.limit = limit
        self.hidesInvisible = hidesInvisible
    }

    var endedInvisible: Bool { hintDepths.invisible > 0 }

    mutating func render(_ bytes: [UInt8]) {
        var tokenizer = HTMLTokenizer(bytes)
        while written <= limit, let token = tokenizer.next() {
            switch token {
            case .text(let range): appendText(tokenizer.bytes[range])
            case .open(let name, let attributes): start(name, attributes)
            case .close(let name): end(name)
            }
        }
    }

    mutating func finished() -> [MailLine] {
        breakLine()
        while let last = lines.last, last.text.trimmed.isEmpty { lines.removeLast() }
        return lines
    }

    // MARK: Text

    private mutating func appendText(_ bytes: ArraySlice<UInt8>) {
        guard hintDepths.invisible == 0 else { return }
        let isPreformatted = hintDepths.preformatted > 0
        for byte in HTMLEntities.decodedBytes(bytes) {
            if isPreformatted, byte == 0x0A {
                breakLine(always: true)
            } else if byte == 0x0D && isPreformatted {
                continue
            } else if !isPreformatted, byte == 0x20 || (0x09...0x0D).contains(byte) {
                wantsSpace = !current.isEmpty
            } else if byte < 0x20 && byte != 0x09 || byte == 0x7F {
                continue
            } else {
                write(byte)
            }
        }
    }

    private mutating func write(_ byte: UInt8) {
        if current.isEmpty {
            if !lines.isEmpty {
                for _ in 0..<blanksWanted { appendLine([], isBetweenQuotes: lines.last?.text.hasPrefix(">") ?? false) }
            }
            blanksWanted = 0
        }
        if wantsSpace { current.append(0x20) }
        wantsSpace = false
        current.append(byte)
    }

    private mutating func write(_ text: String) {
        for byte in text.utf8 where byte >= 0x20 { write(byte) }
    }

    private mutating func breakLine(always: Bool = false) {
        guard !current.isEmpty || always else {
            wantsSpace = false
            return
        }
        appendLine(current)
        current.removeAll(keepingCapacity: true)
        wantsSpace = false
    }

    private mutating func appendLine(_ bytes: [UInt8], isBetweenQuotes: Bool = true) {
        // Markup with nothing but breaks may not become a million lines.
        if bytes.isEmpty, lines.suffix(3).allSatisfy({ $0.text.isEmpty }), lines.count >= 3 { return }
        var quote = isBetweenQuotes ? String(repeating: ">", count: min(hintDepths.quote, 10)) : ""
        if !quote.isEmpty, !bytes.isEmpty { quote += " " }
        let hint: MailLine.Hint =
            restIsQuoted || hintDepths.quoted > 0 ? .quoted : hintDepths.signature > 0 ? .signature : .none
        written += bytes.count + 1
        lines.append(MailLine(quote + String(decoding: bytes, as: UTF8.self), hint: hint))
    }

    private mutating func separate(blank: Bool) {
        breakLine()
        if blank { blanksWanted = 1 }
    }

    // MARK: Elements

    private static let void: Set<String> = [
        "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "wbr", "param", "source", "track",
    ]
    private static let blocks: Set<String> = [
        "div", "table", "tr", "section", "article", "header", "footer", "center", "form", "fieldset", "address", "main",
        "nav", "aside", "dl", "dt", "dd", "body", "caption", "figure", "figcaption", "li", "thead", "tbody", "option",
    ]
    private static let paragraphs: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "blockquote",
    ]

    private mutating func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "br":
            if hintDepths.invisible == 0 {
                if current.isEmpty, !lines.isEmpty { blanksWanted = min(blanksWanted + 1, 2) } else { breakLine() }
            }
            return
        case "hr":
            separate(blank: false)
            if hintDepths.invisible == 0 { write("________________________________") }
            breakLine()
            return
        case "img":
            if hintDepths.invisible == 0 { writeImage(attributes) }
            return
        case "td", "th":
            if !current.isEmpty { wantsSpace = true }
        case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "blockquote":
            separate(blank: !(name == "ul" || name == "ol") || !open.contains { $0.name == "li" })
        default:
            if Self.blocks.contains(name) { separate(blank: false) }
        }
        guard !Self.void.contains(name) else { return }
        push(name, attributes)
        if name == "li" { writeBullet() }
    }

    private mutating func push(_ name: String, _ attributes: [String: String]) {
        // Beyond this depth structure no longer matters for reading.
        guard open.count < 512 else { return }
        var element = Element(name: name)
        element.hint = HTMLHints.hint(attributes)
        element.isInvisible = hidesInvisible && HTMLHints.isInvisible(attributes)
        if name == "a", let target = attributes["href"].flatMap(HTMLHints.link) {
            element.link = target
            element.linkLine = lines.count
            element.linkColumn = current.count
        }
        if name == "ol" {
            element.isOrdered = true
            element.nextNumber = attributes["start"].flatMap { Int($0) } ?? 1
        }
        count(element, by: 1)
        open.append(element)
        if HTMLHints.beginsQuotedRest(attributes) { restIsQuoted = true }
    }

    private mutating func end(_ name: String) {
        if name == "p" || Self.paragraphs.contains(name) {
            breakLine()
        } else if Self.blocks.contains(name) {
            breakLine()
        }
        // Only near ones are looked for: a stray end tag must not cost the whole stack each time.
        guard let index = open.suffix(64).lastIndex(where: { $0.name == name }) else { return }
        for element in open[index...].reversed() {
            if element.link != nil { finishLink(element) }
            count(element, by: -1)
        }
        open.removeSubrange(index...)
        if Self.paragraphs.contains(name), !(name == "ul" || name == "ol") || !open.contains(where: { $0.name == "li" })
        {
            blanksWanted = max(blanksWanted, 1)
        }
    }

    private mutating func count(_ element: Element, by step: Int) {
        if element.hint == .quoted { hintDepths.quoted += step }
        if element.hint == .signature { hintDepths.signature += step }
        if element.isInvisible { hintDepths.invisible += step }
        if element.name == "blockquote" { hintDepths.quote += step }
        if element.name == "pre" { hintDepths.preformatted += step }
    }

    /// What an image shows, or which part of the mail it is; images from elsewhere are not spoken of.
    private mutating func writeImage(_ attributes: [String: String]) {
        if let text = attributes["alt"]?.trimmed, !text.isEmpty {
            write("[" + text.prefix(200).replacing("\n", with: " ") + "]")
        } else if let source = attributes["src"]?.trimmed, source.prefix(4).lowercased() == "cid:" {
            write(HTMLText.imageMark(String(source.dropFirst(4).prefix(200))))
        }
    }

    private mutating func writeBullet() {
        guard hintDepths.invisible == 0 else { return }
        if let list = open.lastIndex(where: { $0.name == "ol" || $0.name == "ul" }), open[list].isOrdered {
            write("\(open[list].nextNumber).")
            open[list].nextNumber = open[list].nextNumber &+ 1
        } else {
            write("-")
        }
        wantsSpace = true
    }

    /// Names the target where the text does not already.
    private mutating func finishLink(_ element: Element) {
        guard hintDepths.invisible == 0, let target = element.link else { return }
        let column = lines.count == element.linkLine ? min(element.linkColumn, current.count) : 0
        let text = String(decoding: current[column...], as: UTF8.self).trimmed
        let bare = HTMLHints.bare(target)
        guard !text.isEmpty, HTMLHints.bare(text) != bare else { return }
        let space = wantsSpace
        wantsSpace = !current.isEmpty
        write("<" + target + ">")
        wantsSpace = space
    }
}
