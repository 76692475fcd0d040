import Testing

@testable import Calendars

@Suite struct SpokenTimeTests {
    /// 2026-11-23T14:00:30Z, a Monday.
    private let moment: Int64 = 1_795_442_430_000

    @Test(arguments: [
        ("en", "Monday 23 November at 14:01"), ("de", "Montag, 23. November, 14:01 Uhr"),
        ("fr", "lundi 23 novembre à 14:01"), ("es", "las 14:01 del lunes 23 de noviembre"),
        ("fi", "Monday 23 November at 14:01"),
    ])
    func momentsAreSaidAsPeopleDoAndRoundedUp(_ language: String, _ text: String) {
        #expect(SpokenTime(zone: "Europe/Dublin").moment(moment, language: language) == text)
    }

    @Test func theZoneDecidesTheDay() {
        let late = moment + 10 * 3_600_000
        #expect(SpokenTime(zone: "Europe/Dublin").day(late, language: "en") == "Tuesday 24 November")
        #expect(SpokenTime(zone: "America/New_York").day(late, language: "en") == "Monday 23 November")
        #expect(SpokenTime(zone: "America/New_York").offset(at: late) == -18_000)
    }
}
