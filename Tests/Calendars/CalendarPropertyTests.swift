import Foundation
import Testing

@testable import Calendars

/// Random calendars in zones with every kind of change, against a second opinion that walks minute by minute.
struct CalendarPropertyTests {
    static let zones = [
        "UTC", "Europe/London", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu",
        "Pacific/Apia", "Africa/Casablanca", "America/Sao_Paulo", "Antarctica/Troll",
    ]

    @Test(arguments: zones, [UInt64(1), 2])
    func openingAndWorkingTimeAgreeWithAWalkMinuteByMinute(zone: String, seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let calendar = try randomCalendar(zone, &random)
        for start in try moments(zone, &random) {
            let walk = try Walk(calendar, from: start, minutes: 1440)
            for step in stride(from: 0, to: walk.open.count, by: 7) {
                let moment = start + Int64(step) * minute
                #expect(calendar.isOpen(at: moment) == walk.open[step], "\(text(moment)) in \(zone), seed \(seed)")
            }
            let end = start + Int64(walk.open.count) * minute
            // Where the clock stands still, a minute is not over before it is shown again: the last millisecond waits.
            #expect(
                abs(calendar.working(between: start, and: end) - walk.worked * minute) <= 1, "\(zone), seed \(seed)")
        }
    }

    @Test(arguments: zones, [UInt64(4), 5, 6])
    func addIsTheFirstMomentByWhichTheWorkIsDone(zone: String, seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let calendar = try randomCalendar(zone, &random)
        for start in try moments(zone, &random) {
            let work = Int64.random(in: 1...60 * hour, using: &random)
            let end = calendar.add(working: work, to: start)
            #expect(calendar.working(between: start, and: end) >= work, "\(zone), seed \(seed)")
            #expect(calendar.working(between: start, and: end - 1) < work, "\(zone), seed \(seed)")
        }
    }

    @Test(arguments: zones, [UInt64(7), 8, 9])
    func workingTimeAddsUp(zone: String, seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let calendar = try randomCalendar(zone, &random)
        for start in try moments(zone, &random) {
            let middle = start + Int64.random(in: 0...100 * hour, using: &random)
            let end = middle + Int64.random(in: 0...100 * hour, using: &random)
            let parts = calendar.working(between: start, and: middle) + calendar.working(between: middle, and: end)
            #expect(calendar.working(between: start, and: end) == parts)
        }
    }

    @Test(arguments: zones, [UInt64(10), 11, 12])
    func whatIsFoundIsOpenAndNeverInThePast(zone: String, seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let calendar = try randomCalendar(zone, &random)
        for start in try moments(zone, &random) {
            let opening = calendar.nextOpen(after: start)
            #expect(opening >= start)
            #expect(calendar.working(between: start, and: opening) == 0 || opening == start)
            #expect(calendar.endOfBusinessDay(after: start) > start)
            let next = calendar.sameTimeNextBusinessDay(after: start)
            #expect(next > start)
            #expect(calendar.add(businessDays: 2, to: start) > next)
        }
    }

    /// Every zone there is, over fifty years: what one computation says, the others agree with.
    @Test func inEveryZoneTheComputationsAgreeWithEachOther() throws {
        var random = SeededGenerator(state: 13)
        let (from, until) = (try utc("1990-01-01T00:00:00Z"), try utc("2040-12-31T00:00:00Z"))
        let zones = TimeZone.knownTimeZoneIdentifiers
        #expect(zones.count > 300)
        for zone in zones {
            let calendar = try randomCalendar(zone, &random)
            for _ in 0..<3 {
                let start = Int64.random(in: from / minute...until / minute, using: &random) * minute
                let work = Int64.random(in: 1...60 * hour, using: &random)
                let more = Int64.random(in: 1...60 * hour, using: &random)
                let end = calendar.add(working: work, to: start)
                // The inverse: the work is done then, and not before.
                let done = calendar.working(between: start, and: end)
                #expect(done >= work && calendar.working(between: start, and: end - 1) < work, "\(zone) \(start)")
                // In two steps or in one; an hour that the clock skips is more than was asked for.
                let twice = calendar.add(working: more, to: end)
                #expect(twice == calendar.add(working: done + more, to: start), "\(zone) \(start)")
                // Later never ends earlier.
                let later = start + Int64.random(in: 0...48, using: &random) * hour
                #expect(calendar.add(working: work, to: later) >= end, "\(zone) \(start)")
                #expect(calendar.isOpen(at: calendar.nextOpen(after: start)), "\(zone) \(start)")
            }
        }
    }

    /// Around the changes of the clock in 2025, and anywhere in that year.
    private func moments(_ zone: String, _ random: inout SeededGenerator) throws -> [Int64] {
        let zone = try #require(TimeZone(identifier: zone))
        let year = try utc("2025-01-01T00:00:00Z")
        var moments = (0..<3).map { _ in year + Int64.random(in: 0..<525_600, using: &random) * minute }
        var date = Date(timeIntervalSince1970: Double(year / 1000))
        while let change = zone.nextDaylightSavingTimeTransition(after: date), moments.count < 6 {
            let before = Int64.random(in: 0..<1440, using: &random) * minute
            moments.append(Int64(change.timeIntervalSince1970) * 1000 - before)
            date = change
        }
        return moments
    }

    private func randomCalendar(_ zone: String, _ random: inout SeededGenerator) throws -> BusinessCalendar {
        var week: BusinessCalendar.Week = [:]
        for day in Weekday.allCases where Int.random(in: 0..<4, using: &random) > 0 {
            week[day] = randomHours(&random)
        }
        week[.sunday] = randomHours(&random)
        var exceptions = CalendarExceptions()
        let first = try day("2025-01-01")
        for _ in 0..<10 {
            exceptions.closed[first.advanced(by: .random(in: 0..<365, using: &random))] = "closed"
            exceptions.otherHours[first.advanced(by: .random(in: 0..<365, using: &random))] = randomHours(&random)
        }
        return try BusinessCalendar(zone: zone, week: week, exceptions: exceptions)
    }

    private func randomHours(_ random: inout SeededGenerator) -> [OpeningHours] {
        var hours: [OpeningHours] = []
        var from = Int.random(in: 0..<600, using: &random)
        while from < 1440, hours.count < 3 {
            let until = from + Int.random(in: 1...700, using: &random)
            hours.append(OpeningHours(opens: from, closes: until))
            from = until + Int.random(in: 0...300, using: &random)
        }
        return hours
    }
}

/// The second opinion: reads the wall clock of every minute with Foundation's calendar and notes which minute of which
/// day it is, once.
private struct Walk {
    var open: [Bool] = []
    var worked: Int64 = 0

    init(_ calendar: BusinessCalendar, from start: Int64, minutes: Int) throws {
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = try #require(TimeZone(identifier: calendar.zone))
        // Three hours earlier, longer than any repeated stretch, so that the latest reading is known at the start.
        var latest = Int64.min
        for step in -180..<minutes {
            let date = Date(timeIntervalSince1970: Double(start / 1000 + Int64(step) * 60))
            let parts = gregorian.dateComponents([.year, .month, .day, .hour, .minute], from: date)
            let day = try #require(
                CalendarDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
            let reading = day.number * 1440 + Int64((parts.hour ?? 0) * 60 + (parts.minute ?? 0))
            if step < 0 {
                latest = max(latest, reading)
                continue
            }
            let before = latest
            latest = max(latest, reading)
            open.append(Walk.isOpen(calendar, latest))
            // Minutes the clock skipped count as worked when they are passed.
            if before < latest {
                worked += Int64(((before + 1)...latest).filter { Walk.isOpen(calendar, $0) }.count)
            }
        }
    }

    private static func isOpen(_ calendar: BusinessCalendar, _ reading: Int64) -> Bool {
        let number = reading.floorDivided(by: 1440)
        return [number - 1, number].contains { number in
            let minute = Int(reading - number * 1440)
            return calendar.hours(on: CalendarDay(number: number)).contains { $0.opens <= minute && minute < $0.closes }
        }
    }
}
