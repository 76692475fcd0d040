import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct ParkedTextTests {
    private func item(_ state: String, ref: String? = nil) -> JSON {
        ["submission": 12, "state": .string(state), "ref": ref.map { .string($0) } ?? nil]
    }

    @Test func whatIsNotParkedIsToldWithWhatBecameOfIt() {
        let hint = "; it is not parked. \"casewire parked\" lists what is."
        #expect(ParkedText.objection(item("opened", ref: "CW-7K3F9QX")) == "#12 opened CW-7K3F9QX" + hint)
        #expect(ParkedText.objection(item("received")) == "#12 is not read yet" + hint)
        #expect(ParkedText.objection(item("parked")) == nil)
        // What was given up can still be let in.
        #expect(ParkedText.objection(item("discarded")) == nil)
    }
}
