import Calendars
import Casework
import StageKit

extension Survey {
    /// The case is resolved: the customer is asked a while later, in the place of an earlier plan to ask.
    func resolved(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        guard try delivery.case.status == .resolved else { return outcome.cancel("survey") }
        let resolved = delivery.message.time
        try outcome.timer("survey", type: "survey.ask", at: standard.moment(after: resolved), Plan(resolved: resolved))
    }

    /// The data of `survey.ask`.
    struct Plan: Codable, Sendable {
        /// When the case was resolved.
        var resolved: Timestamp
    }

    /// Nobody is asked about what is long past.
    private static let longPast = Duration.seconds(14 * 86_400)

    /// The time to ask has come: if the case is still resolved, and the customer is not asked too often.
    func ask(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let head = try delivery.case
        var feedback: Feedback = try delivery.section("feedback") ?? Feedback()
        guard head.status == .resolved, feedback.asked == nil, feedback.votes.isEmpty else { return }
        let plan: Plan = try delivery.data()
        if head.history?.contains(where: { $0.status == .open }) == true, delivery.now - plan.resolved < Self.longPast {
            // Another matter of theirs is open: first that one, then questions.
            return try outcome.timer("survey", type: "survey.ask", at: standard.nextTry(after: delivery.now), plan)
        }
        let contact: ContactSection? = try delivery.section("contact")
        if let reason = reasonNotToAsk(head, contact) {
            return try outcome.append("noted", ["unasked": "survey", "reason": .string(reason)] as JSON)
        }
        guard let contact, let web = desk.web else { return }
        feedback.asked = delivery.now
        feedback.question = standard.survey.ask
        let token = sign(SignedToken(.vote, "\(head.ref).\(standard.survey.ask)"))
        let understanding: Understanding? = try delivery.section("understanding")
        let language = try templates.language(contact.language ?? understanding?.language)
        let link = "\(web.hasSuffix("/") ? String(web.dropLast()) : web)/s/\(token)?lang=\(language)"
        let mail = try templates.invitation(
            language: language,
            [
                "shop": desk.name, "reference": head.ref, "name": contact.customer.name ?? "", "link": link,
                "signature": try signature(delivery),
            ])
        outcome.say(
            "survey", to: [contact.customer.address], purpose: "survey", subject: mail.subject, language: language,
            text: mail.body)
        try outcome.set("feedback", schema: Feedback.schema, feedback)
    }

    private func reasonNotToAsk(_ head: CaseHead, _ contact: ContactSection?) -> String? {
        if contact == nil { return "no address is known" }
        if desk.web == nil { return "the desk has no web address where an answer could be given; see desk.web" }
        if head.history?.contains(where: { $0.status == .open }) == true {
            return "another matter of the same customer stayed open too long"
        }
        // standards.yaml takes a length on the clock here and nothing else.
        guard let span = standard.survey.atMostEvery.milliseconds else { return nil }
        if !Invitations(span: .milliseconds(span)).mayAsk(about: head) {
            return "the customer is asked about another matter of these days"
        }
        return nil
    }

    /// In the name of the person the customer knows.
    private func signature(_ delivery: Received) throws -> String {
        let care: Care? = try delivery.section("care")
        return care?.advocate.name ?? desk.signature ?? desk.name
    }
}
