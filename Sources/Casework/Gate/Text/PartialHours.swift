/// Parts of an hour in words: "half past ten", "Viertel vor neun", "fünf nach halb elf", "dix heures et demie", "las diez menos cuarto".
enum PartialHours {
    /// Words before an hour.
    /// - Returns: what they add to it, in minutes, and where the hour stands.
    static func before(_ place: Int, _ tokens: [Token]) -> (minutes: Int, hour: Int)? {
        if let (words, minutes) = parts.first(where: { stands($0.0, at: place, tokens) }) {
            return (minutes, place + words.count)
        }
        // "Ten to nine" is a time behind a word that brings one in; "by 5 to 10 couriers" names none.
        guard place > 0, introducing.contains(tokens[place - 1].folded), place + 2 < tokens.count,
            let count = number(tokens[place]), count < 30, count % 5 == 0,
            let sign = signs[tokens[place + 1].folded],
            tokens[place].kind == .word || tokens[place + 1].folded != "to"
        else { return nil }
        let isHalf = tokens[place + 2].folded == "halb"
        return (sign * count - (isHalf ? 30 : 0), place + (isHalf ? 3 : 2))
    }

    /// Words behind an hour.
    /// - Returns: what they add to it, in minutes, and where the next word stands.
    static func behind(_ place: Int, _ tokens: [Token]) -> (minutes: Int, end: Int)? {
        if let (words, minutes) = further.first(where: { stands($0.0, at: place, tokens) }) {
            return (minutes, place + words.count)
        }
        guard stands(["moins"], at: place, tokens) || stands(["menos"], at: place, tokens), place + 1 < tokens.count,
            let count = number(tokens[place + 1]), count < 30, count % 5 == 0
        else { return nil }
        return (-count, place + 2)
    }

    /// The halves of the day, as they are named behind a time.
    static let halves: [([String], String)] = [
        (["de", "la", "manana"], "am"), (["por", "la", "manana"], "am"), (["de", "la", "tarde"], "pm"),
        (["por", "la", "tarde"], "pm"), (["de", "la", "noche"], "pm"), (["por", "la", "noche"], "pm"),
        (["in", "the", "morning"], "am"), (["in", "the", "afternoon"], "pm"), (["in", "the", "evening"], "pm"),
        (["morgens"], "am"), (["vormittags"], "am"), (["nachmittags"], "pm"), (["abends"], "pm"),
        (["du", "matin"], "am"), (["du", "soir"], "pm"), (["de", "le", "apres", "midi"], "pm"),
    ]

    private static let parts: [([String], Int)] = [
        (["half", "past"], 30), (["quarter", "past"], 15), (["quarter", "after"], 15), (["quarter", "to"], -15),
        (["drei", "viertel"], -15), (["dreiviertel"], -15), (["viertel", "nach"], 15), (["viertel", "vor"], -15),
        (["halb"], -30),
    ]
    private static let further: [([String], Int)] = [
        (["et", "demie"], 30), (["et", "demi"], 30), (["et", "quart"], 15), (["et", "le", "quart"], 15),
        (["moins", "le", "quart"], -15), (["moins", "quart"], -15), (["y", "media"], 30), (["y", "cuarto"], 15),
        (["menos", "cuarto"], -15),
    ]
    private static let signs = ["past": 1, "to": -1, "nach": 1, "vor": -1]
    private static let introducing: Set = ["at", "by", "before", "until", "um", "bis", "gegen", "vor", "ab"]

    private static func stands(_ words: [String], at place: Int, _ tokens: [Token]) -> Bool {
        place + words.count <= tokens.count
            && zip(tokens[place...], words).enumerated().allSatisfy { offset, pair in
                pair.0.folded == pair.1 && (offset == 0 || !pair.0.afterBreak)
            }
    }

    private static func number(_ token: Token) -> Int? { Int(token.folded) ?? DateWords.numbers[token.folded] }
}
