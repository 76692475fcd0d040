import Calendars
import StageProtocol

/// A run of a clock while the log is read.
struct Run {
    /// Which clock it is of; nil for that of a promise.
    let clock: ClockName?
    let name: String
    let started: Timestamp
    let allowance: Allowance
    /// The contact that an acknowledgment is for.
    var contact: Int?
    /// What was promised; nil for the clocks of no promise.
    let promised: Promised?
    /// Milliseconds after its time in which what it is for still comes in time: one that is told to the minute lasts to that
    /// minute's end.
    var grace: Int64 = 0
    var pauses: [Clock.Pause] = []
    var warned: Timestamp?
    var noticed: Timestamp?
    var met: Timestamp?
    var stopped: Timestamp?

    enum Promised {
        /// The next word to who waits, which any text keeps.
        case word
        /// A word that an answer or a question promises on top of itself, and that no other text keeps.
        case furtherWord
        /// A thing, which is owed until the log says that it was done.
        case thing
    }

    init(_ clock: ClockName, at started: Timestamp, _ allowance: Allowance) {
        (self.clock, name, promised) = (clock, clock.rawValue, nil)
        self.started = started
        self.allowance = allowance
    }

    /// - Parameter clock: the name of the promise's clock.
    init(_ clock: String, of promised: Promised, at started: Timestamp, _ allowance: Allowance) {
        (self.clock, name, self.promised) = (nil, clock, promised)
        self.started = started
        self.allowance = allowance
    }

    var isOpen: Bool { met == nil && stopped == nil }
    func isOpen(_ name: ClockName) -> Bool { clock == name && isOpen }
    var isWord: Bool { promised == .word || promised == .furtherWord }
    var isOwed: Bool { promised == .thing }
    /// Whether it runs while the customer has the next word.
    var isCustomers: Bool { clock?.isCustomers ?? false }

    mutating func pause(at moment: Timestamp, _ reason: String, isGamed: Bool = false) {
        guard pauses.last.map({ $0.until != nil }) ?? true else { return }
        pauses.append(Clock.Pause(from: moment, until: nil, reason: reason, isGamed: isGamed))
    }

    mutating func resume(at moment: Timestamp) {
        guard let last = pauses.indices.last, pauses[last].until == nil else { return }
        pauses[last].until = moment
        if pauses[last].from == moment { pauses.removeLast() }
    }

    /// How it stands at a moment.
    func clock(at now: Timestamp, _ calendar: BusinessCalendar) -> Clock {
        let reckoner = reckoner(calendar)
        let times = times(at: now, reckoner)
        let (due, moment) = (times.due, met ?? stopped ?? now)
        func length(_ pauses: [Clock.Pause]) -> Int64 {
            pauses.reduce(0) { sum, pause in
                let (from, until) = (pause.from.milliseconds, (pause.until ?? moment).milliseconds)
                guard from < until else { return sum }
                return sum + (allowance.isCountedInHours ? calendar.working(between: from, and: until) : until - from)
            }
        }
        return Clock(
            name: name, started: started, pauses: pauses, due: due,
            warns: reckoner.warns.map { Timestamp(milliseconds: $0) }, warned: warned, met: met,
            missed: times.missed, noticed: noticed.flatMap { $0 >= due ?? $0 ? $0 : nil }, stopped: stopped,
            left: reckoner.left(at: moment.milliseconds), isCountedInHours: allowance.isCountedInHours,
            paused: length(pauses.filter { !$0.isGamed }), gamed: length(pauses.filter(\.isGamed)), isWord: isWord)
    }

    /// The same without what takes long to work out.
    func times(at now: Timestamp, _ calendar: BusinessCalendar) -> ClockTimes { times(at: now, reckoner(calendar)) }

    private func times(at now: Timestamp, _ reckoner: Reckoner) -> ClockTimes {
        let moment = (met ?? stopped ?? now).milliseconds
        // The time up to the end is in time; the end itself no more. What stands does not run out.
        let isUp = reckoner.due.map { $0 + grace <= min(moment, reckoner.pausedSince ?? .max) } ?? false
        let due = reckoner.due.map { Timestamp(milliseconds: $0) }
        return ClockTimes(
            clock: clock, name: name, started: started, due: due, warned: warned, met: met, missed: isUp ? due : nil,
            stopped: stopped, isWord: isWord)
    }

    private func reckoner(_ calendar: BusinessCalendar) -> Reckoner {
        let counted = pauses.filter { !$0.isGamed }
        return Reckoner(
            calendar, start: started.milliseconds, allowance,
            pauses: counted.compactMap { pause in
                pause.until.map { pause.from.milliseconds..<$0.milliseconds }
            }, pausedSince: counted.last.flatMap { $0.until == nil ? $0.from.milliseconds : nil })
    }
}
