import Calendars

/// The figures of the standards that the clocks are kept by.
struct Figures: Decodable, Sendable {
    struct Within: Decodable, Sendable { var within: TimeSpan }

    struct Answer: Decodable, Sendable {
        var within: TimeSpan
        /// The share of the time after which the advocate is warned.
        var warn: Double
    }

    struct Update: Decodable, Sendable { var every: TimeSpan }

    struct Promises: Decodable, Sendable {
        /// The share of the time after which a promise that is still open goes up the ladder.
        var warn: Double
        /// What is offered for one that was missed; nil for an apology alone.
        var make_good: Double?
    }

    struct Goodwill: Decodable, Sendable { var currency: String }

    struct Resolve: Decodable, Sendable { var after: TimeSpan }

    var acknowledge: Within
    var firstAnswer: Answer
    var nextAnswer: Answer
    var update: Update
    var resolve: Resolve
    var promises: Promises?
    var goodwill: Goodwill?
    var calendar: BusinessCalendar

    /// What is offered for a promise that was missed, such as `10 EUR`.
    var offer: String? {
        guard let sum = promises?.make_good, sum > 0, let currency = goodwill?.currency else { return nil }
        let hundredths = Int((sum * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)") + " \(currency)"
    }

    enum CodingKeys: String, CodingKey {
        case acknowledge, update, resolve, promises, goodwill, calendar
        case firstAnswer = "first_answer"
        case nextAnswer = "next_answer"
    }
}
