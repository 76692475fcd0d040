/// Guesses the charset of text that declares none, or a wrong one, from which bytes stand beside which.
///
/// Western text has a letter beyond ASCII here and there; all other scripts have runs of them. Only runs are judged, and
/// only where the picture is clear: a wrong guess is worse than none.
enum CharsetGuess {
    /// The name of a charset for `Charset`, or nil where nothing is clear.
    static func name(for bytes: [UInt8]) -> String? {
        let picture = Picture(bytes.prefix(20_000))
        guard picture.high >= 6, picture.inRuns * 10 >= picture.high * 7 else { return nil }
        return doubleByte(picture, bytes) ?? singleByte(picture)
    }

    /// Counts of bytes beyond ASCII, alone and in pairs.
    private struct Picture {
        var high = 0
        /// Those with another one beside.
        var inRuns = 0
        var counts = [Int](repeating: 0, count: 256)
        /// How often a byte follows a letter of the lower half of the last quarter, 0xE0 to 0xFF.
        var afterLow = [Int](repeating: 0, count: 256)
        /// Lead bytes where the text is read as pairs of high bytes.
        var leads = [Int](repeating: 0, count: 256)
        var pairs = 0
        var brokenPairs = 0

        init(_ bytes: ArraySlice<UInt8>) {
            let bytes = Array(bytes)
            for index in bytes.indices where bytes[index] >= 0x80 {
                high += 1
                counts[Int(bytes[index])] += 1
                let before = index > 0 ? bytes[index - 1] : 0
                let after = index + 1 < bytes.count ? bytes[index + 1] : 0
                if before >= 0x80 || after >= 0x80 { inRuns += 1 }
                if before >= 0xE0 { afterLow[Int(bytes[index])] += 1 }
            }
            var index = 0
            while index < bytes.count {
                guard bytes[index] >= 0xA1 else {
                    if bytes[index] >= 0x80 { brokenPairs += 1 }
                    index += 1
                    continue
                }
                if index + 1 < bytes.count, bytes[index + 1] >= 0xA1 {
                    leads[Int(bytes[index])] += 1
                    pairs += 1
                } else {
                    brokenPairs += 1
                }
                index += 2
            }
        }

        func count(_ range: ClosedRange<Int>) -> Int { counts[range].reduce(0, +) }
        func leads(_ range: ClosedRange<Int>) -> Int { leads[range].reduce(0, +) }
    }

    private static func doubleByte(_ picture: Picture, _ bytes: [UInt8]) -> String? {
        // Kana stand in every line of Japanese: 0x82 and 0x83 before them in Shift_JIS, 0xA4 and 0xA5 in EUC-JP.
        if isShiftJIS(bytes) { return "CP932" }
        if picture.brokenPairs * 50 <= picture.pairs, picture.pairs >= 3 {
            let pairs = picture.pairs
            if picture.leads(0xA4...0xA5) * 4 >= pairs { return "EUC-JP" }
            if picture.leads(0xB0...0xC8) * 10 >= pairs * 9, hasSpacesBetweenRuns(bytes) { return "CP949" }
            if picture.leads(0xB0...0xD7) * 10 >= pairs * 7, picture.leads(0xC8...0xD7) * 8 >= pairs {
                return "GB18030"
            }
        }
        return isBig5(bytes) ? "BIG5-HKSCS" : nil
    }

    private static func isShiftJIS(_ bytes: [UInt8]) -> Bool {
        var pairs = 0
        var kana = 0
        var index = 0
        let end = min(bytes.count, 20_000)
        while index < end {
            let lead = bytes[index]
            if lead < 0x80 || (0xA1...0xDF).contains(lead) {
                index += 1
                continue
            }
            guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead), index + 1 < end else {
                return index + 1 >= end && kana * 4 >= pairs && pairs >= 3
            }
            let trail = bytes[index + 1]
            guard (0x40...0xFC).contains(trail), trail != 0x7F else { return false }
            pairs += 1
            if lead == 0x82 && trail >= 0x9F || lead == 0x83 && trail <= 0x96 { kana += 1 }
            index += 2
        }
        return pairs >= 3 && kana * 4 >= pairs
    }

    /// Big5 pairs a high lead with a trail that is often ASCII, most of them of the 5,401 common characters.
    private static func isBig5(_ bytes: [UInt8]) -> Bool {
        var pairs = 0
        var common = 0
        var low = 0
        var index = 0
        let end = min(bytes.count, 20_000) - 1
        while index < end {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let trail = bytes[index + 1]
            guard (0xA1...0xF9).contains(bytes[index]), (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
            else { return false }
            pairs += 1
            if (0xA4...0xC6).contains(bytes[index]) { common += 1 }
            if trail < 0x80 { low += 1 }
            index += 2
        }
        return pairs >= 6 && common * 10 >= pairs * 7 && low * 5 >= pairs
    }

    private static func hasSpacesBetweenRuns(_ bytes: [UInt8]) -> Bool {
        let spaces = bytes.prefix(20_000).count { $0 == 0x20 }
        return spaces * 12 >= bytes.prefix(20_000).count { $0 >= 0x80 } / 2
    }

    private static func singleByte(_ picture: Picture) -> String? {
        let letters = picture.count(0xC0...0xFF)
        guard letters * 10 >= picture.high * 8, letters >= 10 else { return nil }
        let lower = picture.count(0xE0...0xFF)
        let upper = picture.count(0xC0...0xDF)
        // Alef and lam are every fifth letter of Arabic.
        if (picture.counts[0xC7] + picture.counts[0xE1]) * 6 >= letters, picture.counts[0xC7] * 20 >= letters {
            return "WINDOWS-1256"
        }
        if upper > lower * 2 { return "KOI8-R" }
        guard lower > upper * 2 else { return nil }
        // Greek has accented vowels within its words where Russian has capitals.
        let accents = picture.afterLow[0xDC...0xDF].reduce(0, +)
        if accents * 40 >= letters, picture.count(0xDC...0xDF) * 3 <= accents * 4 { return "WINDOWS-1253" }
        // Hebrew has no capitals and ends at 0xFA, where Russian has four more letters of which it uses all.
        if upper == 0, picture.count(0xFB...0xFF) == 0, letters >= 15 { return "WINDOWS-1255" }
        return "WINDOWS-1251"
    }
}
