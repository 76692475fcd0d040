/// A stretch of a text, with its place in UTF-8 bytes.
package struct TextSpan: Sendable, Equatable {
    package var text: String
    package var utf8: Range<Int>

    func holds(_ other: TextSpan) -> Bool {
        utf8.lowerBound <= other.utf8.lowerBound && other.utf8.upperBound <= utf8.upperBound
    }
}

/// Cuts a text into sentences: at end signs, at blank lines, and at line ends that are not mere wrapping.
package enum Sentences {
    package static func split(_ text: String) -> [TextSpan] {
        let bytes = Array(text.utf8)
        var spans: [TextSpan] = []
        var start = 0
        var index = 0
        var lineStart = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == newline {
                if endsLine(bytes, from: lineStart, newline: index - 1) {
                    append(bytes, start..<(index - 1), to: &spans)
                    start = index
                }
                lineStart = index
            } else if isEnd(byte) {
                while index < bytes.count, isEnd(bytes[index]) || isCloser(bytes[index]) { index += 1 }
                guard index == bytes.count || isSpace(bytes[index]) else { continue }
                if byte == period, bytes[index - 1] == period, isAbbreviation(bytes, before: index - 1, from: start) {
                    continue
                }
                append(bytes, start..<index, to: &spans)
                start = index
            }
        }
        append(bytes, start..<bytes.count, to: &spans)
        return spans
    }

    private static let newline = UInt8(ascii: "\n"), period = UInt8(ascii: ".")

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == period || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    private static func isCloser(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// A short line was ended by its writer, a long one by a mail program that wraps; a blank or bulleted next line
    /// settles it.
    private static func endsLine(_ bytes: [UInt8], from lineStart: Int, newline: Int) -> Bool {
        var next = newline + 1
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 9 || bytes[next] == 13 { next += 1 }
        guard next < bytes.count else { return true }
        if bytes[next] == Self.newline || bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "*") {
            return true
        }
        return newline - lineStart < 50
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "vs", "approx", "ca", "bzw", "usw", "inkl", "evtl", "tel",
        "str", "art",
        "hr", "fr", "mme", "mlle", "sr", "sra", "srta", "núm", "ref", "e.g", "i.e", "z.b", "d.h", "u.a", "p.ej", "o.k",
        "bd",
        "jan", "feb", "aug", "sept", "oct", "okt", "nov", "dec", "dez",
    ]

    private static func isAbbreviation(_ bytes: [UInt8], before end: Int, from start: Int) -> Bool {
        var begin = end
        while begin > start, !isSpace(bytes[begin - 1]), bytes[begin - 1] != UInt8(ascii: "(") { begin -= 1 }
        let word = String(decoding: bytes[begin..<end], as: UTF8.self).lowercased()
        if abbreviations.contains(word) || word.utf8.count == 1 && word != "i" { return true }
        // "3. May", "am 4. März": an ordinal, not an end, when a word and not a new line follows.
        let next = end + 1
        let isNumber = !word.isEmpty && word.utf8.count <= 2 && word.utf8.allSatisfy { (48...57).contains($0) }
        return isNumber && next + 1 < bytes.count && bytes[next] == 0x20 && isMonth(bytes[(next + 1)...])
    }

    private static let months = [
        "jan", "feb", "mär", "mar", "apr", "mai", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dez", "dec",
    ]

    private static func isMonth(_ rest: ArraySlice<UInt8>) -> Bool {
        let word = String(decoding: rest.prefix(4), as: UTF8.self).lowercased()
        return months.contains { word.hasPrefix($0) }
    }

    private static func append(_ bytes: [UInt8], _ range: Range<Int>, to spans: inout [TextSpan]) {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isSpace(bytes[low]) { low += 1 }
        while high > low, isSpace(bytes[high - 1]) { high -= 1 }
        guard low < high else { return }
        spans.append(TextSpan(text: String(decoding: bytes[low..<high], as: UTF8.self), utf8: low..<high))
    }
}
