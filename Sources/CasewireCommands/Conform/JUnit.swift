import Conformance
import StageProtocol

/// A report in the XML that build servers read, as JUnit writes it.
enum JUnit {
    static func document(_ report: Report) -> String {
        let seconds = "\(Double(report.duration.wholeMilliseconds) / 1000)"
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        text += "  <testsuite name=\"conform.\(escaped(report.stage))\" tests=\"\(report.findings.count)\""
        text += " failures=\"\(report.count(.failed))\" errors=\"0\" skipped=\"\(report.count(.skipped))\""
        text += " time=\"\(seconds)\">\n"
        for finding in report.findings { text += testCase(finding, report.stage) }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    private static func testCase(_ finding: Finding, _ stage: String) -> String {
        let name = "classname=\"conform.\(escaped(stage))\" name=\"\(finding.point.rawValue)\" time=\"0\""
        let reason = escaped(finding.reason)
        switch finding.status {
        case .passed: return "    <testcase \(name)/>\n"
        case .skipped: return "    <testcase \(name)><skipped message=\"\(reason)\"/></testcase>\n"
        case .advised:
            let words = "\(reason)\n\(escaped(finding.point.advice))"
            return "    <testcase \(name)><system-out>\(words)</system-out></testcase>\n"
        case .failed:
            let advice = escaped(finding.point.advice)
            return "    <testcase \(name)><failure message=\"\(reason)\">\(advice)</failure></testcase>\n"
        }
    }

    /// A text as it may stand in an element or an attribute; what XML cannot hold becomes U+FFFD.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\n": "&#10;"
            case _ where scalar.value < 0x20 && scalar != "\t": "\u{FFFD}"
            case _ where (0xFFFE...0xFFFF).contains(scalar.value): "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}
