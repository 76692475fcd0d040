import Calendars
import StageProtocol

/// What the standards say of asking.
struct SurveyStandard: Decodable, Sendable {
    struct Figures: Decodable, Sendable {
        /// How long after the case was resolved; none is at once.
        var after: TimeSpan
        /// How seldom a customer is asked.
        var atMostEvery: TimeSpan
        /// `csat`, `ces` or `nps`.
        var ask: String

        enum CodingKeys: String, CodingKey {
            case after, ask
            case atMostEvery = "at_most_every"
        }
    }

    var survey: Figures
    var calendar: BusinessCalendar

    /// When a case that is resolved now is asked about.
    func moment(after resolved: Timestamp) -> Timestamp {
        // None is at once, also out of hours: opening hours count only for a wait that is measured in them.
        guard survey.after != .elapsed(0) else { return resolved }
        return Timestamp(milliseconds: calendar.moment(survey.after, after: resolved.milliseconds))
    }

    /// When a customer who could not be asked is thought of again.
    func nextTry(after moment: Timestamp) -> Timestamp {
        Timestamp(milliseconds: calendar.add(businessDays: 1, to: moment.milliseconds))
    }
}
