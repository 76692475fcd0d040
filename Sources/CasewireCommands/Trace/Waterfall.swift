import StageProtocol
import Telemetry

/// A case's deliveries as bars along the time, each below the one that led to it.
struct Waterfall {
    /// Longer than this without anything, and a new scale begins: cases last for days, deliveries for milliseconds.
    private static let longestGap = Duration.seconds(60)

    private let trace: CaseTrace
    private let times: Times
    private let paint: Paint

    init(_ trace: CaseTrace, times: Times, paint: Paint = .none) {
        self.trace = trace
        self.times = times
        self.paint = paint
    }

    func lines(width: Int) -> [String] {
        var lines = ["\(paint.bold(trace.ref))  trace \(trace.trace)"]
        if trace.spans.isEmpty { return lines + ["", "nothing has been worked for this case yet"] }
        for spans in episodes { lines += [""] + Episode(spans, trace, times, paint).lines(width: width) }
        return lines
    }

    /// What happened close together.
    private var episodes: [[CaseTrace.Span]] {
        var episodes: [[CaseTrace.Span]] = []
        var end = Timestamp(milliseconds: .min)
        for span in trace.spans {
            if episodes.isEmpty || span.ready > end + Self.longestGap { episodes.append([]) }
            episodes[episodes.count - 1].append(span)
            end = max(end, span.ended)
        }
        return episodes
    }
}

/// A part of a case's life that has one scale.
private struct Episode {
    private let rows: [(span: CaseTrace.Span, depth: Int)]
    private let start: Timestamp
    private let end: Timestamp
    private let times: Times
    private let paint: Paint

    init(_ spans: [CaseTrace.Span], _ trace: CaseTrace, _ times: Times, _ paint: Paint) {
        self.times = times
        self.paint = paint
        start = spans.map(\.ready).min() ?? trace.opened
        end = spans.map(\.ended).max() ?? start
        let ids = Set(spans.map(\.id))
        let children = Dictionary(grouping: spans) { ids.contains($0.parent) ? $0.parent : trace.root }
        var rows: [(CaseTrace.Span, Int)] = []
        func add(_ parent: String, _ depth: Int) {
            for span in children[parent] ?? [] {
                rows.append((span, depth))
                add(span.id, depth + 1)
            }
        }
        add(trace.root, 0)
        self.rows = rows
    }

    func lines(width: Int) -> [String] {
        var table = TextTable([
            .init(title: "at", alignment: .right), .init(title: "stage"), .init(title: "message"),
            .init(title: "wait", alignment: .right), .init(title: "work", alignment: .right), .init(title: ""),
        ])
        for (span, depth) in rows {
            table.add([
                "+" + Times.span(span.ready - start), indented(span.stage, depth), message(span), Times.span(span.wait),
                Times.span(span.work), "",
            ])
        }
        let texts = table.lines()
        let column = (texts.map(\.count).max() ?? 0) + 2
        let room = max(20, width - column)
        let heading = "\(times.moment(start)), \(Times.span(end - start)) long"
        let lines = zip(texts.dropFirst(), rows).map { text, row in
            text + String(repeating: " ", count: column - text.count) + bar(row.span, room)
        }
        return [heading, paint.faint(texts[0])] + lines
    }

    /// Blanks would be taken together in a table.
    private func indented(_ text: String, _ depth: Int) -> String {
        depth == 0 ? text : String(repeating: "·", count: depth) + text
    }

    private func message(_ span: CaseTrace.Span) -> String {
        var text = span.type
        if span.attempt > 1 { text += " (attempt \(span.attempt))" }
        switch span.state {
        case .done: break
        case .failed, .dead: text += " \(span.state.rawValue)" + (span.code.map { ": \($0)" } ?? "")
        case .putBack: text += " put back"
        case .working: text += " is being worked"
        }
        return text
    }

    /// At least one place is shown of what was worked, however short.
    private func bar(_ span: CaseTrace.Span, _ room: Int) -> String {
        let whole = max(1, Double((end - start).wholeMilliseconds))
        func place(_ moment: Timestamp) -> Int {
            Int((Double((moment - start).wholeMilliseconds) / whole * Double(room)).rounded())
        }
        let from = min(place(span.ready), room - 1)
        let begun = min(max(place(span.begun), from), room - 1)
        let to = max(place(span.ended), begun + 1)
        let worked = String(repeating: "█", count: to - begun)
        let shown =
            switch span.state {
            case .done: paint.green(worked)
            case .failed, .dead: paint.red(worked)
            case .putBack, .working: paint.yellow(worked)
            }
        return String(repeating: " ", count: from) + paint.faint(String(repeating: "░", count: begun - from)) + shown
    }
}
