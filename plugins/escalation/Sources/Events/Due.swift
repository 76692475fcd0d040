import Calendars
import Casework
import Clocks
import StageKit

extension CaseWork {
    /// `clock.due`: a timer of a clock fired. It counts only if its clock still calls for it.
    mutating func due(_ fired: ClockTimer.Payload) throws {
        guard let timer = wanted.first(where: { $0.payload == fired && $0.at <= now }) else { return }
        if fired.kind == .quiet { return try tellHeld(fired.clock) }
        guard let clock = fired.kind == .ladder ? clocks[fired.clock] : clocks.next(fired.clock) else { return }
        // A miss becomes likely when it is measured, be that long after it could have been.
        isShared = fired.kind != .predict && (now - timer.at >= Digest.belated || isShared(clock))
        isOfPromise = ClockName(rawValue: fired.clock) == nil
        if fired.kind != .ladder, let promise = open.first(where: { $0.clock == fired.clock }) {
            return try due(promise, clock, fired.kind)
        }
        switch (ClockName(rawValue: fired.clock), fired.kind) {
        case (_, .ladder): try climb(clock)
        case (_, .predict): try predict(clock)
        case (_, .quiet), (_, .choose): break
        case (.firstAnswer, .warn), (.nextAnswer, .warn): try warn(clock)
        case (.firstAnswer, .due), (.nextAnswer, .due): try miss(clock)
        case (.acknowledge, _): try missReceipt(clock)
        case (.update, .warn): try prepareUpdate(clock)
        case (.update, _): try update(clock)
        case (.reply, .warn): try remind(clock)
        case (.reply, .due): try close(clock)
        case (.resolve, _): try settle()
        case (.resolution, _): try noteMiss(clock)
        case (.urgent, _), (nil, _): break
        }
    }

    /// Whether a clock's time is most likely that of others: it began while the desk was closed, as all that came in since the
    /// evening, or is over when the desk closes, as the first updates of a day.
    private func isShared(_ clock: Clock) -> Bool {
        // Of a promise its own mail tells what can be done.
        guard ClockName(rawValue: clock.name) != nil else { return false }
        let isAtClosing =
            clock.due.map { due in
                office.calendar.isOpen(at: due.milliseconds - 1) && !office.calendar.isOpen(at: due.milliseconds)
            } ?? false
        return isAtClosing || !office.calendar.isOpen(at: clock.started.milliseconds)
    }

    /// Writes down that it was spoken of before the time was up.
    mutating func noteWarning(_ clock: Clock) throws { try note(["warned": .string(clock.name)].about(clock)) }

    /// Writes down that the time is up.
    mutating func noteMiss(_ clock: Clock) throws { try note(["missed": .string(clock.name)].about(clock)) }

    private mutating func warn(_ clock: Clock) throws {
        try noteWarning(clock)
        let reason =
            "the time for the answer is running short"
            + (isAskedBack ? "; the customer was asked back and has not replied, but a question is no answer" : "")
        let subject = about(reason, due: clock.due.map(Due.by) ?? due)
        for person in standingIn {
            guard try mayTell(person, subject.reason, due: subject.due) else { continue }
            let mail = try office.staffMail.warning(subject, remaining: clock.left ?? 0, to: person)
            say(instance("warn", clock) + "-\(person.id)", Purpose.staffWarning, mail, to: person)
        }
    }

    private mutating func miss(_ clock: Clock) throws {
        try noteMiss(clock)
        // Who was asked something and has not said it yet is not told that we are late; the desk is, since nobody keeps an answer by
        // asking back.
        if clocks.turn == "us" { try apologise(for: clock) }
        try tellAdvocate(
            instance("late", clock) + "-0",
            reason: "the answer was due by now, and "
                + (isAskedBack
                    ? "the customer, who was asked back, has not replied; nobody above is told before they do"
                    : "the case goes up the ladder"),
            due: due)
    }

    /// Whether an answer is awaited while the customer, who was asked something, owes the next word.
    private var isAskedBack: Bool { clocks.turn == "customer" }

    /// A receipt that is late is late because texts wait to be sent: mail about it would wait behind them.
    private mutating func missReceipt(_ clock: Clock) throws {
        try noteMiss(clock)
        received.logger.warning("no acknowledgment left in time", metadata: ["due": "\(clock.due ?? now)"])
    }

    private mutating func climb(_ clock: Clock) throws {
        let isUrgent = clock.name == ClockName.urgent.rawValue
        guard let next = ladder.next(after: story.climb.rung, without: care.advocate.id) else {
            // Nobody is above: the advocate and the daily update go on.
            return try climbed(to: (ladder.rungs.count, []), for: clock.name)
        }
        try climbed(to: next, for: clock.name)
        let reason =
            isUrgent
            ? "it is urgent, and nobody has answered yet"
            : clock.name.hasPrefix("promise-")
                ? "a promise to the customer was not kept, and nothing was heard of it since"
                : "\(care.advocate.name) could not answer in time"
        // By a reply to a mail about many cases nothing is taken on.
        try notice(
            instance("late", clock) + "-\(next.rung)", to: next.people,
            reason: isShared ? reason : reason + Self.taking,
            due: isUrgent ? .atOnce : due, isUrgent: isUrgent)
    }

    /// How the next rung is kept from being told.
    static let taking = ". Whoever replies, be it with a /note, takes it on; otherwise the next rung is told"

    /// Writes down who was told, and lets others know outside of mail.
    mutating func climbed(to next: (rung: Int, people: [People.Person]), for clock: String) throws {
        try note([
            "rung": .int(Int64(next.rung)), "clock": .string(clock),
            "told": .array(next.people.map { .string($0.id) }),
        ])
        try outcome.emit(
            "escalated",
            [
                "rung": .int(Int64(next.rung)), "clock": .string(clock),
                "told": .array(next.people.map { .string($0.id) }), "urgent": .bool(clock == ClockName.urgent.rawValue),
                "reason": .string("\(clock) of \(ref), rung \(next.rung)"),
            ] as JSON)
    }

    /// Where nothing can be told of the case, its advocate is asked while there is time.
    private mutating func prepareUpdate(_ clock: Clock) throws {
        try noteWarning(clock)
        // Once the ladder is at its end nobody else would be told of an answer that is late, day after day. Where it is on record
        // what is awaited, somebody has it in hand.
        let isForgotten = isAnswerLate && story.climb.rung >= ladder.rungs.count && story.wait == nil
        guard isForgotten || !progress.isSpecific else { return }
        let why = isForgotten ? "their answer is late, and everybody above was told" : "there is nothing to tell"
        try tellAdvocate(
            instance("ask-update", clock),
            reason:
                "the customer is told at \(office.spoken(clock.due ?? now)) where their case stands, and \(why): "
                + "answer, or have it on record what is awaited and from whom",
            due: clock.due.map(Due.by) ?? due)
    }

    /// What an update could tell.
    var progress: Progress {
        Progress(story, understanding, clocks, people: office.people, heard: head.heard)
    }

    private mutating func update(_ clock: Clock) throws {
        // An apology that is about to leave is that news; a minute later it is looked at again.
        if let written = story.onTheirWay[Purpose.amends]?.at, now - written < Self.timeToLeave { return }
        guard !isApologyDue else { return }
        if !isAnswerLate, isLate(clock) { return try oweUpdate(clock) }
        // One that is still on its way is followed by another.
        try sayUpdate(instance("update", clock) + (clock.noticed.map { "-\($0.milliseconds)" } ?? ""))
    }

    private mutating func sayUpdate(_ name: String) throws {
        let next = clocks.nextWordAfterNews
        let mail = try office.customerMail.update(subject, progress, nextWord: next, late: isAnswerLate)
        try tellCustomer(name, Purpose.update, mail, moments: ["next_word": next])
    }

    private var isAnswerLate: Bool {
        [ClockName.firstAnswer, .nextAnswer].contains { clocks[$0]?.isMissedAndOpen == true }
    }

    /// Whether the time of an answer is up as well, and its apology is the next thing to be written.
    private var isApologyDue: Bool {
        [ClockName.firstAnswer, .nextAnswer].contains { name in
            guard let clock = clocks[name], clock.isMissedAndOpen, clock.noticed == nil else { return false }
            return figures.makeGood(name.rawValue) != nil
        }
    }

    /// How long a text may be on its way.
    private static let timeToLeave = Duration.seconds(600)

    /// An update waited until what it says of the time was no longer true: it is written anew, once, and of several that waited
    /// the last. Where the next word is the customer's by now, nobody is owed it.
    /// - Returns: whether nobody else has to find the words.
    mutating func updateAnew(_ name: String) throws -> Bool {
        guard !name.hasSuffix(Self.anew) else { return false }
        let last = story.onTheirWay[Purpose.update]?.name ?? name
        if isOpen, clocks.turn == "us", last == name { try sayUpdate(name + Self.anew) }
        return true
    }

    private static let anew = "-anew"

    /// Whether an update is late that the standards have an offer for. Of an answer that is late as well the answer's own
    /// apology tells.
    private func isLate(_ clock: Clock) -> Bool { figures.makeGood(clock.name) != nil && clock.missed != nil }

    /// The apology stands in the place of the update, and tells what that would have told.
    private mutating func oweUpdate(_ clock: Clock) throws {
        try noteMiss(clock)
        try apologise(for: clock)
        try tellAdvocate(
            instance("late", clock),
            reason: "the customer was told late where their case stands, and has an apology in your name",
            due: due)
    }

    private mutating func remind(_ clock: Clock) throws {
        try noteWarning(clock)
        let asked = story.told.last { $0.purpose == Purpose.question }
        let mail = try office.customerMail.reminder(subject, asked: asked, at: clock.started)
        try tellCustomer(instance("reminder", clock), Purpose.reminder, mail)
    }

    private mutating func close(_ clock: Clock) throws {
        let mail = try office.customerMail.closing(subject, asked: clock.started)
        try tellCustomer(instance("closing", clock), Purpose.closing, mail)
        try resolve(
            "our question of \(office.spoken(clock.started)) was not answered within \(figures.resolve.after); "
                + "the customer was told that a reply opens the case again")
    }

    private mutating func settle() throws {
        try resolve("the customer has been content with our answer for \(figures.resolve.after)")
    }

    /// Names what is said for one run of a clock.
    func instance(_ what: String, _ clock: Clock) -> String {
        "\(what)-\(clock.name)-\(clock.started.milliseconds)"
    }
}

extension [String: JSON] {
    /// With the run of a clock that it is about.
    fileprivate func about(_ clock: Clock) -> JSON {
        var members = self
        members["started"] = .string(clock.started.description)
        members["due"] = clock.due.map { .string($0.description) }
        return .object(members)
    }
}
