import Foundation
import StageProtocol
import TestSupport
import Testing

/// What the stages of each earlier release said, kept in `Recordings`, is taken by today's broker to the same end.
@Suite(.timeLimit(.minutes(2))) struct RecordingTests {
    private static let folder = Places.project + "/Tests/Chain/Recordings"
    private static let releases = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.first?.isNumber == true }.sorted()

    @Test func thereIsARecordingOfTheFirstRelease() {
        #expect(Self.releases.first == "0.1.0")
    }

    @Test(arguments: releases) func todaysBrokerTakesWhatTheStagesOfAReleaseSaid(release: String) async throws {
        let shop = try Shop { pipeline in
            ["intake", "triage", "responder", "escalation", "survey"].reduce(pipeline) { pipeline, stage in
                pipeline.replacing(
                    "run: ${CASEWIRE_BIN:-.build/release}/\(stage)",
                    with: "run: /usr/bin/python3 \(Self.folder)/replay.py \(Self.folder)/\(release)/\(stage).jsonl")
            }
        }
        try await shop.open()
        #expect(try await shop.casewire("send", Places.project + "/docs/examples/late-parcel.eml").status == 0)
        let ref = try await eventually("a case") { try await shop.cases().first?["ref"]?.string }
        let story = try await eventually("a receipt and an answer") {
            let story = try await shop.story(ref)
            return (story["log"]?.array ?? []).count { $0["kind"] == "said" } >= 2 ? story : nil
        }
        #expect(story["sections"]?["understanding"]?["topic"] == "order-status")
        #expect(story["sections"]?["care"]?["advocate"]?["id"]?.string?.isEmpty == false)
        let said = (story["log"]?.array ?? []).filter { $0["kind"] == "said" }.map { $0["body"]?["purpose"]?.string }
        #expect(said == ["acknowledgment", "answer"])
        #expect(try await shop.json("dead").array?.isEmpty == true)
        #expect(!shop.log.contains("refused:"))
        #expect(try await shop.close() == 0)
    }
}
