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

    struct Resolve: Decodable, Sendable { var after: TimeSpan }

    var acknowledge: Within
    var firstAnswer: Answer
    var nextAnswer: Answer
    var update: Update
    var resolve: Resolve
    var calendar: BusinessCalendar

    enum CodingKeys: String, CodingKey {
        case acknowledge, update, resolve, calendar
        case firstAnswer = "first_answer"
        case nextAnswer = "next_answer"
    }
}
