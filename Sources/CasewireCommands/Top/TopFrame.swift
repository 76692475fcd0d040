import Pipeline
import StageProtocol

/// One picture of how a pipeline stands, in lines.
struct TopFrame {
    private let view: TopView
    private let config: PipelineConfig
    private let times: Times
    private let paint: Paint

    init(_ view: TopView, _ config: PipelineConfig, times: Times, paint: Paint = .none) {
        self.view = view
        self.config = config
        self.times = times
        self.paint = paint
    }

    private var figures: JSON { view.figures }
    private var stages: [JSON] { figures["stages"]?.array ?? [] }

    /// - Parameter height: lines at the most, nil for all; what does not fit is cut at the end.
    func lines(width: Int, height: Int?) -> [String] {
        let all =
            head.map { $0.shortened(to: width) } + [""] + table.lines(width: width, paint: paint)
            + section("deadlines within the hour", deadlines, width) + section("standards", standards, width)
        guard let height, all.count > height else { return all }
        return Array(all.prefix(max(0, height)))
    }

    private var head: [String] {
        let since = figures["since"]?.moment.map { Times.span(view.now - $0) } ?? "0 s"
        let overdue = stages.reduce(0) { $0 + number($1, "overdue") }
        let waiting = [
            "\(number(figures, "waiting")) waiting", "\(number(figures, "holding")) in work",
            "\(number(figures, "scheduled")) scheduled", alarm(overdue, "\(overdue) overdue"),
            alarm(number(figures, "dead"), count(Int(number(figures, "dead")), "dead letter")),
            alarm(number(figures, "parked"), "\(number(figures, "parked")) parked"),
        ]
        let cases = figures["cases"]
        return [
            paint.bold(figures["pipeline"]?.string ?? "") + "  \(times.time(view.now))  broker up \(since)  "
                + "\(count(Int(cases.map { number($0, "open") } ?? 0), "case")) open, "
                + "\(cases.map { number($0, "resolved") } ?? 0) resolved",
            waiting.joined(separator: ", "),
        ]
    }

    private var table: TextTable {
        var table = TextTable([
            .init(title: "stage"), .init(title: "replicas", alignment: .right),
            .init(title: "waiting", alignment: .right), .init(title: "oldest", alignment: .right),
            .init(title: "overdue", alignment: .right), .init(title: "in work", alignment: .right),
            .init(title: "done/min", alignment: .right), .init(title: "failed/min", alignment: .right),
            .init(title: "wait p95", alignment: .right), .init(title: "work p95", alignment: .right),
            .init(title: "done", alignment: .right), .init(title: "dead", alignment: .right),
        ])
        for stage in stages {
            let name = stage["name"]?.string ?? ""
            table.add([
                name, replicas(stage, name), "\(number(stage, "waiting"))",
                stage["oldest_ms"]?.int.map { Times.span(.milliseconds($0)) } ?? "-", "\(number(stage, "overdue"))",
                "\(number(stage, "holding"))", "\(number(stage, "done_last_minute"))",
                "\(number(stage, "failed_last_minute"))", Self.quantile(0.95, stage["wait"]),
                Self.quantile(0.95, stage["work"]), "\(stage["results"].map { number($0, "done") } ?? 0)",
                "\(stage["results"].map { number($0, "dead") } ?? 0)",
            ])
        }
        return table
    }

    /// Who is there, of how many are started here.
    private func replicas(_ stage: JSON, _ name: String) -> String {
        let there = number(stage, "instances")
        guard let meant = config.stage(name)?.replicas, meant.upperBound > 0 else { return "\(there)" }
        return "\(there)/\(meant.lowerBound)" + (meant.count > 1 ? "-\(meant.upperBound)" : "")
    }

    private var deadlines: [String] {
        view.deadlines.prefix(8).map { deadline in
            let text = "\(deadline.ref)  \(deadline.clock)  \(times.away(deadline.due))"
            return deadline.due <= view.now ? paint.red(text) : text
        } + (view.deadlines.count > 8 ? ["and \(view.deadlines.count - 8) more"] : [])
    }

    private var standards: [String] {
        (figures["standards"]?.array ?? []).map { standard in
            let (met, missed) = (number(standard, "met"), number(standard, "missed"))
            let text = "\(standard["standard"]?.string ?? "")  \(met) of \(met + missed) met in time"
            return missed > 0 ? paint.yellow(text) : text
        }
    }

    private func section(_ title: String, _ lines: [String], _ width: Int) -> [String] {
        lines.isEmpty ? [] : ["", paint.faint(title)] + lines.map { "  " + $0.shortened(to: width - 2) }
    }

    /// What a person should see to, where there is any.
    private func alarm(_ count: Int64, _ what: String) -> String { count == 0 ? what : paint.red(what) }

    private func number(_ value: JSON, _ name: String) -> Int64 { value[name]?.int ?? 0 }

    /// The bound under which such a share of what was counted stays, as a person reads it.
    static func quantile(_ share: Double, _ histogram: JSON?) -> String {
        guard let count = histogram?["count"]?.int, count > 0 else { return "-" }
        let bound = (histogram?["buckets"]?.array ?? []).first {
            Double($0["count"]?.int ?? 0) >= Double(count) * share
        }
        guard let limit = bound?["le_ms"]?.int else { return "> 30 min" }
        return "≤ \(Times.span(.milliseconds(limit)))"
    }
}
