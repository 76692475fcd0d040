import Casework
import Clocks
import StageProtocol

/// What was promised to customers and what became of it.
struct PromisesTally: Tally {
    static let source = Source.cases([.log, .clocks, .care])

    /// How a promise stands.
    enum State: String, CaseIterable {
        case kept
        case keptLate = "kept-late"
        case late, open
        /// The case was settled before its time was up, and nobody waits for it any more.
        case withdrawn
        /// The same, and its time was up by then.
        case withdrawnLate = "withdrawn-late"

        init(_ clock: ClockTimes?, due: Timestamp, withdrawn: Timestamp?, now: Timestamp) {
            if let withdrawn {
                self = withdrawn >= due ? .withdrawnLate : .withdrawn
                return
            }
            guard clock?.met != nil else {
                self = clock?.missed != nil || now >= due ? .late : .open
                return
            }
            self = clock?.missed != nil ? .keptLate : .kept
        }

        var words: String { rawValue.replacing("-", with: " ") }
        var member: String { rawValue.replacing("-", with: "_") }
    }

    private struct Counts {
        var made = 0
        var states: [State: Int] = [:]
        var madeGood = 0

        /// What was withdrawn in time was neither kept nor missed.
        var over: Int { made - (states[.open] ?? 0) - (states[.withdrawn] ?? 0) }
        var kept: Int { states[.kept] ?? 0 }

        mutating func add(_ state: State, isMadeGood: Bool) {
            made += 1
            states[state, default: 0] += 1
            if isMadeGood { madeGood += 1 }
        }
    }

    private struct Item {
        var promise: CaseFacts.Promised
        var ref: String
        var isOpenCase: Bool
        var kept: Timestamp?
        var withdrawn: Timestamp?
        var state: State
        var isMadeGood: Bool
    }

    private let setting: Setting
    private var all = Counts()
    private var kinds: [String: Counts] = [:]
    private var authorities: [String: Counts] = [:]
    private var days = Days<Counts>()
    private var items: [Item] = []

    init(_ setting: Setting) { self.setting = setting }

    /// So many are told one by one, the latest due.
    private static let most = 10_000

    mutating func take(_ facts: CaseFacts) {
        for promise in facts.promises {
            let clock = facts.clock(of: promise)
            let withdrawn = facts.withdrawn[promise.name]
            let state = State(clock, due: promise.due, withdrawn: withdrawn, now: setting.scope.now)
            let isMadeGood = facts.madeGood.contains(promise.name)
            all.add(state, isMadeGood: isMadeGood)
            kinds[promise.kind, default: Counts()].add(state, isMadeGood: isMadeGood)
            authorities[promise.authority, default: Counts()].add(state, isMadeGood: isMadeGood)
            let day = setting.calendar.day(promise.due)
            days[day: day, default: Counts()].add(state, isMadeGood: isMadeGood)
            items.append(
                Item(
                    promise: promise, ref: facts.ref, isOpenCase: facts.isOpen, kept: clock?.met,
                    withdrawn: withdrawn, state: state, isMadeGood: isMadeGood))
        }
        if items.count > 2 * Self.most { items = latest }
    }

    private var latest: [Item] {
        Array(items.sorted { ($1.promise.due, $0.ref) < ($0.promise.due, $1.ref) }.prefix(Self.most))
    }

    // MARK: Telling

    func report() -> Report {
        var report = Report(
            id: "promises", title: "Promises",
            lead: all.made == 0 ? "Nothing has been promised yet." : "\(all.made) promises, and what became of them.")
        if all.over > 0 {
            let share = Value.share(Double(all.kept) / Double(all.over)).words
            report.lead += " Of those that are over \(share) were kept in time."
        }
        report.parts = [
            .table(table("kinds", "By kind", "kind", kinds)),
            .table(table("authorities", "By whose word", "authority", authorities)), .series(series), .table(owed),
        ]
        report.members = Self.members(all)
        report.members["kinds"] = list("kind", kinds)
        report.members["authorities"] = list("authority", authorities)
        report.members["promises"] = .array(latest.map(json))
        return report
    }

    private static func sorted(_ parts: [String: Counts]) -> [(key: String, value: Counts)] {
        parts.sorted { ($1.value.made, $0.key) < ($0.value.made, $1.key) }
    }

    private func table(_ id: String, _ title: String, _ part: String, _ parts: [String: Counts]) -> Table {
        var table = Table(
            id: id, title: title,
            columns: [.init(part), .init("made")] + State.allCases.map { .init($0.member) } + [
                .init("made_good"), .init("kept_in_time"), .init("interval_95", "95 % interval"),
            ], note: "Kept in time of those that are over; intervals are Wilson's.")
        for (name, counts) in Self.sorted(parts) {
            table.add(
                [.text(name), .count(counts.made)] + State.allCases.map { .count(counts.states[$0] ?? 0) }
                    + [.count(counts.madeGood)] + Value.shareAndInterval(counts.kept, of: counts.over))
        }
        return table
    }

    private var series: Series {
        var shares = Days<(kept: Int, over: Int)>()
        days.each { shares[day: $0, default: (0, 0)] = ($1.kept, $1.over) }
        let periods = shares.periods({ ($0.kept + $1.kept, $0.over + $1.over) }, none: (0, 0))
        return Series(
            id: "kept_over_time", title: "Kept in time, by the \(shares.period) in which they were due", unit: .share,
            labels: periods.map(\.label),
            lines: [
                .init(
                    name: "kept in time",
                    points: periods.map { $0.count.over == 0 ? nil : Double($0.count.kept) / Double($0.count.over) })
            ])
    }

    /// Those that nobody has kept, the longest overdue first, then those that are due next.
    private var owed: Table {
        var table = Table(
            id: "owed", title: "Still to be kept",
            columns: [.init("case"), .init("state"), .init("due"), .init("authority"), .init("amends"), .init("what")],
            none: "No promise is open.")
        table.most = 20
        let open = items.filter { $0.state == .late || $0.state == .open }
        for item in open.sorted(by: { ($0.promise.due, $0.ref) < ($1.promise.due, $1.ref) }) {
            table.add([
                .cases([item.ref]), .text(item.state.words), .text(setting.told(item.promise.due)),
                .text(item.promise.authority), .text(item.isMadeGood ? "offered" : ""), .text(item.promise.what),
            ])
        }
        return table
    }

    // MARK: JSON

    private static func members(_ counts: Counts) -> [String: JSON] {
        var members: [String: JSON] = ["made": .int(Int64(counts.made)), "made_good": .int(Int64(counts.madeGood))]
        for state in State.allCases { members[state.member] = .int(Int64(counts.states[state] ?? 0)) }
        if counts.over > 0 {
            let share = Share(counts.kept, of: counts.over)
            members["kept_in_time"] = .rounded(share.value)
            members["interval_95"] = [.rounded(share.low), .rounded(share.high)]
        }
        return members
    }

    private func list(_ name: String, _ parts: [String: Counts]) -> JSON {
        .array(Self.sorted(parts).map { .object(Self.members($0.value).merging([name: .string($0.key)]) { $1 }) })
    }

    private func json(_ item: Item) -> JSON {
        [
            "ref": .string(item.ref), "status": item.isOpenCase ? "open" : "resolved",
            "name": .string(item.promise.name), "kind": .string(item.promise.kind), "what": .string(item.promise.what),
            "due": .string(item.promise.due.description), "authority": .string(item.promise.authority),
            "evidence": .string(item.promise.evidence), "at": .string(item.promise.at.description),
            "kept": item.kept.map { .string($0.description) } ?? nil,
            "withdrawn": item.withdrawn.map { .string($0.description) } ?? nil, "state": .string(item.state.rawValue),
            "made_good": .bool(item.isMadeGood),
        ]
    }
}
