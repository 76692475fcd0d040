import Calendars
import Casework
import StageKit

/// One delivery at work: the case's feedback as it came and as it will be, and the outcome so far.
struct Work {
    let house: House
    let received: Received
    let now: Timestamp
    let head: CaseHead
    let contact: ContactSection?
    let understanding: Understanding?
    let care: Care?
    var feedback: Feedback
    var appreciation: Appreciation
    var outcome: OutcomeBuilder
    private let question: PastQuestion
    private let before: (feedback: Feedback, appreciation: Appreciation)

    init(_ received: Received, house: House, past: PastQuestion, outcome: OutcomeBuilder) throws {
        self.house = house
        self.received = received
        self.outcome = outcome
        question = past
        now = received.now
        head = try received.case
        var contact: ContactSection? = try received.section("contact")
        // Who gave a name once is greeted by it, also where their latest mail bears none.
        if let customer = contact?.customer, customer.name == nil {
            contact?.customer = customer.named(
                by: try received.log().filter { $0.kind == "heard" }.compactMap {
                    try? $0.body.decode(Contact.self).from
                })
        }
        self.contact = contact
        understanding = try received.section("understanding")
        care = try received.section("care")
        feedback = try received.section("feedback") ?? Feedback()
        appreciation = try received.section("appreciation") ?? Appreciation()
        before = (feedback, appreciation)
    }

    /// Does what is due of each piece of feedback, and keeps what has changed.
    func finish() throws -> OutcomeBuilder {
        var work = self
        try work.chase()
        try work.setTimers()
        if work.feedback != before.feedback {
            try work.outcome.set("feedback", schema: Feedback.schema, work.feedback)
        }
        if work.appreciation != before.appreciation {
            try work.outcome.set("appreciation", schema: Appreciation.schema, work.appreciation)
        }
        return work.outcome
    }

    /// Sets the timer of what is due next of each item, where that is another than before or was this very timer.
    private mutating func setTimers() throws {
        for item in feedback.items ?? [] {
            let name = "feedback-\(item.number)"
            let earlier = before.feedback.items?.first { $0.number == item.number }
            let isWaiting = item.isOpen && item.handed == nil
            guard item != earlier || isWaiting || received.type == "feedback.due" else { continue }
            if let next = house.step(of: item, at: now, advocate: answering) {
                try outcome.timer(name, type: "feedback.due", at: next.at, ["item": item.number])
            } else if earlier != nil {
                outcome.cancel(name)
            }
        }
    }

    // MARK: The customer

    var day: CalendarDay { house.standards.calendar.day(at: now.milliseconds) }

    /// What their other cases tell.
    func past() async throws -> Past { try await question.past(without: head.ref) }

    var language: String { house.language(contact, understanding) }

    /// In the name of the person the customer knows.
    var signature: String {
        care?.advocate.name ?? Signature.text(house.desk.signature, shop: house.desk.name, language: language)
    }

    /// Writes a line into the case's story.
    mutating func note(_ body: JSON) throws { try outcome.append("noted", body) }

    /// A text to the customer.
    /// - Parameter author: the colleague whose words these are; they sign them.
    func text(_ purpose: String, to customer: Party, _ values: [String: String], author: String? = nil) throws
        -> Template.Rendered
    {
        var values = values
        values["shop"] = house.desk.name
        values["reference"] = head.ref
        values["name"] = customer.name ?? ""
        values["signature"] = author.flatMap { house.colleagues[$0]?.name } ?? signature
        values["unsubscribe"] =
            house.listLink(.leave, ref: head.ref, address: customer.address, language: language) ?? ""
        return try house.text(purpose, language: language, values)
    }

    /// Proposes a text to the customer that answers nothing: it can be done without, and brings a way to have no more such.
    mutating func say(
        _ name: String, _ purpose: String, to customer: Party, _ values: [String: String],
        atMostEvery span: Duration? = nil
    ) throws {
        try say(name, purpose, text(purpose, to: customer, values), to: customer, atMostEvery: span)
    }

    /// - Parameters:
    ///   - author: the colleague whose words these are.
    ///   - span: it leaves only if they had none for the same purpose within that time.
    mutating func say(
        _ name: String, _ purpose: String, _ text: Template.Rendered, to customer: Party, author: String? = nil,
        details: [String: JSON] = [:], atMostEvery span: Duration? = nil
    ) throws {
        let address = customer.address
        var details = details
        details["unsubscribe"] = house.listLink(.leave, ref: head.ref, address: address).map(JSON.string)
        outcome.say(
            name, to: [address], purpose: purpose, subject: text.subject, language: language, author: author,
            text: text.body, details: details.isEmpty ? nil : .object(details), atMostEvery: span)
    }

    /// Proposes a mail to a colleague.
    mutating func say(
        _ name: String, _ purpose: String, to person: Colleagues.Person, _ values: [String: String]
    ) throws {
        let language = person.languages.map { house.language($0) }.first ?? "en"
        var values = values
        values["staff_name"] = person.firstName
        values["reference"] = head.ref
        values["name"] = contact?.customer.name ?? ""
        let text = try house.text(purpose, language: language, values)
        outcome.say(
            name, to: [person.address], audience: .staff, purpose: purpose, subject: text.subject, text: text.body,
            details: ["person": .string(person.id)])
    }
}

/// Words as a mail quotes them.
func quoted(_ words: String) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" }
        .joined(separator: "\n")
}
