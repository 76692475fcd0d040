import StageProtocol
import Testing

@testable import CasewireCommands
@testable import Conformance

@Suite struct JUnitTests {
    private let report = Report(
        stage: "sample", program: ["sample"],
        findings: [
            Finding(point: .handshake, status: .passed, reason: ""),
            Finding(point: .credit, status: .failed, reason: "no \"credit\" & <none>\n\u{1}"),
            Finding(point: .errorKinds, status: .advised, reason: "retry"),
            Finding(point: .drain, status: .skipped, reason: "not reached"),
        ], duration: .milliseconds(1500))

    @Test func aReportIsCountedAndEscapedAsXMLWantsIt() {
        let document = JUnit.document(report)
        #expect(
            document.contains(
                #"<testsuite name="conform.sample" tests="4" failures="1" errors="0" skipped="1" time="1.5">"#))
        #expect(document.contains(#"<failure message="no &quot;credit&quot; &amp; &lt;none&gt;&#10;�">"#))
        #expect(document.contains(#"name="handshake" time="0"/>"#))
        #expect(document.contains(#"<skipped message="not reached"/>"#))
    }

    @Test func eachPointHasItsAdviceWhereItIsNeeded() {
        let points = report.json["points"]?.array ?? []
        #expect(points.map { $0["advice"] != nil } == [false, true, true, false])
        #expect(report.json["failed"] == 1)
        #expect(report.json["passes"] == false)
    }

    @Test func peopleReadTheVerdictLast() {
        let lines = ConformText.lines(report, paint: .none, width: 80)
        #expect(
            lines.last == "sample is no good stage yet: 1 passed, 1 failed, 1 to think about, 1 not looked at, in 1 s")
    }
}
