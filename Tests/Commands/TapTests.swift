import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct TapTests {
    private let event: JSON = [
        "at": "2026-11-22T09:00:00.000Z", "what": "done", "stage": "triage", "ref": "CW-1", "type": "case.contact",
        "detail": "set understanding",
    ]

    @Test func everythingPassesWithoutAFilter() {
        #expect(TapFilter().passes(event))
    }

    @Test func allThatIsAskedForMustFit() {
        #expect(TapFilter(stage: "triage", type: "case.contact", reference: "cw-1").passes(event))
        #expect(!TapFilter(stage: "responder").passes(event))
        #expect(!TapFilter(stage: "triage", reference: "CW-2").passes(event))
    }

    @Test func aLineTellsWhatHappenedWhereAndWhy() {
        let line = TapText(event).line
        #expect(line.contains("done"))
        #expect(line.contains("triage"))
        #expect(line.hasSuffix("case.contact  set understanding"))
    }
}
