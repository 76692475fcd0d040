import Calendars
import Casework
import StageKit

extension CaseWork {
    /// `clock.due`: a timer of a clock fired. It counts only if its clock still calls for it.
    mutating func due(_ fired: ClockTimer.Payload) throws {
        guard isOpen,
            timers(care, office.ladder(at: now)).contains(where: { $0.payload == fired && $0.at <= now })
        else { return }
        if let promise = open.first(where: { $0.clock == fired.clock }) { return try due(promise, fired.kind) }
        guard let name = ClockName(rawValue: fired.clock) else { return }
        if ClockName.answers.contains(name), let answer = story.fullAnswer {
            // The answer is on record and only the news of it has not come yet.
            return clocks.answered(&care, at: answer.at, next: nil)
        }
        switch (name, fired.kind) {
        case (_, .ladder): try climb()
        case (.firstAnswer, .warn), (.nextAnswer, .warn): try warn(name)
        case (.firstAnswer, .due), (.nextAnswer, .due): try miss(name)
        case (.acknowledge, _): try missReceipt()
        case (.update, _): try update()
        case (.reply, .warn): try remind()
        case (.reply, .due): try close()
        case (.resolve, _): try settle()
        case (.urgent, _): break
        }
    }

    private mutating func warn(_ name: ClockName) throws {
        guard let clock = care[name] else { return }
        care.warn(name, at: now)
        let remaining =
            isCountedInHours(name)
            ? office.calendar.working(between: now.milliseconds, and: clock.due.milliseconds)
            : (clock.due - now).wholeMilliseconds
        let subject = about("the time for the answer is running short", deadline: clock.due)
        for person in standingIn {
            let mail = try office.staffMail.warning(subject, remaining: remaining, to: person)
            say(instance("warn", name, clock) + "-\(person.id)", Purpose.staffWarning, mail, to: person)
        }
    }

    private mutating func miss(_ name: ClockName) throws {
        guard let clock = care[name] else { return }
        care.miss(name, at: now)
        try note(["missed": .string(name.rawValue), "due": .string(clock.due.description)])
        try tellAdvocate(
            instance("late", name, clock) + "-0", reason: "the answer was due by now, and the case goes up the ladder",
            deadline: clocks.nextWord(care, now: now))
    }

    /// A receipt that is late is late because texts wait to be sent: mail about it would wait behind them.
    private mutating func missReceipt() throws {
        guard let clock = care[.acknowledge] else { return }
        care.miss(.acknowledge, at: now)
        try note(["missed": .string(ClockName.acknowledge.rawValue), "due": .string(clock.due.description)])
        received.logger.warning("no acknowledgment left in time", metadata: ["due": "\(clock.due)"])
    }

    private mutating func climb() throws {
        guard let name = clocks.climbing(care), let clock = care[name] else { return }
        guard let next = office.ladder(at: now).next(after: care.rung, without: care.advocate.id) else {
            // Nobody is above: the advocate and the daily update go on.
            care.rung = office.people.ladder.count
            return
        }
        care.rung = next.rung
        let reason =
            name == .urgent
            ? "it is urgent, and nobody has answered yet" : "\(care.advocate.name) could not answer in time"
        try notice(
            instance("late", name, clock) + "-\(next.rung)", to: next.people, reason: reason,
            deadline: name == .urgent ? nil : clocks.nextWord(care, now: now))
    }

    private mutating func update() throws {
        guard care.turn == "us", let clock = care[.update] else { return care[.update] = nil }
        if let news = story.lastNews, news.at > clock.started,
            clocks.moment(clocks.figures.update.every, after: news.at) > now
        {
            return clocks.updated(&care, at: news.at)
        }
        clocks.updated(&care, at: now)
        let late = [ClockName.firstAnswer, .nextAnswer].contains { care[$0]?.isMissedAndOpen == true }
        let next = clocks.nextWord(care, now: now) ?? now
        let mail = try office.customerMail.update(subject, nextWord: next, late: late)
        try tellCustomer(instance("update", .update, clock), Purpose.update, mail, moments: ["next_word": next])
    }

    private mutating func remind() throws {
        guard let clock = care[.reply] else { return }
        care.warn(.reply, at: now)
        let asked = story.told.last { $0.purpose == Purpose.question }
        let mail = try office.customerMail.reminder(subject, asked: asked, at: clock.started)
        try tellCustomer(instance("reminder", .reply, clock), Purpose.reminder, mail)
    }

    private mutating func close() throws {
        guard let clock = care[.reply] else { return }
        let mail = try office.customerMail.closing(subject, asked: clock.started)
        try tellCustomer(instance("closing", .reply, clock), Purpose.closing, mail)
        try resolve(
            "our question of \(clock.started) was not answered within \(clocks.figures.resolve.after); "
                + "the customer was told that a reply opens the case again")
    }

    private mutating func settle() throws {
        guard owed.isEmpty else {
            // What was promised is kept first.
            let due = clocks.moment(clocks.figures.resolve.after, after: now)
            care[.resolve] = Care.Clock(started: now, due: due)
            return
        }
        try resolve("the customer has been content with our answer for \(clocks.figures.resolve.after)")
    }

    private func isCountedInHours(_ name: ClockName) -> Bool {
        let figures = clocks.figures
        return (name == .firstAnswer ? figures.firstAnswer : figures.nextAnswer).within.milliseconds == nil
    }

    /// Names what is said for one run of a clock.
    private func instance(_ what: String, _ name: ClockName, _ clock: Care.Clock) -> String {
        "\(what)-\(name.rawValue)-\(clock.started.milliseconds)"
    }
}
