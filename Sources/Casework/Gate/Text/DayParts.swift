/// A part of a day, as the words of a term name it: "tomorrow morning", "Freitagnachmittag", "demain après-midi".
enum DayPart {
    case morning
    case afternoon
    case evening

    /// When it ends, in minutes since midnight; nil for the end of the desk's day.
    var end: Int? { self == .morning ? Self.noon : nil }

    /// When it begins, as far as a desk needs to know: what is promised before it; nil where that is no time of its own day.
    var start: Int? { self == .afternoon ? Self.noon : nil }

    private static let noon = 720

    /// The part that some folded words name; the earliest where they name several.
    static func named(by words: [String]) -> DayPart? {
        var found: DayPart?
        for (place, word) in words.enumerated() {
            let before = place > 0 ? words[place - 1] : ""
            if isMorning(word, behind: before) || word == "first" && words.dropFirst(place + 1).first == "thing" {
                return .morning
            }
            if evenings.contains(where: word.hasSuffix) {
                found = found ?? .evening
            } else if afternoons.contains(where: word.hasSuffix) || word == "midi" && before == "apres" {
                found = .afternoon
            }
        }
        return found
    }

    /// "Morgen" and "mañana" are tomorrow, and the morning behind a day or an article: "heute Morgen", "por la mañana".
    static func isMorning(_ word: String, behind before: String) -> Bool {
        switch word {
        case "morgen": before == "heute" || before == "am" || before == "jeden" || DateWords.weekdays[before] != nil
        case "manana": ["la", "esta", "media", "cada"].contains(before)
        case "hora": before == "primera"
        case "heure": before == "premiere"
        default: mornings.contains(word) || word.hasSuffix("vormittag") || DateWords.mornings.contains(word)
        }
    }

    private static let mornings: Set = [
        "morning", "frueh", "vormittags", "morgens", "vormittages", "matin", "matinee",
    ]
    private static let afternoons = ["afternoon", "nachmittag", "nachmittags", "tarde"]
    private static let evenings = [
        "evening", "tonight", "midnight", "abend", "abends", "mitternacht", "soir", "soiree", "minuit", "noche",
        "medianoche", "ultima",
    ]
}
