/// A length of time as a standard says it: on the clock, in opening hours, or in business days.
package enum TimeSpan: Sendable, Hashable {
    /// Milliseconds on the clock.
    case elapsed(Int64)
    /// Milliseconds of opening hours.
    case business(Int64)
    /// Whole business days: the same time of day, that many business days on.
    case businessDays(Int)

    /// Milliseconds on the clock; nil for a span that needs a calendar.
    package var milliseconds: Int64? { if case .elapsed(let length) = self { length } else { nil } }
}

extension TimeSpan: LosslessStringConvertible {
    /// In the largest unit that divides it: `20 seconds`, `1 hour`, `4 business hours`, `3 business days`.
    package var description: String {
        switch self {
        case .elapsed(let length): TimeSpan.words(length, in: Unit.allCases)
        // A business day is no number of hours, so that business time is never told in days.
        case .business(let length): TimeSpan.words(length, in: [.hour, .minute, .second, .millisecond], "business ")
        case .businessDays(let days): "\(days) business day\(days == 1 ? "" : "s")"
        }
    }

    /// Reads `20 s`, `20 seconds`, `1.5 hours`, `1d`, `4 business hours`, `3 business days`; nil for anything else,
    /// for a negative span and for one above a hundred years.
    package init?(_ description: String) {
        let text = Substring(description).trimmed
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        var words = text.dropFirst(number.count).split(whereSeparator: \.isWhitespace)
        let isBusiness = words.first == "business"
        if isBusiness { words.removeFirst() }
        guard words.count == 1, number.first != ".", number.last != ".", let count = Double(number),
            let unit = Unit(named: words[0])
        else { return nil }
        let length = (count * Double(unit.rawValue)).rounded()
        guard length <= Double(Unit.week.rawValue) * 5218 else { return nil }
        switch (isBusiness, unit) {
        case (false, _): self = .elapsed(Int64(length))
        case (true, .day):
            guard let days = Int(number) else { return nil }
            self = .businessDays(days)
        case (true, .week), (true, .millisecond): return nil
        case (true, _): self = .business(Int64(length))
        }
    }

    private static func words(_ length: Int64, in units: [Unit], _ kind: String = "") -> String {
        let unit =
            units.first { length >= $0.rawValue && length % $0.rawValue == 0 } ?? (length == 0 ? .second : .millisecond)
        let count = length / unit.rawValue
        return "\(count) \(kind)\(unit)\(count == 1 ? "" : "s")"
    }

    private enum Unit: Int64, CaseIterable {
        case week = 604_800_000
        case day = 86_400_000
        case hour = 3_600_000
        case minute = 60_000
        case second = 1000
        case millisecond = 1

        init?(named word: Substring) {
            switch word {
            case "ms", "millisecond", "milliseconds": self = .millisecond
            case "s", "sec", "second", "seconds": self = .second
            case "m", "min", "minute", "minutes": self = .minute
            case "h", "hour", "hours": self = .hour
            case "d", "day", "days": self = .day
            case "w", "week", "weeks": self = .week
            default: return nil
            }
        }
    }
}

extension TimeSpan: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let span = TimeSpan(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is no length of time such as \"4 business hours\"")
        }
        self = span
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
