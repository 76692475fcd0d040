import StageProtocol
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

    @Test func aStageRestsByItself() {
        #expect(Rest(status(5, 1), "triage").answer.sentence == "not at rest: 0 waiting, 1 in work (triage)")
    }
}
