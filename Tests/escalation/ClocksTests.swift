import Calendars
import Casework
import Clocks
import StageKit
import Testing

@testable import escalation

@Suite struct ClocksTests {
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

    @Test(arguments: openings) func aContactStartsTheClocksInOpeningHours(_ opening: Opening) async throws {
        var scene = try Scene(at: opening.wrote)
        try await scene.customerWrites()
        #expect(scene.timers["due-acknowledge"]?.at == opening.wrote + .seconds(120))
        #expect(scene.timers["warn-first-answer"]?.at == opening.warn)
        #expect(scene.timers["due-first-answer"]?.at == opening.due)
        #expect(scene.timers["due-update"]?.at == opening.update)
        #expect(scene.care?.next_word == opening.due)
    }

    @Test func theSectionIsWorkedOutAnewAndNeverPatched() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        let right = try #require(scene.care)
        scene.spoil {
            $0.clocks = ["first-answer": .init(started: "2020-01-01T00:00:00Z", due: "2020-01-01T00:00:00Z")]
        }
        try await scene.deliver("case.notice", ["automatic": "out-of-office", "words": "I am away"])
        #expect(scene.care == right)
    }

    @Test func anAlarmOfAnEarlierVersionIsKept() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        let start = scene.now
        scene.spoil { $0.clocks["urgent"] = .init(started: start, due: start, missed: start) }
        try await scene.deliver("case.notice", ["automatic": "out-of-office", "words": "I am away"])
        #expect(scene.care?[.urgent]?.missed != nil)
        #expect(scene.timers["ladder"] != nil)
    }

    @Test func theLadderIsClimbedInOpeningHoursUnlessItIsUrgent() throws {
        let figures = try Fixtures.figures()
        let ladder = try Fixtures.office().ladder(at: "2026-11-23T17:00:00Z")
        func rungs(_ urgent: Bool) -> [Timestamp] {
            (1...3).map { ladder.moment(ofRung: $0, missed: "2026-11-23T17:00:00Z", urgent: urgent, figures: figures) }
        }
        #expect(rungs(false) == ["2026-11-23T17:00:00Z", "2026-11-24T09:30:00Z", "2026-11-24T11:30:00Z"])
        #expect(rungs(true) == ["2026-11-23T17:00:00Z", "2026-11-23T18:00:00Z", "2026-11-23T20:00:00Z"])
    }

    @Test func takingOnAnUrgentCaseHoldsTheNextRungOnTheClock() throws {
        let figures = try Fixtures.figures()
        let ladder = try Fixtures.office().ladder(at: "2026-11-22T23:10:00Z")
        let taken: Timestamp = "2026-11-23T00:20:00Z"
        #expect(ladder.moment(taken: taken, urgent: true, figures: figures) == "2026-11-23T04:20:00Z")
        #expect(ladder.moment(taken: taken, urgent: false, figures: figures) == "2026-11-23T13:00:00Z")
    }
}
