import Calendars
import Casework
import Clocks
import StageKit

// An open cause is chased as a case is: its owner is told of it and reminded in time; when its day has passed, they and the
// ladder are told, rung by rung, until it is mended or has another day.
extension CauseWork {
    /// What is to be done next, and when; nil where nothing is left but to wait for a word.
    var next: (kind: ClockTimer.Kind, at: Timestamp)? {
        guard cause.isTold else { return (.quiet, office.opening(of: owner, after: now)) }
        guard let due else { return nil }
        guard cause.missed == nil else { return (.ladder, climb(after: due)) }
        if cause.reminded != due, let moment = reminder(of: due), moment < due {
            return (.warn, office.isThere(owner, at: moment) ? moment : office.opening(of: owner, after: moment))
        }
        return (.due, due)
    }

    /// The same, or that somebody's hours begin for whom something waits, whichever is sooner.
    var timed: (kind: ClockTimer.Kind, at: Timestamp)? {
        let morning = office.openings(for: cause.held).map { (kind: ClockTimer.Kind.quiet, at: $0.at) }
        return ((isOpen ? next.map { [$0] } ?? [] : []) + morning).min { $0.at < $1.at }
    }

    /// Does everything whose time has come.
    mutating func chase() throws {
        for (person, at) in office.openings(for: cause.held) where at <= now { try tellHeld(person) }
        // Each step leads on to the next; there are no more than the kinds and the rungs.
        for _ in 0..<(4 + ladder.rungs.count) {
            guard isOpen, let next, next.at <= now else { return }
            switch next.kind {
            case .warn: try remind()
            case .due: try miss()
            case .ladder: try climbOn()
            default: try tellOwner()
            }
        }
    }

    /// When its owner is reminded: at the share of the time at which a promise is, in opening hours.
    func reminder(of due: Timestamp) -> Timestamp? {
        let share = office.figures.promises?.warn ?? 0.75
        // Whoever has named another day is not reminded of it in the same breath.
        let start = cause.dated.map { $0 < due ? $0 : cause.opened } ?? cause.opened
        let all = office.calendar.working(between: start.milliseconds, and: due.milliseconds)
        let part = Int64((Double(all) * share).rounded())
        return Timestamp(milliseconds: office.calendar.add(working: part, to: start.milliseconds))
    }

    /// When the next rung is told of a day that has passed, or the top once more: after as long as a cause has to be mended.
    private func climb(after due: Timestamp) -> Timestamp {
        let missed = cause.missed?.at ?? due
        guard cause.rung < ladder.rungs.count else {
            let last = max(cause.climbed ?? missed, cause.taken ?? missed)
            return office.figures.moment(office.figures.repairFirst?.within ?? Self.week, after: last)
        }
        let at = ladder.moment(ofRung: cause.rung + 1, missed: missed, urgent: false, figures: office.figures)
        guard let taken = cause.taken else { return at }
        return max(at, office.figures.moment(office.figures.nextAnswer.within, after: taken))
    }

    /// The time between two words to the top, of a cause whose owner has set a day where no standard does.
    private static let week = TimeSpan.businessDays(5)

    private mutating func tellOwner() throws {
        try record("noted", ["told": "owner", "who": .string(owner.id)])
        let name = "told-\(owner.id)-\(now.milliseconds)"
        guard let handed = cause.handed else {
            return try tell(
                [owner], name,
                "Something went wrong for a customer who has been looked after since. Please find out why, and mend that too.",
                .new)
        }
        let giver = handed.by.map { office.people[$0]?.name ?? $0 }
        let why = handed.reason.map { ": \($0)" } ?? ""
        try tell([owner], name, giver.map { "\($0) hands this cause over to you\(why)." } ?? "It is yours now\(why).")
    }

    private mutating func remind() throws {
        guard let due else { return }
        try record("noted", ["reminded": .string(due.description)])
        try tell(standingIn, "remind-\(due.milliseconds)", "It is to be mended soon." + instead)
    }

    private mutating func miss() throws {
        guard let due else { return }
        try record("noted", ["overdue": .string(due.description)])
        outcome.standard("repair_first", met: false, due: due)
        // Who stands in is on the ladder, and hears of it with the rung that is told in the same moment.
        guard !owner.isAway(on: ladder.day) || climb(after: due) > now else { return }
        try tell(standingIn, "late-\(due.milliseconds)", "It was to be mended by now; it goes up the ladder." + instead)
    }

    private mutating func climbOn() throws {
        guard cause.rung < ladder.rungs.count else { return try askAgain() }
        let next = ladder.next(after: cause.rung, without: owner.id) ?? (ladder.rungs.count, [])
        try record(
            "noted",
            [
                "rung": .int(Int64(next.rung)), "clock": "cause", "told": .array(next.people.map { .string($0.id) }),
            ])
        try outcome.emit(
            "escalated",
            [
                "rung": .int(Int64(next.rung)), "clock": "cause", "told": .array(next.people.map { .string($0.id) }),
                "urgent": false, "reason": .string("the cause \(head.ref) is not mended in time"),
            ] as JSON)
        let due = cause.missed?.due ?? now
        try tell(
            next.people, "late-\(due.milliseconds)-\(next.rung)", "\(owner.name) has not mended it in time." + instead)
    }

    /// Everybody on the ladder was told, and it is still not mended: its owner and the top are asked again, for as long as that
    /// is so.
    private mutating func askAgain() throws {
        let top = ladder.last(without: owner.id)
        let asked = standingIn + top.filter { !standingIn.contains($0) }
        try record(
            "noted",
            [
                "rung": .int(Int64(ladder.rungs.count)), "clock": "cause", "told": .array(asked.map { .string($0.id) }),
            ])
        try tell(asked, "again-\(now.milliseconds)", "It is still not mended. Who mends it, and by when?")
    }

    /// `message.dead`: something about the cause could not be worked, and whose it is hears of it.
    mutating func dead(_ letter: DeadLetter) throws {
        guard !letter.isOfDeadLetter else { return try record("noted", letter.untold) }
        try tell(standingIn, letter.name, "\(letter.told)." + instead)
    }

    /// Whose it is, or who is told in their place while they are away.
    private var standingIn: [People.Person] {
        guard owner.isAway(on: ladder.day) else { return [owner] }
        return ladder.next(after: 0, without: owner.id)?.people ?? [owner]
    }

    /// Why somebody else is told, where the owner is away.
    private var instead: String {
        owner.isAway(on: ladder.day) ? " \(owner.name) is away, so you are asked in their place." : ""
    }

    /// Writes to colleagues, and to nobody else.
    func mail(
        _ reason: String, to person: People.Person, _ occasion: CauseMail.Occasion? = nil
    ) throws -> Template.Rendered {
        // What is over is to be mended by no day.
        let about = CauseMail(
            ref: head.ref, key: cause.key, what: cause.what, cases: cause.cases, found: cause.found,
            due: isOpen ? due : nil, owner: owner.name, reason: reason, before: head.linked,
            occasion: occasion ?? self.occasion, isTheirs: person.id == owner.id)
        return try office.staffMail.cause(about, to: person)
    }

    /// How it stands.
    private var occasion: CauseMail.Occasion {
        if !isOpen { return .ended }
        if cause.missed != nil { return .late }
        return cause.reminded != nil && cause.reminded == due ? .soon : .open
    }

    /// Tells colleagues; those whose hours are over hear of it when they begin.
    mutating func tell(
        _ people: [People.Person], _ name: String, _ reason: String, _ occasion: CauseMail.Occasion? = nil
    ) throws {
        for person in people {
            guard office.isThere(person, at: now) else {
                guard !cause.held.of(person.id).contains(where: { $0.reason == reason }) else { continue }
                try record("noted", ["held": .string(person.id), "reason": .string(reason)])
                continue
            }
            try send("cause-\(name)-\(person.id)", reason, to: person, occasion)
        }
    }

    /// A colleague's hours have begun: all that waited for them is one mail.
    private mutating func tellHeld(_ person: People.Person) throws {
        let words = cause.held.of(person.id)
        guard let since = words.first?.at else { return }
        try record("noted", ["told-later": .string(person.id)])
        try send(
            "cause-morning-\(since.milliseconds)-\(person.id)", words.map(\.reason).joined(separator: " "), to: person)
    }

    private mutating func send(
        _ name: String, _ reason: String, to person: People.Person, _ occasion: CauseMail.Occasion? = nil
    ) throws {
        let mail = try mail(reason, to: person, occasion)
        outcome.say(
            name, to: [person.address], audience: .staff, purpose: Purpose.staffCause, subject: mail.subject,
            text: mail.body, details: ["person": .string(person.id)])
    }
}
