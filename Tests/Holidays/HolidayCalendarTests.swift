import Calendars
import Holidays
import Testing

/// What stands in calendar files, as days.
@Suite struct HolidayCalendarTests {
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private func read(
        _ events: String..., from first: String = "2026-01-01", through last: String = "2027-12-31"
    ) throws -> HolidayCalendar {
        let body = events.map { "BEGIN:VEVENT\r\n\($0)\r\nEND:VEVENT\r\n" }.joined()
        let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(body)END:VCALENDAR\r\n"
        return try HolidayCalendar(Array(text.utf8), from: day(first), through: day(last))
    }

    private func words(_ calendar: HolidayCalendar) -> [String] {
        calendar.holidays.map { "\($0.day) \($0.name)" }
    }

    @Test func aDayIsReadWithItsName() throws {
        let calendar = try read("DTSTART;VALUE=DATE:20260317\r\nSUMMARY:St Patrick's Day\\, a feast\r\nUID:1")
        #expect(words(calendar) == ["2026-03-17 St Patrick's Day, a feast"])
    }

    @Test func severalDaysEndBeforeTheirEnd() throws {
        let calendar = try read("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas")
        #expect(calendar.holidays.map(\.day.description) == ["2026-12-24", "2026-12-25", "2026-12-26"])
    }

    @Test func whatComesBackEveryYearIsThereEachYearButForWhatIsTakenOut() throws {
        let calendar = try read(
            "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:May Day\r\nEXDATE;VALUE=DATE:20260501",
            // The last Monday in August.
            "DTSTART;VALUE=DATE:20200831\r\nRRULE:FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO\r\nSUMMARY:Bank holiday")
        #expect(
            words(calendar) == ["2026-08-31 Bank holiday", "2027-05-01 May Day", "2027-08-30 Bank holiday"])
    }

    @Test func foldedLinesCancelledEventsAndOtherPartsAreTakenAsMeant() throws {
        let calendar = try read(
            "DTSTART;VALUE=DATE:20260406\r\nSUMMARY:Easter Mon\r\n day",
            "DTSTART;VALUE=DATE:20260407\r\nSTATUS:CANCELLED",
            "SUMMARY:no date", "DTSTART;VALUE=DATE:20260408")
        #expect(words(calendar) == ["2026-04-06 Easter Monday", "2026-04-08 closed"])
    }

    @Test func anEventWithHoursIsLeftToAPerson() throws {
        let calendar = try read("DTSTART:20261224T120000Z\r\nDTEND:20261224T170000Z\r\nSUMMARY:Closing early")
        #expect(calendar.holidays.isEmpty)
        #expect(calendar.others.map(\.name) == ["Closing early"])
    }

    @Test func onlyTheRangeIsRead() throws {
        let calendar = try read(
            "DTSTART;VALUE=DATE:20251230\r\nDTEND;VALUE=DATE:20260103\r\nSUMMARY:Stocktaking",
            "DTSTART;VALUE=DATE:20280101\r\nSUMMARY:Far away")
        #expect(calendar.holidays.map(\.day.description) == ["2026-01-01", "2026-01-02"])
    }

    @Test func aRuleWithoutEndIsBounded() throws {
        let calendar = try read("DTSTART;VALUE=DATE:20200101\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Always")
        #expect(calendar.holidays.count == 730)
        let secondly = try read("DTSTART:20260101T000000Z\r\nRRULE:FREQ=SECONDLY\r\nSUMMARY:Too often")
        #expect(secondly.others.count <= 2)
    }

    @Test(arguments: ["", "hello", "BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n", "BEGIN:VEVENT\r\nEND:VEVENT"])
    func whatIsNoCalendarIsRefused(_ text: String) throws {
        let (first, last) = (try day("2026-01-01"), try day("2026-12-31"))
        #expect(throws: HolidayError.unreadable) { try HolidayCalendar(Array(text.utf8), from: first, through: last) }
    }
}
