import Clocks
import StageProtocol
import Testing

@testable import Reports

@Suite struct StandardsTallyTests {
    /// Monday, 10:00, in Dublin. A is answered in an hour; B is acknowledged after five minutes and answered at 16:00, two
    /// hours late; C hears nothing until Tuesday, 10:00.
    private func report() throws -> Report {
        let now: Timestamp = "2026-03-03T10:00:00Z"
        var tally = StandardsTally(try Desk.setting(now: now))
        var one = Made("CW-A", opened: "2026-03-02T10:00:00Z")
        one.said("acknowledgment", "2026-03-02T10:01:00Z")
        one.said("answer", "2026-03-02T11:00:00Z")
        var two = Made("CW-B", opened: "2026-03-02T10:00:00Z")
        two.said("acknowledgment", "2026-03-02T10:05:00Z")
        two.add("heard", "2026-03-02T15:59:00Z")
        two.said("answer", "2026-03-02T16:00:00Z", seen: 1, author: "nora")
        let three = Made("CW-C", opened: "2026-03-02T10:00:00Z")
        for made in [one, two, three] { tally.take(try made.facts(now: now)) }
        return tally.report()
    }

    @Test func eachStandardHasItsShareAndItsWorstCases() throws {
        let table = try #require(try report().table("standards"))
        #expect(table[row: "first answer", column: "kept"] == .count(1))
        #expect(table[row: "first answer", column: "of"] == .count(3))
        #expect(table[row: "first answer", column: "kept_share"] == .share(1.0 / 3))
        #expect(table[row: "first answer", column: "worst"] == .cases(["CW-C", "CW-B"]))
        #expect(table[row: "first answer", column: "target"] == .text("4 business hours"))
        // The second contact of B was acknowledged by no text, too: it came a minute before the answer that had not seen it.
        #expect(table[row: "acknowledge", column: "of"] == .count(4))
        #expect(table[row: "acknowledge", column: "kept"] == .count(1))
        #expect(table[row: "floor", column: "kept"] == .count(1))
        #expect(table[row: "floor", column: "of"] == .count(2))
        #expect(table[row: "floor", column: "worst"] == .cases(["CW-B"]))
        // B heard of us at 16:00, and the next word is not due yet.
        #expect(table[row: "never silent", column: "kept"] == .count(1))
        #expect(table[row: "never silent", column: "open"] == .count(1))
        #expect(table[row: "never silent", column: "worst"] == .cases(["CW-C"]))
    }

    @Test func aStandardWithoutAFigureSaysWhy() throws {
        let table = try #require(try report().table("standards"))
        #expect(table[row: "well known", column: "remark"] == .text("people keep it, and no program can tell"))
        #expect(
            table[row: "repair first", column: "remark"]
                == .text("no days by which a cause was to be mended in these cases"))
        #expect(table[row: "promises", column: "remark"] == .text("no promises in these cases"))
        #expect(
            table[row: "courtesy", column: "remark"]
                == .text("no text leaves without passing the gate: 4 left, 0 were held back before"))
        for id in Desk.ids {
            let name = id.split(separator: "_").joined(separator: " ")
            let isCounted = table[row: name, column: "of"] != Value.none
            #expect(isCounted || table[row: name, column: "remark"] != .text(""), "\(name)")
        }
    }

    /// Ten days for each: one is mended in time, one was given another day after its own had passed, one is not over.
    @Test func causesAreMendedByTheirDaysOrNot() throws {
        let now: Timestamp = "2026-03-20T10:00:00Z"
        let figures = try Desk.figures()
        func cause(_ ref: String, opened: Timestamp, isOpen: Bool, _ log: [(Timestamp, JSON)]) -> CauseFacts {
            let log = log.enumerated().map { index, entry in
                LogEntry(
                    seq: index + 1, kind: "noted", at: entry.0, by: "escalation", body: JSONMembers(entry.1))
            }
            return CauseFacts(ref: ref, opened: opened, isOpen: isOpen, log: log, by: figures, now: now)
        }
        var tally = StandardsTally(try Desk.setting(now: now))
        tally.take(
            cause(
                "CW-A", opened: "2026-03-02T10:00:00Z", isOpen: false,
                [("2026-03-02T10:00:00Z", ["cause": "x"]), ("2026-03-05T10:00:00Z", ["mended": "Another maker."])]))
        tally.take(
            cause(
                "CW-B", opened: "2026-03-02T10:00:00Z", isOpen: true,
                [
                    ("2026-03-02T10:00:00Z", ["cause": "y"]),
                    ("2026-03-12T10:00:00Z", ["overdue": "2026-03-12T10:00:00.000Z"]),
                    ("2026-03-13T10:00:00Z", ["later": "2026-04-01T10:00:00.000Z"]),
                ]))
        tally.take(cause("CW-C", opened: "2026-03-19T10:00:00Z", isOpen: true, []))
        let table = try #require(tally.report().table("standards"))
        #expect(table[row: "repair first", column: "kept"] == .count(1))
        #expect(table[row: "repair first", column: "of"] == .count(2))
        #expect(table[row: "repair first", column: "open"] == .count(2))
        #expect(table[row: "repair first", column: "worst"] == .cases(["CW-B"]))
        #expect(table[row: "repair first", column: "target"] == .text("10 days"))
    }

    @Test func theWorstAreTheFurthestOffAndEachStandsOnce() {
        var worst = Worst(most: 3)
        for (ref, distance) in [("a", 5), ("b", 9), ("a", 7), ("c", 1), ("d", 2), ("e", 7), ("b", 3)] {
            worst.add(ref, by: Int64(distance))
        }
        #expect(worst.refs == ["b", "a", "e"])
    }

    @Test func historyCountsForNothing() throws {
        let now: Timestamp = "2026-03-03T10:00:00Z"
        var old = Made("CW-1", opened: "2026-03-01T10:00:00Z")
        old.log = [Entry(seq: 1, kind: "heard", at: "2026-03-01T10:00:00Z", by: "history", body: [:])]
        #expect(try old.facts(now: now).isHistory)
        #expect(try old.facts(now: now).clocks.isEmpty)
    }
}
