import Calendars
import Casework
import Clocks
import StageProtocol

/// Whom to turn to when the advocate cannot keep a time. Rung 0 is the advocate, rung 1 the first in `people.yaml`.
struct Ladder: Sendable {
    var people: People
    /// From the bottom up: those of the topic, where it has its own.
    var rungs: [People.Rung]
    /// Today, where the desk is.
    var day: CalendarDay

    /// Who is told at a rung: those who are there, without who looks after the case anyway.
    func people(onRung rung: Int, without advocate: String) -> [People.Person] {
        guard rungs.indices.contains(rung - 1) else { return [] }
        return rungs[rung - 1].who.compactMap { people[$0] }
            .filter { $0.id != advocate && !$0.isAway(on: day) }
    }

    /// The next rung from one on at which somebody can be told, and who; nil above the top.
    func next(after rung: Int, without advocate: String) -> (rung: Int, people: [People.Person])? {
        for next in (rung + 1)..<max(rung + 1, rungs.count + 1) {
            let told = people(onRung: next, without: advocate)
            if !told.isEmpty { return (next, told) }
        }
        return nil
    }

    /// Who is told at the highest rung at which anybody can be.
    func last(without advocate: String) -> [People.Person] {
        rungs.indices.reversed().lazy.map { people(onRung: $0 + 1, without: advocate) }.first { !$0.isEmpty } ?? []
    }

    /// When a rung is told: the first at once, each further one when the one below had its time. An urgent matter goes
    /// up at any hour, so that opening hours count on the clock then.
    func moment(ofRung rung: Int, missed: Timestamp, urgent: Bool, figures: Figures) -> Timestamp {
        rungs.prefix(rung).reduce(missed) { moment, rung in
            guard urgent else { return figures.moment(rung.after, after: moment) }
            return moment + .milliseconds(rung.after.onTheClock)
        }
    }

    /// The timer of the next rung; nil above the top. Who takes it on has the time of a next answer before the next is told: in
    /// opening hours, or on the clock where it is urgent.
    /// - Parameter since: when the first rung was to be told.
    func timer(for clock: Clock, since: Timestamp, _ climb: Climb, _ figures: Figures) -> ClockTimer? {
        guard climb.rung < rungs.count else { return nil }
        let isUrgent = clock.name == ClockName.urgent.rawValue
        var at = moment(ofRung: climb.rung + 1, missed: since, urgent: isUrgent, figures: figures)
        if let taken = climb.taken { at = max(at, moment(taken: taken, urgent: isUrgent, figures: figures)) }
        return ClockTimer(clock: clock.name, kind: .ladder, at: at)
    }

    /// Until when whoever took a case on is left to answer it: for the time of a next answer, in opening hours unless it is urgent.
    func moment(taken: Timestamp, urgent: Bool, figures: Figures) -> Timestamp {
        let within = figures.nextAnswer.within
        return urgent ? taken + .milliseconds(within.onTheClock) : figures.moment(within, after: taken)
    }

    /// Who leads somebody: the first rung above the one they stand on, or the top for who stands there.
    func lead(of id: String) -> People.Person? {
        let own = rungs.firstIndex { $0.who.contains(id) }.map { $0 + 1 } ?? 0
        if let above = next(after: own, without: id) { return above.people.first }
        return rungs.last.flatMap { $0.who.compactMap { people[$0] }.first }
    }
}

extension TimeSpan {
    /// Milliseconds on the clock, opening hours or not.
    fileprivate var onTheClock: Int64 {
        switch self {
        case .elapsed(let length), .business(let length): length
        case .businessDays(let days): Int64(days) * 86_400_000
        }
    }
}
