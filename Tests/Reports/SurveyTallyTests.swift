import StageProtocol
import Testing

@testable import Reports

@Suite struct SurveyTallyTests {
    private func report(_ votes: [[JSON]?], asked: Bool = true) throws -> Report {
        var tally = SurveyTally(try Desk.setting(now: "2026-03-06T10:00:00Z"))
        for (index, votes) in votes.enumerated() {
            var made = Made("CW-\(index + 1)", opened: "2026-03-02T10:00:00Z")
            var section: [String: JSON] = ["question": "csat"]
            if asked { section["asked"] = "2026-03-03T09:00:00.000Z" }
            section["votes"] = votes.map { .array($0) }
            made.sections["feedback"] = .object(section)
            tally.take(try made.facts(now: "2026-03-06T10:00:00Z"))
        }
        return tally.report()
    }

    private func csat(_ scores: Int...) -> [[JSON]?] {
        scores.map { [["question": "csat", "score": .int(Int64($0))]] }
    }

    @Test func satisfactionIsTheShareOfFoursAndFives() throws {
        let report = try report(csat(5, 4, 3, 1))
        let question = report.json["questions"]?.array?.first
        #expect(question?["csat"] == .double(0.5) && question?["mean"] == .double(3.25) && question?["answers"] == 4)
        #expect(question?["csat_interval_95"]?.array?.count == 2)
        #expect(report.json["response_rate"] == .double(1))
        #expect(report.table("questions")?[row: "csat", column: "content_share"] == .share(0.5))
        #expect(report.json["series"]?["content"]?["lines"]?.array?[0]["points"]?.array?.first == .double(0.5))
    }

    @Test func aCustomersLastVoteStands() throws {
        let report = try report([[["question": "csat", "score": 1], ["question": "csat", "score": 5]]])
        #expect(report.json["questions"]?.array?.first?["mean"] == .double(5))
    }

    @Test func thoseWhoDidNotAnswerCountInTheRate() throws {
        let report = try report([[]] + csat(5))
        #expect(report.json["asked"] == 2 && report.json["answered"] == 1)
        #expect(report.json["response_rate"] == .double(0.5))
        #expect(report.lead.hasPrefix("2 customers were asked how content they are, and 1 has said."))
        #expect(report.lead.hasSuffix("Of those asked 50 % answered."))
        #expect(try self.report(csat(5), asked: false).json["response_rate"] == .null)
    }

    @Test func whatCannotBeReadDoesNotCountAndIsTold() throws {
        let report = try report([nil, [["score": "five"]]] + csat(4))
        #expect(report.json["unreadable"] == 2 && report.json["asked"] == 1)
        #expect(report.lead.hasSuffix("The feedback of 2 cases could not be read and does not count."))
    }

    @Test func theWorstComeFirstAndWordsAreRepeatedOnlyWithConsent() throws {
        let report = try report([
            [["question": "csat", "score": 2, "words": "slow", "quote": true]],
            [["question": "csat", "score": 1, "words": "rude"]],
            [["question": "csat", "score": 5, "words": "lovely"]], [["question": "csat", "score": 1, "words": " "]],
        ])
        let comments = report.json["worst_comments"]?.array
        #expect(comments?.map { $0["words"] } == ["rude", "slow"] && comments?.first?["ref"] == "CW-2")
        #expect(
            report.table("worst")?.rows == [
                [.cases(["CW-2"]), .text("csat 1 of 5"), .text("")],
                [.cases(["CW-1"]), .text("csat 2 of 5"), .text("slow")],
            ])
        #expect(!ReportPage([report], subtitle: "").html.contains("rude"))
    }

    @Test func whoWroteSomethingAndIsNotContentIsListedWhateverTheScale() throws {
        let report = try report([
            [["question": "nps", "score": 6, "words": "hard to reach"]],
            [["question": "nps", "score": 9, "words": "fine"]],
        ])
        #expect(report.json["worst_comments"]?.array?.map { $0["words"] } == ["hard to reach"])
    }

    @Test func netPromotersAreCountedLessDetractors() throws {
        let report = try report([10, 9, 8, 3].map { [["question": "nps", "score": .int($0)]] })
        #expect(report.json["questions"]?.array?.first?["nps"] == 25)
        #expect(report.table("questions")?[row: "nps", column: "nps"] == .count(25))
    }
}
