/// Times of day as people write them in the gate's languages: `14:30`, `10am`, `10 Uhr 30`, `10h30`, `las 5 de la tarde`, `noon`,
/// `half past ten`, `halb elf`, `las diez menos cuarto`, `between 10 and 11`, of which the later is meant.
enum TimeWords {
    /// A time of day and the words that name it.
    struct Found {
        /// Minutes since midnight.
        var minutes: Int
        var tokens: Range<Int>
    }

    /// The last time of day within some words, or right behind them: "by Friday", "at 10:00".
    static func found(in range: Range<Int>, of tokens: [Token]) -> Found? {
        let inside = range.lazy.compactMap { interval(at: $0, tokens) ?? time(at: $0, tokens) }
        if let last = inside.max(by: { $0.tokens.upperBound < $1.tokens.upperBound }) { return last }
        for place in range.upperBound..<min(range.upperBound + 3, tokens.count) {
            if let time = time(at: place, tokens) { return time }
            guard introducing.contains(tokens[place].folded) else { return nil }
        }
        return nil
    }

    private static func time(at place: Int, _ tokens: [Token]) -> Found? {
        let before = place > 0 ? tokens[place - 1].folded : ""
        // "Après-midi" is no noon.
        if tokens[place].kind == .word, noons.contains(tokens[place].folded), before != "apres" {
            let more = PartialHours.behind(place + 1, tokens)
            return Found(minutes: 720 + (more?.minutes ?? 0), tokens: place..<(more?.end ?? place + 1))
        }
        if let part = PartialHours.before(place, tokens), let clock = Clock(at: part.hour, tokens, part: part.minutes) {
            return Found(minutes: clock.minutes, tokens: place..<clock.end)
        }
        guard !lengths.contains(before), let clock = Clock(at: place, tokens), clock.isSure else { return nil }
        return Found(minutes: clock.minutes, tokens: place..<clock.end)
    }

    /// "Between 10 and 11", "zwischen 10 und 11 Uhr", "entre las 10 y las 11": the end is what can be counted on.
    private static func interval(at place: Int, _ tokens: [Token]) -> Found? {
        guard opening.contains(tokens[place].folded) else { return nil }
        func hour(at place: Int) -> Clock? {
            let isArticle = place < tokens.count && articles.contains(tokens[place].folded)
            return Clock(at: isArticle ? place + 1 : place, tokens)
        }
        guard let first = hour(at: place + 1), first.end < tokens.count, joining.contains(tokens[first.end].folded),
            var last = hour(at: first.end + 1)
        else { return nil }
        if last.unit == nil { last.unit = first.unit }
        var minutes = last.minutes
        if minutes <= first.minutes, minutes < 720 { minutes += 720 }
        return Found(minutes: minutes, tokens: place..<last.end)
    }

    /// An hour with what is written to it.
    private struct Clock {
        var hour: Int
        var minute: Int
        var unit: String?
        /// Whether it is a time whatever stands around it.
        var isSure: Bool
        var end: Int
        /// Whether minutes stand with it.
        private var isWritten: Bool
        /// What words such as "half past" add to the hour, in minutes; nil where there are none.
        private var part: Int?

        /// Of a bare hour before eight that of the afternoon is meant: nobody writes to customers at four in the morning.
        var minutes: Int {
            var hour = hour
            if unit == "pm", hour < 12 { hour += 12 }
            if unit == "am", hour == 12 { hour = 0 }
            let isBare = unit == nil || unit == "clock"
            if let part {
                let minutes = hour * 60 + part
                return unit != "am" && unit != "pm" && minutes < (isBare ? 480 : 420) ? minutes + 720 : minutes
            }
            if isBare, !isWritten, (1..<8).contains(hour) { hour += 12 }
            return hour * 60 + minute
        }

        /// - Parameter part: what words before the hour add to it.
        init?(at place: Int, _ tokens: [Token], part: Int? = nil) {
            guard place < tokens.count, let written = Written(tokens[place]) else { return nil }
            var minute = written.minute
            var unit = written.unit
            var end = place + 1
            func follow(_ words: String...) -> Bool { followed(words) }
            func followed(_ words: [String]) -> Bool {
                guard end + words.count <= tokens.count, !tokens[end].afterBreak else { return false }
                return zip(tokens[end...], words).allSatisfy { $0.folded == $1 }
            }
            if unit == nil, end < tokens.count, !tokens[end].afterBreak, units.contains(tokens[end].folded) {
                unit = tokens[end].folded
                end += 1
                if minute == nil, end < tokens.count, !tokens[end].afterBreak, let more = Self.minute(tokens[end]) {
                    minute = more
                    end += 1
                }
            } else if unit == nil, let half = ["a", "p"].first(where: { follow($0, "m") }) {
                unit = half + "m"
                end += 2
            } else if unit == nil, follow("o", "clock") {
                unit = "clock"
                end += 2
            }
            let before = place > 0 ? tokens[place - 1].folded : ""
            var part = part
            if part == nil, minute == nil, unit != nil || before == "las" || before == "la",
                let more = PartialHours.behind(end, tokens)
            {
                part = more.minutes
                end = more.end
            }
            guard part == nil || minute == nil else { return nil }
            for (words, half) in PartialHours.halves where followed(words) {
                unit = half
                end += words.count
                break
            }
            // "Las 17 horas" is a time, "2 horas" are a length.
            let isLength = (unit == "horas" || unit == "hora") && before != "las" && before != "la"
            isSure =
                written.isClock || part != nil || unit != nil && !isLength
                || before == "las" && Self.isLast(end, tokens)
            hour = written.hour
            self.minute = minute ?? 0
            self.unit = unit
            self.part = part
            self.end = end
            isWritten = minute != nil
        }

        /// Minutes behind the unit: `10 Uhr 30`, `dix heures trente`; of words those that a clock's hand stands on, since "une"
        /// is an article more often.
        private static func minute(_ token: Token) -> Int? {
            if let minute = Int(token.folded) { return minute < 60 ? minute : nil }
            return DateWords.numbers[token.folded].flatMap { $0 % 5 == 0 && $0 < 60 ? $0 : nil }
        }

        /// "A las 10", with nothing behind it that could be counted: "las 10 cajas".
        private static func isLast(_ place: Int, _ tokens: [Token]) -> Bool {
            place >= tokens.count || tokens[place].afterBreak || closing.contains(tokens[place].folded)
        }
        private static let closing: Set = ["de", "del", "y", "o", "el", "manana", "hoy", "le", "para", "como"]
    }

    /// A number that may be an hour: `14:30`, `10.30`, `10h30`, `10pm`, `10`, `zehn`.
    private struct Written {
        var hour: Int
        var minute: Int?
        var unit: String?
        /// Whether it is a time whatever stands behind it.
        var isClock = false

        init?(_ token: Token) {
            if token.kind == .word, let hour = DateWords.numbers[token.folded], hour < 24 {
                self.hour = hour
                return
            }
            guard token.kind == .number else { return nil }
            let text = token.folded
            let digits = text.prefix { $0.isNumber }
            guard digits.count <= 2, let hour = Int(digits), hour < 24 else { return nil }
            self.hour = hour
            var rest = text.dropFirst(digits.count)
            if let mark = rest.first, ":.h".contains(mark) {
                let more = rest.dropFirst().prefix { $0.isNumber }
                guard more.count == 2 || mark == "h" && more.isEmpty else { return nil }
                if !more.isEmpty {
                    guard let minute = Int(more), minute < 60 else { return nil }
                    self.minute = minute
                }
                if mark == "h" { unit = "h" }
                isClock = mark == ":"
                rest = rest.dropFirst(1 + more.count)
            }
            if !rest.isEmpty {
                guard TimeWords.units.contains(String(rest)) else { return nil }
                unit = String(rest)
            }
        }
    }

    private static let units: Set = ["am", "pm", "uhr", "h", "heure", "heures", "horas", "hora"]
    private static let noons: Set = ["noon", "midday", "lunch", "lunchtime", "mittag", "mittags", "midi", "mediodia"]
    /// Words behind which an hour is a length of time: "in 2 h", "sous 10 heures".
    private static let lengths: Set = [
        "within", "in", "innerhalb", "binnen", "dans", "sous", "en", "dentro", "ici", "les", "every", "alle", "cada",
    ]
    private static let introducing: Set = [
        "at", "by", "before", "um", "bis", "gegen", "vor", "a", "las", "avant", "antes", "de",
    ]
    private static let opening: Set = ["between", "from", "zwischen", "von", "entre", "de"]
    private static let joining: Set = ["and", "to", "until", "und", "bis", "et", "a", "y"]
    private static let articles: Set = ["la", "las"]
}
