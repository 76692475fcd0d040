import StageProtocol
import Testing

@testable import Clocks

/// Each clock: when it starts, pauses, stops and is missed. Monday 23 November 2026, the desk is open from 9:00 to 17:30.
@Suite struct ClockTests {
    @Test func aContactStartsItsClocks() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        let clocks = try log.clocks(at: "2026-11-23T11:00:00Z")
        #expect(clocks[.acknowledge]?.due == "2026-11-23T10:02:00Z")
        #expect(clocks[.acknowledge]?.state == .missed)
        #expect(clocks[.firstAnswer]?.due == "2026-11-23T14:00:00Z")
        #expect(clocks[.firstAnswer]?.warns == "2026-11-23T12:00:00Z")
        #expect(clocks[.firstAnswer]?.left == 10_800_000)
        #expect(clocks[.update]?.due == "2026-11-23T17:30:00Z")
        #expect(clocks[.update]?.warns == "2026-11-23T16:30:00Z")
        #expect(clocks[.resolution]?.due == nil)
        #expect(clocks[.nextAnswer] == nil)
        #expect(clocks.turn == "us")
        #expect(clocks.nextWord == "2026-11-23T14:00:00Z")
    }

    @Test func aReceiptMeetsTheReceiptAlone() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.said("acknowledgment", "2026-11-23T10:01:00Z")
        log.said("update", "2026-11-23T11:00:00Z")
        let clocks = try log.clocks(at: "2026-11-23T12:00:00Z")
        #expect(clocks[.acknowledge]?.met == "2026-11-23T10:01:00Z")
        #expect(clocks[.firstAnswer]?.state == .running)
        #expect(clocks.turn == "us")
    }

    @Test func everyContactHasAReceiptOfItsOwn() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.heard("2026-11-23T10:01:00Z")
        log.said("acknowledgment", "2026-11-23T10:01:30Z", seen: 1)
        let clocks = try log.clocks(at: "2026-11-23T10:02:00Z")
        #expect(clocks.runs.filter { $0.name == "acknowledge" }.map(\.met) == ["2026-11-23T10:01:30Z", nil])
        #expect(clocks[.acknowledge]?.started == "2026-11-23T10:01:00Z")
    }

    @Test func whatAReceiptOfBeforeServesIsNotMissed() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.said("acknowledgment", "2026-11-23T10:00:30Z", seen: 1)
        log.heard("2026-11-23T10:02:00Z")
        log.add("noted", "2026-11-23T10:03:00Z", ["receipt_serves": 2])
        let clocks = try log.clocks(at: "2026-11-23T11:00:00Z")
        let receipts = clocks.runs.filter { $0.name == "acknowledge" }
        #expect(receipts.map(\.met) == ["2026-11-23T10:00:30Z", "2026-11-23T10:03:00Z"])
        #expect(clocks[.firstAnswer]?.state == .running)
    }

    @Test func aTimeIsHalfOpen() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.said("answer", "2026-11-23T14:00:00Z")
        #expect(try log.clocks(at: "2026-11-23T13:59:59.999Z")[.firstAnswer]?.state == .running)
        let late = try #require(try log.clocks(at: "2026-11-23T14:00:00Z")[.firstAnswer])
        #expect(late.state == .met)
        #expect(late.missed == "2026-11-23T14:00:00Z")
        var other = Log()
        other.heard("2026-11-23T10:00:00Z")
        other.said("answer", "2026-11-23T13:59:59.999Z")
        #expect(try other.clocks(at: "2026-11-24T14:00:00Z")[.firstAnswer]?.missed == nil)
    }

    @Test func aFirstAnswerNeverPausesAndOverrulesANextOne() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.said("clarifying-question", "2026-11-23T11:00:00Z")
        var clocks = try log.clocks(at: "2026-11-23T14:30:00Z")
        #expect(clocks[.firstAnswer]?.state == .missed)
        #expect(clocks[.firstAnswer]?.pauses == [])
        #expect(clocks.turn == "customer")
        #expect(clocks[.update]?.state == .stopped)
        #expect(clocks[.reply]?.due == "2026-11-26T11:00:00Z")
        log.heard("2026-11-23T15:00:00Z")
        clocks = try log.clocks(at: "2026-11-23T15:30:00Z")
        #expect(clocks[.nextAnswer] == nil)
        #expect(clocks[.reply]?.state == .stopped)
    }

    @Test func aQuestionPausesTheNextAnswerAndAReplyResumesItAtOnce() throws {
        var log = Log()
        log.heard("2026-11-23T09:00:00Z")
        log.said("answer", "2026-11-23T09:30:00Z")
        log.heard("2026-11-23T10:00:00Z")
        log.said("clarifying-question", "2026-11-23T11:00:00Z")
        let paused = try #require(try log.clocks(at: "2026-11-23T16:00:00Z")[.nextAnswer])
        #expect(paused.state == .paused)
        #expect(paused.left == 10_800_000)
        log.heard("2026-11-24T12:00:00Z")
        let clocks = try log.clocks(at: "2026-11-24T13:00:00Z")
        let resumed = try #require(clocks[.nextAnswer])
        #expect(resumed.state == .running)
        #expect(resumed.due == "2026-11-24T15:00:00Z")
        #expect(resumed.left == 7_200_000)
        // 11:00 to 17:30, and 9:00 to 12:00.
        #expect(resumed.paused == 34_200_000)
        #expect(!clocks.isGamed)
    }

    @Test func whoSetsAWaitingCustomersCaseToWaitGainsNothingAndIsSeen() throws {
        var log = Log()
        log.heard("2026-11-23T09:00:00Z")
        log.said("answer", "2026-11-23T09:30:00Z")
        log.heard("2026-11-23T10:00:00Z")
        log.decided(["waits_for": "customer", "person": "nora"], "2026-11-23T13:00:00Z")
        let clocks = try log.clocks(at: "2026-11-23T14:00:00Z")
        let clock = try #require(clocks[.nextAnswer])
        #expect(clock.due == "2026-11-23T14:00:00Z")
        #expect(clock.state == .missed)
        #expect(clock.gamed == 3_600_000)
        #expect(clock.paused == 0)
        #expect(clocks.isGamed)
        #expect(clocks.turn == "us")
    }

    @Test func afterAnAnswerSomebodyMaySayThatTheCustomerOwesAWord() throws {
        var log = Log()
        log.heard("2026-11-23T09:00:00Z")
        log.said("answer", "2026-11-23T09:30:00Z")
        #expect(try log.clocks(at: "2026-11-23T10:00:00Z")[.resolve]?.state == .running)
        log.decided(["waits_for": "customer", "person": "nora"], "2026-11-23T10:00:00Z")
        let clocks = try log.clocks(at: "2026-11-23T11:00:00Z")
        #expect(clocks[.resolve]?.state == .stopped)
        #expect(clocks[.reply]?.due == "2026-11-26T10:00:00Z")
        #expect(!clocks.isGamed)
    }

    @Test func wordsThatAnAnswerHadNotSeenWaitFromWhenTheyCame() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.heard("2026-11-23T11:00:00Z")
        log.said("answer", "2026-11-23T11:00:05Z", seen: 1)
        let clocks = try log.clocks(at: "2026-11-23T12:00:00Z")
        #expect(clocks[.firstAnswer]?.met == "2026-11-23T11:00:05Z")
        #expect(clocks[.nextAnswer]?.started == "2026-11-23T11:00:00Z")
        #expect(clocks.turn == "us")
    }

    @Test func anUpdateIsDueAgainFromWhenTheLastOneWasWritten() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.add("noted", "2026-11-23T17:30:00Z", ["proposed": "update"])
        log.said("update", "2026-11-23T17:30:40Z")
        let clocks = try log.clocks(at: "2026-11-24T10:00:00Z")
        #expect(clocks[.update]?.due == "2026-11-24T17:30:00Z")
        // News that was written at its time was told in time, though it left a moment later.
        #expect(clocks.runs.first { $0.name == ClockName.update.rawValue }?.missed == nil)
    }

    @Test func newsThatLeavesAMinuteLateIsLate() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.said("update", "2026-11-23T17:31:00Z")
        let first = try log.clocks(at: "2026-11-24T10:00:00Z").runs.first { $0.name == ClockName.update.rawValue }
        #expect(first?.missed == "2026-11-23T17:30:00Z" && first?.met == "2026-11-23T17:31:00Z")
    }

    @Test func aPromiseRunsToItsDayAndIsKeptByItsEvidence() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.said("answer", "2026-11-23T11:00:00Z")
        log.promised("p", due: "2026-11-25T17:30:00Z", "2026-11-23T11:00:00Z")
        var clocks = try log.clocks(at: "2026-11-26T10:00:00Z")
        #expect(clocks["promise-p"]?.missed == "2026-11-25T17:30:00Z")
        // Who is owed something hears from us, and their silence is no content.
        #expect(clocks.turn == "us")
        #expect(clocks[.resolve]?.state == .paused)
        #expect(clocks[.update]?.due == "2026-11-26T17:30:00Z")
        log.add("noted", "2026-11-26T11:00:00Z", ["promise": "p", "kept": "2026-11-26T10:30:00.000Z"])
        log.decided(["kept": "p"], "2026-11-26T11:00:00Z")
        clocks = try log.clocks(at: "2026-11-26T12:00:00Z")
        #expect(clocks["promise-p"]?.met == "2026-11-26T10:30:00Z")
        #expect(clocks.turn == "customer")
        #expect(clocks[.resolve]?.state == .running)
    }

    @Test func aPromisedWordThatDoesNotComeMakesTheNextWordOurs() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.said("answer", "2026-11-23T11:00:00Z")
        log.promised("w", due: "2026-11-24T14:00:59Z", kind: "contact", "2026-11-23T11:00:00Z")
        let settle = Desk.standards(settle: "5 business days")
        var clocks = try log.clocks(at: "2026-11-24T14:00:00Z", settle)
        #expect(clocks.turn == "customer")
        #expect(clocks[.resolve]?.state == .paused && clocks[.resolution]?.state == .paused)
        #expect(clocks[.update]?.state == .stopped)
        clocks = try log.clocks(at: "2026-11-24T14:01:00Z", settle)
        #expect(clocks.turn == "us" && clocks.waitingSince == "2026-11-24T14:00:59Z")
        #expect(clocks[.nextAnswer]?.started == "2026-11-24T14:00:59Z")
        #expect(clocks[.resolve]?.state == .stopped && clocks[.resolution]?.state == .running)
        #expect(clocks[.update]?.due == "2026-11-25T14:00:59Z")
        // Who owes us a word themselves does not wait.
        log.said("clarifying-question", "2026-11-24T14:02:00Z")
        log.promised("x", due: "2026-11-24T15:00:59Z", kind: "contact", "2026-11-24T14:02:00Z")
        clocks = try log.clocks(at: "2026-11-24T16:00:00Z", settle)
        #expect(clocks["promise-w"]?.met == "2026-11-24T14:02:00Z")
        #expect(clocks["promise-x"]?.state == .missed && clocks.turn == "customer")
    }

    @Test func anyWordKeepsAWord() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.promised("w", due: "2026-11-23T14:00:59Z", kind: "contact", "2026-11-23T10:01:00Z")
        log.said("acknowledgment", "2026-11-23T10:02:00Z")
        #expect(try log.clocks(at: "2026-11-23T11:00:00Z")["promise-w"]?.state == .running)
        log.said("update", "2026-11-23T12:00:00Z")
        #expect(try log.clocks(at: "2026-11-23T13:00:00Z")["promise-w"]?.met == "2026-11-23T12:00:00Z")
    }

    @Test(arguments: ["resolved", "merged"]) func anEndStopsAllClocks(_ what: String) throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.decided([what: "…"], "2026-11-23T11:00:00Z")
        let clocks = try log.clocks(at: "2026-11-30T11:00:00Z")
        #expect(clocks.runs.allSatisfy { !$0.isOpen })
        #expect(clocks[.firstAnswer]?.missed == nil)
        #expect(clocks[.resolution]?.met == "2026-11-23T11:00:00Z")
        log.heard("2026-11-30T12:00:00Z")
        // Nobody has answered yet, so that it is still the first answer.
        #expect(try log.clocks(at: "2026-11-30T12:01:00Z")[.firstAnswer]?.due == "2026-11-30T16:00:00Z")
    }

    @Test func theResolutionStandsWhileTheCustomerHasTheNextWord() throws {
        var log = Log()
        log.heard("2026-11-23T10:00:00Z")
        log.said("answer", "2026-11-23T11:00:00Z")
        log.heard("2026-11-24T11:00:00Z")
        let standards = Desk.standards(settle: "8 business hours")
        let clock = try #require(try log.clocks(at: "2026-11-24T12:00:00Z", standards)[.resolution])
        #expect(clock.left == 21_600_000)
        #expect(clock.due == "2026-11-25T09:30:00Z")
        #expect(clock.pauses.map(\.reason) == ["answer"])
    }

    @Test func businessDaysThatWereInterruptedGoOnWithTheHoursTheyHadLeft() throws {
        var log = Log()
        log.heard("2026-11-20T10:00:00Z")
        log.said("answer", "2026-11-20T10:01:00Z")
        log.heard("2026-11-23T10:00:00Z")
        log.said("clarifying-question", "2026-11-23T16:30:00Z")
        log.heard("2026-11-25T09:00:00Z")
        // Of Monday 10:00 to Tuesday 10:00 two hours were left: one on Monday, one on Tuesday.
        let clock = try log.clocks(at: "2026-11-25T09:30:00Z", Desk.standards(nextAnswer: "1 business day"))[
            .nextAnswer]
        #expect(clock?.due == "2026-11-25T11:00:00Z")
    }

    @Test func aSundayOfTwentyFiveHoursCountsTwentyFour() throws {
        var log = Log()
        log.heard("2026-10-24T23:00:00Z")
        let open: JSON = ["sunday": ["00:00-24:00"], "monday": ["00:00-24:00"]]
        let standards = Desk.standards(firstAnswer: "24 business hours", hours: open)
        #expect(
            try log.clocks(at: "2026-10-25T00:00:00Z", standards)[.firstAnswer]?.due == "2026-10-26T00:00:00Z")
    }

    @Test func historyStartsNoClock() throws {
        var log = Log()
        log.add("heard", "2020-01-01T10:00:00Z", by: "history")
        log.add("said", "2020-01-01T11:00:00Z", ["audience": "customer", "purpose": "answer"], by: "history")
        #expect(try log.clocks(at: "2026-11-23T10:00:00Z").runs.isEmpty)
    }
}
