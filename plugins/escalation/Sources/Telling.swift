import Casework
import Clocks
import Language
import StageKit

/// Why a colleague is to be told that a customer needs them.
struct Notice: Sendable {
    /// Unique in the case: what has been told under it is not told again.
    var name: String
    var person: People.Person
    var reason: String
    var due: Due
    var draft: String?
}

extension [String] {
    /// Each once, in the order in which they first stand.
    var unique: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

// Texts to colleagues and to the customer. Names tell what a text is about, so that the same is never said twice.
extension CaseWork {
    /// By when the customer counts on a word; where somebody is needed at once, all who are told of it are told so.
    var due: Due {
        guard isOpen else { return .settled }
        guard clocks.turn == "us" else { return .nothing }
        if clocks[.urgent]?.isOpen == true { return .atOnce }
        return (clocks.answerDue ?? clocks.nextWord).map(Due.by) ?? .nothing
    }

    func about(_ reason: String, due: Due, draft: String? = nil) -> StaffMail.Subject {
        StaffMail.Subject(
            ref: ref, customer: customer?.name,
            waiting: story.waiting, understanding: understanding,
            fitting: understanding.map { office.choice(at: now).fitting(topic: $0.topic) } ?? [],
            advocate: advocate, told: story.climb.told.flatMap(\.people).unique.compactMap { office.people[$0] },
            background: story.background { office.people[$0]?.name }, awaited: story.wait, vote: story.unhappyVote,
            due: due, reason: reason, draft: draft)
    }

    /// Tells colleagues that a customer needs them.
    mutating func notice(
        _ name: String, to people: [People.Person], reason: String, due: Due, draft: String? = nil,
        isUrgent: Bool = false
    ) throws {
        for person in people {
            let notice = Notice(name: "\(name)-\(person.id)", person: person, reason: reason, due: due, draft: draft)
            if !isUrgent, try !mayTell(person, reason, due: due) { continue }
            notices.append(notice)
        }
    }

    /// Whether somebody is to hear of it by mail at once. Where not, it is kept here: for what other cases have for them at the same
    /// moment, or until their hours begin.
    mutating func mayTell(_ person: People.Person, _ reason: String, due: Due) throws -> Bool {
        guard office.isThere(person, at: now) else {
            try hold(reason, for: person)
            return false
        }
        guard !isShared else {
            try gather(reason, for: person, due: due)
            return false
        }
        return true
    }

    /// One mail for each colleague, whatever came together for them in this delivery, without what they were told before. What
    /// goes together is on record at once: a later mail about a part of it has another name.
    mutating func tellNotices() throws {
        let new = notices.filter { !story.noticed.contains($0.name) }
        notices = []
        for id in new.map(\.person.id).unique {
            let own = new.filter { $0.person.id == id }
            guard let person = own.first?.person else { continue }
            if own.count > 1 { try note(["told_together": .array(own.map { .string($0.name) })]) }
            var subject = about(own)
            subject.told = (subject.told.map(\.id) + new.map(\.person.id)).unique.compactMap { office.people[$0] }
            let mail = try office.staffMail.notice(subject, to: person)
            let names = own.map(\.name)
            say(
                names.joined(separator: "+"), Purpose.staffNotice, mail, to: person,
                ["names": .array(names.map(JSON.string))])
        }
    }

    /// What the customer counts on, for whoever takes it on: what was promised and is to come, and what was offered.
    private var countedOn: [String] {
        let promised = toCome.map {
            "\"\($0.what)\" is promised by \(office.spoken($0.due.minute)) (number \($0.number))"
        }
        let offered = story.granted.filter { $0.about != nil }.compactMap { grant -> String? in
            guard let goodwill, !isHandedOver(grant) else { return nil }
            return "a voucher of \(goodwill.spoken(grant.amount)) was offered on \(office.spoken(grant.at))"
        }
        return (promised + offered).map { "the customer counts on it: \($0)" }
    }

    /// Whether a colleague has given the customer what was offered: then nobody else needs to.
    private func isHandedOver(_ grant: Care.Grant) -> Bool {
        story.told.contains { text in
            text.author != nil && text.at >= grant.at && Purpose.answering.contains(text.purpose)
                && goodwill?.hands(text.text, over: grant, language: language) == true
        }
    }

    /// What several notices come to.
    private func about(_ notices: [Notice]) -> StaffMail.Subject {
        about(
            (notices.map(\.reason) + countedOn).unique.joined(separator: "; "), due: notices.map(\.due).soonest,
            draft: notices.compactMap(\.draft).first)
    }

    /// Tells the advocate, or who stands in for them.
    mutating func tellAdvocate(
        _ name: String, reason: String, due: Due, draft: String? = nil, isUrgent: Bool = false
    ) throws {
        try notice(name, to: standingIn, reason: reason, due: due, draft: draft, isUrgent: isUrgent)
    }

    /// The advocate, or who is told in their place while they are away, or where they have left and the case is settled.
    var standingIn: [People.Person] {
        if let advocate, !advocate.isAway(on: ladder.day) { return [advocate] }
        return ladder.next(after: 0, without: care.advocate.id)?.people ?? [advocate].compactMap { $0 }
    }

    mutating func say(
        _ name: String, _ purpose: String, _ mail: Template.Rendered, to person: People.Person,
        _ details: [String: JSON] = [:]
    ) {
        outcome.say(
            name, to: [person.address], audience: .staff, purpose: purpose, subject: mail.subject, text: mail.body,
            details: .object(details.merging(["person": .string(person.id)]) { $1 }))
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

    /// Whom we write to, by the name that they gave at any time.
    var customer: Party? {
        (contactSection?.customer ?? story.heard.last?.contact.from)?.named(by: story.heard.map(\.contact.from))
    }

    var language: String { office.language(contactSection, understanding) }

    var subject: CustomerMail.Subject {
        CustomerMail.Subject(
            ref: ref, name: customer?.name, advocate: care.advocate.name, language: language,
            page: customer.flatMap { office.page(of: $0, ref: ref, language: language, at: now) },
            zone: story.heard.last?.contact.zone, isDangerous: !harm.isEmpty, isHurt: harm.contains(.injury),
            inCharge: (story.signs[Sign.manager] ?? []).compactMap { office.people[$0]?.name })
    }

    /// The harm that may come or has come to somebody, as told in what no answer has followed yet. Of who mourns we do not hope that
    /// all are well.
    private var harm: [SafetyFinding.Kind] {
        guard let understanding, !understanding.isBereaved else { return [] }
        let kinds: [SafetyFinding.Kind] = [.injury, .fire, .electricShock, .selfHarm]
        return kinds.filter { kind in understanding.dangers.contains { $0.kind == kind.rawValue } }
    }
}
