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
        #expect(table[row: "repair first", column: "remark"] == .text("people keep it, and no program can tell"))
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
