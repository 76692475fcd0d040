import Foundation

@testable import Calendars

/// The moment a wall clock without a zone would show in UTC: `2026-11-23T09:00:00Z`.
func utc(_ text: String) throws -> Int64 {
    try Int64(Date(text, strategy: .iso8601).timeIntervalSince1970) * 1000
}

func text(_ moment: Int64) -> String {
    Date(timeIntervalSince1970: Double(moment) / 1000).formatted(.iso8601)
}

func hours(_ texts: String...) throws -> [OpeningHours] {
    try texts.map { text in
        guard let hours = OpeningHours(text) else { throw Unreadable(text: text) }
        return hours
    }
}

func day(_ text: String) throws -> CalendarDay {
    guard let day = CalendarDay(text) else { throw Unreadable(text: text) }
    return day
}

struct Unreadable: Error { var text: String }

let minute: Int64 = 60_000
let hour: Int64 = 60 * minute

/// Monday to Friday 09:00-17:00.
func office(_ zone: String, _ exceptions: CalendarExceptions = CalendarExceptions()) throws -> BusinessCalendar {
    let nineToFive = try hours("09:00-17:00")
    let week = Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, nineToFive) })
    return try BusinessCalendar(zone: zone, week: week, exceptions: exceptions)
}

/// Every day, the same hours.
func daily(_ zone: String, _ texts: String...) throws -> BusinessCalendar {
    let stretches = try texts.flatMap { try hours($0) }
    let week = Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, stretches) })
    return try BusinessCalendar(zone: zone, week: week)
}

/// A small generator with a seed, so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        // SplitMix64 (Steele, Lea, Flood 2014).
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
