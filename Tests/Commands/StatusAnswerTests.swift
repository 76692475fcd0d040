import Pipeline
import StageProtocol
import TestSupport
import Testing

@testable import CasewireCommands

@Suite struct StatusAnswerTests {
    private func status(_ waiting: JSON, _ holding: JSON, _ next: JSON = nil) -> JSON {
        [
            "waiting": waiting, "holding": holding, "next": next,
            "stages": [
                ["name": "triage", "waiting": 0, "holding": 1], ["name": "survey", "waiting": 0, "holding": 0],
            ],
        ]
    }

    @Test func whatIsDueLaterIsNoWork() {
        let answer = Rest(status(0, 0, "2026-11-24T09:00:00.000Z"), nil).answer
        #expect(answer.isSo && answer.sentence == "at rest")
        #expect(
            answer.json == ["at_rest": true, "waiting": 0, "holding": 0, "next": "2026-11-24T09:00:00.000Z"])
    }

    @Test(arguments: [
        (2, 0, "not at rest: 2 waiting, 0 in work (triage)"), (0, 1, "not at rest: 0 waiting, 1 in work (triage)"),
    ])
    func whatWaitsOrIsWorkedIsTold(waiting: Int64, holding: Int64, said: String) {
        let answer = Rest(status(.int(waiting), .int(holding)), nil).answer
        #expect(!answer.isSo && answer.sentence == said)
    }

    @Test func whoIsConnectedAndTakesNoWorkYetIsNotReady() throws {
        let config = try PipelineLoader.load(
            path: Places.project + "/pipeline.yaml", environment: ["CASEWIRE_VAR": "/tmp/v"]
        ).config
        func attendance(_ working: Bool..., instance: String? = nil) -> StatusAnswer {
            let sessions = working.enumerated().map { number, working -> JSON in
                ["instance": .string("triage-\(number)"), "working": .bool(working)]
            }
            let status: JSON = ["stages": [["name": "triage", "sessions": .array(sessions)]]]
            return Attendance(status, config, instance: instance).answer
        }
        #expect(attendance().sentence == "not ready: triage")
        let learning = attendance(false, false)
        #expect(!learning.isSo && learning.sentence == "not ready: triage (connected, takes no work yet)")
        #expect(learning.json == ["ready": false, "missing": ["triage"]])
        #expect(attendance(false, true).isSo)
        #expect(!attendance(false, true, instance: "triage-0").isSo)
        #expect(attendance(false, true, instance: "triage-1").isSo)
    }

    @Test func aStageRestsByItself() {
        #expect(Rest(status(5, 1), "triage").answer.sentence == "not at rest: 0 waiting, 1 in work (triage)")
    }
}
