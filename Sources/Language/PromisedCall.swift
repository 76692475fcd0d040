/// Whether customers tell that somebody was to call them: "you said somebody would call me back", "on devait me rappeler".
///
/// Known by its construction: words of what was said or agreed, and in the same breath words of a call. Where a new wish begins
/// ("so please call me", "können Sie mich …"), so does a new breath, and it is none.
package enum PromisedCall {
    package static func isIn(_ text: String) -> Bool {
        Sentences.split(text).contains { breaths(of: FoldedText($0.text).strings).contains(where: isTold) }
    }

    /// The words of a sentence without those that tell so, breath by breath; a sentence that tells nothing of the kind is whole.
    static func others(in words: [String]) -> [[String]] {
        let breaths = breaths(of: words)
        return breaths.contains(where: isTold) ? breaths.filter { !isTold($0) } : [words]
    }

    private static func breaths(of words: [String]) -> [[String]] {
        let cuts = Set(beginnings.matches(in: words).map(\.words.lowerBound))
        return words.indices.reduce(into: [[]]) { breaths, place in
            if cuts.contains(place) { breaths.append([]) }
            breaths[breaths.count - 1].append(words[place])
        }
    }

    private static func isTold(_ words: [String]) -> Bool {
        guard !wishes.matches(in: words).contains(where: { $0.words.lowerBound == 0 }) else { return false }
        let calls = calls.matches(in: words).map(\.words.lowerBound)
        // German has the verb behind: "ein Rückruf wurde mir versprochen".
        if !calls.isEmpty, agreedBehind.isFound(in: words) { return true }
        guard let agreed = agreed.matches(in: words).map(\.words.lowerBound).min() else { return false }
        return calls.contains { $0 > agreed }
    }

    private static let calls = PhraseList(
        listing: """
            call, calls, phone, phones, ring, callback, contact me, get back to me, speak to, talk to,
            rückruf*, zurückruf*, zurückgerufen, anruf*, angerufen, ruft mich, mich _ rufen, rufen mich,
            rappel*, m'appel*, me appel*, recontact*, llam*, contactar*
            """)

    private static let agreed = PhraseList(
        listing: """
            said _ would, said you'd, said they'd, said he'd, said she'd, said we'd, said someone'd, said somebody'd,
            told _ would, told me _ would, told me that _ would, said that _ would, told _ you'd, told _ they'd, told _ he'd, told _ she'd, told to expect, told me to expect,
            promised, assured _ would, supposed to, meant to, was going to, were going to, was due to, were due to,
            was to, were to, should have, agreed to, agreed that, agreed on, arranged, you wanted to, they wanted to,
            he wanted to, she wanted to, somebody wanted to, someone wanted to, would have,
            sollte mich, sollte ich, sollte jemand, sollte mir, sollten mich, sollten sie mich, sollte eigentlich,
            sie sagten, sagten sie, sie haben gesagt, haben sie gesagt, sie hatten gesagt, wurde mir gesagt,
            mir wurde gesagt, man hat mir gesagt, es hieß, hieß es, wollte mich, wollten mich, wollten sie mich,
            versprochen*, versprachen, versprach, zugesagt*, zugesichert*, angekündigt*, vereinbart*,
            deviez, devait, devaient, aviez dit, avait dit, avez dit, m'a dit, m'avait dit, m'avez dit, ont dit,
            promis, promise, était prévu, étiez censé*, était censé*, étaient censé*,
            debían, debía, iban a, iba a, dijeron, dijo que, me dijo, prometieron, prometió, prometido, prometida,
            quedaron en, quedó en, quedamos en, tenían que, tenía que
            """)

    private static let agreedBehind = PhraseList(
        listing: """
            versprochen, zugesagt, zugesichert, angekündigt, vereinbart, was promised, were promised, was agreed,
            was arranged, was supposed to, promis, prometido, prometida
            """)

    private static let wishes = PhraseList(listing: wishesListing)

    private static let wishesListing = """
        please, can you, could you, can i, could i, can someone, could someone, can somebody, could somebody, would
        you, will you, i want, i need, i demand, i insist, i'd like, i would like, i'd rather, i would rather,
        bitte, können sie, könnten sie, kann mich, könnte mich, kann ich, könnte ich, ich möchte, ich will, ich verlange, ich
        bestehe, ich hätte gern*, s'il vous plaît, pouvez vous, pourriez vous, est ce que, je veux, je voudrais,
        je souhaite, je demande, j'exige, por favor, puede, pueden, podría, podrían, quiero, quisiera, necesito,
        exijo, me gustaría
        """

    /// Where one breath ends: with a new wish, or a word that turns.
    private static let beginnings = PhraseList(
        listing: wishesListing
            + ", so, but, now, also, aber, jetzt, alors, mais, maintenant, donc, pero, ahora, así que")
}
