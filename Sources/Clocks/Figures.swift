package import Calendars

/// The figures of the standards that clocks are kept by, from the JSON of `standards.yaml` that stages are handed.
package struct Figures: Decodable, Sendable {
    package struct Within: Decodable, Sendable { package var within: TimeSpan }

    package struct Answer: Decodable, Sendable {
        package var within: TimeSpan
        /// The share of the time after which the advocate is warned.
        package var warn: Double
        /// What is offered for one that is late; nil for what the ladder does alone.
        package var make_good: Double?
    }

    package struct Update: Decodable, Sendable {
        package var every: TimeSpan
        /// What is offered for one that is late; nil for nothing.
        package var make_good: Double?
    }

    package struct Promises: Decodable, Sendable {
        /// The share of the time after which a promise that is still open goes up the ladder.
        package var warn: Double
        /// What is offered for one that was missed; nil for an apology alone.
        package var make_good: Double?
    }

    package struct Goodwill: Decodable, Sendable {
        package var currency: String
        /// What anybody may grant at once.
        package var up_to: Double?
        /// What one customer is granted within a year before somebody with more authority is asked; nil for no such limit.
        package var per_customer_year: Double?
    }

    package struct RepairFirst: Decodable, Sendable {
        /// By when a cause is to be mended; nil where people see to that without the pipeline.
        package var within: TimeSpan?
        /// Topics that always have a cause.
        package var topics: [String]?
    }

    package struct Grasp: Decodable, Sendable {
        /// Below this confidence nothing is gone by.
        package var sure: Double
    }

    package struct Resolve: Decodable, Sendable {
        package var after: TimeSpan
        /// By when a matter is to be settled, where the desk has set itself a time for that.
        package var within: TimeSpan?
    }

    package var acknowledge: Within
    package var firstAnswer: Answer
    package var nextAnswer: Answer
    package var update: Update
    package var resolve: Resolve
    package var promises: Promises?
    package var goodwill: Goodwill?
    package var repairFirst: RepairFirst?
    package var grasp: Grasp?
    package var calendar: BusinessCalendar

    /// What is offered for a clock that was missed; nil for nothing.
    package func makeGood(_ clock: String) -> Double? {
        switch ClockName(rawValue: clock) {
        case .firstAnswer: firstAnswer.make_good
        case .nextAnswer: nextAnswer.make_good
        case .update: update.make_good
        default: nil
        }
    }

    enum CodingKeys: String, CodingKey {
        case acknowledge, update, resolve, promises, goodwill, grasp, calendar
        case firstAnswer = "first_answer"
        case nextAnswer = "next_answer"
        case repairFirst = "repair_first"
    }
}
