/// Numbers written out: `two hundred`, `zweihundertfünfzig`, `quatre-vingts`, `doscientos`.
enum SpelledNumber {
    /// The number that the words up to and with this one spell, and where it begins; nil when this one is no number.
    static func endingAt(_ position: Int, in tokens: [Token]) -> (value: Int64, start: Int)? {
        var start = position
        while start >= 0, tokens[start].kind == .word, isNumber(tokens[start].folded) { start -= 1 }
        // "hundred and fifty", "treinta y cinco": a number may go on behind an "and".
        if start > 0, start < position, ["and", "und", "et", "y"].contains(tokens[start].folded),
            let before = endingAt(start - 1, in: tokens)
        {
            return join(before, start + 1, position, tokens)
        }
        guard start < position else { return nil }
        return (value(of: tokens[(start + 1)...position]), start + 1)
    }

    private static func join(
        _ before: (value: Int64, start: Int), _ from: Int, _ to: Int, _ tokens: [Token]
    ) -> (value: Int64, start: Int) {
        (before.value + value(of: tokens[from...to]), before.start)
    }

    private static func isNumber(_ word: String) -> Bool { single(word) != nil }

    private static func value(of tokens: ArraySlice<Token>) -> Int64 {
        var total: Int64 = 0
        var group: Int64 = 0
        for token in tokens {
            guard let number = single(token.folded) else { continue }
            switch number {
            case 100: group = max(group, 1) * 100
            case 1000:
                total += max(group, 1) * 1000
                group = 0
            case 20 where token.folded.hasPrefix("vingt") && group % 10 == 4: group += 76
            default: group += number
            }
        }
        return total + group
    }

    private static func single(_ word: String) -> Int64? {
        if let known = DateWords.numbers[word] { return Int64(known) }
        if let known = further[word] { return known }
        // German writes them together, the ones before the tens.
        for (part, factor) in [("tausend", Int64(1000)), ("hundert", 100)] {
            guard let place = word.firstRange(of: part) else { continue }
            let head = word[..<place.lowerBound]
            let tail = word[place.upperBound...].drop { $0 == "u" }
            guard let count = head.isEmpty ? 1 : single(String(head)) else { return nil }
            if tail.isEmpty { return count * factor }
            return single(String(word[place.upperBound...])).map { count * factor + $0 }
        }
        guard let place = word.firstRange(of: "und"), let ones = DateWords.numbers[String(word[..<place.lowerBound])],
            let tens = DateWords.numbers[String(word[place.upperBound...])], tens % 10 == 0
        else { return nil }
        return Int64(ones + tens)
    }

    private static let further: [String: Int64] = [
        "a": 1, "seventy": 70, "eighty": 80, "ninety": 90, "thousand": 1000, "hundreds": 100, "siebzig": 70,
        "neunzig": 90, "tausend": 1000, "soixante": 60, "vingts": 20, "cents": 100, "mille": 1000, "mil": 1000,
        "setenta": 70, "noventa": 90, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400,
        "quinientos": 500, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]
}
