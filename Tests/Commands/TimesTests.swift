import Calendars
import Foundation
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct TimesTests {
    private let times = Times(now: at("2026-11-22T12:00:00Z"), zone: .gmt)

    @Test func aMomentIsToldByDayAndTime() {
        #expect(times.moment(at("2026-11-22T09:05:07Z")) == "Sun 22 Nov 09:05:07")
    }

    @Test func anotherYearIsNamed() {
        #expect(times.moment(at("2025-12-31T23:59:59Z")) == "Wed 31 Dec 2025 23:59:59")
    }

    @Test func aDeskHasAClockOfItsOwn() throws {
        let hours: JSON = ["monday": ["00:00-24:00"]]
        let open: JSON = ["zone": "Asia/Kolkata", "hours": hours, "closed": [:], "other_hours": [:]]
        let calendar: BusinessCalendar = try open.decode()
        let times = Times(now: at("2026-11-22T12:00:00Z"), onClockOf: calendar)
        #expect(times.moment(at("2026-11-22T20:05:07Z")) == "Mon 23 Nov 01:35:07")
    }

    @Test func distancesLookForwardAndBack() {
        #expect(times.away(at("2026-11-22T14:05:00Z")) == "in 2 h 5 min")
        #expect(times.away(at("2026-11-22T11:59:15Z")) == "45 s ago")
        #expect(times.away(at("2026-11-20T12:00:00Z")) == "2 d ago")
    }

    @Test func shortSpansAreToldInMilliseconds() {
        #expect(Times.span(.milliseconds(120)) == "120 ms")
        #expect(Times.span(.zero) == "0 ms")
    }
}

func at(_ text: String) -> Timestamp { Timestamp(text) ?? Timestamp(milliseconds: 0) }
