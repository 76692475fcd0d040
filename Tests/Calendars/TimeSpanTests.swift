import Testing

@testable import Calendars

struct TimeSpanTests {
    @Test(arguments: [
        ("20 s", TimeSpan.elapsed(20_000)), ("2 minutes", .elapsed(120_000)), ("1d", .elapsed(86_400_000)),
        ("1.5 hours", .elapsed(5_400_000)), ("250 ms", .elapsed(250)), ("0 s", .elapsed(0)),
        ("90 days", .elapsed(7_776_000_000)), ("2 weeks", .elapsed(1_209_600_000)),
        ("4 business hours", .business(14_400_000)), ("30 business minutes", .business(1_800_000)),
        ("3 business days", .businessDays(3)), ("1 business day", .businessDays(1)),
    ])
    func aSpanIsReadAsItIsSpoken(text: String, span: TimeSpan) {
        #expect(TimeSpan(text) == span)
    }

    @Test(arguments: [
        "", "20", "s", "-1 s", "1e3 s", "2 fortnights", "1.5 business days", "1 business week", "2 business",
        "999999 weeks",
        ".5 h", "5. h", "1 2 s", "２ s",
    ])
    func whatIsNoSpanIsRefused(text: String) {
        #expect(TimeSpan(text) == nil)
    }

    @Test(arguments: ["20 seconds", "1 minute", "90 minutes", "4 business hours", "1 business day", "250 milliseconds"])
    func aSpanIsWrittenAsItIsRead(text: String) {
        #expect(TimeSpan(text)?.description == text)
    }
}

struct OpeningHoursTests {
    @Test(arguments: [
        ("09:00-17:30", 540, 1050), ("22:00-02:00", 1320, 1560), ("00:00-24:00", 0, 1440), ("9:00 - 10:00", 540, 600),
    ])
    func hoursAreReadWithMidnightInMind(text: String, opens: Int, closes: Int) {
        #expect(OpeningHours(text) == OpeningHours(opens: opens, closes: closes))
    }

    @Test(arguments: [
        "", "09:00", "9-17", "09:00-09:00", "24:00-02:00", "09:60-10:00", "09:00-25:00", "09:00-10:00-11:00",
        "+9:00-10:00",
    ])
    func whatAreNoHoursIsRefused(text: String) {
        #expect(OpeningHours(text) == nil)
    }

    @Test func hoursAreWrittenAsTheyAreRead() {
        #expect(OpeningHours("22:00-02:00")?.description == "22:00-02:00")
        #expect(OpeningHours("18:00-00:00")?.description == "18:00-24:00")
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "2026-12-25x", "12-25"])
    func whatIsNoDateIsRefused(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func aDateIsItsNumberAndItsWeekday() throws {
        #expect(try day("1970-01-01").number == 0)
        #expect(try day("2026-11-22").weekday == .sunday)
        for number in stride(from: Int64(-100_000), to: 100_000, by: 137) {
            let day = CalendarDay(number: number)
            #expect(CalendarDay(day.description) == day)
        }
    }
}
