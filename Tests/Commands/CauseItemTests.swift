import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct CauseItemTests {
    private let cause = CauseItem(
        ref: "CW-4QX2M7A",
        section: [
            "key": "damaged-item", "owner": ["id": "maelle", "name": "Maëlle Corbin"],
            "reports": [
                ["cause": "it broke\u{1b}[2J", "key": "damaged-item", "ref": "CW-AAAAAAA"],
                ["cause": "it broke\u{1b}[2J", "key": "damaged-item", "ref": "CW-BBBBBBB"],
            ], "opened": "2026-03-02T11:00:00.000Z",
            "due": "2026-03-16T11:00:00.000Z", "state": "mended", "late": true, "mended": "More paper.",
        ])

    @Test func aCauseIsOneRowOfTheList() {
        #expect(
            cause.cells == ["CW-4QX2M7A", "damaged-item", "Maëlle Corbin", "2026-03-16", "2", "mended late"])
        #expect(!cause.isOpen)
    }

    @Test func aCauseIsToldWithItsCasesAndWhatWasDone() {
        #expect(cause.lines.contains("case    CW-BBBBBBB") && cause.lines.contains("mended  More paper."))
        #expect(cause.lines.allSatisfy { !$0.contains("\u{1b}") }, "what people wrote moves no cursor")
        #expect(cause.json["ref"] == "CW-4QX2M7A" && cause.json["late"] == true)
        #expect(cause.json["what"]?.array?.count == 1 && cause.json["cases"] == ["CW-AAAAAAA", "CW-BBBBBBB"])
    }

    @Test func oneThatGoesOnInAnotherSaysWhere() {
        let merged = CauseItem(ref: "CW-4QX2M7A", section: ["key": "x", "state": "merged", "merged": "CW-CCCCCCC"])
        #expect(merged.cells.last == "goes on in CW-CCCCCCC" && !merged.isOpen)
    }
}
