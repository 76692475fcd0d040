import StageProtocol

/// What became of what customers told us: done, in time, and told to those who said it.
struct FeedbackTally: Tally {
    static let source = Source.cases([.log, .understanding, .feedback])

    private struct Counts {
        var said = 0
        var handed = 0
        var done = 0
        var told = 0
        var quiet = 0
        var overdue = 0
        var days = Median()
        var worst = Worst()
    }

    private let setting: Setting
    private var cases = 0
    private var votes = 0
    private var thanked = 0
    private var kinds: [String: Counts] = [:]
    private var topics: [String: Counts] = [:]
    private var owners: [String: Counts] = [:]

    init(_ setting: Setting) { self.setting = setting }

    mutating func take(_ facts: CaseFacts) {
        cases += 1
        if facts.feedback.vote != nil { votes += 1 }
        if facts.texts.contains(where: { $0.purpose == "thanks" }) { thanked += 1 }
        for item in facts.feedback.items {
            count(item, facts, in: &kinds[item.kind == "affirmative" ? "praise" : "criticism", default: Counts()])
            count(item, facts, in: &topics[item.topic ?? "unsure", default: Counts()])
            count(item, facts, in: &owners[item.owner, default: Counts()])
        }
    }

    private func count(_ item: CaseFacts.Feedback.Item, _ facts: CaseFacts, in counts: inout Counts) {
        counts.said += 1
        if item.handed != nil { counts.handed += 1 }
        if item.told != nil { counts.told += 1 }
        if let done = item.done {
            counts.done += 1
            counts.days.add(Double(done.milliseconds - item.at.milliseconds) / 86_400_000)
        } else if item.quiet != nil {
            counts.quiet += 1
        } else if let due = item.due, due <= setting.scope.now {
            counts.overdue += 1
            counts.worst.add(facts.ref, by: setting.scope.now.milliseconds - due.milliseconds)
        }
    }

    func report() -> Report {
        let pieces = kinds.values.reduce(0) { $0 + $1.said }
        var report = Report(
            id: "feedback", title: "Feedback acted on",
            lead: """
                \(counted(pieces, "piece")) of feedback and \(counted(votes, "vote")) in \(counted(cases, "case")), and what became of them. Thanks went to \
                \(thanked).
                """)
        report.parts = [
            .table(table("kinds", "Criticism and praise", "kind", kinds)),
            .table(table("topics", "By topic", "topic", topics)),
            .table(table("owners", "By who acts on it", "owner", owners)),
        ]
        return report
    }

    private func table(_ id: String, _ title: String, _ part: String, _ parts: [String: Counts]) -> Table {
        var table = Table(
            id: id, title: title,
            columns: [
                .init(part), .init("said"), .init("handed", "handed on"), .init("done"),
                .init("done_share", "share done"),
                .init("interval_95", "95 % interval"), .init("told", "told what was done"),
                .init("quiet", "put away"), .init("overdue"),
                .init("median_days", "days until done, median"), .init("worst", "longest overdue"),
            ], none: "Nobody has told anything in words yet.")
        for (name, counts) in parts.sorted(by: { ($1.value.said, $0.key) < ($0.value.said, $1.key) }) {
            table.add(
                [.text(name), .count(counts.said), .count(counts.handed), .count(counts.done)]
                    + Value.shareAndInterval(counts.done, of: counts.said - counts.quiet) + [
                        .count(counts.told), .count(counts.quiet), .count(counts.overdue),
                        counts.days.value.map { .number($0) } ?? .none,
                        .cases(counts.worst.refs),
                    ])
        }
        return table
    }
}
