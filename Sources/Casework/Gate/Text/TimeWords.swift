/// Times of day as people write them in the gate's languages: `14:30`, `10am`, `10 Uhr 30`, `10h30`, `las 10 horas`, `noon`.
enum TimeWords {
    /// A time of day and the words that name it.
    struct Found {
        /// Minutes since midnight.
        var minutes: Int
        var tokens: Range<Int>
    }

    /// The last time of day within some words, or right behind them: "by Friday", "at 10:00".
    static func found(in range: Range<Int>, of tokens: [Token]) -> Found? {
        let inside = range.lazy.compactMap { time(at: $0, tokens) }
        if let last = inside.max(by: { $0.tokens.upperBound < $1.tokens.upperBound }) { return last }
        for place in range.upperBound..<min(range.upperBound + 3, tokens.count) {
            if let time = time(at: place, tokens) { return time }
            guard introducing.contains(tokens[place].folded) else { return nil }
        }
        return nil
    }

    private static func time(at place: Int, _ tokens: [Token]) -> Found? {
        let token = tokens[place]
        if token.kind == .word, noons.contains(token.folded) { return Found(minutes: 720, tokens: place..<place + 1) }
        guard token.kind == .number, !lengths.contains(place > 0 ? tokens[place - 1].folded : ""),
            let written = Written(token.folded)
        else { return nil }
        var end = place + 1
        var (hour, minute) = (written.hour, written.minute)
        var unit = written.unit
        if unit == nil, end < tokens.count, !tokens[end].afterBreak, units.contains(tokens[end].folded) {
            unit = tokens[end].folded
            end += 1
            if minute == nil, end < tokens.count, !tokens[end].afterBreak, let more = Int(tokens[end].folded), more < 60
            {
                minute = more
                end += 1
            }
        }
        guard written.isClock || unit != nil else { return nil }
        if unit == "pm", hour < 12 { hour += 12 }
        if unit == "am", hour == 12 { hour = 0 }
        return Found(minutes: hour * 60 + (minute ?? 0), tokens: place..<end)
    }

    /// A number that may be an hour, with what is written to it: `14:30`, `10.30`, `10h30`, `10pm`, `10`.
    private struct Written {
        var hour: Int
        var minute: Int?
        var unit: String?
        /// Whether it is a time whatever stands behind it.
        var isClock = false

        init?(_ text: String) {
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
    private static let noons: Set = ["noon", "midday", "mittag", "mittags", "midi", "mediodia"]
    /// Words behind which an hour is a length of time: "in 2 h", "sous 10 heures".
    private static let lengths: Set = [
        "within", "in", "innerhalb", "binnen", "dans", "sous", "en", "dentro", "ici", "les", "every", "alle", "cada",
    ]
    private static let introducing: Set = [
        "at", "by", "before", "um", "bis", "gegen", "vor", "a", "las", "avant", "antes", "de",
    ]
}
