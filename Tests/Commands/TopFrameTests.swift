import Foundation
import Pipeline
import StageProtocol
import TestSupport
import Testing

@testable import CasewireCommands

@Suite struct TopFrameTests {
    private let config: PipelineConfig

    init() throws {
        config = try PipelineLoader.load(path: Places.project + "/pipeline.yaml", environment: [:]).config
    }

    private var view: TopView {
        let histogram: JSON = [
            "count": 20, "sum_ms": 4000,
            "buckets": [["le_ms": 5, "count": 18], ["le_ms": 250, "count": 19], ["le_ms": 1000, "count": 20]],
        ]
        let figures: JSON = [
            "pipeline": "hearth-and-table", "now": "2026-11-22T09:00:00.000Z", "since": "2026-11-22T08:55:00.000Z",
            "waiting": 3, "holding": 1, "scheduled": 4, "dead": 2, "parked": 0, "cases": ["open": 5, "resolved": 6],
            "stages": [
                [
                    "name": "triage", "instances": 0, "waiting": 3, "overdue": 1, "holding": 1, "oldest_ms": 65_000,
                    "results": ["done": 20, "dead": 2], "done_last_minute": 12, "failed_last_minute": 1,
                    "wait": histogram, "work": histogram,
                ]
            ],
            "standards": [["standard": "first_answer", "met": 3, "missed": 1]],
        ]
        let deadlines = (0..<10).map { index in
            TopView.Deadline(
                ref: "CW-\(index)", clock: "first-answer",
                due: Timestamp(milliseconds: 1_795_338_000_000) + .seconds(Int64(index) * 60 - 30))
        }
        return TopView(figures: figures, deadlines: deadlines)
    }

    private func lines(width: Int = 160, height: Int? = nil) -> [String] {
        let zone = TimeZone(identifier: "UTC") ?? .gmt
        return TopFrame(view, config, times: Times(now: view.now, zone: zone)).lines(width: width, height: height)
    }

    @Test func thePictureTellsHowThePipelineStands() throws {
        let text = lines().joined(separator: "\n")
        #expect(text.contains("hearth-and-table  09:00:00  broker up 5 min  5 cases open, 6 resolved"))
        #expect(text.contains("3 waiting, 1 in work, 4 scheduled, 1 overdue, 2 dead letters, 0 parked"))
        let triage = try #require(lines().first { $0.hasPrefix("triage") })
        #expect(
            triage.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) } == [
                "triage", "0/1", "3", "1 min 5 s", "1", "1", "12", "1", "≤ 250 ms", "≤ 250 ms", "20", "2",
            ])
        #expect(text.contains("CW-0  first-answer  30 s ago"))
        #expect(text.contains("CW-1  first-answer  in 30 s"))
        #expect(text.contains("and 2 more"))
        #expect(text.contains("first_answer  3 of 4 met in time"))
    }

    @Test(arguments: [(40, 6), (20, 1), (200, 60)]) func thePictureKeepsToTheScreen(width: Int, height: Int) {
        let lines = lines(width: width, height: height)
        #expect(lines.count <= height)
        #expect(lines.allSatisfy { $0.count <= width })
    }

    @Test func onlyTimesThatACustomerWaitsForAreDeadlines() {
        func timer(_ clock: String, kind: String = "due") -> JSON {
            [
                "ref": "CW-1", "type": "clock.due", "at": "2026-11-22T09:00:00.000Z",
                "data": ["clock": .string(clock), "kind": .string(kind)],
            ]
        }
        #expect(TopView.Deadline(timer: timer("promise-say-7-1"))?.clock == "promise-say-7-1")
        #expect(TopView.Deadline(timer: timer("first-answer", kind: "warn")) == nil)
        #expect(TopView.Deadline(timer: timer("update")) == nil)
        #expect(
            TopView.Deadline(timer: ["ref": "CW-1", "type": "survey.ask", "at": "2026-11-22T09:00:00.000Z"]) == nil)
    }
}
