import StageProtocol

/// The latest day the words of a term can mean, without a calendar of holidays. Where words can mean two days it is the earlier.
enum DueDay {
    private static let day: Int64 = 86_400_000

    /// The end of the last day the words name, nil when they name none.
    /// - Parameters:
    ///   - isBefore: whether the day itself is too late: "before Wednesday".
    ///   - now: the moment on the clock by which its days are counted.
    static func latest(_ tokens: ArraySlice<Token>, isBefore: Bool = false, now: Timestamp) -> Timestamp? {
        let words = tokens.map(\.folded)
        let today = Timestamp(milliseconds: now.milliseconds - modulo(now.milliseconds, day) + day - 1000)
        func days(_ count: Int) -> Timestamp { Timestamp(milliseconds: today.milliseconds + Int64(count) * day) }
        let shift = isBefore ? -1 : 0

        for token in tokens where token.kind == .number && token.folded.contains(where: { "-/.".contains($0) }) {
            if let date = DayFormat.endOfDay(token.folded, near: now) { return date + .seconds(isBefore ? -86_400 : 0) }
        }
        let number = number(tokens)
        let isEnd = has(words, Self.ends)
        if let month = words.lazy.compactMap({ DateWords.months[$0] }).first, words.count > 1, number != nil || isEnd {
            let date = number.map { DayFormat.endOfDay(month: month, day: $0, near: now) } ?? endOfMonth(month, now)
            if let date { return date + .seconds(isBefore ? -86_400 : 0) }
        }
        // 1970-01-01 was a Thursday, the fourth day of the week.
        let current = Int(modulo(now.milliseconds / day + 3, 7)) + 1
        let isNext = has(words, Self.nexts)
        let isWeek = words.contains { unit(of: $0) == .weeks }
        let weekdays = words.compactMap { DateWords.weekdays[$0] }
        if let weekday = words.contains(where: Self.between.contains) ? weekdays.last : weekdays.first {
            if isNext, isWeek { return days(8 - current + weekday - 1 + shift) }
            let ahead = (weekday - current + 7) % 7
            return days((ahead == 0 && (isBefore || isNext) ? 7 : ahead) + shift)
        }
        // "Within a week" has a length; "this week" and "in the course of the day" have an end.
        let isLong = isNumbered(words, number)
        let count = number ?? 1
        for (place, word) in words.enumerated() {
            switch unit(of: word) {
            case .hours where isLong: return days(count / 24 + 1)
            case .days where isLong || isNext || has(words, Self.every):
                return days(isWorking(words) ? count + (count / 5 + 1) * 2 : count)
            case .workingDays where !isEnd: return days(count + (count / 5 + 1) * 2)
            case .weeks where isLong: return days(count * 7)
            case .months where isLong: return days(count * 30)
            case .tomorrow where !DayPart.isMorning(word, behind: place > 0 ? words[place - 1] : ""):
                let isAfter = place > 0 && Self.after.contains(words[place - 1])
                return days((isAfter ? 2 : 1) + shift)
            case .afterTomorrow: return days(2 + shift)
            case .today: return today
            default: continue
            }
        }
        for word in words {
            switch unit(of: word) {
            case .weekend:
                // "By the weekend" it has not begun.
                let isBy = isBefore || words.contains(where: Self.until.contains)
                let ahead = isBy ? (5 - current + 7) % 7 : 7 - current
                return days(ahead + (isNext && !isBy ? 7 : 0))
            case .weeks:
                let last = has(words, Self.starts) ? 2 : has(words, Self.middles) ? 3 : 7
                return days(last - current + (isNext ? 7 : 0) + (isBefore ? -7 : 0))
            case .months:
                let month = Int(now.description.dropFirst(5).prefix(2)) ?? 1
                return endOfMonth(isNext ? month % 12 + 1 : month, now)
            case .years: return endOfMonth(12, now)
            case .days, .workingDays: return today
            default: continue
            }
        }
        switch DayPart.named(by: words) {
        case .afternoon, .evening: return today
        case .morning: return nil
        // "By close of business", "bis Ende": of what is left open, so that it is today's.
        case nil: return isEnd ? today : nil
        }
    }

    /// Whether a day or week that the words name is too late, and not its end: "before Wednesday".
    static func isBefore(_ tokens: ArraySlice<Token>) -> Bool {
        let words = tokens.map(\.folded)
        return words.first.map(befores.contains) == true && !has(words, ends)
    }

    /// How many days that the desk is open are promised: "within 2 business days", "next working day".
    static func workingDays(_ tokens: ArraySlice<Token>) -> Int? {
        let words = tokens.map(\.folded)
        let number = number(tokens)
        guard isWorking(words), words.contains(where: { [.days, .workingDays].contains(unit(of: $0)) }),
            isNumbered(words, number) || has(words, nexts) || has(words, every)
        else { return nil }
        return max(number ?? 1, 1)
    }

    /// The largest number that some words name: of "2 to 3 days" the longer is what can be counted on.
    private static func number(_ tokens: ArraySlice<Token>) -> Int? {
        tokens.compactMap { token -> Int? in
            let value = Int(token.folded.prefix(while: \.isNumber)) ?? DateWords.numbers[token.folded]
            return value.flatMap { $0 < 1000 ? $0 : nil }
        }.max()
    }

    private static func isNumbered(_ words: [String], _ number: Int?) -> Bool {
        number != nil
            || words.first.map(lengths.contains) == true
                && (words.contains(where: articles.contains) || has(words, nexts))
    }

    private static func isWorking(_ words: [String]) -> Bool { has(words, workings) }

    private static func has(_ words: [String], _ stems: [String]) -> Bool {
        words.contains { word in stems.contains(where: word.hasPrefix) }
    }

    private static func endOfMonth(_ month: Int, _ now: Timestamp) -> Timestamp? {
        (28...31).reversed().lazy.compactMap { DayFormat.endOfDay(month: month, day: $0, near: now) }.first
    }

    private static let befores: Set = ["before", "vor", "avant", "antes"]
    private static let until: Set = ["by", "until", "bis", "jusque", "hasta", "ici"]
    private static let between: Set = ["between", "zwischen", "entre"]
    private static let after: Set = ["after", "apres", "pasado"]
    private static let lengths: Set = ["within", "in", "innerhalb", "binnen", "dans", "sous", "en", "dentro"]
    private static let articles: Set = ["a", "an", "eines", "einem"]
    private static let ends = ["end", "close", "cob", "eod", "fin", "schluss", "cierre", "termine", "acabe"]
    private static let starts = ["early", "start", "begin", "anfang", "debut", "principio", "comienzo", "inicio"]
    private static let middles = ["middle", "mitte", "milieu", "mediados"]
    private static let nexts = [
        "next", "following", "coming", "naechst", "kommend", "folgend", "prochain", "suivant", "lendemain", "proxim",
        "siguiente", "viene", "entra",
    ]
    private static let every = ["every", "each", "jede", "chaque", "tous", "cada", "todos"]
    private static let workings = [
        "business", "working", "werktag", "arbeitstag", "geschaeftstag", "habil", "laborabl", "ouvr",
    ]

    private enum Unit { case hours, days, workingDays, weeks, weekend, months, years, tomorrow, afterTomorrow, today }

    private static func unit(of word: String) -> Unit? {
        let stems: [(String, Unit)] = [
            ("hour", .hours), ("stunde", .hours), ("heure", .hours), ("hora", .hours), ("werktag", .workingDays),
            ("arbeitstag", .workingDays), ("geschaeftstag", .workingDays), ("weekend", .weekend),
            ("wochenende", .weekend), ("week", .weeks), ("woche", .weeks), ("semaine", .weeks), ("semana", .weeks),
            ("month", .months), ("monat", .months), ("mois", .months), ("mes", .months), ("year", .years),
            ("jahr", .years), ("annee", .years), ("tomorrow", .tomorrow),
            ("morgen", .tomorrow), ("morgig", .tomorrow), ("demain", .tomorrow), ("manana", .tomorrow),
            ("uebermorgen", .afterTomorrow),
            ("today", .today), ("tonight", .today), ("eod", .today), ("cob", .today), ("heute", .today),
            ("heutig", .today),
            ("aujourde", .today), ("hoy", .today), ("feierabend", .today), ("geschaeftsschluss", .today),
            ("day", .days), ("tag", .days), ("jour", .days), ("lendemain", .days), ("dia", .days),
        ]
        return stems.first { word.hasPrefix($0.0) }?.1
    }

    private static func modulo(_ number: Int64, _ divisor: Int64) -> Int64 {
        let rest = number % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
