import Calendars
import Casework
import Clocks
import StageKit

/// One delivery about a cause: a case of the house, with no customer and nobody but colleagues to tell.
///
/// As with a customer's case, what happened stands in the log, and section and timers follow from it.
struct CauseWork {
    let office: Office
    let received: Received
    let now: Timestamp
    let head: CaseHead
    var outcome: OutcomeBuilder
    private(set) var cause: Cause
    private(set) var owner: People.Person
    private(set) var isOpen: Bool
    /// The cause that a colleague says this one is the same as.
    var other: CauseSection?
    private var log: [Entry]
    private let before: CauseSection?

    init(_ received: Received, office: Office, outcome: OutcomeBuilder) throws {
        self.office = office
        self.received = received
        self.outcome = outcome
        now = received.now
        head = try received.case
        log = try received.log()
        before = try received.section("cause")
        cause = Cause(log, opened: head.opened, key: before?.key)
        isOpen = head.status == .open
        // Whoever left people.yaml hands what they had to their lead.
        guard
            let owner = head.owner.flatMap({ office.people[$0] })
                ?? office.ladder(at: received.now, topic: cause.key).lead(of: head.owner ?? "")
                ?? office.people.people.first
        else { throw StageFailure.config("no-people", "people.yaml names nobody who could own a cause") }
        self.owner = owner
    }

    var due: Timestamp? { cause.due(office.figures) }
    var ladder: Ladder { office.ladder(at: now, topic: cause.key) }

    /// Does what the message is about, and whatever its time has come for.
    mutating func work() throws -> OutcomeBuilder {
        if isOpen, let former = head.owner, former != owner.id {
            let reason = "people.yaml names no \(former) any more"
            try record("decided", ["advocate": .string(owner.id), "reason": .string(reason)])
        }
        switch received.type {
        case "case.staff": try staffWrote(received.data())
        case "case.cause": try joined(received.data())
        case "message.dead": try dead(received.data())
        default: break
        }
        try chase()
        return try finish()
    }

    /// Writes an entry, and takes into account what follows from it.
    mutating func record(_ kind: String, _ body: JSON) throws {
        try outcome.append(kind, body)
        log.append(Entry(seq: (log.last?.seq ?? 0) + 1, kind: kind, at: now, by: Escalation.name, body: body))
        cause = Cause(log, opened: head.opened, key: before?.key)
    }

    /// Somebody else owns it from now on, and is told of it.
    mutating func hand(to person: People.Person, by giver: People.Person, because reason: String) throws {
        var body: [String: JSON] = ["advocate": .string(person.id), "person": .string(giver.id)]
        if !reason.isEmpty { body["reason"] = .string(reason) }
        let former = owner
        try record("decided", .object(body))
        owner = person
        outcome.assign(owner: person.id)
        guard former.id != giver.id, former.id != person.id else { return }
        let why = reason.isEmpty ? "" : ": \(reason)"
        try tell(
            [former], "handed-\(received.message.id)", "\(giver.name) has handed it to \(person.name)\(why).")
    }

    /// It is mended, or goes on in another: nothing is chased any more.
    mutating func close(_ reason: String) {
        isOpen = false
        outcome.resolve(reason)
    }

    private func finish() throws -> OutcomeBuilder {
        var outcome = outcome
        let section = CauseSection(
            key: cause.key, owner: Care.Colleague(id: owner.id, name: owner.name), reports: cause.reports,
            opened: cause.opened, due: due, state: isOpen ? "open" : cause.merged == nil ? "mended" : "merged",
            found: cause.found, mended: cause.mended, ended: cause.ended, merged: cause.merged,
            late: cause.missed != nil)
        if section != before { try outcome.set("cause", schema: CauseSection.schema, section) }
        if head.owner != owner.id { outcome.assign(owner: owner.id) }
        guard let next = timed else {
            outcome.cancel(Self.timer)
            return outcome
        }
        try outcome.timer(
            Self.timer, type: "clock.due", at: max(next.at, now),
            ClockTimer.Payload(clock: Self.timer, kind: next.kind))
        return outcome
    }

    /// A cause has one timer: for what is to be done about it next.
    private static let timer = "cause"
}
