import Foundation
import StageProtocol
import TestSupport
import Testing

/// What a person corrects, from the command to the next training, as real processes.
@Suite(.serialized, .timeLimit(.minutes(5))) struct CorrectionTests {
    @Test func aCorrectionIsKeptCountedAndLearned() async throws {
        let shop = try Shop()
        try await shop.open()
        _ = try await shop.deliver(mail(id: "1@example.net", lateParcel))
        let ref = try await eventually("an understanding") { () -> String? in
            guard let ref = try await shop.cases().first?["ref"]?.string else { return nil }
            return try await shop.story(ref)["sections"]?["understanding"] == nil ? nil : ref
        }
        try await shop.rest()
        let understood = try await shop.story(ref)["sections"]?["understanding"]
        #expect(understood?["topic"] != "missing-item")
        for wrong in [["--topic", "lost", "--by", "nora"], ["--topic", "missing-item", "--by", "nobody"]] {
            let refused = try await Command.run(
                Places.executables + "/casewire", ["correct", ref] + wrong, environment: shop.environment)
            #expect(refused.status == 64, "\(refused.output)\(refused.errors)")
        }
        let taken = try await shop.casewire(
            "correct", ref, "--topic", "missing-item", "--mood", "angry", "--ask", "question:Where is my parcel?",
            "--by",
            "nora")
        #expect(taken.status == 0, "\(taken.errors)")
        let corrected = try await eventually("the correction") { () -> JSON? in
            let section = try await shop.story(ref)["sections"]?["understanding"]
            return section?["corrected"] == nil ? nil : section
        }
        #expect(corrected["topic"] == "missing-item")
        #expect(corrected["mood"] == "angry")
        #expect(corrected["asks"]?.array?.map { $0["quote"] } == ["Where is my parcel?"])
        let story = try await shop.casewire("case", ref)
        #expect(
            story.output.contains("nora corrected the topic: \(understood?["topic"]?.string ?? "") was missing-item"))

        let report = try await shop.json("report", "understanding")
        #expect(report["reviewed"] == 1)
        #expect(report["topic"]?["right"] == 0)
        #expect(report["topic"]?["interval_95"]?.array?.count == 2)

        let saved = try await shop.casewire("corrections", "--save")
        #expect(saved.status == 0, "\(saved.errors)")
        let csv = try String(contentsOfFile: shop.folder + "/var/corrections.csv", encoding: .utf8)
        #expect(csv.hasPrefix("text,category\n"))
        #expect(csv.contains("cast iron pan") && csv.contains(",\"missing-item\""))
        try await shop.close()
        try await shop.open()
        _ = try await eventually("triage learns anew") { shop.log.contains("topic model learned") ? true : nil }
    }
}
