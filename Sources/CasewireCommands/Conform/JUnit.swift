import Conformance
import StageProtocol

/// Results in the XML that build servers read, as JUnit writes it.
enum JUnit {
    struct Suite {
        var name: String
        var duration: Duration
        var cases: [Case]
    }

    struct Case {
        enum Outcome {
            case passed
            case skipped(String)
            /// Passed, with something to think about.
            case advised(String)
            /// What is not so, and what to know of it.
            case failed(String, String)
        }

        var group: String
        var name: String
        var duration: Duration
        var outcome: Outcome
    }

    static func document(_ suite: Suite) -> String {
        let failed = suite.cases.count { if case .failed = $0.outcome { true } else { false } }
        let skipped = suite.cases.count { if case .skipped = $0.outcome { true } else { false } }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        text += "  <testsuite name=\"\(escaped(suite.name))\" tests=\"\(suite.cases.count)\""
        text += " failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\""
        text += " time=\"\(seconds(suite.duration))\">\n"
        for item in suite.cases { text += testCase(item) }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    private static func testCase(_ item: Case) -> String {
        let name =
            "classname=\"\(escaped(item.group))\" name=\"\(escaped(item.name))\" time=\"\(seconds(item.duration))\""
        switch item.outcome {
        case .passed: return "    <testcase \(name)/>\n"
        case .skipped(let reason): return "    <testcase \(name)><skipped message=\"\(escaped(reason))\"/></testcase>\n"
        case .advised(let words):
            return "    <testcase \(name)><system-out>\(escaped(words))</system-out></testcase>\n"
        case .failed(let reason, let more):
            return
                "    <testcase \(name)><failure message=\"\(escaped(reason))\">\(escaped(more))</failure></testcase>\n"
        }
    }

    private static func seconds(_ span: Duration) -> String {
        let milliseconds = span.wholeMilliseconds
        return milliseconds == 0 ? "0" : "\(Double(milliseconds) / 1000)"
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

extension JUnit {
    /// A trial of a stage: a case for each point.
    static func document(_ report: Report) -> String {
        let group = "conform.\(report.stage)"
        return document(
            Suite(
                name: group, duration: report.duration,
                cases: report.findings.map { finding in
                    let outcome: Case.Outcome =
                        switch finding.status {
                        case .passed: .passed
                        case .skipped: .skipped(finding.reason)
                        case .advised: .advised("\(finding.reason)\n\(finding.point.advice)")
                        case .failed: .failed(finding.reason, finding.point.advice)
                        }
                    return Case(group: group, name: finding.point.rawValue, duration: .zero, outcome: outcome)
                }))
    }
}
