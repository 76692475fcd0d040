/// Whether somebody asks for a person in charge, in English, German, French or Spanish.
///
/// Known by its construction: somebody in charge, who is not the writer's own ("my manager", "der Chef meiner Firma"), and right before
/// or behind them words by which one asks for somebody ("put me through to", "Geben Sie mir", "should call me"). Only articles
/// and the like may stand between: a ladder is a "Leiter", a knife a chef's, and a page may be called management.
package enum ManagerWish {
    package static func isIn(_ text: String) -> Bool {
        Sentences.split(text).contains { isWish(FoldedText($0.text).strings) }
    }

    static func isWish(_ words: [String]) -> Bool {
        let found =
            ManagerWords.people.matches(in: words).map { ($0.words, true) }
            + ManagerWords.ambiguous.matches(in: words).map { ($0.words, false) }
        guard !found.isEmpty else { return false }
        let asking = ends(of: ManagerWords.asking, in: words)
        let wanting = ends(of: ManagerWords.wanting, in: words)
        return found.contains { place, isClear in
            guard !isOwn(place, in: words) else { return false }
            let start = beginning(of: place, in: words)
            if (start...place.lowerBound).contains(where: asking.contains) { return true }
            if isSpokenTo(place, from: start, in: words) || isAllThere(place, from: start, in: words) { return true }
            let isSomebody = start < place.lowerBound || ManagerWords.somebody.contains(words[place.lowerBound])
            guard isClear, isSomebody else { return false }
            return (start...place.lowerBound).contains(where: wanting.contains) && isAlone(place.upperBound, in: words)
                || isToAct(place, from: start, in: words)
        }
    }

    /// Where words of asking end, but for those that say no.
    private static func ends(of list: PhraseList, in words: [String]) -> Set<Int> {
        let denials = ManagerWords.denials.matches(in: words).map(\.words.lowerBound)
        return Set(
            list.matches(in: words).map(\.words).filter { words in
                !denials.contains { $0 <= words.lowerBound && $0 >= words.lowerBound - 3 }
            }.map(\.upperBound))
    }

    /// The first of the articles and the like that belong to somebody.
    private static func beginning(of place: Range<Int>, in words: [String]) -> Int {
        var start = place.lowerBound
        while start > 0, ManagerWords.qualifiers.contains(words[start - 1]) { start -= 1 }
        return start
    }

    /// "my manager", "the head of our school", "der Chef meiner Firma".
    private static func isOwn(_ place: Range<Int>, in words: [String]) -> Bool {
        let near = words[max(0, place.lowerBound - 2)..<place.lowerBound] + words[place.upperBound...].prefix(3)
        return near.contains(where: ManagerWords.own.contains)
    }

    /// Whether nothing comes next that they would only describe, as in "the boss mug".
    private static func isAlone(_ next: Int, in words: [String]) -> Bool {
        next >= words.count || ManagerWords.following.contains(words[next])
    }

    /// "your manager should call me".
    private static func isToAct(_ place: Range<Int>, from start: Int, in words: [String]) -> Bool {
        let behind = Array(words[place.upperBound...].prefix(8))
        let isYours = words[start..<place.lowerBound].contains(where: ManagerWords.yours.contains)
        return ManagerWords.acting.matches(in: behind).contains { $0.words.lowerBound <= 2 }
            || isYours && ManagerWords.obliged.matches(in: behind).contains { $0.words.lowerBound == 0 }
    }

    /// "A manager, please!"
    private static func isAllThere(_ place: Range<Int>, from start: Int, in words: [String]) -> Bool {
        start == 0 && start < place.lowerBound && words.count <= place.upperBound + 4
            && words[place.upperBound...].contains(where: ManagerWords.please.contains)
    }

    /// German has the verb behind: "mit Ihrem Chef sprechen".
    private static func isSpokenTo(_ place: Range<Int>, from start: Int, in words: [String]) -> Bool {
        guard start < place.lowerBound else { return false }
        // "Erst mit dem Chef sprechen" the writer does at home; with "Ihrem" it is ours.
        let isYours = words[start..<place.lowerBound].contains(where: ManagerWords.yours.contains)
        let isDenied = ManagerWords.denials.isFound(in: Array(words[max(0, start - 3)..<place.lowerBound]))
        guard !isDenied, isYours || !words.contains(where: ManagerWords.beforehand.contains) else { return false }
        for word in words[place.upperBound...].prefix(5) {
            if ManagerWords.speaking.contains(word) { return true }
            if ManagerWords.breaks.contains(word) { return false }
        }
        return false
    }
}
