/// Hides the numbers of payment cards: nobody here needs one, and what is not kept cannot leak.
enum CardNumbers {
    /// The text with every digit but the last four of each card number as `*`.
    ///
    /// A card number has 13 to 19 digits, begins with 2 to 6 as those of payment schemes do (ISO/IEC 7812), passes the
    /// Luhn check, and may be grouped by single spaces or dashes. The account number of an IBAN is none.
    static func masked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        guard bytes.count(where: isDigit) >= 13 else { return text }
        var hasChanged = false
        for run in runs(bytes) {
            for card in cards(in: run, bytes) {
                for index in card.dropLast(4) { bytes[index] = UInt8(ascii: "*") }
                hasChanged = true
            }
        }
        return hasChanged ? String(decoding: bytes, as: UTF8.self) : text
    }

    /// Groups of digits with at most one separator between them.
    private struct Run {
        var groups: [Range<Int>] = []
        /// Whether letters stand right before it, as in an IBAN.
        var followsLetter = false
    }

    private static func runs(_ bytes: [UInt8]) -> [Run] {
        var runs: [Run] = []
        var current = Run()
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            if let last = current.groups.last, !isJoint(bytes[last.upperBound..<start]) {
                runs.append(current)
                current = Run()
            }
            if current.groups.isEmpty, start > 0 { current.followsLetter = isLetter(bytes[start - 1]) }
            current.groups.append(start..<index)
        }
        return runs + [current]
    }

    private static func cards(in run: Run, _ bytes: [UInt8]) -> [[Int]] {
        // Letters and two digits begin an IBAN; the groups that follow belong to it.
        if run.followsLetter, let first = run.groups.first, first.count == 2, run.groups.count > 1 { return [] }
        var found: [[Int]] = []
        var start = 0
        while start < run.groups.count {
            let end = (start..<run.groups.count).reversed().first { end in
                isCard(run.groups[start...end], isWhole: start == 0 && end == run.groups.count - 1, bytes)
            }
            if let end { found.append(run.groups[start...end].flatMap { Array($0) }) }
            start = (end ?? start) + 1
        }
        return found
    }

    /// Grouped as cards are: within a longer row of numbers any other cut would hit phone and order numbers.
    private static func isCard(_ groups: ArraySlice<Range<Int>>, isWhole: Bool, _ bytes: [UInt8]) -> Bool {
        let digits = groups.flatMap { bytes[$0] }.map { Int($0 - 48) }
        guard (13...19).contains(digits.count), let first = digits.first, (2...6).contains(first) else { return false }
        let sizes = groups.map(\.count)
        let isUsual =
            sizes.count == 1 || sizes == [4, 6, 5] || sizes == [4, 6, 4]
            || (sizes.count > 3 && sizes.dropLast().allSatisfy { $0 == 4 } && (1...4).contains(sizes.last ?? 0))
        return (isUsual || isWhole) && passesLuhn(digits)
    }

    private static func passesLuhn(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            guard digit.offset % 2 == 1 else { return sum + digit.element }
            return sum + (digit.element > 4 ? digit.element * 2 - 9 : digit.element * 2)
        }
        return sum % 10 == 0
    }

    /// A space, a dash, or one of their typographic kin.
    private static func isJoint(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch Array(bytes) {
        case [0x20], [0x2D], [0xC2, 0xA0], [0xE2, 0x80, 0x91], [0xE2, 0x80, 0x93], [0xE2, 0x80, 0xAF]: true
        default: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
