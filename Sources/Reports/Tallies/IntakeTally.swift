import StageProtocol

/// What came in and what became of it, all together and by each way in; it must add up.
struct IntakeTally: Tally {
    /// What came by one way.
    private struct Way {
        var received = 0
        var states: [SubmissionFacts.State: Int] = [:]

        mutating func add(_ state: SubmissionFacts.State?) {
            received += 1
            if let state { states[state, default: 0] += 1 }
        }

        func count(_ states: [SubmissionFacts.State]) -> Int { states.reduce(0) { $0 + (self.states[$1] ?? 0) } }
        var accounted: Int { states.values.reduce(0, +) }
        var reconciles: Bool { received == accounted }
    }

    /// What may become of a submission. What was given up counts as parked still: nobody let it in.
    private static let outcomes: [(member: String, words: String, states: [SubmissionFacts.State])] = [
        ("opened", "opened a case", [.opened]), ("followed_up", "followed one up", [.followedUp]),
        ("duplicates", "duplicates", [.duplicate]), ("parked", "parked", [.parked, .discarded]),
        ("pending", "not read yet", [.pending]),
    ]

    private let setting: Setting
    private var all = Way()
    private var ways: [String: Way] = [:]
    private var days: [String: Days<Int>] = [:]
    private var parked: [SubmissionFacts] = []

    init(_ setting: Setting) { self.setting = setting }

    static let source = Source.submissions

    mutating func take(_ submission: SubmissionFacts) {
        all.add(submission.state)
        ways[submission.via, default: Way()].add(submission.state)
        days[submission.via, default: Days()][day: setting.calendar.day(submission.at), default: 0] += 1
        if submission.state == .parked, parked.count < Self.most { parked.append(submission) }
    }

    /// So many that are parked are told one by one, the oldest.
    private static let most = 10_000

    private var sorted: [(key: String, value: Way)] {
        ways.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    // MARK: Telling

    func report() -> Report {
        let verdict =
            all.reconciles
            ? "It adds up: all that was received is accounted for."
            : "It does not add up: \(all.received) received, \(all.accounted) accounted for."
        var report = Report(id: "intake", title: "What came in", lead: "\(all.received) received. \(verdict)")
        if !all.reconciles { report.alarms = [verdict] }
        report.parts = [.table(outcomeTable), .table(wayTable), .series(series), .table(parkedTable)]
        report.members = Self.members(all)
        report.members["reconciles"] = .bool(all.reconciles)
        report.members["ways"] = .array(
            sorted.map { name, way in
                let more: [String: JSON] = ["via": .string(name), "reconciles": .bool(way.reconciles)]
                return .object(Self.members(way).merging(more) { $1 })
            })
        report.members["parked_items"] = .array(parked.map(Self.json))
        return report
    }

    private var outcomeTable: Table {
        var table = Table(
            id: "outcomes", title: "What became of it", columns: [.init("outcome"), .init("count"), .init("share")])
        for (_, words, states) in Self.outcomes { table.add(Self.row(words, all.count(states), of: all.received)) }
        let given = all.count([.discarded])
        if given > 0 { table.add(Self.row("of the parked given up", given, of: all.received)) }
        return table
    }

    private static func row(_ words: String, _ count: Int, of all: Int) -> [Value] {
        [.text(words), .count(count), all == 0 ? .none : .share(Double(count) / Double(all))]
    }

    /// A row for each mailbox and each other way in.
    private var wayTable: Table {
        var table = Table(
            id: "ways", title: "By the way it came",
            columns: [.init("via", "by"), .init("received")] + Self.outcomes.map { .init($0.member) } + [
                .init("reconciles", "adds up")
            ], none: "Nothing has come in yet.")
        for (name, way) in sorted {
            table.add(
                [.text(name), .count(way.received)] + Self.outcomes.map { .count(way.count($0.states)) } + [
                    .text(way.reconciles ? "yes" : "no")
                ])
        }
        return table
    }

    private var series: Series {
        let shown = ways.sorted { ($1.value.received, $0.key) < ($0.value.received, $1.key) }.prefix(5).map(\.key)
        let periods = Days.together(shown.map { days[$0] ?? Days() })
        return Series(
            id: "received", title: "Received, by way", unit: .count, labels: periods.map(\.label),
            lines: shown.enumerated().map { index, name in
                .init(name: name, points: periods.map { Double($0.counts[index]) })
            })
    }

    private var parkedTable: Table {
        var table = Table(
            id: "parked", title: "Parked, for a person to look at",
            columns: [.init("number"), .init("name"), .init("via", "by"), .init("since"), .init("reason")],
            note: parked.count > Self.shown ? "The oldest \(Self.shown); casewire parked shows them all." : nil,
            none: "Nothing waits.")
        for item in parked.prefix(Self.shown) {
            table.add([
                .count(Int(item.number)), .text(item.details?.name ?? item.details?.key ?? ""), .text(item.via),
                .text(setting.told(item.at)), .text(item.details?.reason ?? item.details?.code ?? ""),
            ])
        }
        return table
    }

    private static let shown = 50

    // MARK: JSON

    private static func members(_ way: Way) -> [String: JSON] {
        var members: [String: JSON] = [
            "received": .int(Int64(way.received)), "discarded": .int(Int64(way.count([.discarded]))),
        ]
        for (name, _, states) in outcomes { members[name] = .int(Int64(way.count(states))) }
        return members
    }

    private static func json(_ item: SubmissionFacts) -> JSON {
        func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
        return [
            "id": text(item.details?.key), "submission": .int(item.number), "state": "parked",
            "via": .string(item.via), "name": text(item.details?.name), "at": .string(item.at.description),
            "ref": .null,
            "code": text(item.details?.code), "reason": text(item.details?.reason), "blob": text(item.details?.blob),
            "size": item.details?.size.map { .int(Int64($0)) } ?? .null,
        ]
    }
}
