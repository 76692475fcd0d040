import Calendars
import Casework
import StageProtocol

/// Reads a case's log once, entry by entry, and keeps the runs of its clocks.
struct Reckoning {
    private(set) var runs: [Run] = []
    /// Since when the customer waits for a word of ours; nil while the next one is theirs.
    private(set) var waitingSince: Timestamp?
    /// Promised things whose day is over and that are still owed.
    private(set) var overdue: Set<String> = []

    private let figures: Figures
    private var contacts: [Timestamp] = []
    /// Contacts that a text after which the next word is the customer's had seen.
    private var covered = 0
    private var isAnswered = false
    private var isOpen = true
    /// When the next promise that nobody has kept is due: the search for those whose time has passed is rare.
    private var nextPromise = Int64.max
    private var proposed: [String: Timestamp] = [:]
    /// What the latest text was for.
    private var lastSaid = ""
    private var last = Timestamp(milliseconds: .min)

    /// - Parameters:
    ///   - earlier: contacts that stand in no entry any more; a log that long has been answered.
    ///   - opened: when a case was opened of which no contact is on record.
    init(_ figures: Figures, earlier: Int, opened: Timestamp?) {
        self.figures = figures
        contacts = Array(repeating: opened ?? Timestamp(milliseconds: 0), count: earlier)
        isAnswered = earlier > 0
        runs.reserveCapacity(12)
        if let opened { begin(at: opened) }
    }

    /// Reads a log up to a moment. The parameters are those of `CaseClocks`.
    init(_ log: [LogEntry], heard: Int?, opened: Timestamp?, _ figures: Figures, until moment: Timestamp) {
        let known = log.indices.count { log[$0].kind == "heard" }
        let earlier = (log.first?.seq ?? 1) > 1 ? max(0, (heard ?? known) - known) : 0
        self.init(figures, earlier: earlier, opened: known == 0 ? opened : nil)
        for index in log.indices where log[index].at <= moment {
            guard let event = CaseEvent(log[index], contacts: contacts.count) else { continue }
            take(event, at: log[index].at)
        }
        pass(to: moment)
    }

    /// Takes an entry in; one that a clock which was set back has dated too early counts as one of the moment before it.
    mutating func take(_ event: CaseEvent, at time: Timestamp) {
        let moment = max(time, last)
        pass(to: moment)
        last = moment
        switch event {
        case .heard(_, let isHistory):
            contacts.append(moment)
            if !isHistory { heard(at: moment) }
        case .said(let purpose, let seen, let answers): said(purpose, seen: seen, answers: answers, at: moment)
        case .served(let seen): runs.each(.acknowledge) { if $0.contact ?? 0 <= seen { $0.met = moment } }
        case .promised(let name, let due, let isWord):
            let clock = ClockName.promise(name)
            guard !runs.indices.contains(where: { runs[$0].name == clock }) else { return }
            // What a text promises stands right behind it.
            let isFurther = Purpose.furtherWord.contains(lastSaid)
            let kind: Run.Promised = isWord ? isFurther ? .furtherWord : .word : .thing
            // Of a word to who waits for an answer the answer's own clock warns.
            let isWarned = kind != .word
            let warn = isWarned ? Allowance.Warning.share(figures.promises?.warn ?? 0.75) : nil
            runs.append(
                Run(
                    clock, of: kind, at: moment,
                    Allowance(end: .moment(due.milliseconds), warning: warn)))
            nextPromise = min(nextPromise, due.milliseconds)
            runs.each(.resolve) { $0.pause(at: moment, "promise") }
        case .kept(let name, let at):
            ended(ClockName.promise(name), now: moment) { $0.met = max(at ?? moment, $0.started) }
        case .withdrawn(let name): ended(ClockName.promise(name), now: moment) { $0.stopped = moment }
        case .waits(let forCustomer): waits(forCustomer: forCustomer, at: moment)
        case .alarmed:
            if !runs.hasOpen(.urgent) { runs.append(Run(.urgent, at: moment, .span(.elapsed(0)))) }
        case .resolved: resolve(at: moment)
        case .reopened: if waitingSince == nil { begin(at: moment) }
        case .done(let deed, let clock, let started): note(deed, clock, started, at: moment)
        case .proposed(let purpose):
            proposed[purpose] = moment
            if purpose == Purpose.update { runs.each(.update) { $0.noticed = moment } }
        }
    }

    /// Lets time pass: a promise that was not kept by its time makes the next word ours. For a thing the customer hears every day
    /// where it stands; who counted on a word of ours waits for an answer again, unless they owe us one.
    mutating func pass(to moment: Timestamp) {
        guard nextPromise <= moment.milliseconds else { return }
        nextPromise = .max
        var due: [(run: Run, at: Int64)] = []
        for run in runs where run.isOpen && run.promised != nil && !overdue.contains(run.name) {
            guard case .moment(let end) = run.allowance.end else { continue }
            if end <= moment.milliseconds { due.append((run, end)) } else { nextPromise = min(nextPromise, end) }
        }
        for promise in due.sorted(by: { $0.at < $1.at }) {
            let end = max(Timestamp(milliseconds: promise.at), last)
            if promise.run.isOwed {
                overdue.insert(promise.run.name)
            } else if waitingSince == nil, isOpen, !runs.hasOpen(.reply) {
                stopCustomers(at: end)
                runs.each(.resolution) { $0.resume(at: end) }
                wait(since: end)
            } else {
                continue
            }
            if !runs.hasOpen(.update) { startUpdate(after: end) }
        }
    }

    private mutating func heard(at moment: Timestamp) {
        var run = Run(.acknowledge, at: moment, .span(figures.acknowledge.within))
        run.contact = contacts.count
        runs.append(run)
        begin(at: moment)
    }

    /// The next word is ours from now on; who already waits does not wait anew.
    private mutating func begin(at moment: Timestamp) {
        isOpen = true
        stopCustomers(at: moment)
        for index in runs.indices where runs[index].isOpen { runs[index].resume(at: moment) }
        guard waitingSince == nil else { return }
        wait(since: moment)
        if !runs.hasOpen(.update) { startFirstUpdate(at: moment) }
        if !runs.hasOpen(.resolution) {
            let end = figures.resolve.within.map { Allowance.span($0) } ?? Allowance(end: .none)
            runs.append(Run(.resolution, at: moment, end))
        }
    }

    private mutating func wait(since moment: Timestamp) {
        waitingSince = moment
        // First answer overrules next answer until it is met.
        guard !runs.hasOpen(.firstAnswer), !runs.hasOpen(.nextAnswer) else { return }
        let name = isAnswered ? ClockName.nextAnswer : .firstAnswer
        let figure = isAnswered ? figures.nextAnswer : figures.firstAnswer
        runs.append(Run(name, at: moment, .span(figure.within, warn: .share(figure.warn))))
    }

    private mutating func said(_ purpose: String, seen: Int, answers: Bool, at moment: Timestamp) {
        lastSaid = purpose
        if answers || Purpose.acknowledging.contains(purpose) {
            runs.each(.acknowledge) { if $0.contact ?? 0 <= seen { $0.met = moment } }
        }
        if !Purpose.noWord.contains(purpose) { keepWords(by: purpose, at: moment) }
        // Who thanked us and was thanked waits for nothing but what was promised.
        if purpose == Purpose.thanks, isOpen, max(covered, seen) >= contacts.count {
            return giveTurn(.resolve, at: moment, because: "answer")
        }
        guard !Purpose.noNews.contains(purpose) else { return }
        if answers {
            isAnswered = true
            for name in ClockName.answers { runs.each(name) { $0.met = moment } }
        }
        guard isOpen, answers || purpose == Purpose.question else { return news(purpose, at: moment) }
        if answers { covered = max(covered, seen) }
        guard max(covered, seen) < contacts.count else {
            return giveTurn(answers ? .resolve : .reply, at: moment, because: answers ? "answer" : "question")
        }
        news(purpose, at: moment)
        guard answers else { return }
        // Words came that it had not seen: they wait from when they came.
        stopCustomers(at: moment)
        waitingSince = nil
        wait(since: contacts[covered])
        if !runs.hasOpen(.update) { startUpdate(after: moment) }
    }

    private mutating func stopCustomers(at moment: Timestamp) {
        for index in runs.indices where runs[index].isOpen && runs[index].isCustomers {
            runs[index].stopped = moment
        }
    }

    /// The next word is the customer's.
    private mutating func giveTurn(_ name: ClockName, at moment: Timestamp, because reason: String) {
        waitingSince = nil
        runs.each(.nextAnswer) { $0.pause(at: moment, reason) }
        runs.each(.resolution) { $0.pause(at: moment, reason) }
        stopCustomers(at: moment)
        if overdue.isEmpty { runs.each(.update) { $0.stopped = moment } } else { news(Purpose.answer, at: moment) }
        // Half-way to the closing note there is one courteous reminder.
        let warn: Allowance.Warning? = name == .reply ? .share(0.5) : nil
        var run = Run(name, at: moment, .span(figures.resolve.after, warn: warn))
        if name == .resolve, isPromised { run.pause(at: moment, "promise") }
        runs.append(run)
    }

    /// The customer knows where things stand; the next news is due from when this was written.
    private mutating func news(_ purpose: String, at moment: Timestamp) {
        guard let last = runs.indices.last(where: { runs[$0].isOpen(.update) }) else { return }
        let written = proposed.removeValue(forKey: purpose).map { min($0, moment) } ?? moment
        runs.each(.update) { $0.met = moment }
        startUpdate(after: max(written, runs[last].started))
    }

    private mutating func startUpdate(after moment: Timestamp) {
        appendUpdate(at: moment, .span(figures.update.every, warn: .before(Self.timeToSpeakUp)))
    }

    /// A day on which less than an hour is left when the customer writes is not their first business day: the
    /// acknowledgment just told them when the next word comes.
    private mutating func startFirstUpdate(at moment: Timestamp) {
        let settled = figures.calendar.add(working: 3_600_000, to: moment.milliseconds)
        let end = figures.calendar.endOfBusinessDay(after: settled)
        appendUpdate(at: moment, Allowance(end: .moment(end), warning: .before(Self.timeToSpeakUp)))
    }

    /// News is written at its time, and leaves a moment later.
    private mutating func appendUpdate(at moment: Timestamp, _ allowance: Allowance) {
        var run = Run(.update, at: moment, allowance)
        run.grace = 60_000
        runs.append(run)
    }

    /// How long before an update the advocate is asked where there is nothing to tell.
    private static let timeToSpeakUp: Int64 = 3_600_000

    private mutating func keepWords(by purpose: String, at moment: Timestamp) {
        for index in runs.indices where runs[index].isOpen && runs[index].isWord && runs[index].started < moment {
            if runs[index].promised == .furtherWord, !Purpose.furtherWord.contains(purpose) { continue }
            runs[index].met = moment
        }
        countContent(at: moment)
    }

    /// Whether something that was promised is still to come.
    private var isPromised: Bool { runs.indices.contains { runs[$0].promised != nil && runs[$0].isOpen } }

    /// Silence is content from when nothing is to come any more.
    private mutating func countContent(at moment: Timestamp) {
        if !isPromised { runs.each(.resolve) { $0.resume(at: moment) } }
    }

    /// A promise was kept, or is owed no more.
    private mutating func ended(_ clock: String, now moment: Timestamp, _ end: (inout Run) -> Void) {
        for index in runs.indices where runs[index].name == clock && runs[index].isOpen { end(&runs[index]) }
        overdue.remove(clock)
        countContent(at: moment)
        if waitingSince == nil, overdue.isEmpty { runs.each(.update) { $0.stopped = moment } }
    }

    /// A person says whose the next word is. While the customer's word waits it is ours, whatever anybody says: that gains no
    /// time, and is shown.
    private mutating func waits(forCustomer: Bool, at moment: Timestamp) {
        guard isOpen else { return }
        guard forCustomer else {
            for index in runs.indices where runs[index].isOpen && runs[index].pauses.last?.isGamed == true {
                runs[index].resume(at: moment)
            }
            return
        }
        if waitingSince != nil {
            for name in [ClockName.firstAnswer, .nextAnswer, .resolution] {
                runs.each(name) { $0.pause(at: moment, "waits-for-customer", isGamed: true) }
            }
        } else if !runs.hasOpen(.reply) {
            giveTurn(.reply, at: moment, because: "waits-for-customer")
        }
    }

    private mutating func resolve(at moment: Timestamp) {
        isOpen = false
        waitingSince = nil
        overdue = []
        for index in runs.indices where runs[index].isOpen {
            runs[index].resume(at: moment)
            let isTheEnd = runs[index].clock == .resolution || runs[index].clock == .resolve
            if isTheEnd { runs[index].met = moment } else { runs[index].stopped = moment }
        }
    }

    private mutating func note(
        _ deed: CaseEvent.Deed, _ clock: String, _ started: Timestamp?, at moment: Timestamp
    ) {
        // A log that names no run means the last one; two that started at once are one to whoever is told.
        let start = started ?? runs.indices.last { runs[$0].name == clock }.map { runs[$0].started }
        for index in runs.indices where runs[index].name == clock && runs[index].started == start {
            switch deed {
            case .warned: runs[index].warned = moment
            case .missed: runs[index].noticed = moment
            }
        }
    }
}

// Runs are looked at by their places: to copy one costs more than the look.
extension [Run] {
    fileprivate func hasOpen(_ name: ClockName) -> Bool { indices.contains { self[$0].isOpen(name) } }

    /// Changes every open run of a clock.
    fileprivate mutating func each(_ name: ClockName, _ change: (inout Run) -> Void) {
        for index in indices where self[index].isOpen(name) { change(&self[index]) }
    }
}
