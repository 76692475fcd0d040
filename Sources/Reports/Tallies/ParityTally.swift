import Clocks
import StageProtocol

/// Whether all customers were served alike: waits, remedies and tone across sizes of accounts, languages and channels, each
/// group held against all others within like cases, that is of one topic and one month.
struct ParityTally: Tally {
    static let source = Source.cases([.log, .clocks, .contact, .understanding, .care])

    private let setting: Setting
    private var cases = ParityCases()

    init(_ setting: Setting) { self.setting = setting }

    mutating func take(_ facts: CaseFacts) {
        let size = facts.customer.flatMap { setting.sizes[$0.lowercased()] }
        cases.add(facts, month: setting.calendar.month(facts.opened), size: size)
    }

    // MARK: Comparing

    /// A group held against all others.
    private struct Comparison {
        var dimension: ParityCases.Dimension
        var group: String
        var measure: ParityCases.Measure
        var one: Sample
        var other: Sample
        /// Nil where there are too few like cases.
        var gap: Gap?
    }

    /// With fewer on a side, the interval would promise more than it can keep.
    private static let fewest = 20

    private func comparisons(of measures: [ParityCases.Measure]) -> [Comparison] {
        ParityCases.Dimension.allCases.flatMap { dimension -> [Comparison] in
            let compared = measures.map { (measure: $0, groups: cases.compared(by: dimension, $0)) }
            let groups = compared.first?.groups ?? []
            guard groups.count > 1 else { return [] }
            return groups.indices.flatMap { index in
                compared.map { Self.compare(dimension, $0.measure, $0.groups[index]) }
            }
        }
    }

    private static func compare(
        _ dimension: ParityCases.Dimension, _ measure: ParityCases.Measure, _ compared: ParityCases.Compared
    ) -> Comparison {
        let one = compared.strata.reduce(Sample()) { $0 + $1.one }
        let other = compared.strata.reduce(Sample()) { $0 + $1.other }
        var gap: Gap?
        if min(one.count, other.count) >= fewest {
            gap = measure == .wait ? .means(compared.strata) : .shares(compared.strata)
            gap?.clustering = compared.clustering
        }
        return Comparison(
            dimension: dimension, group: compared.group, measure: measure, one: one, other: other, gap: gap)
    }

    // MARK: Telling

    func report() -> Report {
        var report = Report(
            id: "parity", title: "Parity",
            lead: """
                Whether \(counted(cases.count, "case was", "cases were")) served alike, whoever wrote: each group against all others within cases of \
                the same topic and month. An alarm is a gap that chance does not explain, all rows of this report together \
                considered.
                """)
        let measures = cases.telling
        let comparisons = comparisons(of: measures)
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
                answer): means with the same weights. Intervals are wider where customers write more than once. Below \
                \(Self.fewest) like cases on a side no gap is told.
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
        let alike = ParityCases.Measure.allCases.filter { !measures.contains($0) }.map(\.title)
        if cases.count > 0, !alike.isEmpty {
            table.note? += " The same in all cases: \(alike.joined(separator: ", "))."
        }
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
            .text(one.dimension.title), .text(one.group), .text(one.measure.title), .count(one.one.count),
            one.one.count > 0 ? value(one.one.mean) : .none, one.other.count > 0 ? value(one.other.mean) : .none,
            one.gap.map { value($0.value) } ?? .none, interval, .yes(isAlarm),
        ]
    }

    private func alarm(_ one: Comparison, _ gap: Gap) -> String {
        let less = gap.value < 0 ? "less" : "more"
        let size =
            one.measure == .wait ? Value.minutes(abs(gap.value)).words : "\(Value.points(abs(gap.value))) points"
        let group = "\(one.dimension.title) \(one.group)"
        return "\(group): \(one.measure.title), \(size) \(less) than like cases of the others"
    }
}
