/// A length of time within which something is promised, in hours or minutes: "within 2 hours", "in den nächsten 30 Minuten",
/// "sous 48 heures", "dentro de 4 horas laborables".
package struct PromisedSpan: Codable, Sendable, Hashable {
    package var milliseconds: Int64
    /// Whether only opening hours count.
    package var isWorking: Bool
    /// Whether it can be nothing else, such as a time of day: "within", and no "at".
    var isSure: Bool

    /// The span that the words of a term name; nil where they name a day, or none at all.
    init?(_ tokens: ArraySlice<Token>) {
        let words = tokens.map(\.folded)
        isSure = words.prefix(2).contains(where: Self.within.contains) && !words.contains(where: Self.clocks.contains)
        let isSure = isSure
        guard let unit = words.lazy.compactMap({ Self.unit(of: $0, isSure: isSure) }).first,
            !words.contains(where: {
                Self.days.contains($0) || DateWords.weekdays[$0] != nil || DateWords.months[$0] != nil
            })
        else { return nil }
        // Of "2 to 3 hours" the longer is what can be counted on; "an hour" is one.
        let numbers = tokens.compactMap { token -> Int64? in
            let digits = token.folded.prefix(while: \.isNumber)
            return (Int64(digits) ?? DateWords.numbers[token.folded].map(Int64.init)).flatMap { $0 < 1000 ? $0 : nil }
        }
        let isHalf =
            numbers.allSatisfy { $0 <= 1 } && words.contains { word in Self.halves.contains { word.hasPrefix($0) } }
        milliseconds = isHalf ? unit / 2 : max(numbers.max() ?? 1, 1) * unit
        isWorking = words.contains { word in Self.working.contains { word.hasPrefix($0) } }
    }

    private static func unit(of word: String, isSure: Bool) -> Int64? {
        if word.hasPrefix("minut") { return 60_000 }
        // "Sous 24h": what is written to a number is a length only where it can be no time of day.
        let short = word.drop(while: \.isNumber)
        if isSure, shortMinutes.contains(short) { return 60_000 }
        if isSure, shortHours.contains(short) { return 3_600_000 }
        return ["hour", "stunde", "heure", "hora"].contains(where: word.hasPrefix) && !word.hasPrefix("horario")
            ? 3_600_000 : nil
    }

    private static let within: Set = [
        "within", "in", "innerhalb", "binnen", "dans", "sous", "en", "dentro", "ici",
    ]
    private static let clocks: Set = ["at", "um", "a"]
    private static let shortMinutes: Set<Substring> = ["min", "mins", "mn"]
    private static let shortHours: Set<Substring> = ["h", "hr", "hrs", "std"]
    private static let days: Set = [
        "tomorrow", "morgen", "demain", "manana", "primera", "ultima", "premiere",
    ]
    private static let halves = ["half", "halb", "demi", "media"]
    private static let working = ["business", "working", "opening", "ouvr", "habil", "laborabl"]
}
