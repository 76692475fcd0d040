import Calendars
import Casework
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
    }

    /// The data of `clock.due`.
    struct Payload: Codable, Sendable, Hashable {
        var clock: String
        var kind: Kind
    }

    /// Its name in the section `care`.
    var clock: String
    var kind: Kind
    var at: Timestamp

    /// Unique in the case: a clock has at most one timer of a kind.
    var name: String { kind == .ladder ? "ladder" : "\(kind.rawValue)-\(clock)" }
    var payload: Payload { Payload(clock: clock, kind: kind) }
}

extension Clocks {
    /// The timers that the clocks call for: all of them, and no other. A case whose clocks run has at least one, since
    /// either `update` runs or one of the customer's clocks does.
    func timers(_ care: Care, ladder: Ladder) -> [ClockTimer] {
        var timers: [ClockTimer] = []
        for name in ClockName.allCases where name != .urgent {
            guard let clock = care[name], clock.isRunning else { continue }
            if clock.warned == nil, let share = warning(of: name) {
                timers.append(ClockTimer(clock: name.rawValue, kind: .warn, at: moment(of: share, clock, name)))
            }
            timers.append(ClockTimer(clock: name.rawValue, kind: .due, at: clock.due))
        }
        if let next = nextRung(care, ladder) { timers.append(next) }
        return timers
    }

    /// The clock for whose sake the case climbs the ladder.
    func climbing(_ care: Care) -> ClockName? {
        if care[.urgent]?.isMissedAndOpen == true { return .urgent }
        return [ClockName.firstAnswer, .nextAnswer].first { care[$0]?.isMissedAndOpen == true }
    }

    private func nextRung(_ care: Care, _ ladder: Ladder) -> ClockTimer? {
        guard let name = climbing(care), let missed = care[name]?.missed, care.rung < ladder.people.ladder.count else {
            return nil
        }
        let at = ladder.moment(ofRung: care.rung + 1, missed: missed, urgent: name == .urgent, clocks: self)
        return ClockTimer(clock: name.rawValue, kind: .ladder, at: at)
    }

    private func warning(of name: ClockName) -> Double? {
        switch name {
        case .firstAnswer: figures.firstAnswer.warn
        case .nextAnswer: figures.nextAnswer.warn
        // A courteous reminder, half-way to the closing note.
        case .reply: 0.5
        case .acknowledge, .update, .urgent, .resolve: nil
        }
    }

    /// A share of the clock's time: of opening hours where the standard counts those, so that nobody is warned at
    /// night for a time that does not pass at night.
    private func moment(of share: Double, _ clock: Care.Clock, _ name: ClockName) -> Timestamp {
        let span =
            switch name {
            case .firstAnswer: figures.firstAnswer.within
            case .nextAnswer: figures.nextAnswer.within
            default: figures.resolve.after
            }
        let (start, due) = (clock.started.milliseconds, clock.due.milliseconds)
        if span.milliseconds != nil {
            return Timestamp(milliseconds: start + Int64(Double(max(0, due - start)) * share))
        }
        let working = figures.calendar.working(between: start, and: due)
        let moment = figures.calendar.add(working: Int64(Double(working) * share), to: start)
        return Timestamp(milliseconds: min(moment, due))
    }
}
