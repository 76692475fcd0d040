import Casework
import Reports
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct ReportTests {
    @Test func intakeReconcilesWhenAllIsAccountedFor() {
        let report = IntakeReport([
            "received": 10, "opened": 5, "followed_up": 2, "duplicates": 1, "parked": 1, "pending": 1,
        ])
        #expect(report.reconciles)
        #expect(report.json["reconciles"] == true)
    }

    @Test func aLostMailDoesNotReconcile() {
        let report = IntakeReport([
            "received": 10, "opened": 5, "followed_up": 2, "duplicates": 1, "parked": 1, "pending": 0,
        ])
        #expect(!report.reconciles)
        #expect(report.lines().contains("It does not add up: 10 received, 9 accounted for."))
    }

    @Test func parkedItemsComeWithTheirReasons() {
        let report = IntakeReport([
            "received": 1, "parked": 1, "parked_items": [["name": "a.eml", "reason": "it is no mail"]],
        ])
        #expect(report.lines().contains("  a.eml: it is no mail"))
    }

    private func section(_ ref: String, asked: Bool = true, _ votes: [JSON]) -> JSON {
        let moment: JSON = asked ? "2026-11-22T09:00:00.000Z" : nil
        return ["ref": .string(ref), "section": ["asked": moment, "question": "csat", "votes": .array(votes)]]
    }

    @Test func satisfactionIsTheShareOfFoursAndFives() {
        let votes: [JSON] = [5, 4, 3, 1].map { ["question": "csat", "score": $0] }
        let report = SurveyReport(votes.enumerated().map { section("CW-\($0.offset)", [$0.element]) })
        #expect(report.questions.first?.content.value == 0.5)
        #expect(report.questions.first?.mean == 3.25)
        #expect(report.responseRate == 1)
    }

    @Test func aCustomersLastVoteStands() {
        let report = SurveyReport([
            section("CW-1", [["question": "csat", "score": 1], ["question": "csat", "score": 5]])
        ])
        #expect(report.answers.map(\.vote.score) == [5])
    }

    @Test func thoseWhoDidNotAnswerCountInTheRate() {
        let report = SurveyReport([section("CW-1", []), section("CW-2", [["question": "csat", "score": 5]])])
        #expect(report.responseRate == 0.5)
    }

    @Test func theWorstWordsComeFirst() {
        let report = SurveyReport([
            section("CW-1", [["question": "csat", "score": 2, "words": "slow"]]),
            section("CW-2", [["question": "csat", "score": 1, "words": "rude"]]),
            section("CW-3", [["question": "csat", "score": 5, "words": "lovely"]]),
        ])
        #expect(report.worst.map(\.vote.words) == ["rude", "slow"])
    }

    @Test func netPromotersAreCountedLessDetractors() {
        let scores: [JSON] = [10, 9, 8, 3]
        let report = SurveyReport(
            scores.enumerated().map { section("CW-\($0.offset)", [["question": "nps", "score": $0.element]]) })
        #expect(report.questions.first?.netPromoters == 25)
    }
}
