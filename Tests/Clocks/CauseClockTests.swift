import StageProtocol
import Testing

@testable import Clocks

/// What the log of a cause means to the day by which it is to be mended.
@Suite struct CauseClockTests {
    private let opened: Timestamp = "2026-03-02T10:00:00Z"

    private func runs(_ log: [(at: String, body: JSON)], isOpen: Bool = true, now: String) throws -> [CauseClock.Run] {
        var clock = CauseClock(opened: opened)
        for (index, entry) in log.enumerated() {
            clock.take(
                LogEntry(
                    seq: index + 1, kind: "noted", at: at(entry.at), by: "escalation", body: JSONMembers(entry.body)))
        }
        return clock.runs(try Self.figures(), isOpen: isOpen, at: at(now))
    }

    private static func figures() throws -> Figures {
        var standards = Desk.standards().object ?? [:]
        standards["repair_first"] = ["within": "5 days"]
        return try JSON.object(standards).decode()
    }

    private let due = "2026-03-07T10:00:00.000Z"

    private func at(_ text: String) -> Timestamp { Timestamp(stringLiteral: text) }

    @Test func itIsOpenUntilItsDayHasPassed() throws {
        #expect(try runs([], now: "2026-03-07T09:59:59Z") == [.init(due: at(due), ended: nil, isMissed: false)])
        // Where nobody has noticed it yet, it has passed all the same.
        #expect(try runs([], now: due) == [.init(due: at(due), ended: nil, isMissed: true)])
    }

    @Test func mendedInTimeItIsKeptAndAfterItsDayItIsNot() throws {
        let mended: JSON = ["mended": "Another maker."]
        let early = try runs([("2026-03-04T10:00:00Z", mended)], isOpen: false, now: "2026-04-01T10:00:00Z")
        #expect(early == [.init(due: at(due), ended: at("2026-03-04T10:00:00Z"), isMissed: false)])
        let late = try runs([("2026-03-09T10:00:00Z", mended)], isOpen: false, now: "2026-04-01T10:00:00Z")
        #expect(late == [.init(due: at(due), ended: at("2026-03-09T10:00:00Z"), isMissed: true)])
    }

    @Test func aDayThatPassedCountsOnceAlsoWhereItIsMendedAfter() throws {
        let log: [(String, JSON)] = [
            (due, ["overdue": .string(due)]), ("2026-03-09T10:00:00Z", ["mended": "Another maker."]),
        ]
        #expect(
            try runs(log, isOpen: false, now: "2026-04-01T10:00:00Z")
                == [.init(due: at(due), ended: at("2026-03-09T10:00:00Z"), isMissed: true)])
    }

    @Test func anotherDayIsKeptOrMissedByItself() throws {
        let later: JSON = ["later": "2026-03-20T17:30:00.000Z"]
        let log: [(String, JSON)] = [
            (due, ["overdue": .string(due)]), ("2026-03-08T10:00:00Z", later),
            ("2026-03-19T10:00:00Z", ["mended": "Another maker."]),
        ]
        #expect(try runs(log, isOpen: false, now: "2026-04-01T10:00:00Z").map(\.isMissed) == [true, false])
        // Asked for in time, only the new day counts.
        #expect(
            try runs([("2026-03-04T10:00:00Z", later)], now: "2026-03-10T10:00:00Z")
                == [.init(due: at("2026-03-20T17:30:00.000Z"), ended: nil, isMissed: false)])
    }

    @Test func whatWasClosedUnmendedCameToNothing() throws {
        #expect(try runs([], isOpen: false, now: "2026-04-01T10:00:00Z").isEmpty)
    }
}
