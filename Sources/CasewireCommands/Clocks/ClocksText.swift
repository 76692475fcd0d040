import Clocks
import StageProtocol

/// The clocks of a case in lines.
struct ClocksText {
    private let clocks: CaseClocks
    private let times: Times
    private let paint: Paint

    init(_ clocks: CaseClocks, times: Times, paint: Paint = .none) {
        self.clocks = clocks
        self.times = times
        self.paint = paint
    }

    /// Whose turn it is, every clock, its pauses.
    var lines: [String] {
        var lines = [
            "at \(times.moment(clocks.moment)); the next word is \(clocks.turn == "us" ? "ours" : "the customer's")"
        ]
        if let next = clocks.nextWord { lines[0] += ", by \(times.moment(next))" }
        if clocks.current.isEmpty { lines.append("No clock has started: the customer has not written to us in it.") }
        for clock in clocks.current {
            lines.append("  " + line(clock))
            lines += clock.pauses.map { "      " + line($0) }
        }
        return lines
    }

    /// What runs, and what came of what is over; for the end of a case's story.
    var standing: [String] {
        clocks.current.filter { !$0.name.hasPrefix("promise-") && ($0.state != .stopped || $0.missed != nil) }.map(line)
    }

    private func line(_ clock: Clock) -> String {
        let due =
            clock.due.map { "due \(times.moment($0)), \(times.away($0))" } ?? "since \(times.moment(clock.started))"
        let late = clock.missed == nil ? "" : paint.red(", late")
        switch clock.state {
        case .met: return "\(clock.name)  \(paint.green("met")) \(clock.met.map(times.moment) ?? "")\(late)"
        case .stopped: return "\(clock.name)  stopped \(clock.stopped.map(times.moment) ?? "")\(late)"
        case .missed: return "\(clock.name)  \(paint.red("missed")), it was \(due)"
        case .paused: return "\(clock.name)  \(paint.yellow("paused"))\(left(clock))"
        case .running:
            let warned = clock.warned == nil ? "" : paint.yellow(", warned")
            return "\(clock.name)  \(due)\(left(clock))\(warned)"
        }
    }

    private func left(_ clock: Clock) -> String {
        guard let left = clock.left else { return "" }
        return ", \(Times.span(.milliseconds(left))) left" + (clock.isCountedInHours ? " in opening hours" : "")
    }

    private func line(_ pause: Clock.Pause) -> String {
        let until = pause.until.map { "to \(times.moment($0))" } ?? "until now"
        let reason = pause.reason.replacing("-", with: " ")
        let text = "paused \(times.moment(pause.from)) \(until): \(reason)"
        return pause.isGamed
            ? paint.red("\(text); the customer was waiting, so that it gains no time") : paint.faint(text)
    }
}
