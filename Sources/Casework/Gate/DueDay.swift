import StageProtocol

/// The latest moment the words of a term can mean, in UTC and without a calendar of holidays: good for saying that a day
/// is past or too far off. The clocks of a case reckon with the real calendar.
enum DueDay {
    private static let day: Int64 = 86_400_000

    /// The end of the last day the words name, nil when they name none.
    static func latest(_ tokens: ArraySlice<Token>, now: Timestamp) -> Timestamp? {
        let words = tokens.map(\.folded)
        let today = Timestamp(milliseconds: now.milliseconds - modulo(now.milliseconds, day) + day - 1000)
        func days(_ count: Int) -> Timestamp { Timestamp(milliseconds: today.milliseconds + Int64(count) * day) }

        var number = 1
        for token in tokens {
            if token.kind == .number, token.folded.contains(where: { "-/.".contains($0) }),
                let date = DayFormat.endOfDay(token.folded, near: now)
            {
                return date
            }
            if let value = Int(token.folded.prefix(while: \.isNumber)) ?? DateWords.numbers[token.folded], value < 1000
            {
                number = max(number, value)
            }
        }
        if let month = words.lazy.compactMap({ DateWords.months[$0] }).first,
            let date = DayFormat.endOfDay(month: month, day: number, near: now), words.count > 1
        {
            return date
        }
        if let weekday = words.lazy.compactMap({ DateWords.weekdays[$0] }).first {
            // 1970-01-01 was a Thursday, the fourth day of the week.
            let current = Int(modulo(now.milliseconds / day + 3, 7)) + 1
            let ahead = (weekday - current + 7) % 7
            return days(ahead + (words.contains { $0.hasPrefix("next") || $0.hasPrefix("naechst") } ? 7 : 0))
        }
        for word in words {
            switch unit(of: word) {
            case .hours: return days(number / 24 + 1)
            case .days:
                let isWorking = words.contains {
                    $0 == "business" || $0 == "working" || $0.hasPrefix("habil") || $0.hasPrefix("laborabl")
                        || $0.hasPrefix("ouvr")
                }
                return days(isWorking ? number + (number / 5 + 1) * 2 : number)
            case .workingDays: return days(number + (number / 5 + 1) * 2)
            case .weeks: return days(number * 7)
            case .months: return days(number * 31)
            case .tomorrow: return days(1)
            case .today: return today
            case nil: continue
            }
        }
        return nil
    }

    private enum Unit { case hours, days, workingDays, weeks, months, tomorrow, today }

    private static func unit(of word: String) -> Unit? {
        let stems: [(String, Unit)] = [
            ("hour", .hours), ("stunde", .hours), ("heure", .hours), ("hora", .hours), ("werktag", .workingDays),
            ("arbeitstag", .workingDays), ("geschaeftstag", .workingDays), ("week", .weeks), ("woche", .weeks),
            ("semaine", .weeks), ("semana", .weeks), ("month", .months), ("monat", .months), ("mois", .months),
            ("mes", .months), ("tomorrow", .tomorrow), ("morgen", .tomorrow), ("demain", .tomorrow),
            ("manana", .tomorrow), ("today", .today), ("tonight", .today), ("heute", .today), ("aujourde", .today),
            ("hoy", .today), ("day", .days), ("tag", .days), ("jour", .days), ("dia", .days),
        ]
        return stems.first { word.hasPrefix($0.0) }?.1
    }

    private static func modulo(_ number: Int64, _ divisor: Int64) -> Int64 {
        let rest = number % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
