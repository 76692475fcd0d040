import Calendars
import Casework
import StageKit
import Testing

@testable import escalation

@Suite struct ClocksTests {
    private let advocate = Care.Colleague(id: "nora", name: "Nora Quill")

    /// When the customer wrote, the first answer's warning and end, the first update.
    struct Opening: Sendable, CustomTestStringConvertible {
        var name: String
        var wrote: Timestamp
        var warn: Timestamp
        var due: Timestamp
        var update: Timestamp
        var testDescription: String { name }
    }

    static let openings = [
        Opening(
            name: "in the morning", wrote: "2026-11-23T10:00:00Z", warn: "2026-11-23T12:00:00Z",
            due: "2026-11-23T14:00:00Z", update: "2026-11-23T17:30:00Z"),
        Opening(
            name: "at night", wrote: "2026-11-23T02:00:00Z", warn: "2026-11-23T11:00:00Z", due: "2026-11-23T13:00:00Z",
            update: "2026-11-23T17:30:00Z"),
        Opening(
            name: "shortly before closing", wrote: "2026-11-23T17:20:00Z", warn: "2026-11-24T10:50:00Z",
            due: "2026-11-24T12:50:00Z", update: "2026-11-24T17:30:00Z"),
        Opening(
            name: "the weekend the clock goes forward", wrote: "2026-03-28T15:00:00Z", warn: "2026-03-30T09:00:00Z",
            due: "2026-03-30T11:00:00Z", update: "2026-03-30T16:30:00Z"),
        Opening(
            name: "the weekend the clock goes back", wrote: "2026-10-24T14:00:00Z", warn: "2026-10-26T10:00:00Z",
            due: "2026-10-26T12:00:00Z", update: "2026-10-26T17:30:00Z"),
        Opening(
            name: "Christmas Eve", wrote: "2026-12-24T16:00:00Z", warn: "2026-12-26T10:30:00Z",
            due: "2026-12-26T12:30:00Z", update: "2026-12-24T17:30:00Z"),
    ]

    @Test(arguments: openings) func aContactStartsTheClocksInOpeningHours(_ opening: Opening) throws {
        let clocks = try Fixtures.clocks()
        let care = clocks.opened(by: advocate, at: opening.wrote)
        let timers = clocks.timers(care, ladder: try Fixtures.office().ladder(at: opening.wrote))
        func at(_ name: String) -> Timestamp? { timers.first { $0.name == name }?.at }
        #expect(at("due-acknowledge") == opening.wrote + .seconds(120))
        #expect(at("warn-first-answer") == opening.warn)
        #expect(at("due-first-answer") == opening.due)
        #expect(at("due-update") == opening.update)
        #expect(timers.count == 4)
        #expect(clocks.nextWord(care, now: opening.wrote) == opening.due)
    }

    @Test func aReceiptMeetsNoClockOfAnAnswer() throws {
        let clocks = try Fixtures.clocks()
        var care = clocks.opened(by: advocate, at: "2026-11-23T10:00:00Z")
        clocks.acknowledged(&care, at: "2026-11-23T10:01:00Z", next: nil)
        #expect(care[.acknowledge]?.met == "2026-11-23T10:01:00Z")
        #expect(care[.firstAnswer]?.isRunning == true)
        #expect(care.turn == "us")
    }

    @Test func aQuestionIsNoAnswerAndStopsOnlyWhatTheCustomerOwes() throws {
        let clocks = try Fixtures.clocks()
        var care = clocks.opened(by: advocate, at: "2026-11-23T10:00:00Z")
        clocks.asked(&care, at: "2026-11-23T11:00:00Z", next: nil)
        #expect(care[.firstAnswer]?.isRunning == true)
        #expect(care[.update] == nil)
        #expect(care[.reply]?.due == "2026-11-26T11:00:00Z")
        #expect(care.turn == "customer")
    }

    @Test func aFirstAnswerOverrulesANextOneUntilItIsMet() throws {
        let clocks = try Fixtures.clocks()
        var care = clocks.opened(by: advocate, at: "2026-11-23T10:00:00Z")
        clocks.heard(&care, at: "2026-11-23T10:30:00Z", waitingSince: "2026-11-23T10:00:00Z")
        #expect(care[.nextAnswer] == nil)
        clocks.answered(&care, at: "2026-11-23T11:00:00Z", next: nil)
        clocks.heard(&care, at: "2026-11-23T12:00:00Z", waitingSince: "2026-11-23T12:00:00Z")
        #expect(care[.nextAnswer]?.due == "2026-11-23T16:00:00Z")
        #expect(care[.resolve] == nil)
    }

    @Test func whoWritesTwiceDoesNotWaitAnew() throws {
        let clocks = try Fixtures.clocks()
        var care = clocks.opened(by: advocate, at: "2026-11-23T10:00:00Z")
        clocks.answered(&care, at: "2026-11-23T11:00:00Z", next: nil)
        clocks.heard(&care, at: "2026-11-23T12:00:00Z", waitingSince: "2026-11-23T12:00:00Z")
        clocks.heard(&care, at: "2026-11-23T13:00:00Z", waitingSince: "2026-11-23T12:00:00Z")
        #expect(care[.nextAnswer]?.started == "2026-11-23T12:00:00Z")
    }

    @Test func anAnswerInTimeWasNotMissedThoughTheNewsOfItIsLate() throws {
        let clocks = try Fixtures.clocks()
        var care = clocks.opened(by: advocate, at: "2026-11-23T10:00:00Z")
        care[.firstAnswer]?.missed = "2026-11-23T14:00:01Z"
        clocks.answered(&care, at: "2026-11-23T13:59:00Z", next: nil)
        #expect(care[.firstAnswer]?.missed == nil)
        clocks.answered(&care, at: "2026-11-23T15:00:00Z", next: nil)
        #expect(care[.firstAnswer]?.met == "2026-11-23T13:59:00Z")
    }

    @Test func theLadderIsClimbedInOpeningHoursUnlessItIsUrgent() throws {
        let clocks = try Fixtures.clocks()
        let ladder = try Fixtures.office().ladder(at: "2026-11-23T17:00:00Z")
        func rungs(_ urgent: Bool) -> [Timestamp] {
            (1...3).map { ladder.moment(ofRung: $0, missed: "2026-11-23T17:00:00Z", urgent: urgent, clocks: clocks) }
        }
        #expect(rungs(false) == ["2026-11-23T17:00:00Z", "2026-11-24T09:30:00Z", "2026-11-24T11:30:00Z"])
        #expect(rungs(true) == ["2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z", "2026-11-23T20:00:00Z"])
    }
}
