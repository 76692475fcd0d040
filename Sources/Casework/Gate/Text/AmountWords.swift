/// How sums of money and percentages are written.
enum AmountWords {
    static let currencies: [String: String] = [
        "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "usd": "USD", "dollar": "USD",
        "dollars": "USD", "dolares": "USD", "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "pfund": "GBP",
        "livres": "GBP", "libras": "GBP", "chf": "CHF", "franken": "CHF", "francs": "CHF", "francos": "CHF",
    ]
    static let percent: Set<String> = ["%", "percent", "prozent", "cent", "ciento"]

    /// The amounts in a run of tokens, each with the place of its number.
    static func amounts(in tokens: [Token]) -> [(position: Int, amount: Amount)] {
        var amounts: [(Int, Amount)] = []
        for (position, token) in tokens.enumerated() {
            // What it is an amount of is looked for first: few words stand beside a unit, and reading a number takes longer.
            guard let unit = unit(of: token, at: position, tokens),
                let hundredths = hundredths(of: token, at: position, tokens)
            else { continue }
            switch unit {
            case .currency(let currency): amounts.append((position, .money(minor: hundredths, currency: currency)))
            case .percent: amounts.append((position, .percent(hundredths: hundredths)))
            }
        }
        return amounts
    }

    private enum Unit {
        case currency(String)
        case percent
    }

    /// What a number at a place would be an amount of, by the words around it.
    private static func unit(of token: Token, at position: Int, _ tokens: [Token]) -> Unit? {
        guard token.kind == .word || token.kind == .number else { return nil }
        let next = position + 1 < tokens.count ? tokens[position + 1].folded : ""
        let before = position > 0 ? tokens[position - 1].folded : ""
        if let currency = currencies[next] ?? currencies[before] ?? suffix(of: token).flatMap({ currencies[$0] }) {
            return .currency(currency)
        }
        if next == "%" || next == "percent" || next == "prozent" { return .percent }
        guard next == "pour" || next == "por", position + 2 < tokens.count else { return nil }
        return percent.contains(tokens[position + 2].folded) ? .percent : nil
    }

    /// `eur` of `50eur`.
    private static func suffix(of token: Token) -> String? {
        guard token.kind == .number else { return nil }
        let unit = token.folded.drop { $0.isNumber || $0 == "." || $0 == "," }
        return unit.isEmpty ? nil : String(unit)
    }

    /// The number a token names, times one hundred: the last separator before one or two digits is the decimal one.
    private static func hundredths(of token: Token, at position: Int, _ tokens: [Token]) -> Int64? {
        if token.kind == .word { return SpelledNumber.endingAt(position, in: tokens).map { $0.value * 100 } }
        guard token.kind == .number else { return nil }
        var whole: Int64 = 0
        var fraction: Int64 = 0
        let digits = token.folded.prefix { $0.isNumber || $0 == "." || $0 == "," || $0 == "'" || $0 == "’" }
        let parts = digits.split(whereSeparator: { !$0.isNumber })
        guard let last = parts.last, digits.count <= 15 else { return nil }
        let hasFraction = parts.count > 1 && last.count < 3
        for part in hasFraction ? parts.dropLast() : parts[...] {
            for digit in part { whole = whole * 10 + Int64(digit.wholeNumberValue ?? 0) }
        }
        if hasFraction { fraction = (Int64(last) ?? 0) * (last.count == 1 ? 10 : 1) }
        return whole * 100 + fraction
    }
}
