import Foundation
import StageProtocol
import TestSupport
import Testing

/// A stage can be written from the protocol's description alone, in any language.
@Suite(.timeLimit(.minutes(3))) struct OtherLanguageTests {
    @Test func thePythonTriageOfTheProtocolTakesThePlaceOfOursByChangingRun() async throws {
        let document = try String(contentsOfFile: Places.project + "/docs/protocol.md", encoding: .utf8)
        let block = try #require(document.components(separatedBy: "```python\n").dropFirst().first)
        let program = try #require(block.components(separatedBy: "```").first)
        #expect(program.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
        let shop = try Shop { pipeline in
            pipeline.replacing("run: ${CASEWIRE_BIN:-.build/release}/triage", with: "run: /usr/bin/python3 triage.py")
        }
        try program.write(toFile: shop.folder + "/triage.py", atomically: true, encoding: .utf8)
        try await shop.open()
        _ = try await shop.deliver(mail(id: "1@example.net", lateParcel))
        let ref = try await eventually("a case") { try await shop.cases().first?["ref"]?.string }
        let understanding = try await eventually("an understanding") {
            try await shop.story(ref)["sections"]?["understanding"]
        }
        #expect(understanding["topic"] == "order-status")
        #expect(understanding["asks"]?.array?.first?["quote"] == "Where is my parcel?")
        let status = try await shop.json("status")
        let triage = (status["stages"]?.array ?? []).first { $0["name"] == "triage" }
        #expect(triage?["sessions"]?.array?.first?["software"] == "triage.py 1.0")
        #expect(try await shop.close() == 0)
    }
}
