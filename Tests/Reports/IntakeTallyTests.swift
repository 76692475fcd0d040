import StageProtocol
import Testing

@testable import Reports

@Suite struct IntakeTallyTests {
    private func report(_ came: [(via: String, state: SubmissionFacts.State?)]) throws -> Report {
        var tally = IntakeTally(try Desk.setting(now: "2026-03-06T10:00:00Z"))
        for (index, one) in came.enumerated() {
            let number = Int64(index + 1)
            tally.take(
                SubmissionFacts(
                    number: number, via: one.via, at: "2026-03-02T10:00:00Z", state: one.state,
                    details: one.state == .parked
                        ? .init(key: "key-\(number)", name: "a.eml", code: "malformed", reason: "it is no mail") : nil))
        }
        return tally.report()
    }

    @Test func eachWayInIsReconciledByItself() throws {
        let report = try report([
            ("test", .opened), ("imap:desk", .parked), ("imap:desk", .opened), ("imap:desk", .followedUp),
            ("imap:desk", .duplicate), ("imap:desk", .discarded), ("test", .pending),
        ])
        let json = report.json
        #expect(json["received"] == 7 && json["opened"] == 2 && json["followed_up"] == 1 && json["duplicates"] == 1)
        #expect(json["parked"] == 2 && json["discarded"] == 1 && json["pending"] == 1 && json["reconciles"] == true)
        let ways = json["ways"]?.array ?? []
        #expect(ways.map { $0["via"]?.string } == ["imap:desk", "test"])
        #expect(ways.first?["received"] == 5 && ways.first?["parked"] == 2 && ways.first?["reconciles"] == true)
        #expect(ways.last?["received"] == 2 && ways.last?["pending"] == 1)
        #expect(report.lead == "7 received. It adds up: all that was received is accounted for.")
        #expect(report.table("outcomes")?[row: "of the parked given up", column: "count"] == .count(1))
        #expect(report.json["series"]?["received"]?["lines"]?.array?.map { $0["name"] } == ["imap:desk", "test"])
        #expect(report.alarms.isEmpty)
    }

    @Test func whatIsInNoCaseDoesNotAddUp() throws {
        let report = try report([("test", .opened), ("deliver", nil), ("deliver", .opened)])
        #expect(report.alarms == ["It does not add up: 3 received, 2 accounted for."])
        #expect(report.json["reconciles"] == false)
        #expect(report.json["ways"]?.array?.map { $0["reconciles"] } == [false, true])
        #expect(report.table("ways")?[row: "deliver", column: "reconciles"] == .text("no"))
    }

    @Test func whatIsParkedComesWithItsReason() throws {
        let report = try report([("deliver", .parked), ("deliver", .opened)])
        let item = try #require(report.json["parked_items"]?.array?.first)
        #expect(item["id"] == "key-1" && item["submission"] == 1 && item["via"] == "deliver" && item["name"] == "a.eml")
        #expect(item["code"] == "malformed" && item["reason"] == "it is no mail")
        #expect(
            report.table("parked")?.rows == [
                [.count(1), .text("a.eml"), .text("deliver"), .text("2026-03-02 10:00"), .text("it is no mail")]
            ])
    }
}
