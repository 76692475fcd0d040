import Clocks
import StageProtocol

/// Whether all customers were served alike: waits, remedies and tone across sizes of accounts, languages and channels, each
/// group held against all others within like cases, that is of one topic and one month.
struct ParityTally: Tally {
    static let source = Source.cases([.log, .clocks, .contact, .understanding, .care])

    /// What is held against each other.
    enum Measure: Int, CaseIterable {
        case wait, inTime, remedy, heldBack

        var title: String {
            switch self {
            case .wait: "wait for the first answer"
            case .inTime: "first answer in time"
            case .remedy: "something granted"
            case .heldBack: "a text held back for its tone"
            }
        }

        /// What of it a case shows; nil where it shows nothing yet.
        func value(_ facts: CaseFacts) -> Double? {
            switch self {
            case .wait: facts.waited.map { Double($0) / 60_000 }
            case .inTime:
                facts.runs(.firstAnswer).first.flatMap { run in
                    run.missed != nil ? 0 : run.met != nil ? 1 : nil
                }
            case .remedy: facts.isRemedied ? 1 : 0
            case .heldBack: facts.refused > 0 ? 1 : 0
            }
        }

        func gap(_ strata: [Stratum]) -> Gap? { self == .wait ? .means(strata) : .shares(strata) }
    }

    private struct Key: Hashable {
        var topic: String
        var month: String
    }

    /// A sample of each measure.
    private typealias Samples = [Sample]

    private let setting: Setting
    private var cases = 0
    /// By what customers are told apart, and of each group its strata.
    private var groups: [String: [String: [Key: Samples]]] = [:]

    init(_ setting: Setting) { self.setting = setting }

    mutating func take(_ facts: CaseFacts) {
        cases += 1
        let key = Key(topic: facts.topic, month: setting.calendar.month(facts.opened))
        let values = Measure.allCases.map { $0.value(facts) }
        add(values, "language", facts.language, key)
        add(values, "channel", facts.channel, key)
        if let size = facts.customer.flatMap({ setting.sizes[$0.lowercased()] }) {
            add(values, "account size", size, key)
        }
    }

    private mutating func add(_ values: [Double?], _ dimension: String, _ group: String, _ key: Key) {
        let none = Array(repeating: Sample(), count: values.count)
        Self.add(values, to: &groups[dimension, default: [:]][group, default: [:]][key, default: none])
    }

    private static func add(_ values: [Double?], to samples: inout Samples) {
        for (index, value) in values.enumerated() { value.map { samples[index].add($0) } }
    }

    // MARK: Comparing

    /// A group held against all others.
    private struct Comparison {
        var dimension: String
        var group: String
        var measure: Measure
        var one: Sample
        var other: Sample
        /// Nil where there are too few like cases.
        var gap: Gap?
    }

    /// With fewer on a side, the interval would promise more than it can keep.
    private static let fewest = 20

    private var comparisons: [Comparison] {
        ["account size", "language", "channel"].flatMap { dimension -> [Comparison] in
            let groups = groups[dimension] ?? [:]
            guard groups.count > 1 else { return [] }
            let all = groups.values.reduce(into: [Key: Samples]()) { all, strata in
                all.merge(strata) { zip($0, $1).map(+) }
            }
            return groups.sorted { $0.key < $1.key }.flatMap { group, strata in
                measures.map { compare(dimension, group, $0, strata, all) }
            }
        }
    }

    /// Those in which any two cases differ: what happened to nobody, or to all, tells nobody apart.
    private var measures: [Measure] {
        let all = (groups["channel"] ?? [:]).values.flatMap(\.values)
        return Measure.allCases.filter { measure in
            all.reduce(Sample()) { $0 + $1[measure.rawValue] }.spread > 0
        }
    }

    private func compare(
        _ dimension: String, _ group: String, _ measure: Measure, _ strata: [Key: Samples], _ all: [Key: Samples]
    ) -> Comparison {
        // In one order, so that the last digits of sums are the same every time.
        let keys = strata.keys.sorted { ($0.month, $0.topic) < ($1.month, $1.topic) }
        let pairs = keys.compactMap { key -> Stratum? in
            guard let one = strata[key]?[measure.rawValue], let whole = all[key]?[measure.rawValue] else { return nil }
            return Stratum(one: one, other: whole - one)
        }.filter(\.isShared)
        let one = pairs.reduce(Sample()) { $0 + $1.one }
        let other = pairs.reduce(Sample()) { $0 + $1.other }
        let isEnough = min(one.count, other.count) >= Self.fewest
        return Comparison(
            dimension: dimension, group: group, measure: measure, one: one, other: other,
            gap: isEnough ? measure.gap(pairs) : nil)
    }

    // MARK: Telling

    func report() -> Report {
        var report = Report(
            id: "parity", title: "Parity",
            lead: """
                Whether \(cases) cases were served alike, whoever wrote: each group against all others within cases of the \
                same topic and month. An alarm is a gap that chance does not explain, all rows of this report together \
                considered.
                """)
        let comparisons = comparisons
        let count = comparisons.count { $0.gap != nil }
        // Of many rows one would be far off by chance alone; so the intervals of all hold together (Bonferroni).
        let reach = Normal.reach(1 - 0.05 / Double(max(1, count)))
        var table = Table(
            id: "parity", title: "Groups against all others",
            columns: [
                .init("by"), .init("group"), .init("measure"), .init("cases"), .init("here"),
                .init("others", "the others"), .init("gap"), .init("interval", "interval, 95 % for all rows together"),
                .init("alarm"),
            ],
            note: """
                Differences of shares: Mantel and Haenszel, variance after Sato; of waits (opening hours until the first \
                answer): means with the same weights. Below \(Self.fewest) like cases on a side no gap is told.
                """, none: "There are no two groups to compare.")
        var shares = Intervals(id: "gaps", title: "Gaps in shares", unit: .points, reference: 0, rows: [])
        var waits = Intervals(id: "wait_gaps", title: "Gaps in waits", unit: .minutes, reference: 0, rows: [])
        for one in comparisons {
            let bounds = one.gap?.interval(reaching: reach)
            let isAlarm = bounds.map { $0.low > 0 || $0.high < 0 } ?? false
            table.add(row(one, bounds, isAlarm))
            guard let gap = one.gap, let bounds else { continue }
            let plotted = Intervals.Row(
                name: "\(one.group): \(one.measure.title)", value: gap.value, low: bounds.low, high: bounds.high,
                isAlarm: isAlarm)
            if one.measure == .wait { waits.rows.append(plotted) } else { shares.rows.append(plotted) }
            if isAlarm { report.alarms.append(alarm(one, gap)) }
        }
        let alike = Measure.allCases.filter { !measures.contains($0) }.map(\.title)
        if cases > 0, !alike.isEmpty { table.note? += " The same in all cases: \(alike.joined(separator: ", "))." }
        report.parts = [.table(table), .intervals(shares), .intervals(waits)]
        if report.alarms.isEmpty, !table.rows.isEmpty { report.lead += " There is none." }
        if setting.sizes.isEmpty {
            report.lead += """
                 Sizes of accounts are known to no part of the pipeline: --accounts names a list of them, which is \
                looked at here and nowhere else.
                """
        }
        return report
    }

    private func row(_ one: Comparison, _ bounds: (low: Double, high: Double)?, _ isAlarm: Bool) -> [Value] {
        let isWait = one.measure == .wait
        func value(_ number: Double) -> Value { isWait ? .minutes(number) : .share(number) }
        var interval = Value.none
        if let bounds {
            interval =
                isWait
                ? .minutesBetween(low: bounds.low, high: bounds.high) : .shares(low: bounds.low, high: bounds.high)
        }
        return [
            .text(one.dimension), .text(one.group), .text(one.measure.title), .count(one.one.count),
            one.one.count > 0 ? value(one.one.mean) : .none, one.other.count > 0 ? value(one.other.mean) : .none,
            one.gap.map { value($0.value) } ?? .none, interval, .yes(isAlarm),
        ]
    }

    private func alarm(_ one: Comparison, _ gap: Gap) -> String {
        let less = gap.value < 0 ? "less" : "more"
        let size =
            one.measure == .wait ? Value.minutes(abs(gap.value)).words : "\(Value.points(abs(gap.value))) points"
        return "\(one.dimension) \(one.group): \(one.measure.title), \(size) \(less) than like cases of the others"
    }
}

extension CaseFacts {
    /// Whether the customer was granted something: money, a price, another piece, goodwill, or amends.
    fileprivate var isRemedied: Bool {
        isGranted || !madeGood.isEmpty || promises.contains { Self.remedies.contains($0.kind) }
    }
    private static let remedies: Set = ["refund", "credit", "discount", "replacement"]
}
