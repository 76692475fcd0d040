import Foundation
import StageProtocol
import Telemetry
import Testing

@testable import CasewireCommands

@Suite struct WaterfallTests {
    private func lines(_ journal: [JSON]) -> [String] {
        let story: JSON = [
            "ref": "CW-1", "trace": "4bf92f3577b34da6a3ce929d0e0e4736", "opened": "2026-11-22T09:00:00.000Z",
            "journal": .array(journal),
        ]
        let now = Timestamp("2026-11-22T10:00:00.000Z") ?? .current
        let times = Times(now: now, zone: TimeZone(identifier: "UTC") ?? .gmt)
        return Waterfall(CaseTrace(story: story, now: now), times: times).lines(width: 100)
    }

    private func step(
        _ message: Int64, _ at: String, _ what: String, epoch: String, stage: String, wait: Int64, work: Int64,
        posted: [JSON] = []
    ) -> JSON {
        [
            "at": .string("2026-11-22T\(at)Z"), "what": .string(what), "message": .int(message),
            "detail": [
                "epoch": .string(epoch), "stage": .string(stage), "type": "case.contact", "wait_ms": .int(wait),
                "work_ms": .int(work), "posted": .array(posted), "code": "busy",
            ],
        ]
    }

    @Test func barsStandBelowWhatLedToThemAtTheirTime() throws {
        let lines = lines([
            step(1, "09:00:01.000", "done", epoch: "1.1", stage: "intake", wait: 0, work: 1000, posted: [2]),
            step(2, "09:00:04.000", "failed", epoch: "1.2", stage: "triage", wait: 1000, work: 2000),
        ])
        #expect(lines[2] == "Sun 22 Nov 09:00:00, 4 s long")
        let (intake, triage) = (lines[4], lines[5])
        #expect(intake.contains(" intake ") && intake.contains("1 s"))
        #expect(triage.contains(" ·triage ") && triage.contains("case.contact failed: busy"))
        func places(_ mark: Character, _ line: String) -> (first: Int, count: Int)? {
            let places = Array(line).indices.filter { Array(line)[$0] == mark }
            return places.first.map { ($0, places.count) }
        }
        let (first, waited, worked) = try #require(
            (places("█", intake), places("░", triage), places("█", triage)) as? ((Int, Int), (Int, Int), (Int, Int)))
        #expect(waited.0 == first.0 + first.1, "it waits from when the other has ended")
        #expect(worked.0 == waited.0 + waited.1)
        #expect(abs(worked.1 - 2 * waited.1) <= 2, "twice as long")
        #expect(lines.allSatisfy { $0.count <= 100 })
    }

    @Test func aNewScaleBeginsWhereNothingHappenedForLong() {
        let lines = lines([
            step(1, "09:00:01.000", "done", epoch: "1.1", stage: "intake", wait: 0, work: 5),
            step(2, "09:30:00.000", "done", epoch: "1.2", stage: "triage", wait: 0, work: 5),
        ])
        #expect(lines.filter { $0.contains("long") }.count == 2)
        #expect(lines.filter { $0.contains("█") }.count == 2)
    }

    @Test func aCaseThatNobodyHasWorkedSaysSo() {
        #expect(lines([]).last == "nothing has been worked for this case yet")
    }
}
