import Testing

@testable import Calendars

/// London: forward on 29 March 2026 at 01:00 UTC, back on 25 October 2026 at 01:00 UTC.
struct DaylightSavingTests {
    @Test func aSundayOfTwentyFiveHoursOpenAllDayCountsTwentyFour() throws {
        let calendar = try daily("Europe/London", "00:00-24:00")
        let (midnight, next) = (try utc("2026-10-24T23:00:00Z"), try utc("2026-10-26T00:00:00Z"))
        #expect(next - midnight == 25 * hour)
        #expect(calendar.working(between: midnight, and: next) == 24 * hour)
        #expect(calendar.add(working: 24 * hour, to: midnight) == next)
    }

    @Test func aSundayOfTwentyThreeHoursOpenAllDayCountsTwentyFour() throws {
        let calendar = try daily("Europe/London", "00:00-24:00")
        let (midnight, next) = (try utc("2026-03-29T00:00:00Z"), try utc("2026-03-29T23:00:00Z"))
        #expect(calendar.working(between: midnight, and: next) == 24 * hour)
        #expect(calendar.add(working: 24 * hour, to: midnight) == next)
    }

    @Test func aTimeInTheGapMovesForward() throws {
        let calendar = try daily("Europe/London", "01:30-05:00")
        #expect(text(try calendar.nextOpen(after: utc("2026-03-29T00:00:00Z"))) == "2026-03-29T01:00:00Z")
    }

    @Test func anAmbiguousTimeIsTheFirst() throws {
        let calendar = try daily("Europe/London", "01:30-05:00")
        #expect(text(try calendar.nextOpen(after: utc("2026-10-24T22:00:00Z"))) == "2026-10-25T00:30:00Z")
        let closing = try daily("Europe/London", "00:00-01:30")
        #expect(text(try closing.endOfBusinessDay(after: utc("2026-10-24T23:00:00Z"))) == "2026-10-25T00:30:00Z")
        #expect(!closing.isOpen(at: try utc("2026-10-25T01:15:00Z")))
    }

    @Test func aStretchThatEndsInTheGapEndsWhereTheGapBegins() throws {
        let calendar = try daily("Europe/London", "00:00-01:30")
        #expect(text(try calendar.endOfBusinessDay(after: utc("2026-03-29T00:30:00Z"))) == "2026-03-29T01:00:00Z")
    }

    @Test func aDayThatAZoneSkippedIsNoMomentLong() throws {
        // Samoa went from 29 to 31 December 2011 when it changed sides of the date line.
        let calendar = try daily("Pacific/Apia", "09:00-17:00")
        let close = try utc("2011-12-30T03:00:00Z")
        #expect(text(calendar.nextOpen(after: close)) == "2011-12-30T19:00:00Z")
    }

    @Test func aHalfHourChangeAndAHalfHourZoneAreKept() throws {
        let calendar = try daily("Australia/Lord_Howe", "09:00-17:00")
        #expect(text(try calendar.nextOpen(after: utc("2026-01-10T12:00:00Z"))) == "2026-01-10T22:00:00Z")
        #expect(text(try calendar.nextOpen(after: utc("2026-07-10T12:00:00Z"))) == "2026-07-10T22:30:00Z")
    }
}
