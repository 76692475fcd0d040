import Casework
import StageKit

// The promise ledger: the voice enters what a text promises as it leaves; here it is seen to that it is kept. A promise that
// runs out of time goes up the ladder first. One that was missed brings an apology with an offer before the customer asks.
extension CaseWork {
    /// Starts the clock of every promise that has none yet, and stops those that were kept. Done with every delivery, so
    /// that whatever brings news of a text brings news of its promises.
    mutating func followPromises() throws {
        for promise in story.promises where !promise.isKept {
            if let text = promise.kept(by: story.told) {
                try keep(promise, at: text.at, by: "the \(text.purpose) of \(text.at)")
            } else if isOpen, care.clocks[promise.clock] == nil {
                care.clocks[promise.clock] = Care.Clock(started: promise.at, due: promise.due)
            }
        }
        for text in story.told where text.purpose == Purpose.amends {
            guard let name = text.promise, care.made_good?.contains(name) != true else { continue }
            care.made_good = (care.made_good ?? []) + [name]
        }
    }

    /// Promises of a thing that nobody has kept yet. A word is owed until the case is settled; a thing is owed after that too.
    var owed: [Promise] { open.filter { !$0.isWord } }

    /// Promises that are neither kept on record nor by this delivery.
    var open: [Promise] { story.promises.filter { !$0.isKept && care.clocks[$0.clock]?.met == nil } }

    /// `/kept`, by a colleague: all that is open, or the one with a number.
    mutating func kept(_ number: Int?, by person: People.Person) throws -> Bool {
        let meant = open.filter { number == nil ? !$0.isWord : $0.number == number }
        for promise in meant { try keep(promise, at: now, by: "\(person.name), who says so") }
        return !meant.isEmpty
    }

    /// A settled case owes nobody a further word.
    mutating func releaseWords() throws {
        for promise in open where promise.isWord {
            try keep(promise, at: now, by: "the case being settled: no further word is owed")
        }
    }

    private mutating func keep(_ promise: Promise, at moment: Timestamp, by evidence: String) throws {
        var clock = care.clocks[promise.clock] ?? Care.Clock(started: promise.at, due: promise.due)
        clock.met = moment
        clock.missed = moment > clock.due ? clock.missed ?? moment : nil
        care.clocks[promise.clock] = clock
        outcome.keep(promise.name)
        try note(["promise": .string(promise.name), "note": .string("\"\(promise.what)\" was kept by \(evidence)")])
    }

    /// `clock.due` of a promise.
    mutating func due(_ promise: Promise, _ kind: ClockTimer.Kind) throws {
        switch kind {
        case .warn:
            care.warn(promise, at: now)
            try tellOfPromise(
                promise, "warn",
                "a promise to the customer is due soon (\(promise.due)): \"\(promise.what)\". Reply with /kept "
                    + "\(promise.number) once it is done, and with words for the customer below it",
                deadline: promise.due)
        case .due:
            care.miss(promise, at: now)
            try note(["missed": "promise", "promise": .string(promise.name), "due": .string(promise.due.description)])
            try apologise(for: promise)
            // Of an answer that is late the advocate hears by the answer's own clock.
            guard !promise.isWord else { return }
            try tellOfPromise(
                promise, "late",
                "a promise to the customer was not kept: \"\(promise.what)\". They have an apology in your name"
                    + (offer == nil ? "" : ", and an offer") + "; put it right and reply with /kept \(promise.number)",
                deadline: deadline)
        case .ladder: break
        }
    }

    private mutating func tellOfPromise(
        _ promise: Promise, _ code: String, _ reason: String, deadline: Timestamp?
    ) throws {
        let next = office.ladder(at: now).next(after: 0, without: care.advocate.id)?.people ?? []
        let people = standingIn + next.filter { !standingIn.contains($0) }
        try notice("promise-\(code)-\(promise.name)", to: people, reason: reason, deadline: deadline)
    }

    /// Tells the customer before they ask: what was not kept, what is offered, and by when they hear more.
    private mutating func apologise(for promise: Promise) throws {
        // A further word is due from now on, and the daily update goes on from here.
        if care.turn == "us" { clocks.updated(&care, at: now) }
        let next = clocks.nextWord(care, now: now) ?? clocks.moment(clocks.figures.update.every, after: now)
        let mail = try office.customerMail.amends(
            subject, promise: promise.what, offer: promise.isWord ? nil : offer, nextWord: next)
        try tellCustomer(
            "amends-\(promise.name)", Purpose.amends, mail, moments: ["next_word": next], about: promise.name)
    }

    private var offer: String? { clocks.figures.offer }
}
