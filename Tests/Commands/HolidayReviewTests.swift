import Calendars
import Holidays
import Testing

@testable import CasewireCommands

/// Holidays that are added to a standards.yaml leave the rest of it alone.
@Suite struct HolidayReviewTests {
    private func holiday(_ day: String, _ name: String) throws -> HolidayCalendar.Holiday {
        .init(day: try #require(CalendarDay(day)), name: name)
    }

    @Test func newDaysStandBelowTheOthersAndNothingElseChanges() throws {
        let text = """
            trust: {promise: closed, closed: no}
            calendar:
              zone: UTC
              closed:   # of us all
                # every year
                12-25: Christmas Day

                2026-03-17: St Patrick's Day

              # half days
              other_hours:
                12-24: 09:00-13:00
            """
        let after = ClosedDays.adding(
            [try holiday("2026-05-04", #"May "Day": a \ feast"#), try holiday("2026-06-01", "June")], to: text)
        let added = #"    2026-05-04: "May \"Day\": a \\ feast""# + "\n    2026-06-01: \"June\"\n"
        #expect(after == text.replacing("St Patrick's Day\n", with: "St Patrick's Day\n" + added))
    }

    @Test(arguments: [
        "calendar: {closed: {12-25: x}}", "calendar:\n  zone: UTC\nclosed:\n  a: b", "calendar:\n  closed:\n",
    ])
    func whatCannotBeAddedToIsLeftAlone(_ text: String) throws {
        #expect(ClosedDays.adding([try holiday("2026-05-04", "May")], to: text) == nil)
    }
}
