import Foundation
import Testing

@testable import Calendars

struct BusinessCalendarTests {
    @Test func openingIsHalfOpen() throws {
        let calendar = try office("UTC")
        #expect(!calendar.isOpen(at: try utc("2026-11-23T09:00:00Z") - 1))
        #expect(calendar.isOpen(at: try utc("2026-11-23T09:00:00Z")))
        #expect(calendar.isOpen(at: try utc("2026-11-23T17:00:00Z") - 1))
        #expect(!calendar.isOpen(at: try utc("2026-11-23T17:00:00Z")))
    }

    @Test(arguments: [
        ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z"),
        ("2026-11-23T17:00:00Z", "2026-11-24T09:00:00Z"),
        ("2026-11-20T17:30:00Z", "2026-11-23T09:00:00Z"),
        ("2026-11-23T03:00:00Z", "2026-11-23T09:00:00Z"),
    ])
    func theNextOpeningIsNowOrTheNextDayWithHours(moment: String, opening: String) throws {
        #expect(text(try office("UTC").nextOpen(after: utc(moment))) == opening)
    }

    @Test func workingTimeSkipsNightsAndWeekends() throws {
        let calendar = try office("Europe/Dublin")
        let friday = try utc("2026-11-20T16:00:00Z")
        #expect(text(calendar.add(working: 4 * hour, to: friday)) == "2026-11-23T12:00:00Z")
        #expect(try calendar.working(between: friday, and: utc("2026-11-23T12:00:00Z")) == 4 * hour)
    }

    @Test func workThatFillsTheDayEndsAtItsCloseNotAtTheNextOpening() throws {
        let calendar = try office("UTC")
        #expect(text(try calendar.add(working: 8 * hour, to: utc("2026-11-23T09:00:00Z"))) == "2026-11-23T17:00:00Z")
    }

    @Test func noWorkFromOutOfHoursIsTheNextOpening() throws {
        let calendar = try office("UTC")
        #expect(text(try calendar.add(working: 0, to: utc("2026-11-21T12:00:00Z"))) == "2026-11-23T09:00:00Z")
    }

    @Test func aLunchBreakCountsForNothing() throws {
        let calendar = try daily("UTC", "13:30-17:30", "09:00-12:30")
        let noon = try utc("2026-11-23T12:00:00Z")
        #expect(text(calendar.add(working: hour, to: noon)) == "2026-11-23T14:00:00Z")
        #expect(!calendar.isOpen(at: noon + hour))
        #expect(text(calendar.endOfBusinessDay(after: noon + hour)) == "2026-11-23T17:30:00Z")
    }

    @Test func aStretchPastMidnightBelongsToTheDayItOpensOn() throws {
        let week: BusinessCalendar.Week = [.friday: try hours("22:00-02:00"), .monday: try hours("09:00-17:00")]
        let calendar = try BusinessCalendar(zone: "UTC", week: week)
        let afterMidnight = try utc("2026-11-28T01:00:00Z")
        #expect(calendar.isOpen(at: afterMidnight))
        #expect(text(calendar.endOfBusinessDay(after: afterMidnight)) == "2026-11-28T02:00:00Z")
        #expect(text(calendar.sameTimeNextBusinessDay(after: afterMidnight)) == "2026-11-30T17:00:00Z")
    }

    @Test func aStretchPastMidnightOutlivesAClosedDay() throws {
        let closed = CalendarExceptions(closed: [try day("2026-11-28"): "Stocktaking"])
        let week: BusinessCalendar.Week = [.friday: try hours("22:00-02:00"), .saturday: try hours("01:00-05:00")]
        let calendar = try BusinessCalendar(zone: "UTC", week: week, exceptions: closed)
        #expect(calendar.isOpen(at: try utc("2026-11-28T01:59:00Z")))
        #expect(!calendar.isOpen(at: try utc("2026-11-28T02:00:00Z")))
    }

    @Test func hoursThatOverlapAcrossMidnightCountOnce() throws {
        let calendar = try daily("UTC", "01:00-04:00", "22:00-02:00")
        let start = try utc("2026-11-23T22:00:00Z")
        #expect(calendar.working(between: start, and: start + 6 * hour) == 6 * hour)
        #expect(calendar.add(working: 6 * hour, to: start) == start + 6 * hour)
    }

    @Test func aDeskThatNeverClosesCountsEveryHour() throws {
        let calendar = try daily("UTC", "00:00-24:00")
        let start = try utc("2026-11-23T22:00:00Z")
        #expect(calendar.add(working: 1000 * hour, to: start) == start + 1000 * hour)
        #expect(text(calendar.endOfBusinessDay(after: start)) == "2026-11-24T00:00:00Z")
        #expect(text(calendar.sameTimeNextBusinessDay(after: start)) == "2026-11-24T22:00:00Z")
    }

    @Test func closedDaysHalfDaysAndExtraDaysOverruleTheWeek() throws {
        let exceptions = CalendarExceptions(
            closedEveryYear: [try #require(AnnualDay("12-25")): "Christmas Day"],
            otherHours: [
                try day("2026-12-24"): try hours("09:00-13:00"), try day("2026-12-26"): try hours("10:00-12:00"),
            ])
        let calendar = try office("UTC", exceptions)
        let start = try utc("2026-12-24T12:00:00Z")
        #expect(text(calendar.endOfBusinessDay(after: start)) == "2026-12-24T13:00:00Z")
        #expect(text(calendar.add(working: 2 * hour, to: start)) == "2026-12-26T11:00:00Z")
        #expect(calendar.exceptions.name(ofClosed: try day("2031-12-25")) == "Christmas Day")
    }

    @Test func aDateOverrulesWhatHoldsEveryYear() throws {
        let exceptions = CalendarExceptions(
            closedEveryYear: [try #require(AnnualDay("12-25")): "Christmas Day"],
            otherHours: [try day("2026-12-25"): try hours("10:00-12:00")])
        let calendar = try office("UTC", exceptions)
        #expect(calendar.isOpen(at: try utc("2026-12-25T11:00:00Z")))
        #expect(!calendar.isOpen(at: try utc("2028-12-25T11:00:00Z")))
    }

    @Test(arguments: [
        ("2026-11-23T11:15:00Z", "2026-11-24T11:15:00Z"),
        ("2026-11-20T11:15:00Z", "2026-11-23T11:15:00Z"),
        ("2026-11-23T07:00:00Z", "2026-11-24T09:00:00Z"),
        ("2026-11-23T20:00:00Z", "2026-11-24T17:00:00Z"),
        ("2026-11-21T12:00:00Z", "2026-11-23T12:00:00Z"),
    ])
    func sameTimeNextBusinessDayStaysWithinThatDaysHours(moment: String, next: String) throws {
        #expect(text(try office("UTC").sameTimeNextBusinessDay(after: utc(moment))) == next)
    }

    @Test func sameTimeOfDayIsOnTheWallNotOnTheStopwatch() throws {
        // The clocks of Berlin go back on Sunday, 25 October 2026.
        let calendar = try office("Europe/Berlin")
        #expect(
            text(try calendar.sameTimeNextBusinessDay(after: utc("2026-10-23T10:00:00Z"))) == "2026-10-26T11:00:00Z")
    }

    @Test func businessDaysSkipWhatIsClosed() throws {
        let calendar = try office("UTC")
        #expect(text(try calendar.add(businessDays: 3, to: utc("2026-11-19T15:00:00Z"))) == "2026-11-24T15:00:00Z")
    }

    @Test(arguments: [
        ("2 minutes", "2026-11-20T16:02:00Z"), ("4 business hours", "2026-11-23T12:00:00Z"),
        ("1 business day", "2026-11-23T16:00:00Z"),
    ])
    func aSpanEndsByItsKind(span: String, end: String) throws {
        let span = try #require(TimeSpan(span))
        #expect(text(try office("UTC").moment(span, after: utc("2026-11-20T16:00:00Z"))) == end)
    }

    @Test func aCalendarThatIsNeverOpenIsRefused() throws {
        #expect(throws: CalendarError.neverOpen) { try BusinessCalendar(zone: "UTC", week: [:]) }
        #expect(throws: CalendarError.neverOpen) { try BusinessCalendar(zone: "UTC", week: [.monday: []]) }
        var everyDay: [AnnualDay: String] = [:]
        for number in 0..<365 { everyDay[CalendarDay(number: Int64(number)).annual] = "closed" }
        let closed = CalendarExceptions(closedEveryYear: everyDay)
        #expect(throws: CalendarError.neverOpen) { try office("UTC", closed) }
    }

    @Test func anUnknownZoneAndOverlappingHoursAreRefused() throws {
        #expect(throws: CalendarError.unknownZone("Europe/Dublinn")) { try office("Europe/Dublinn") }
        let overlapping = try hours("09:00-13:00", "12:00-17:00")
        #expect(throws: CalendarError.overlap(day: "monday", first: overlapping[0], second: overlapping[1])) {
            try BusinessCalendar(zone: "UTC", week: [.monday: overlapping])
        }
    }

    @Test func aSearchEndsForEveryMomentAndEveryLength() throws {
        let dates = Dictionary(uniqueKeysWithValues: (0..<365).map { (CalendarDay(number: $0).annual, "closed") })
        var allButOne = dates
        allButOne[CalendarDay(number: 100).annual] = nil
        let rare = try BusinessCalendar(
            zone: "UTC", week: [.monday: hours("09:00-09:01")],
            exceptions: CalendarExceptions(closedEveryYear: allButOne))
        for moment in [Int64.min, -1, 0, 1_800_000_000_000, Int64.max] {
            let opening = rare.nextOpen(after: moment)
            #expect(rare.add(working: .max, to: moment) >= opening)
            _ = (
                rare.isOpen(at: moment), rare.endOfBusinessDay(after: moment), rare.add(businessDays: .max, to: moment)
            )
        }
    }

    @Test func aCalendarSurvivesItsJSON() throws {
        let exceptions = CalendarExceptions(
            closed: [try day("2026-12-28"): "Bank holiday"],
            closedEveryYear: [try #require(AnnualDay("12-25")): "Christmas Day"],
            otherHours: [try day("2026-12-24"): try hours("09:00-13:00")],
            otherHoursEveryYear: [try #require(AnnualDay("12-31")): try hours("09:00-12:00", "22:00-01:00")])
        let calendar = try office("Europe/Dublin", exceptions)
        let bytes = try JSONEncoder().encode(calendar)
        #expect(try JSONDecoder().decode(BusinessCalendar.self, from: bytes) == calendar)
    }
}
