import Casework
import StageKit
import Testing

@testable import survey

@Suite struct SurveyTests {
    private func plan(_ moment: String = "2026-11-20T12:00:00Z") -> JSON { ["resolved": .string(moment)] }

    @Test func aResolvedCaseIsAskedAboutAWhileLater() async throws {
        let friday = try #require(Timestamp("2026-11-20T12:00:00Z"))
        let outcome = try await Bench().handle("case.resolved", now: friday)
        #expect(outcome.outcome.timers?.map(\.name) == ["survey"])
        #expect(outcome.outcome.timers?.first?.type == "survey.ask")
        #expect(outcome.outcome.timers?.first?.at == Timestamp("2026-11-23T12:00:00Z"))
    }

    @Test func aTimeOfNothingIsAtOnceAlsoOutOfHours() async throws {
        let sunday = try #require(Timestamp("2026-11-22T03:00:00Z"))
        let outcome = try await Bench(after: "0 seconds").handle("case.resolved", now: sunday)
        #expect(outcome.outcome.timers?.first?.at == sunday)
    }

    @Test func theCustomerIsAskedOnceWithASignedLinkAndAWayToHaveNoMore() async throws {
        let outcome = try await Bench().handle("survey.ask", plan())
        let say = try #require(outcome.outcome.say?.first)
        #expect(say.to == ["ann@example.org"])
        #expect(say.purpose == "survey" && !say.answers)
        #expect(say.seldom_ms == Int64(7_776_000_000), "the broker sees to it whatever happens at the same moment")
        let lines = outcome.text(say).split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("http://hearth.example:8080/s/v.cw-test123.csat.") && $0.count > 60 })
        #expect(outcome.text(say).contains("http://hearth.example:8080/u/u.cw-test123."))
        #expect(say.details?["unsubscribe"]?.string?.hasPrefix("http://hearth.example:8080/u/") == true)
        #expect(try outcome.feedback?.question == "csat")
        #expect(try outcome.feedback?.asked != nil)
    }

    @Test func nobodyIsAskedWhileTheCaseIsOpenOrTwice() async throws {
        let bench = try Bench()
        let asked = Feedback(asked: Timestamp("2026-11-20T12:00:00Z"))
        let voted = Feedback(votes: [Vote(question: "csat", score: 4)])
        for matter in [Bench.Matter(status: .open), .init(feedback: asked), .init(feedback: voted)] {
            #expect(try await bench.handle("survey.ask", plan(), matter).outcome.say == nil)
        }
    }

    @Test func nobodyIsAskedTwiceInTheSetTimeHoweverLongTheirCasesStayOpen() async throws {
        // The other case was opened half a year ago, and asked about last week.
        func bench(askedDaysAgo days: Int64) throws -> Bench {
            let asked = Feedback(asked: Bench.now - .seconds(days * 86_400))
            return try Bench(past: ["feedback": [Bench.other("CW-OTHER", daysAgo: 180, JSON(encoding: asked))]])
        }
        let soon = try await bench(askedDaysAgo: 7).handle("survey.ask", plan())
        #expect(soon.outcome.say == nil)
        #expect(soon.outcome.append?.map(\.kind) == ["noted"])
        #expect(try await bench(askedDaysAgo: 91).handle("survey.ask", plan()).outcome.say?.count == 1)
    }

    @Test func aQuestionThatTheBrokerHeldBackWasNotAsked() async throws {
        let asked = Feedback(asked: Bench.now, question: "csat")
        let say = SayHead(
            say: 1, state: .failed,
            proposal: Say(name: "survey-1", to: ["ann@example.org"], purpose: "survey", answers: false, body: 0),
            by: "survey", hash: "", heard: 1)
        let outcome = try await Bench().handle("say.refused", nil, .init(feedback: asked), say: say)
        #expect(try outcome.feedback?.asked == nil)
    }

    @Test func aCaseThatWasOpenedAgainIsNotPlannedFor() async throws {
        let outcome = try await Bench().handle("case.resolved", nil, .init(status: .open))
        #expect(outcome.outcome.timers == nil)
        #expect(outcome.outcome.cancel == ["survey"])
    }

    @Test func anotherOpenMatterComesFirst() async throws {
        let bench = try Bench(past: ["feedback": [Bench.other("CW-OTHER", status: "open", daysAgo: 2)]])
        let outcome = try await bench.handle("survey.ask", plan())
        #expect(outcome.outcome.say == nil)
        #expect(outcome.outcome.timers?.map(\.name) == ["survey"])
        #expect(try await bench.handle("survey.ask", plan("2026-11-01T12:00:00Z")).outcome.timers == nil)
    }

    @Test func withoutAWebAddressTheStorySaysWhyNobodyWasAsked() async throws {
        let outcome = try await Bench(web: nil).handle("survey.ask", plan())
        #expect(outcome.outcome.say == nil)
        #expect(outcome.outcome.append?.map(\.kind) == ["noted"])
    }

    @Test func aVoteIsKeptAndToldAndTheSameOneCountsOnce() async throws {
        let bench = try Bench()
        let first = try await bench.handle("case.feedback", JSON(encoding: Vote(question: "csat", score: 2)))
        // Where nobody says when it was given, it was now.
        let vote = Vote(question: "csat", score: 2, at: Bench.now)
        #expect(try first.feedback?.votes == [vote])
        #expect(first.outcome.emit?.map(\.output) == ["voted"])
        let told = Bench.Matter(feedback: Feedback(votes: [vote]))
        #expect(try await bench.handle("case.feedback", JSON(encoding: vote), told).outcome.set == nil)
        let better = Vote(question: "csat", score: 3, at: Bench.now + .seconds(60))
        let second = try await bench.handle("case.feedback", JSON(encoding: better), told)
        #expect(try second.feedback?.votes == [vote, better])
    }

    @Test(arguments: [("csat", 0), ("csat", 6), ("nps", 11), ("stars", 3)])
    func whatIsNotOnTheScaleIsNotCounted(_ question: String, _ score: Int) async throws {
        let outcome = try await Bench().handle(
            "case.feedback", JSON(encoding: Vote(question: question, score: score)))
        #expect(outcome.outcome.set == nil && outcome.outcome.emit == nil)
        #expect(outcome.outcome.append?.map(\.kind) == ["noted"])
    }
}
