/// Finds by when something is needed.
enum Deadlines {
    static func find(in sentence: TextSpan) -> TextSpan? {
        let folded = FoldedText(sentence.text)
        let words = folded.strings
        let found = phrases.matches(in: words).first { match in
            isWish(match, words) && !(isHaste(words[match.words]) && tells(match.words, folded, sentence.text))
        }
        guard let match = found, let span = folded.span(match.words, in: sentence.text)
        else { return nil }
        let low = sentence.utf8.lowerBound
        return TextSpan(text: span.text, utf8: (low + span.utf8.lowerBound)..<(low + span.utf8.upperBound))
    }

    /// "You said by Friday" tells of the past; "I need it by Friday" sets a deadline.
    private static func isWish(_ match: PhraseList.Match, _ words: [String]) -> Bool {
        let before = words[..<match.words.lowerBound]
        return !before.contains { past.contains($0) } || before.contains { wishes.contains($0) }
    }

    private static func isHaste(_ words: ArraySlice<String>) -> Bool { haste.isFound(in: Array(words)) }

    /// "She helped me immediately" tells how quick somebody was, whatever else the sentence says.
    private static func tells(_ match: Range<Int>, _ folded: FoldedText, _ text: String) -> Bool {
        let words = folded.strings
        func isCut(_ index: Int) -> Bool { Clauses.isCut(words, at: index, in: folded, text) }
        let start = (1..<max(match.lowerBound + 1, 2)).last { $0 < words.count && isCut($0) } ?? 0
        let end = (match.upperBound..<words.count).first(where: isCut) ?? words.count
        return PastTense.isTold(in: words[start..<max(start, end)])
    }

    private static let past = wordSet(
        """
        said told promised was were supposed ordered came arrived closed should've versprochen gesagt sollte
        zugesagt promis dit prévue prévu dijeron prometido prometieron iba tenía bought hieß
        """)
    private static let wishes = wordSet(
        """
        need needs want must please can could brauche benötige bitte besoin faut necesito favor
        """)

    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let moments = [
        "tomorrow", "tonight", "today", "next week", "the weekend", "the end of", "christmas", "easter", "noon", "then",
        "this evening", "the 0*", "0*", "my _ birthday", "her birthday", "his birthday", "our _ wedding", "the wedding",
        "the party",
        "we leave", "i leave",
    ]

    /// Digits are folded to 0, so that every number looks like 0, 00 or 000.
    private static let phrases: PhraseList = {
        var list: [String] = []
        for word in ["by", "before", "until", "no later than", "latest by", "in time for"] {
            for day in weekdays { list += ["\(word) \(day)", "\(word) this \(day)", "\(word) next \(day)"] }
            for month in months {
                list += ["\(word) 0* \(month)", "\(word) \(month) 0*", "\(word) the 0* of \(month)"]
            }
            for moment in moments { list.append("\(word) \(moment)") }
        }
        return PhraseList(list + PhraseList.phrases(in: fixed))
    }()

    private static let fixed = """
        within 0* hours, within 0* days, within a week, within 0* weeks, within the next 0* days, within twenty four
        hours, within two days, within three days, within seven days, within 0* working days, as soon as possible,
        asap, right away, immediately, at once, today please, urgently, is this saturday, is on saturday, is on
        sunday, is on friday, is this weekend, is tomorrow, is next week, birthday is on, needed for saturday, need it
        for, bis montag, bis dienstag, bis mittwoch, bis donnerstag, bis freitag, bis samstag, bis sonntag, bis
        morgen, bis heute, bis zum 0*, bis spätestens, bis ende, bis weihnachten, innerhalb von 0*, so schnell wie
        möglich, schnellstmöglich, umgehend, sofort, zum wochenende, vor dem 0*, spätestens, avant lundi, avant mardi,
        avant mercredi, avant jeudi, avant vendredi, avant samedi, avant dimanche, avant demain, avant le 0*, avant
        noël, avant la fin, d'ici vendredi, d'ici lundi, d'ici demain, d'ici samedi, pour vendredi, pour samedi, dès
        que possible, au plus vite, sous 0* jours, immédiatement, rapidement possible, avant ce weekend, antes del 0*,
        antes del lunes, antes del martes, antes del miércoles, antes del jueves, antes del viernes, antes del sábado,
        antes del domingo, antes de mañana, antes de navidad, para el lunes, para el martes, para el miércoles, para
        el jueves, para el viernes, para el sábado, lo antes posible, cuanto antes, inmediatamente, de inmediato,
        en 0* horas, en un plazo de
        """

    /// Of them, what names no day.
    private static let haste = PhraseList(
        listing: """
            within, as soon as possible, asap, right away, immediately, at once, urgently, innerhalb von, so schnell wie
            möglich, schnellstmöglich, umgehend, sofort, dès que possible, au plus vite, sous, immédiatement, rapidement
            possible, lo antes posible, cuanto antes, inmediatamente, de inmediato, en 0* horas, en un plazo de
            """)
}
