import Calendars
import Casework
import StageKit

extension Work {
    /// The case is resolved: the customer is asked a while later, in the place of an earlier plan to ask.
    mutating func resolved() async throws {
        guard head.status == .resolved else { return outcome.cancel("survey") }
        let resolved = received.message.time
        if understanding?.isBereaved == true {
            outcome.cancel("survey")
            try note(["unasked": "survey", "reason": "somebody close to the customer has died"])
        } else if feedback.asked == nil, feedback.votes.isEmpty {
            try outcome.timer(
                "survey", type: "survey.ask", at: house.standards.askingMoment(after: resolved),
                Plan(resolved: resolved))
        }
        // What was done while the case was open is told now.
        try await tell()
    }

    /// The data of `survey.ask`.
    struct Plan: Codable, Sendable {
        /// When the case was resolved.
        var resolved: Timestamp
    }

    /// Nobody is asked about what is long past.
    private static let longPast = Duration.seconds(14 * 86_400)

    /// The time to ask has come: if the case is still resolved, and the customer is not asked too often.
    mutating func ask(_ plan: Plan) async throws {
        guard head.status == .resolved, feedback.asked == nil, feedback.votes.isEmpty else { return }
        let past = try await self.past()
        if past.isAnyOpen, now - plan.resolved < Self.longPast {
            // Another matter of theirs is open: first that one, then questions.
            return try outcome.timer("survey", type: "survey.ask", at: house.standards.nextDay(after: now), plan)
        }
        if comesOften(past) { outcome.timer("invite", type: "survey.invite", at: house.standards.nextDay(after: now)) }
        if let reason = reasonNotToAsk(past) {
            return try note(["unasked": "survey", "reason": .string(reason)])
        }
        guard let customer = contact?.customer,
            let link = house.surveyLink(head.ref, to: customer.address, language: language)
        else { return }
        feedback.asked = now
        feedback.question = house.standards.survey.ask
        try say(
            "survey-\(received.message.id)", Purpose.survey, to: customer, ["link": link], atMostEvery: askedAtMostEvery
        )
    }

    // standards.yaml takes a length on the clock here and nothing else.
    private var askedAtMostEvery: Duration? {
        house.standards.survey.atMostEvery.milliseconds.map { .milliseconds($0) }
    }

    private func reasonNotToAsk(_ past: Past) -> String? {
        if contact == nil { return "no address is known" }
        if house.desk.web == nil { return "the desk has no web address where an answer could be given; see desk.web" }
        if past.hasLeft(with: appreciation) { return "the customer wishes no such mails" }
        if past.isAnyOpen { return "another matter of the same customer stayed open too long" }
        if let asked = past.asked, let span = askedAtMostEvery, now - asked.at < span {
            return "the customer was asked about \(asked.ref) not long ago"
        }
        return nil
    }
}
