import Casework
import Clocks
import StageKit

/// What could not be worked of a case of the house that is not a cause: whose it is hears of it, as of any other.
///
/// Of a case that another stage keeps, a spike, no more than its owner, its subject and its topic is looked at.
struct HouseWork {
    let office: Office
    let received: Received
    var outcome: OutcomeBuilder
    private var held = HeldWords()

    private static let timer = "house"

    init(_ received: Received, office: Office, outcome: OutcomeBuilder) throws {
        self.office = office
        self.received = received
        self.outcome = outcome
        for entry in try received.log() { held.take(entry) }
    }

    mutating func work() throws -> OutcomeBuilder {
        let waited = !held.words.isEmpty
        for (person, at) in office.openings(for: held) where at <= received.now { try tellHeld(person) }
        if received.type == "message.dead" { try dead(received.data()) }
        if let next = office.openings(for: held).map(\.at).min() {
            try outcome.timer(
                Self.timer, type: "clock.due", at: next, ClockTimer.Payload(clock: Self.timer, kind: .quiet))
        } else if waited {
            outcome.cancel(Self.timer)
        }
        return outcome
    }

    /// `message.dead`: told at once, or when the hours of whom it is for begin.
    private mutating func dead(_ letter: DeadLetter) throws {
        guard !letter.isOfDeadLetter else { return try record(letter.untold) }
        for person in try whose() {
            if office.isThere(person, at: received.now) {
                try send("\(letter.name)-\(person.id)", letter.told, to: person)
            } else {
                try record(["held": .string(person.id), "reason": .string(letter.told)])
            }
        }
    }

    private mutating func tellHeld(_ person: People.Person) throws {
        let words = held.of(person.id)
        guard let since = words.first?.at else { return }
        try record(["told-later": .string(person.id)])
        try send(
            "house-morning-\(since.milliseconds)-\(person.id)", words.map(\.reason).joined(separator: "\n"), to: person)
    }

    /// Its owner, or who is told in their place while they are away or have left: by the ladder of the topic that it is about.
    private func whose() throws -> [People.Person] {
        let head = try received.case
        let topic = try received.log().lazy.compactMap { $0.body["topic"]?.string }.first
        let ladder = office.ladder(at: received.now, topic: topic)
        let owner = head.owner.flatMap { office.people[$0] }
        if let owner, !owner.isAway(on: ladder.day) { return [owner] }
        return ladder.next(after: 0, without: owner?.id ?? "")?.people
            ?? [owner ?? office.people.people.first].compactMap(\.self)
    }

    private mutating func record(_ body: JSON) throws {
        try outcome.append("noted", body)
        held.take(Entry(seq: 0, kind: "noted", at: received.now, by: Escalation.name, body: body))
    }

    private mutating func send(_ name: String, _ reason: String, to person: People.Person) throws {
        let head = try received.case
        let mail = try office.staffMail.house(head.subject ?? head.ref, ref: head.ref, reason: reason, to: person)
        outcome.say(
            name, to: [person.address], audience: .staff, purpose: Purpose.staffNotice, subject: mail.subject,
            text: mail.body, details: ["person": .string(person.id)])
    }
}

extension StaffMail {
    /// Something of a case of the house could not be worked.
    func house(_ subject: String, ref: String, reason: String, to person: People.Person) throws -> Template.Rendered {
        try templates.required("staff-house", language: language(of: person)).render([
            "staff_name": person.firstName, "reference": ref, "summary": subject, "findings": reason,
        ])
    }
}
