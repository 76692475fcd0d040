import Calendars
import StageProtocol

/// A run of a clock while the log is read.
struct Run {
    let name: String
    let started: Timestamp
    let allowance: Allowance
    /// The contact that an acknowledgment is for.
    var contact: Int?
    /// What was promised; nil for the clocks of no promise.
    var promised: Promised?
    /// How long after its time what it is for still comes in time: one that is told to the minute lasts to that minute's end.
    var grace = Duration.zero
    var pauses: [Clock.Pause] = []
    var warned: Timestamp?
    var noticed: Timestamp?
    var met: Timestamp?
    var stopped: Timestamp?

    enum Promised {
        /// A word, which any text keeps.
        case word
        /// A thing, which is owed until the log says that it was done.
        case thing
    }

    init(_ name: String, at started: Timestamp, _ allowance: Allowance) {
        self.name = name
        self.started = started
        self.allowance = allowance
    }

    var isOpen: Bool { met == nil && stopped == nil }
    var isWord: Bool { promised == .word }
    var isOwed: Bool { promised == .thing }

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
        let end = met ?? stopped
        let counted = pauses.filter { !$0.isGamed }
        let reckoner = Reckoner(
            calendar, start: started.milliseconds, allowance,
            pauses: counted.compactMap { pause in
                pause.until.map { pause.from.milliseconds..<$0.milliseconds }
            }, pausedSince: counted.last.flatMap { $0.until == nil ? $0.from.milliseconds : nil })
        let due = reckoner.due.map { Timestamp(milliseconds: $0) }
        let moment = end ?? now
        // The time up to the end is in time; the end itself no more. What stands does not run out.
        let isUp = due.map { $0 + grace <= min(moment, Timestamp(milliseconds: reckoner.pausedSince ?? .max)) } ?? false
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
            missed: isUp ? due : nil, noticed: noticed.flatMap { $0 >= due ?? $0 ? $0 : nil }, stopped: stopped,
            left: reckoner.left(at: moment.milliseconds), isCountedInHours: allowance.isCountedInHours,
            paused: length(counted), gamed: length(pauses.filter(\.isGamed)), isWord: isWord)
    }
}
