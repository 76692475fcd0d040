import Casework
import Clocks
import StageProtocol

/// A timer that belongs to a clock.
struct ClockTimer: Sendable, Hashable {
    enum Kind: String, Codable, Sendable {
        /// The time is running short.
        case warn
        /// The time is up.
        case due
        /// The rung below had its chance.
        case ladder
        /// A miss has become likely.
        case predict
        /// A colleague's hours begin; the clock is the colleague.
        case quiet
        /// The time for knowing what a new case is about is up; it has no clock yet.
        case choose
    }

    /// The data of `clock.due`.
    struct Payload: Codable, Sendable, Hashable {
        var clock: String
        var kind: Kind
    }

    /// The name of its clock.
    var clock: String
    var kind: Kind
    var at: Timestamp

    /// Unique in the case: a clock has at most one timer of a kind.
    var name: String { kind == .ladder ? "ladder" : "\(kind.rawValue)-\(clock)" }
    /// What a colleague is told when their hours begin.
    static func quiet(_ person: String, at moment: Timestamp = Timestamp(milliseconds: 0)) -> ClockTimer {
        ClockTimer(clock: person, kind: .quiet, at: moment)
    }

    var payload: Payload { Payload(clock: clock, kind: kind) }
}

extension CaseClocks {
    /// The timers that the clocks call for: all of them, and no other. An open case has at least one, since either `update`
    /// runs or one of the customer's clocks does, or something promised is not due yet.
    func timers(_ figures: Figures) -> [ClockTimer] {
        current.compactMap { next($0.name) }.flatMap { timers(of: $0, figures) }
    }

    private func timers(of clock: Clock, _ figures: Figures) -> [ClockTimer] {
        guard clock.isOpen, !clock.isPaused, let due = clock.due, clock.name != ClockName.urgent.rawValue else {
            return []
        }
        if let noticed = clock.noticed {
            // An update that is on its way and stays there is followed by another.
            guard clock.name == ClockName.update.rawValue else { return [] }
            let next = figures.moment(figures.update.every, after: noticed)
            return [ClockTimer(clock: clock.name, kind: .due, at: next)]
        }
        let end = ClockTimer(clock: clock.name, kind: .due, at: due)
        // Of a word nobody is warned; the answer's own clock does that.
        guard clock.warned == nil, clock.missed == nil, let warns = clock.warns else { return [end] }
        return [ClockTimer(clock: clock.name, kind: .warn, at: warns), end]
    }

    /// The clock for whose sake the case climbs the ladder, and since when it does.
    var climbing: (clock: Clock, since: Timestamp)? {
        if let urgent = self[.urgent], urgent.isMissedAndOpen { return urgent.missed.map { (urgent, $0) } }
        let late = runs.filter { $0.isMissedAndOpen && $0.noticed != nil }
        let answers: Set = [ClockName.firstAnswer.rawValue, ClockName.nextAnswer.rawValue]
        // While somebody who was asked back owes the next word, nobody above could do more.
        if turn == "us", let answer = late.first(where: { answers.contains($0.name) }), let missed = answer.missed {
            return (answer, max(missed, waitingSince ?? missed))
        }
        let promise = late.first { $0.name.hasPrefix("promise-") && !$0.isWord }
        return promise.flatMap { promise in promise.missed.map { (promise, $0) } }
    }
}

extension Care {
    /// The clocks as others may read them: those that run, and what came of those that are over.
    static func clocks(of clocks: CaseClocks) -> [String: Clock] {
        let passing: Set = [ClockName.update.rawValue, ClockName.resolve.rawValue, ClockName.reply.rawValue]
        return clocks.current.reduce(into: [:]) { result, clock in
            guard let due = clock.due, clock.isOpen || !passing.contains(clock.name),
                clock.stopped == nil || clock.missed != nil
            else { return }
            result[clock.name] = Clock(
                started: clock.started, due: due, warned: clock.warned, met: clock.met, missed: clock.missed,
                paused: clock.isPaused ? clock.pauses.last?.from : nil, stopped: clock.stopped)
        }
    }

    subscript(name: ClockName) -> Clock? { clocks[name.rawValue] }

    /// Names of the timers that may wait for these clocks.
    var timers: Set<String> {
        clocks.reduce(into: []) { names, entry in
            guard entry.value.met == nil, entry.value.stopped == nil, entry.value.paused == nil else { return }
            names.formUnion(["warn-\(entry.key)", "due-\(entry.key)"])
            if entry.value.missed != nil { names.insert("ladder") }
        }
    }
}
