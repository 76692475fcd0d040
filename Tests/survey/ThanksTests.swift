import Casework
import StageKit
import Testing

@testable import survey

@Suite struct ThanksTests {
    private let happy = Vote(question: "csat", score: 5, words: "Nora was wonderful.")

    @Test func whoIsContentIsThankedOnceHoweverOftenTheyVote() async throws {
        let bench = try Bench()
        let first = try await bench.handle("case.feedback", JSON(encoding: happy))
        let say = try #require(first.texts("thanks").first)
        #expect(say.seldom_ms == Int64(2_592_000_000))
        #expect(first.text(say).contains("goes to Nora"))
        var matter = Bench.Matter()
        matter.feedback = try first.feedback
        matter.appreciation = try first.appreciation
        let edited = Vote(question: "csat", score: 4, words: "Nora was wonderful, and quick.")
        #expect(try await bench.handle("case.feedback", JSON(encoding: edited), matter).texts("thanks").isEmpty)
    }

    @Test func whoTakesBackThatTheirWordsMayBeRepeatedIsRepeatedByNobodyAndSetsNothingElseOff() async throws {
        let bench = try Bench()
        var vote = happy
        vote.quote = true
        let first = try await bench.handle("case.feedback", JSON(encoding: vote))
        #expect(try first.feedback?.votes.map(\.quote) == [true])
        for taken in [false, nil] {
            vote.quote = taken
            let matter = Bench.Matter(feedback: try first.feedback, appreciation: try first.appreciation)
            let again = try await bench.handle("case.feedback", JSON(encoding: vote), matter)
            #expect(try again.feedback?.votes.map(\.quote) == [taken], "the same vote, without leave to repeat it")
            #expect(try again.feedback?.items == first.feedback?.items)
            #expect(again.outcome.emit == nil && again.outcome.say == nil && again.outcome.append == nil)
        }
    }

    @Test func nobodyIsThankedTooOftenNorForBeingUnhappyNorWithoutAStandard() async throws {
        var thanked = Appreciation()
        thanked.thanked = Bench.now - .seconds(29 * 86_400)
        let other = Bench.other("CW-OTHER", daysAgo: 60, try JSON(encoding: thanked))
        let bench = try Bench(past: ["feedback": [Bench.other("CW-OTHER", daysAgo: 60)], "appreciation": [other]])
        #expect(try await bench.handle("case.feedback", JSON(encoding: happy)).texts("thanks").isEmpty)
        let middling = Vote(question: "csat", score: 3)
        #expect(try await Bench().handle("case.feedback", JSON(encoding: middling)).texts("thanks").isEmpty)
        #expect(try await Bench(thanks: [:]).handle("case.feedback", JSON(encoding: happy)).texts("thanks").isEmpty)
    }

    @Test func whoComesOftenIsInvitedOnce() async throws {
        func bench(cases: Int, _ appreciation: JSON? = nil) throws -> Bench {
            let others = (0..<cases).map { Bench.other("CW-\($0)", daysAgo: 20 + Int64($0)) }
            let chosen = Bench.other("CW-0", daysAgo: 20, appreciation)
            return try Bench(past: ["feedback": .array(others), "appreciation": [chosen]])
        }
        let planned = try await bench(cases: 2).handle("survey.ask", ["resolved": "2026-11-20T12:00:00Z"])
        #expect(planned.outcome.timers?.contains { $0.type == "survey.invite" } == true)
        let invited = try await bench(cases: 2).handle("survey.invite")
        let say = try #require(invited.texts("invitation").first)
        #expect(invited.text(say).contains("\(Bench.web)/a/j.cw-test123."))
        #expect(say.details?["unsubscribe"] != nil)
        #expect(try invited.appreciation?.invited == Bench.now)
        #expect(try await bench(cases: 1).handle("survey.invite").outcome.say == nil, "that is not often")
        var before = Appreciation()
        before.invited = Bench.now - .seconds(300 * 86_400)
        #expect(try await bench(cases: 5, JSON(encoding: before)).handle("survey.invite").outcome.say == nil)
    }

    @Test func whoJoinsIsOnTheListAndWhoLeavesHearsNoMore() async throws {
        let bench = try Bench()
        let join = try JSON(encoding: ListChoice(.join, who: CaseLink.person("ann@example.org")))
        let joined = try await bench.handle("case.feedback", join)
        #expect(joined.texts("welcome").first?.details?["unsubscribe"] != nil)
        #expect(try joined.appreciation?.member == .init(name: "Ann", address: "ann@example.org", language: "en"))
        var matter = Bench.Matter()
        matter.appreciation = try joined.appreciation
        #expect(try await bench.handle("case.feedback", join, matter).outcome.say == nil, "once is enough")
        let leave = try JSON(encoding: ListChoice(.leave, who: CaseLink.person("ann@example.org")))
        let left = try await bench.handle("case.feedback", leave, matter, now: Bench.now + .seconds(60))
        #expect(left.outcome.say == nil)
        matter.appreciation = try left.appreciation
        let resolved: JSON = ["resolved": "2026-11-20T12:00:00Z"]
        #expect(try await bench.handle("survey.ask", resolved, matter).outcome.say == nil)
        #expect(try await bench.handle("case.feedback", JSON(encoding: happy), matter).texts("thanks").isEmpty)
        // And in their other cases.
        let other = try Bench(past: [
            "feedback": [Bench.other("CW-OTHER", daysAgo: 60)],
            "appreciation": [Bench.other("CW-OTHER", daysAgo: 60, JSON(encoding: matter.appreciation))],
        ])
        #expect(try await other.handle("survey.ask", resolved).outcome.say == nil)
    }

    @Test func theLatestChoiceInAnyOfTheirCasesIsTheirs() async throws {
        func choice(_ list: ListChoice.Choice) throws -> JSON {
            try JSON(encoding: ListChoice(list, who: CaseLink.person("ann@example.org")))
        }
        // Left in this case, joined in another since: this one's link leaves again.
        var here = Appreciation()
        here.left = Bench.now - .seconds(7_200)
        var there = Appreciation()
        there.joined = Bench.now - .seconds(3_600)
        // Without a section "feedback": whoever chose in a case need not have been asked in it.
        let joined = try Bench(past: ["appreciation": [Bench.other("CW-OTHER", daysAgo: 60, JSON(encoding: there))]])
        let matter = Bench.Matter(appreciation: here)
        let left = try await joined.handle("case.feedback", choice(.leave), matter)
        #expect(try left.appreciation?.left == Bench.now)
        #expect(try await joined.handle("case.feedback", choice(.join), matter).outcome.say == nil, "they are on it")
        // Joined in this case, left in another since: this one's link joins again.
        here = Appreciation()
        here.joined = Bench.now - .seconds(7_200)
        there = Appreciation()
        there.left = Bench.now - .seconds(3_600)
        let gone = try Bench(past: ["appreciation": [Bench.other("CW-OTHER", daysAgo: 60, JSON(encoding: there))]])
        let again = try await gone.handle("case.feedback", choice(.join), Bench.Matter(appreciation: here))
        #expect(try again.appreciation?.joined == Bench.now && again.texts("welcome").count == 1)
        let twice = try await gone.handle("case.feedback", choice(.leave), Bench.Matter(appreciation: here))
        #expect(twice.outcome.set == nil, "they have left")
    }

    @Test func aLinkThatIsNobodysOfThisCaseCountsForNothing() async throws {
        let join = try JSON(encoding: ListChoice(.join, who: CaseLink.person("eve@example.org")))
        let outcome = try await Bench().handle("case.feedback", join)
        #expect(outcome.outcome.set == nil && outcome.outcome.say == nil)
    }
}
