import Calendars
import Casework
import Clocks
import StageKit

// The promise ledger: the voice enters what a text promises as it leaves; here it is seen to that it is kept. A promise that
// runs out of time goes up the ladder first. One that was missed brings an apology with an offer before the customer asks.
extension CaseWork {
    /// Writes down which promises were kept by a text. Done with every delivery, so that whatever brings news of a text
    /// brings news of its promises.
    mutating func followPromises() throws {
        for promise in story.promises where !promise.isOver {
            guard let text = promise.kept(by: story.told) else { continue }
            try keep(promise, at: text.at, by: "the \(text.purpose) of \(text.at)")
        }
        for text in story.told where text.purpose == Purpose.amends {
            guard let name = text.promise, care.made_good?.contains(name) != true else { continue }
            care.made_good = (care.made_good ?? []) + [name]
        }
    }

    /// Promises of a thing that nobody has kept yet. A word is owed until the case is settled; a thing is owed after that too.
    var owed: [Promise] { open.filter { !$0.isWord } }

    /// What is to come though the customer says that all is well: not the next word that every text names.
    var toCome: [Promise] { open.filter { !$0.isWord || $0.isFurther } }

    /// Promises that are neither over on record nor by this delivery.
    var open: [Promise] { story.promises.filter { !$0.isOver } }

    /// A settled case owes nobody a further word. One that has not left was not kept by that: it is withdrawn.
    mutating func withdrawWords() throws {
        for promise in open where promise.isWord {
            outcome.withdraw(promise.name)
            foresee("decided", ["withdrawn": .string(promise.name)])
        }
    }

    mutating func keep(_ promise: Promise, at moment: Timestamp, by evidence: String) throws {
        outcome.keep(promise.name)
        try note([
            "promise": .string(promise.name), "kept": .string(moment.description),
            "note": .string("\"\(promise.what)\" was kept by \(evidence)"),
        ])
        foresee("decided", ["kept": .string(promise.name)])
    }

    /// `clock.due` of a promise.
    mutating func due(_ promise: Promise, _ clock: Clock, _ kind: ClockTimer.Kind) throws {
        switch kind {
        case .warn:
            try noteWarning(clock)
            let due = "is due soon, by \(office.spoken(promise.due.minute)): \"\(promise.what)\""
            guard !promise.isWord else {
                return try notice(
                    "promise-warn-\(promise.name)", to: answerable(for: promise),
                    reason:
                        "a word that was promised to the customer\(maker(of: promise)) \(due). Write to them in time; where they heard from you "
                        + "otherwise, reply with /kept \(promise.number)", due: .by(promise.due.minute))
            }
            try tellOfPromise(
                promise, "warn",
                "a promise to the customer\(maker(of: promise)) \(due). Reply with /kept \(promise.number) once it is done, and with words "
                    + "for the customer below it", due: .by(promise.due.minute))
        case .due:
            try noteMiss(clock)
            guard !promise.isWord else { return try missWord(promise) }
            try apologise(for: promise)
            if let next = ladder.next(after: 0, without: care.advocate.id) { try climbed(to: next, for: promise.clock) }
            try tellOfPromise(
                promise, "late",
                "a promise to the customer was not kept: \"\(promise.what)\". They have an apology in \(care.advocate.name)'s name"
                    + "; put it right and reply with /kept \(promise.number)",
                due: due)
        case .ladder, .predict, .quiet, .choose: break
        }
    }

    /// No word has left by the time that was told. Who owes us one themselves needs no apology; everybody else waits for an answer
    /// from now on, and of one that is late the advocate hears by its own clock.
    private mutating func missWord(_ promise: Promise) throws {
        let isOurs = clocks.turn == "us"
        if isOurs { try apologise(for: promise) }
        guard story.waitingSince == nil else { return }
        try notice(
            "word-\(promise.name)", to: answerable(for: promise),
            reason:
                "the customer counted on a word from us\(maker(of: promise)) by \(office.spoken(promise.due.minute)), "
                + "and none has left"
                + (isOurs ? "; they have an apology in \(care.advocate.name)'s name" : "")
                + ". Write to them how it stands",
            due: isOurs ? due : .atOnce)
    }

    /// Who sees to it that a promise is kept: whoever looks after the case, and who made it, unless they are away.
    private func answerable(for promise: Promise) -> [People.Person] {
        let makers = [promise.by.flatMap { office.people[$0] }].compactMap(\.self).filter { !$0.isAway(on: ladder.day) }
        return standingIn + makers.filter { !standingIn.contains($0) }
    }

    /// Says who made a promise, where that was not the advocate.
    private func maker(of promise: Promise) -> String {
        guard let by = promise.by, by != care.advocate.id, let person = office.people[by] else { return "" }
        return " (\(person.name) said so)"
    }

    private mutating func tellOfPromise(
        _ promise: Promise, _ code: String, _ reason: String, due: Due
    ) throws {
        let next = ladder.next(after: 0, without: care.advocate.id)?.people ?? []
        let answerable = answerable(for: promise)
        let people = answerable + next.filter { !answerable.contains($0) }
        try notice("promise-\(code)-\(promise.name)", to: people, reason: reason, due: due)
    }
}
