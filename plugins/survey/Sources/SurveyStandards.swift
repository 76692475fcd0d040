import Calendars
import StageProtocol

/// What the standards say of asking, of acting on feedback and of thanks.
struct SurveyStandards: Decodable, Sendable {
    struct Asking: Decodable, Sendable {
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

    struct ActingOn: Decodable, Sendable {
        /// By when something is done about criticism; nil for no such time.
        var within: TimeSpan?
        /// The share of that time after which the owner is reminded.
        var warn: Double?
    }

    struct Thanks: Decodable, Sendable {
        /// How seldom a customer is thanked; nil for no thanks of survey's.
        var atMostEvery: TimeSpan?
        /// How many cases make somebody one who comes often; nil for nobody.
        var often: Int?
        /// Within which time they count.
        var within: TimeSpan?

        enum CodingKeys: String, CodingKey {
            case often, within
            case atMostEvery = "at_most_every"
        }
    }

    struct Grasp: Decodable, Sendable {
        /// Below this confidence nothing is gone by.
        var sure: Double
    }

    var survey: Asking
    var actedOn: ActingOn?
    var thanks: Thanks?
    var grasp: Grasp?
    var calendar: BusinessCalendar

    enum CodingKeys: String, CodingKey {
        case survey, thanks, grasp, calendar
        case actedOn = "acted_on"
    }

    /// When a case that is resolved now is asked about.
    func askingMoment(after resolved: Timestamp) -> Timestamp {
        // None is at once, also out of hours: opening hours count only for a wait that is measured in them.
        guard survey.after != .elapsed(0) else { return resolved }
        return moment(survey.after, after: resolved)
    }

    /// The same time on the next business day.
    func nextDay(after moment: Timestamp) -> Timestamp { self.moment(.businessDays(1), after: moment) }

    func moment(_ span: TimeSpan, after moment: Timestamp) -> Timestamp {
        Timestamp(milliseconds: calendar.moment(span, after: moment.milliseconds))
    }
}
