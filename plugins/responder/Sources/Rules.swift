import Calendars
import Casework
import StageKit

/// The figures of the standards that the voice keeps to.
struct Rules: Sendable {
    /// By when a contact is acknowledged, in milliseconds.
    var acknowledgeWithin: Int64
    /// How long a customer must be quiet before an answer is written, and how long that may put it off.
    var quiet: Int64
    var atMost: Int64
    /// Below this confidence nothing is answered.
    var sure: Double
    /// How many clarifying questions a case may see.
    var questions: Int
    var firstAnswer: TimeSpan
    var nextAnswer: TimeSpan
    /// What anybody may grant at once, and in which currency.
    var goodwill: Double
    var currency: String
    var calendar: BusinessCalendar

    /// - Throws: a configuration failure that names what is missing.
    init(_ standards: JSON?) throws {
        guard let standards else {
            throw StageFailure.config(
                "standards", "the responder was handed no standards; grant it to read them in pipeline.yaml")
        }
        func figure(_ standard: String, _ name: String) throws -> JSON {
            guard let value = standards[standard]?[name] else {
                throw StageFailure.config("standards", "the standard \(standard) has no figure \"\(name)\"")
            }
            return value
        }
        func span(_ standard: String, _ name: String) throws -> TimeSpan {
            let value = try figure(standard, name)
            guard let span = value.string.flatMap(TimeSpan.init) else {
                throw StageFailure.config("standards", "\(standard).\(name) is no length of time: \(value)")
            }
            return span
        }
        func clock(_ standard: String, _ name: String) throws -> Int64 {
            guard let milliseconds = try span(standard, name).milliseconds else {
                throw StageFailure.config("standards", "\(standard).\(name) must run on the clock, as 20 seconds do")
            }
            return milliseconds
        }
        acknowledgeWithin = try clock("acknowledge", "within")
        quiet = try clock("floor", "quiet")
        atMost = try clock("floor", "at_most")
        sure = try figure("grasp", "sure").number ?? 1
        questions = Int(try figure("grasp", "questions").int ?? 0)
        firstAnswer = try span("first_answer", "within")
        nextAnswer = try span("next_answer", "within")
        goodwill = standards["goodwill"]?["up_to"]?.number ?? 0
        currency = standards["goodwill"]?["currency"]?.string ?? "EUR"
        do {
            calendar = try (standards["calendar"] ?? .null).decode()
        } catch {
            throw StageFailure.config("standards", "the calendar of the standards cannot be read: \(error)")
        }
    }

    /// By when the customer hears from us, where nobody has set another time.
    func nextWord(after now: Timestamp, isFirst: Bool) -> Timestamp {
        Timestamp(milliseconds: calendar.moment(isFirst ? firstAnswer : nextAnswer, after: now.milliseconds))
    }

    /// When an answer may be written: once the customer has been quiet, but not for longer than they should wait.
    func draftTime(first: Timestamp, last: Timestamp, now: Timestamp) -> Timestamp {
        let moment = min(last + .milliseconds(quiet), first + .milliseconds(atMost))
        return max(moment, now)
    }

    /// When a contact is acknowledged though nobody has been named yet.
    func acknowledgeTime(of heard: Timestamp, now: Timestamp) -> Timestamp {
        max(heard + .milliseconds(acknowledgeWithin / 2), now)
    }
}
