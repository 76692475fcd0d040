import Calendars
import Casework
import Clocks
import StageKit

/// One delivery about a digest: what has gathered for a colleague is one mail, a short while after the first of it.
/// What is seen outside their hours waits for them in its own case, where an answer may come first.
struct DigestWork {
    let office: Office
    let received: Received
    var outcome: OutcomeBuilder

    private static let timer = "digest"

    mutating func work() throws -> OutcomeBuilder {
        let head = try received.case
        if received.type == "case.staff", let words = try (received.data() as JSON)["words"]?.string {
            try outcome.append("noted", ["note": .string(words)] as JSON)
        }
        let digest = Digest(try received.log())
        guard let first = digest.items.first, let last = digest.items.last,
            let person = head.owner.flatMap({ office.people[$0] }) ?? office.people.people.first
        else { return outcome }
        let moment = first.at + Digest.wait
        guard moment <= received.now else {
            try outcome.timer(
                Self.timer, type: "clock.due", at: moment, ClockTimer.Payload(clock: Self.timer, kind: .quiet))
            return outcome
        }
        try tell(digest.items.map(\.item), "digest-\(last.seq)", person, head.ref)
        try outcome.append("noted", ["digest": .int(Int64(last.seq)), "told": .string(person.id)] as JSON)
        outcome.cancel(Self.timer)
        outcome.resolve("\(person.name) was told")
        return outcome
    }

    /// One mail for several cases; a single one is told in its own.
    private mutating func tell(_ items: [Digest.Item], _ name: String, _ person: People.Person, _ ref: String) throws {
        if let first = items.first, items.allSatisfy({ $0.of == first.of }) {
            let alone = Digest.Alone(
                person: person.id, reason: items.reasons.joined(separator: "; "), due: items.compactMap(\.due).min(),
                idle: items.allSatisfy { $0.idle == true } ? true : nil)
            return try outcome.emit("digest", about: first.of, alone)
        }
        let mail = try office.staffMail.digest(items, ref: ref, to: person)
        outcome.say(
            name, to: [person.address], audience: .staff, purpose: Purpose.staffDigest, subject: mail.subject,
            text: mail.body, details: ["person": .string(person.id)])
    }
}

extension [Digest.Item] {
    /// Why the colleague is told, each reason once.
    fileprivate var reasons: [String] { map(\.reason).unique }
}

extension StaffMail {
    /// Many cases need a colleague at once: a line for each, the soonest due first.
    func digest(_ items: [Digest.Item], ref: String, to person: People.Person) throws -> Template.Rendered {
        let language = language(of: person)
        let phrases = StaffPhrases.in(language)
        // Of one case the reasons stand together.
        let cases = Dictionary(grouping: items, by: \.of).values.sorted { one, other in
            let (due, others) = (one.compactMap(\.due).min(), other.compactMap(\.due).min())
            guard due == others else { return due.map { due in others.map { due < $0 } ?? false } ?? true }
            return one[0].of < other[0].of
        }
        let lines = cases.map { items in
            let due = items.compactMap(\.due).min().map { moments.moment($0.milliseconds, language: language) }
            let other = items.allSatisfy { $0.idle == true } ? phrases.idle : phrases.at_once
            let who = items[0].customer.map { ", \($0)" } ?? ""
            let what = items.last?.about.map { ", \"\($0)\"" } ?? ""
            let awaited = items.last?.awaited.map { "; \(phrases.awaited): \(spoken($0, language))" } ?? ""
            let reasons = items.reasons.joined(separator: "; ")
            return "\(items[0].of)\(who)\(what) (\(due ?? other)): \(reasons)\(awaited)"
        }
        return try templates.required(Purpose.staffDigest, language: language).render([
            "staff_name": person.firstName, "reference": ref, "summary": "\(lines.count)",
            "words": lines.joined(separator: "\n"),
        ])
    }
}
