import Calendars
import StageProtocol

/// Deadlines reckoned on one core: four business hours, or three business days, from any moment of ten years.
enum Deadlines {
    static func run(count: Int) throws {
        let week = Dictionary(
            uniqueKeysWithValues: Weekday.allCases.prefix(6).map {
                ($0, OpeningHours("09:00-17:30").map { [$0] } ?? [])
            })
        var exceptions = CalendarExceptions()
        for (date, name) in [("12-25", "Christmas"), ("12-26", "Stephen"), ("01-01", "New Year")] {
            if let day = AnnualDay(date) { exceptions.closedEveryYear[day] = name }
        }
        let calendar = try BusinessCalendar(zone: "Europe/Dublin", week: week, exceptions: exceptions)
        let start: Int64 = 1_577_836_800_000
        let spans: [TimeSpan] = [.business(4 * 3_600_000), .businessDays(3), .business(20 * 60_000)]
        var (moment, sum): (Int64, Int64) = (start, 0)
        let clock = ContinuousClock()
        let time = clock.measure {
            for number in 0..<count {
                moment = start + (moment &* 6_364_136_223_846_793_005 &+ 1) & 0x49_0000_0000
                sum &+= calendar.moment(spans[number % spans.count], after: moment)
            }
        }
        report([
            "deadlines": .int(Int64(count)), "a_second": .int(Int64(Double(count) / time.seconds)),
            // So that nothing is left out that nobody looks at.
            "sum": .int(sum),
        ])
    }
}
