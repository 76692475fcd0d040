import StageProtocol
import Testing

@testable import CasewireCommands
@testable import Pipeline

@Suite struct SarifTests {
    private let diagnostic = Diagnostic(
        severity: .warning, place: Place(file: "/shop/my pipeline.yaml", line: 12, column: 5, source: "  relpicas: 2"),
        code: .unknownKey, message: "unknown key", hint: "did you mean replicas?",
        notes: [
            Diagnostic.Note(
                place: Place(file: "stage.yaml", line: 0, column: 0, source: nil), message: "it belongs here")
        ])

    @Test func aFindingHasItsPlaceItsRuleAndWhatToDo() {
        let run = Sarif.log([diagnostic])["runs"]?.array?.first
        let rules: JSON? = [["id": "unknown-key"]]
        #expect(run?["tool"]?["driver"]?["rules"] == rules)
        let result = run?["results"]?.array?.first
        #expect(result?["ruleId"] == "unknown-key" && result?["level"] == "warning")
        #expect(result?["message"]?["text"] == "unknown key\ndid you mean replicas?")
        let place = result?["locations"]?.array?.first?["physicalLocation"]
        #expect(place?["artifactLocation"]?["uri"] == "file:///shop/my%20pipeline.yaml")
        let region: JSON? = ["startLine": 12, "startColumn": 5]
        #expect(place?["region"] == region)
    }

    @Test func aFileAsAWholeHasNoRegion() {
        let result = Sarif.log([diagnostic])["runs"]?.array?.first?["results"]?.array?.first
        let note = result?["relatedLocations"]?.array?.first
        let location: JSON? = ["artifactLocation": ["uri": "stage.yaml"]]
        #expect(note?["physicalLocation"] == location)
        #expect(note?["message"]?["text"] == "it belongs here")
    }

    @Test func withoutFindingsThereIsARunWithoutResults() {
        #expect(Sarif.log([])["runs"]?.array?.first?["results"]?.array == [])
    }
}
