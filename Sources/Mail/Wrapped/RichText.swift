/// Outlook's text with formats (RTF), as readable text or as the HTML that it was made from.
struct RichText {
    /// The text in UTF-8.
    private(set) var text: [UInt8] = []
    /// Whether the text is HTML: Outlook writes HTML down as RTF that can be turned back (MS-OXRTFEX).
    private(set) var isHTML = false

    /// Nil where the bytes are no RTF.
    /// - Parameter limit: reading ends after so many bytes of text.
    init?(_ bytes: [UInt8], limit: Int) {
        guard bytes.starts(with: Array(#"{\rtf"#.utf8)) else { return nil }
        isHTML = bytes.prefix(400).contains(word: "fromhtml")
        var reader = Reader(isHTML: isHTML, limit: limit)
        reader.read(bytes)
        text = reader.text
    }

    /// One walk over the bytes.
    private struct Reader {
        let isHTML: Bool
        let limit: Int
        var text: [UInt8] = []
        private var group = Group()
        private var outer: [Group] = []
        /// Bytes of the code page that are not decoded yet, since several may be one letter.
        private var undecoded: [UInt8] = []
        private var codePage = "cp1252"
        /// The first half of a letter beyond the first plane.
        private var highHalf: UInt16?
        /// Letters that stand in for the one just told by its number, for readers that know no Unicode.
        private var standIns = 0

        init(isHTML: Bool, limit: Int) {
            self.isHTML = isHTML
            self.limit = limit
        }

        private struct Group {
            /// Within what is no text: fonts, colours, pictures.
            var isHidden = false
            /// Within a piece of the HTML that it was made from.
            var isTag = false
            /// Within what only shows the HTML in RTF.
            var isOnlyRTF = false
            /// How many letters stand in for one that is told by its number.
            var standIns = 1
        }

        mutating func read(_ bytes: [UInt8]) {
            var place = 0
            while place < bytes.count, text.count + undecoded.count < limit {
                switch bytes[place] {
                case UInt8(ascii: "{"):
                    flush()
                    // Deeper than this nobody writes.
                    if outer.count < 1000 { outer.append(group) }
                    place += 1
                case UInt8(ascii: "}"):
                    flush()
                    group = outer.popLast() ?? group
                    place += 1
                case UInt8(ascii: "\\"): place = control(bytes, place + 1)
                case 0x0A, 0x0D: place += 1
                case let byte:
                    if standIns > 0 { standIns -= 1 } else { add(byte) }
                    place += 1
                }
            }
            flush()
        }

        /// What stands after a backslash; returns the place behind it.
        private mutating func control(_ bytes: [UInt8], _ start: Int) -> Int {
            guard start < bytes.count else { return start }
            guard bytes[start].isASCIILetter else { return symbol(bytes, start) }
            let name = bytes[start...].prefix(32).prefix { $0.isASCIILetter }
            var place = name.endIndex
            let sign = place < bytes.count && bytes[place] == UInt8(ascii: "-") ? -1 : 1
            if sign < 0 { place += 1 }
            let digits = bytes[place...].prefix(9).prefix { $0 >= 0x30 && $0 <= 0x39 }
            place = digits.endIndex
            let number = digits.isEmpty ? nil : sign * digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
            if place < bytes.count, bytes[place] == 0x20 { place += 1 }
            word(String(decoding: name, as: UTF8.self), number)
            return place
        }

        private mutating func symbol(_ bytes: [UInt8], _ place: Int) -> Int {
            switch bytes[place] {
            case UInt8(ascii: "'"):
                let digits = bytes[(place + 1)...].prefix(2)
                if let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
                    if standIns > 0 { standIns -= 1 } else { add(byte) }
                }
                return digits.endIndex
            case UInt8(ascii: "*"): ignorable(bytes, place + 1)
            case UInt8(ascii: "~"): put("\u{A0}")
            case UInt8(ascii: "_"): put("\u{2011}")
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): add(bytes[place])
            case 0x0A, 0x0D: put("\n")
            default: break
            }
            return place + 1
        }

        /// A group that readers may pass over if they do not know it; the one that is known is a piece of HTML.
        private mutating func ignorable(_ bytes: [UInt8], _ place: Int) {
            let isTag = isHTML && bytes[place...].starts(with: Array(#"\htmltag"#.utf8))
            group.isHidden = !isTag
            group.isTag = isTag
        }

        private mutating func word(_ name: String, _ number: Int?) {
            switch name {
            case "par", "line", "row", "sect", "page": put(isHTML ? "\r\n" : "\n")
            case "tab", "cell": put("\t")
            case "emdash": put("—")
            case "endash": put("–")
            case "bullet": put("•")
            case "lquote": put("‘")
            case "rquote": put("’")
            case "ldblquote": put("“")
            case "rdblquote": put("”")
            case "u": unicode(number ?? 0)
            case "uc": group.standIns = max(0, number ?? 1)
            case "ansicpg": codePage = number == 65_001 ? "utf-8" : "cp\(number ?? 1252)"
            case "htmlrtf":
                flush()
                group.isOnlyRTF = number != 0
            case "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr",
                "headerf",
                "footer", "footerl", "footerr", "footerf", "footnote", "fldinst":
                group.isHidden = true
            default: break
            }
        }

        private mutating func unicode(_ number: Int) {
            let unit = UInt16(truncatingIfNeeded: number)
            standIns = group.standIns
            if UTF16.isLeadSurrogate(unit) {
                highHalf = unit
            } else if let high = highHalf, UTF16.isTrailSurrogate(unit) {
                highHalf = nil
                put(String(decoding: [high, unit], as: UTF16.self))
            } else {
                highHalf = nil
                put(String(decoding: [unit], as: UTF16.self))
            }
        }

        private var isText: Bool { !group.isHidden && (group.isTag || !group.isOnlyRTF) }

        private mutating func add(_ byte: UInt8) { if isText { undecoded.append(byte) } }

        private mutating func put(_ letters: String) {
            flush()
            if isText { text += letters.utf8 }
        }

        private mutating func flush() {
            guard !undecoded.isEmpty else { return }
            text += undecoded.allSatisfy { $0 < 0x80 } ? undecoded : Charset.decode(undecoded, declared: codePage).text
            undecoded.removeAll(keepingCapacity: true)
        }
    }
}

extension RichText {
    /// The RTF in a message's property (MS-OXRTFCP); nil where the bytes are no such thing.
    /// - Parameter limit: of a longer one nothing is read.
    static func unpacked(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        var reader = LittleEndian(bytes)
        guard reader.number(4) != nil, let size = reader.number(4), size <= limit, let kind = reader.number(4),
            reader.number(4) != nil
        else { return nil }
        let content = bytes.dropFirst(16)
        switch kind {
        case 0x414C_454D: return Array(content.prefix(size))
        case 0x7546_5A4C: return unpacked(Array(content), size: size)
        default: return nil
        }
    }

    /// LZFu: runs of eight pieces, each a byte or a place and a length in a ring of what came before.
    private static func unpacked(_ packed: [UInt8], size: Int) -> [UInt8] {
        var ring = Array(beginning.utf8) + [UInt8](repeating: 0x20, count: 4096 - beginning.utf8.count)
        var end = beginning.utf8.count
        var text: [UInt8] = []
        var place = 0
        func write(_ byte: UInt8) {
            text.append(byte)
            ring[end] = byte
            end = (end + 1) % 4096
        }
        while place < packed.count, text.count < size {
            let flags = packed[place]
            place += 1
            for bit in 0..<8 where text.count < size {
                guard flags >> UInt8(bit) & 1 == 1 else {
                    guard place < packed.count else { return text }
                    write(packed[place])
                    place += 1
                    continue
                }
                guard place + 1 < packed.count else { return text }
                let pair = Int(packed[place]) << 8 | Int(packed[place + 1])
                place += 2
                let start = pair >> 4
                // A piece that begins where the next letter goes says that this is all.
                if start == end { return text }
                for step in 0..<((pair & 15) + 2) where text.count < size { write(ring[(start + step) % 4096]) }
            }
        }
        return text
    }

    /// What the ring holds before the first letter.
    private static let beginning =
        #"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbol"#
        + #"ArialTimes New RomanCourier{\colortbl\red0\green0\blue0"# + "\r\n"
        + #"\par \pard\plain\f0\fs20\b\i\u\tab\tx"#
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension Collection where Element == UInt8 {
    /// Whether a word of plain letters stands in these bytes.
    fileprivate func contains(word: String) -> Bool {
        let word = Array(word.utf8)
        return indices.contains { self[$0...].starts(with: word) }
    }
}
