import Casework
import Clocks
import StageKit

// Texts to colleagues and to the customer. Names tell what a text is about, so that the same is never said twice.
extension CaseWork {
    /// By when the customer counts on an answer; nil where that is over.
    var deadline: Timestamp? { clocks.answerDue ?? clocks.nextWord }

    func about(_ reason: String, deadline: Timestamp?, draft: String? = nil) -> StaffMail.Subject {
        StaffMail.Subject(
            ref: ref, customer: contactSection?.customer.name ?? story.heard.last?.contact.from.name,
            waiting: story.waiting, understanding: understanding,
            fitting: understanding.map { office.choice(at: now).fitting(topic: $0.topic) } ?? [],
            deadline: deadline, reason: reason, draft: draft)
    }

    /// Tells colleagues that a customer needs them.
    /// - Parameter isSettled: it is for them to know alone: the case is resolved, and nothing is due.
    mutating func notice(
        _ name: String, to people: [People.Person], reason: String, deadline: Timestamp?, draft: String? = nil,
        isUrgent: Bool = false, isSettled: Bool = false
    ) throws {
        var subject = about(reason, deadline: deadline, draft: draft)
        subject.isSettled = isSettled
        for person in people {
            guard isUrgent || !isShared else {
                try gather(reason, for: person, deadline: deadline)
                continue
            }
            guard isUrgent || office.isThere(person, at: now) else {
                try hold(reason, for: person)
                continue
            }
            let mail = try office.staffMail.notice(subject, to: person)
            say("\(name)-\(person.id)", Purpose.staffNotice, mail, to: person)
        }
    }

    /// Tells the advocate, or who stands in for them.
    mutating func tellAdvocate(
        _ name: String, reason: String, deadline: Timestamp?, draft: String? = nil, isUrgent: Bool = false
    ) throws {
        try notice(name, to: standingIn, reason: reason, deadline: deadline, draft: draft, isUrgent: isUrgent)
    }

    /// The advocate, or who is told in their place while they are away, or where they have left and the case is settled.
    var standingIn: [People.Person] {
        if let advocate, !advocate.isAway(on: ladder.day) { return [advocate] }
        return ladder.next(after: 0, without: care.advocate.id)?.people ?? [advocate].compactMap { $0 }
    }

    mutating func say(_ name: String, _ purpose: String, _ mail: Template.Rendered, to person: People.Person) {
        outcome.say(
            name, to: [person.address], audience: .staff, purpose: purpose, subject: mail.subject, text: mail.body,
            details: ["person": .string(person.id)])
    }

    /// Proposes one of escalation's own texts to the customer.
    /// - Parameters:
    ///   - moments: what the placeholders stand for that a promise of the text can name.
    ///   - promise: the promise that the text makes good.
    mutating func tellCustomer(
        _ name: String, _ purpose: String, _ mail: Template.Rendered, moments: [String: Timestamp] = [:],
        about promise: String? = nil
    ) throws {
        // A text that names the next word counts from when it was written, however long it takes to leave.
        if !moments.isEmpty { try note(["proposed": .string(purpose), "text": .string(name)]) }
        guard let customer else { return try note(["untold": .string(purpose), "reason": "no address is known"]) }
        let promises = office.promises.promises(in: mail, moments: moments, language: language, now: now)
        var details: [String: JSON] = ["promises": try JSON(encoding: promises)]
        details["promise"] = promise.map(JSON.string)
        outcome.say(
            name, to: [customer.address], purpose: purpose, subject: mail.subject, language: language,
            author: care.advocate.id, text: mail.body, details: .object(details))
    }

    var customer: Party? { contactSection?.customer ?? story.heard.last?.contact.from }

    var language: String { office.language(contactSection?.language ?? understanding?.language) }

    var subject: CustomerMail.Subject {
        CustomerMail.Subject(
            ref: ref, name: customer?.name, advocate: care.advocate.name, language: language,
            page: customer.flatMap { office.page(of: $0, ref: ref, language: language, at: now) },
            zone: story.heard.last?.contact.zone)
    }
}
