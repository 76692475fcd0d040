import Calendars
import StageProtocol

/// How much there was to do, when, and for whom.
struct WorkloadTally: Tally {
    static let source = Source.cases([.log, .clocks])

    private struct Person {
        var owned = 0
        var open = 0
        var texts = 0
        var answers = 0
        var wait = Median()
    }

    /// What happened on a day.
    private struct Day {
        var opened = 0
        var settled = 0
        var contacts = 0
        var texts = 0

        static func + (left: Day, right: Day) -> Day {
            Day(
                opened: left.opened + right.opened, settled: left.settled + right.settled,
                contacts: left.contacts + right.contacts, texts: left.texts + right.texts)
        }
    }

    private let setting: Setting
    private var cases = 0
    private var open = 0
    private var automatic = 0
    private var answers = 0
    private var people: [String: Person] = [:]
    private var days = Days<Day>()
    private var hours = Array(repeating: 0, count: 24)

    init(_ setting: Setting) { self.setting = setting }

    mutating func take(_ facts: CaseFacts) {
        let calendar = setting.calendar
        cases += 1
        days[day: calendar.day(facts.opened), default: Day()].opened += 1
        if facts.isOpen { open += 1 }
        if let resolved = facts.resolved { days[day: calendar.day(resolved), default: Day()].settled += 1 }
        for contact in facts.contacts {
            days[day: calendar.day(contact), default: Day()].contacts += 1
            hours[calendar.hour(contact)] += 1
        }
        if let owner = facts.owner {
            people[owner, default: Person()].owned += 1
            if facts.isOpen { people[owner, default: Person()].open += 1 }
            if let waited = facts.waited { people[owner, default: Person()].wait.add(Double(waited) / 60_000) }
        }
        for text in facts.texts {
            days[day: calendar.day(text.at), default: Day()].texts += 1
            if text.answers { answers += 1 }
            if let author = text.author {
                people[author, default: Person()].texts += 1
                if text.answers { people[author, default: Person()].answers += 1 }
            } else if text.answers {
                automatic += 1
            }
        }
    }

    func report() -> Report {
        let share =
            answers == 0
            ? "" : " Of \(counted(answers, "answer")) \(counted(automatic, "was", "were")) written by no person."
        var report = Report(
            id: "workload", title: "Workload",
            lead: "\(counted(cases, "case")), of which \(counted(open, "is", "are")) open.\(share)")
        var table = Table(
            id: "people", title: "Who did what",
            columns: [
                .init("person"), .init("cases", "looks after"), .init("open", "of these open"),
                .init("texts", "texts written"), .init("answers", "of these answers"),
                .init("wait_median_minutes", "first answer after, median"),
            ],
            note:
                "Looks after: cases that are theirs now. The wait is that of these cases, in opening hours, whoever answered.",
            none: "Nobody looks after a case yet.")
        for (name, person) in people.sorted(by: { ($1.value.owned, $0.key) < ($0.value.owned, $1.key) }) {
            table.add([
                .text(name), .count(person.owned), .count(person.open), .count(person.texts), .count(person.answers),
                person.wait.value.map { .minutes($0) } ?? .none,
            ])
        }
        let periods = days.periods(+, none: Day())
        func line(_ name: String, _ part: KeyPath<Day, Int>) -> Series.Line {
            .init(name: name, points: periods.map { Double($0.count[keyPath: part]) })
        }
        report.parts = [
            .series(
                Series(
                    id: "work", title: "What came and what was done", unit: .count, labels: periods.map(\.label),
                    lines: [
                        line("cases opened", \.opened), line("cases settled", \.settled), line("contacts", \.contacts),
                        line("texts", \.texts),
                    ])),
            .series(
                Series(
                    id: "hours", title: "Contacts by hour of the day", unit: .count,
                    labels: hours.indices.map { $0 < 10 ? "0\($0)" : "\($0)" },
                    lines: [.init(name: "contacts", points: hours.map(Double.init))])),
            .table(table),
        ]
        return report
    }
}
