/// Numbers every word and stem that a language's phrases mention, so that matching compares integers.
struct SymbolTable: Sendable {
    private var words: [String: Int32] = [:]
    private var stems: [String: Int32] = [:]
    private var shortestStem = Int.max
    private var longestStem = 0
    private var next: Int32 = 16

    static let number: Int32 = 1
    static let date: Int32 = 2
    static let time: Int32 = 3
    static let money: Int32 = 4
    static let percent: Int32 = 5
    static let weekday: Int32 = 6
    static let month: Int32 = 7
    static let name: Int32 = 8
    static let address: Int32 = 9
    static let day: Int32 = 10
    private static let kinds: [Substring: Int32] = [
        "#num": number, "#date": date, "#time": time, "#money": money, "#percent": percent, "#weekday": weekday,
        "#month": month, "#name": name, "#mail": address, "#day": day,
    ]

    /// Words that name a number, a day, a month or a currency.
    private static let kindsOfWords: [String: [Int32]] = {
        var kinds: [String: [Int32]] = [:]
        for word in AmountWords.currencies.keys { kinds[word, default: []].append(money) }
        for word in AmountWords.percent { kinds[word, default: []].append(percent) }
        for word in DateWords.numbers.keys { kinds[word, default: []].append(number) }
        for word in DateWords.weekdays.keys { kinds[word, default: []].append(weekday) }
        for word in DateWords.months.keys { kinds[word, default: []].append(month) }
        return kinds
    }()

    /// The symbols of one alternative list: `a|b*|#num`.
    mutating func symbols(_ alternatives: some StringProtocol) -> [Int32] {
        alternatives.split(separator: "|").map { symbol(Substring($0)) }
    }

    private mutating func symbol(_ name: Substring) -> Int32 {
        if let kind = Self.kinds[name] { return kind }
        let isStem = name.hasSuffix("*")
        let key = Folding.fold(isStem ? name.dropLast() : name)
        if let id = isStem ? stems[key] : words[key] { return id }
        next += 1
        if isStem {
            stems[key] = next
            shortestStem = min(shortestStem, key.utf8.count)
            longestStem = max(longestStem, key.utf8.count)
        } else {
            words[key] = next
        }
        return next
    }

    /// What a sentence's tokens stand for in this language.
    func read(_ tokens: [Token]) -> [SymbolSet] {
        var sets = tokens.map { SymbolSet(ids: ids(of: $0), afterBreak: $0.afterBreak) }
        for (place, token) in tokens.enumerated().dropFirst() where Self.looksLikeName(token) {
            sets[place].ids.append(Self.name)
        }
        return sets
    }

    /// A capital letter within a sentence, not of a day or month; in German every noun has one, so that its phrases ask for
    /// a title as well.
    private static func looksLikeName(_ token: Token) -> Bool {
        token.kind == .word && token.isCapitalised && token.folded.count > 1 && kindsOfWords[token.folded] == nil
    }

    /// Whether a phrase mentions the word itself.
    func names(_ word: String) -> Bool { words[word] != nil }

    private func ids(of token: Token) -> [Int32] {
        var ids: [Int32] = words[token.folded].map { [$0] } ?? []
        switch token.kind {
        case .number:
            ids.append(Self.number)
            if token.folded.contains("-") || token.folded.contains("/") || DayFormat.isDotted(token.folded) {
                ids.append(Self.date)
            }
            if DayFormat.isDayAndMonth(token.folded) { ids.append(Self.day) }
            if token.folded.contains(":") || token.folded.hasSuffix("am") || token.folded.hasSuffix("pm")
                || token.folded.hasSuffix("h")
            {
                ids.append(Self.time)
            }
        case .sign:
            ids.append(token.folded == "%" ? Self.percent : Self.money)
        case .word:
            if let kinds = Self.kindsOfWords[token.folded] { ids += kinds }
            let bytes = token.folded.utf8
            var end = bytes.startIndex
            var length = 0
            while end < bytes.endIndex, length < longestStem {
                bytes.formIndex(after: &end)
                length += 1
                if length >= shortestStem, let id = stems[String(token.folded[..<end])] { ids.append(id) }
            }
        case .address:
            if token.folded.contains("@") { ids.append(Self.address) }
        }
        return ids
    }
}
