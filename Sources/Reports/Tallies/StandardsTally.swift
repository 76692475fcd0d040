import Pipeline
import StageProtocol

/// How far each standard of `standards.yaml` was kept, with the worst cases by their references.
struct StandardsTally: Tally {
    static let source = Source.cases([.log, .clocks, .understanding, .answering, .feedback])

    private let setting: Setting
    /// In the order of the standards; nil for a standard that nothing is counted of.
    private let measures: [StandardMeasure?]
    private var figures: [StandardFigure]
    private var cases = 0
    private var sent = 0
    private var refused = 0

    init(_ setting: Setting) {
        self.setting = setting
        measures = setting.standards.standards.map { StandardMeasure.all[$0.id] }
        figures = measures.map { _ in StandardFigure() }
    }

    mutating func take(_ facts: CaseFacts) {
        cases += 1
        sent += facts.texts.count
        refused += facts.refused
        for index in measures.indices {
            measures[index]?.count?(&figures[index], facts, setting.scope.now.milliseconds)
        }
    }

    mutating func take(_ cause: CauseFacts) {
        for index in measures.indices {
            measures[index]?.countCause?(&figures[index], cause, setting.scope.now.milliseconds)
        }
    }

    func report() -> Report {
        var report = Report(
            id: "standards", title: "Standards kept",
            lead:
                "How far each standard was kept over \(counted(cases, "case")), and in which cases it was not, the worst first."
        )
        var table = Table(
            id: "standards", title: "Standards",
            columns: [
                .init("standard"), .init("target"), .init("kept_share", "kept"), .init("interval_95", "95 % interval"),
                .init("kept", "times kept"), .init("of"), .init("unit", "counted"), .init("open", "not over"),
                .init("worst"), .init("remark"),
            ], note: "Intervals are Wilson's: with few counted they are wide, and should be.")
        var intervals = Intervals(id: "kept", title: "Kept, with 95 % interval", unit: .share, rows: [])
        for (index, standard) in setting.standards.standards.enumerated() {
            let figure = figures[index]
            guard let measure = measures[index], figure.of + figure.open > 0 else {
                let why = remark(standard, unit: measures[index]?.unit)
                table.add(cells(standard, [.none, .none, .none, .none, .none, .none, .cases([]), .text(why)]))
                continue
            }
            if figure.of > 0 {
                let share = Share(figure.kept, of: figure.of)
                intervals.rows.append(
                    .init(name: standard.title, value: share.value, low: share.low, high: share.high))
            }
            table.add(
                cells(
                    standard,
                    Value.shareAndInterval(figure.kept, of: figure.of) + [
                        .count(figure.kept), .count(figure.of), .text(measure.unit), .count(figure.open),
                        .cases(figure.worst.refs), .text(""),
                    ]))
        }
        report.parts = [.table(table), .intervals(intervals)]
        let least = intervals.rows.filter { $0.value < 1 }.sorted { $0.value < $1.value }.prefix(3)
        if !least.isEmpty {
            let told = least.map { "\($0.name) (\(Value.share($0.value).words))" }.joined(separator: ", ")
            report.lead += " Least of all: \(told)."
        }
        return report
    }

    private func cells(_ standard: Standards.Standard, _ rest: [Value]) -> [Value] {
        [.text(standard.title), .text(Self.target(standard))] + rest
    }

    /// The figures that it is kept by.
    private static func target(_ standard: Standards.Standard) -> String {
        let told = ["within", "every", "at_most", "after"].compactMap { standard.figures[$0]?.string.map { $0 } }
        return told.first ?? ""
    }

    /// Why no figure can be given.
    private func remark(_ standard: Standards.Standard, unit: String?) -> String {
        if standard.id == "resolve", standard.figures["within"] == nil {
            return "no time is set by which a matter is to be settled: \"within\" is left out"
        }
        if standard.id == "repair_first", standard.figures["within"] == nil, !standard.isKeptByPeople {
            return "no time is set by which a cause is to be mended: \"within\" is left out"
        }
        if standard.isKeptByPeople { return "people keep it, and no program can tell" }
        if let unit { return "no \(unit) in these cases" }
        return Self.remarks[standard.id].map { $0(self) } ?? "nothing of it is written down"
    }

    private static let remarks: [String: @Sendable (StandardsTally) -> String] = [
        "courtesy": { "no text leaves without passing the gate: \($0.sent) left, \($0.refused) were held back before" },
        "equal": { _ in "see casewire report parity" },
        "goodwill": { _ in "the gate lets nobody grant beyond it" },
        "reopen": { _ in "the broker opens the same case again by itself" },
        "open_ear": { _ in "every word is taken in: see casewire report intake and casewire report feedback" },
        "survey": { _ in "see casewire report survey" },
        "thanks": { _ in "see casewire report feedback" },
        "trust": { _ in "shown by grants in pipeline.yaml and by casewire customer" },
    ]
}
