import Calendars
import StageProtocol

/// What escalation saw coming, whom it told, and how soon somebody took it on.
struct EscalationsTally: Tally {
    static let source = Source.cases([.log])

    private struct Reason {
        var times = 0
        var cases = 0
        var latest = Worst()
    }

    private struct Person {
        var told = 0
        var taken = 0
        var minutes = Median()
    }

    private let setting: Setting
    private var cases = 0
    private var withSteps = 0
    private var toldCases = 0
    private var reasons: [String: Reason] = [:]
    private var people: [String: Person] = [:]
    private var firstAct = Median()
    private var days = Days<Int>()

    init(_ setting: Setting) { self.setting = setting }

    mutating func take(_ facts: CaseFacts) {
        cases += 1
        guard !facts.steps.isEmpty else { return }
        withSteps += 1
        var seen: Set<String> = []
        var lastTold: CaseFacts.Step?
        for step in facts.steps {
            switch step.kind {
            case .told:
                for person in step.people { people[person, default: Person()].told += 1 }
                if lastTold == nil {
                    toldCases += 1
                    days[day: setting.calendar.day(step.at), default: 0] += 1
                }
                lastTold = step
            case .taken:
                for person in step.people {
                    people[person, default: Person()].taken += 1
                    guard let told = lastTold?.at else { continue }
                    people[person, default: Person()].minutes.add(working(told, step.at))
                }
            case .sign, .predicted, .warned, .missed, .urgent:
                let name = "\(step.kind.rawValue): \(step.code)"
                reasons[name, default: Reason()].times += 1
                guard seen.insert(name).inserted else { continue }
                reasons[name, default: Reason()].cases += 1
                reasons[name, default: Reason()].latest.add(facts.ref, by: step.at.milliseconds)
            }
        }
        noteFirstAct(facts)
    }

    /// The time from the first sign of trouble to the first person who was told or who wrote.
    private mutating func noteFirstAct(_ facts: CaseFacts) {
        let signs: Set<CaseFacts.Step.Kind> = [.sign, .predicted, .missed, .urgent]
        guard let sign = facts.steps.first(where: { signs.contains($0.kind) })?.at else { return }
        let acts =
            facts.steps.filter { $0.kind == .told || $0.kind == .taken }.map(\.at)
            + facts.texts.filter { $0.author != nil || $0.answers }.map(\.at)
        guard let act = acts.filter({ $0 >= sign }).min() else { return }
        firstAct.add(working(sign, act))
    }

    private func working(_ start: Timestamp, _ end: Timestamp) -> Double {
        Double(setting.calendar.working(between: start.milliseconds, and: end.milliseconds)) / 60_000
    }

    func report() -> Report {
        var report = Report(
            id: "escalations", title: "Escalations",
            lead: """
                In \(withSteps) of \(counted(cases, "case")) there was a sign of trouble or a time to speak up; in \(toldCases) a \
                person up the ladder was told.
                """)
        if let minutes = firstAct.value {
            report.lead +=
                " From the first sign to the first act it took \(Value.minutes(minutes).words) of opening hours, in the median."
        }
        var why = Table(
            id: "reasons", title: "Why",
            columns: [
                .init("reason"), .init("times"), .init("cases"), .init("share"), .init("interval_95", "95 % interval"),
                .init("latest", "the latest cases"),
            ], note: "Share of all cases; intervals are Wilson's.", none: "Nothing had to go up the ladder.")
        for (name, reason) in reasons.sorted(by: { ($1.value.cases, $0.key) < ($0.value.cases, $1.key) }) {
            why.add(
                [.text(name), .count(reason.times), .count(reason.cases)]
                    + Value.shareAndInterval(reason.cases, of: cases) + [.cases(reason.latest.refs)])
        }
        var who = Table(
            id: "people", title: "Who was told",
            columns: [
                .init("person"), .init("told", "times told"), .init("taken", "taken on"),
                .init("median_minutes", "until taken on, median"),
            ], note: "Minutes of opening hours.", none: "Nobody was told.")
        for (name, person) in people.sorted(by: { ($1.value.told, $0.key) < ($0.value.told, $1.key) }) {
            who.add([
                .text(name), .count(person.told), .count(person.taken),
                person.minutes.value.map { .minutes($0) } ?? .none,
            ])
        }
        let periods = days.periods(+, none: 0)
        report.parts = [
            .table(why), .table(who),
            .series(
                Series(
                    id: "told_over_time", title: "Cases in which a person was told", unit: .count,
                    labels: periods.map(\.label),
                    lines: [.init(name: "cases", points: periods.map { Double($0.count) })])),
        ]
        return report
    }
}
