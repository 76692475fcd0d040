import StageProtocol
import Testing

@testable import Reports

@Suite struct ParityTests {
    private let now: Timestamp = "2026-03-06T10:00:00Z"

    /// A case that was answered after so many minutes of opening hours.
    private func made(_ ref: String, minutes: Int, language: String, topic: String, customer: String? = nil) throws
        -> CaseFacts
    {
        let opened: Timestamp = "2026-03-02T10:00:00Z"
        var made = Made(ref, opened: opened)
        made.customer = customer
        made.said("answer", opened + .seconds(minutes * 60))
        made.sections = [
            "understanding": ["topic": .string(topic), "mood": "calm", "language": .string(language), "asks": []],
            "contact": ["channel": "mail"],
        ]
        return try made.facts(now: now)
    }

    private func row(_ report: Report, _ group: String, _ measure: String) throws -> [Value] {
        try #require(
            report.table("parity")?.rows.first { $0[1] == .text(group) && $0[2] == .text(measure) })
    }

    @Test func aGroupThatWaitsLongerRaisesAnAlarm() throws {
        var tally = ParityTally(try Desk.setting(now: now))
        for index in 0..<30 {
            tally.take(try made("CW-E\(index)", minutes: 50 + index % 3 * 10, language: "en", topic: "return"))
            tally.take(try made("CW-D\(index)", minutes: 80 + index % 3 * 10, language: "de", topic: "return"))
        }
        let report = tally.report()
        let row = try row(report, "de", "wait for the first answer")
        #expect(row[4] == .minutes(90) && row[5] == .minutes(60) && row[6] == .minutes(30))
        #expect(row[8] == .yes(true))
        #expect(
            report.alarms.contains("language de: wait for the first answer, 30 min more than like cases of the others"))
        // What is the same in all cases tells nobody apart, and makes no interval wider.
        #expect(report.table("parity")?.rows.contains { $0[2] == .text("first answer in time") } == false)
        #expect(report.table("parity")?.note?.contains("The same in all cases: first answer in time") == true)
    }

    /// Thirty cases of one who always waits long say nothing of all who write in that language; of thirty they would.
    @Test func aCustomerWhoWritesOftenIsNoGroup() throws {
        func report(customers: Int) throws -> Report {
            var tally = ParityTally(try Desk.setting(now: now))
            for index in 0..<30 {
                let (slow, quick) = (80 + index % 3 * 10, 50 + index % 3 * 10)
                tally.take(
                    try made(
                        "CW-D\(index)", minutes: slow, language: "de", topic: "return",
                        customer: "d\(index % customers)@example.net"))
                tally.take(
                    try made(
                        "CW-E\(index)", minutes: quick, language: "en", topic: "return",
                        customer: "e\(index)@example.net"))
            }
            return tally.report()
        }
        #expect(try report(customers: 30).alarms.count == 2)
        let report = try report(customers: 1)
        #expect(try row(report, "de", "wait for the first answer")[6] == .minutes(30))
        #expect(report.alarms.isEmpty)
    }

    /// All Germans write about the topic that takes long: that is no gap between like cases.
    @Test func onlyLikeCasesAreCompared() throws {
        var tally = ParityTally(try Desk.setting(now: now))
        for index in 0..<30 {
            tally.take(try made("CW-E\(index)", minutes: 50, language: "en", topic: "return"))
            tally.take(try made("CW-D\(index)", minutes: 200, language: "de", topic: "warranty"))
        }
        let report = tally.report()
        #expect(try row(report, "de", "wait for the first answer")[6] == .none)
        #expect(report.alarms.isEmpty)
    }

    @Test func accountsAreComparedByTheListThatIsBroughtAlong() throws {
        let sizes = ["big@example.net": "large", "small@example.net": "small"]
        var tally = ParityTally(try Desk.setting(now: now, sizes: sizes))
        for index in 0..<25 {
            tally.take(
                try made(
                    "CW-L\(index)", minutes: 60 + index % 5, language: "en", topic: "return",
                    customer: "BIG@example.net"))
            tally.take(
                try made(
                    "CW-S\(index)", minutes: 60 + index % 5, language: "en", topic: "return",
                    customer: "small@example.net"))
            tally.take(
                try made("CW-X\(index)", minutes: 999, language: "en", topic: "return", customer: "nobody@example.net"))
        }
        let row = try row(tally.report(), "large", "wait for the first answer")
        #expect(row[0] == .text("account size") && row[3] == .count(25))
        #expect(row[6] == .minutes(0) && row[8] == .yes(false))
    }

    @Test func withFewCasesNoGapIsTold() throws {
        var tally = ParityTally(try Desk.setting(now: now))
        for index in 0..<19 {
            tally.take(try made("CW-E\(index)", minutes: 10, language: "en", topic: "return"))
            tally.take(try made("CW-D\(index)", minutes: 200, language: "de", topic: "return"))
        }
        let row = try row(tally.report(), "de", "wait for the first answer")
        #expect(row[4] == .minutes(200) && row[6] == .none)
    }
}
