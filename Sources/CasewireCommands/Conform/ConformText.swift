import Conformance
import StageProtocol

/// A report for people.
enum ConformText {
    static func lines(_ report: Report, paint: Paint, width: Int) -> [String] {
        var lines = report.program.isEmpty ? [] : [paint.faint(report.program.joined(separator: " ").printable)]
        for finding in report.findings {
            lines.append("\(mark(finding.status, paint))  \(padded(finding.point.rawValue))  \(finding.point.title)")
            if !finding.reason.isEmpty, finding.reason != Finding.unreached {
                lines += indented(finding.reason, width).map(paint.faint)
            }
            if finding.status > .passed { lines += indented(finding.point.advice, width) }
        }
        return lines + ["", summary(report, paint)]
    }

    private static func summary(_ report: Report, _ paint: Paint) -> String {
        var parts = ["\(report.count(.passed)) passed"]
        if report.count(.failed) > 0 { parts.append("\(report.count(.failed)) failed") }
        if report.count(.advised) > 0 { parts.append("\(report.count(.advised)) to think about") }
        if report.count(.skipped) > 0 { parts.append("\(report.count(.skipped)) not looked at") }
        let verdict =
            report.passes
            ? paint.green("\(report.stage) is a good stage") : paint.red("\(report.stage) is no good stage yet")
        return "\(verdict): \(parts.joined(separator: ", ")), in \(Times.span(report.duration))"
    }

    private static func mark(_ status: Finding.Status, _ paint: Paint) -> String {
        switch status {
        case .passed: paint.green("ok  ")
        case .failed: paint.red("FAIL")
        case .advised: paint.yellow("hint")
        case .skipped: paint.faint("-   ")
        }
    }

    private static func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(0, 14 - name.count))
    }

    private static func indented(_ text: String, _ width: Int) -> [String] {
        text.wrapped(to: max(40, width - 6)).map { "      " + $0 }
    }
}
