import StageProtocol
import TestSupport
import Testing

@testable import Clocks
@testable import Reports

/// How often parity raises an alarm: where all are served alike, and where they are not. The same cases every time.
@Suite struct ParityAlarmTests {
    private let now: Timestamp = "2026-06-01T10:00:00Z"

    /// How cases of one group are served; all others wait for an hour and a half in the mean, and one in six is granted
    /// something.
    private struct Served {
        var group: String
        var wait = 1.0
        var grants = 1.0
    }

    /// What the cases of one customer have in common.
    private struct Customer {
        var language = "en"
        var channel = "mail"
        var wait = 1.0
        var grants = 1.0
    }

    /// A quarter's cases in languages of very different size, with waits that scatter as waits do: a few are very long.
    /// - Parameter each: how many cases a customer has. Of one with more than one, they are like each other.
    private func report(seed: UInt64, cases: Int = 500, each: Int = 1, unequal: Served? = nil) throws -> Report {
        var random = Seeded(seed: seed)
        var tally = ParityTally(try Desk.setting(now: now))
        func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
        func spread() -> Double {
            (0..<12).reduce(0.0) { sum, _ in sum + Double.random(in: -0.5..<0.5, using: &random) }
        }
        var customer = Customer()
        for number in 0..<cases {
            let month = Int.random(in: 3...5, using: &random)
            let opened = try #require(Timestamp("2026-0\(month)-11T10:00:00Z"))
            var facts = CaseFacts(ref: "CW-\(number)", opened: opened, isOpen: false)
            facts.topic = ["return", "warranty", "order-status", "refund-status"].randomElement(using: &random) ?? ""
            if number.isMultiple(of: each) {
                customer.language = chance(0.06) ? "es" : chance(0.3) ? "de" : "en"
                customer.channel = chance(0.2) ? "form" : "mail"
                if each > 1 { (customer.wait, customer.grants) = (Self.power(2.4, spread()), chance(0.5) ? 2 : 0) }
            }
            facts.customer = "c\(number / each)@example.net"
            (facts.language, facts.channel) = (customer.language, customer.channel)
            let served = unequal.flatMap { $0.group == facts.language ? $0 : nil } ?? Served(group: facts.language)
            let minutes = 60 * Self.power(2.4, spread()) * served.wait * customer.wait
            facts.waited = Int64(minutes * 60_000)
            facts.isGranted = chance(served.grants * customer.grants / 6)
            facts.refused = chance(0.02) ? 1 : 0
            facts.clocks = [Self.firstAnswer(opened, after: minutes)]
            tally.take(facts)
        }
        return tally.report()
    }

    /// A lognormal spread without a library of functions: the twelve draws before make a normal one.
    private static func power(_ base: Double, _ exponent: Double) -> Double {
        let whole = exponent.rounded(.down)
        var value = 1.0
        for _ in 0..<Int(abs(whole)) { value = whole < 0 ? value / base : value * base }
        return value * (1 + (base - 1) * (exponent - whole))
    }

    private static func firstAnswer(_ opened: Timestamp, after minutes: Double) -> ClockTimes {
        let due = opened + .seconds(4 * 3600)
        return ClockTimes(
            clock: .firstAnswer, name: ClockName.firstAnswer.rawValue, started: opened, due: due,
            met: opened + .seconds(minutes * 60), missed: minutes > 240 ? due : nil)
    }

    /// One report in twenty may raise an alarm where there is nothing, all its rows taken together.
    @Test func whereAllAreServedAlikeThereIsSeldomAnAlarm() throws {
        let alarms = try (0..<60).map { try report(seed: $0).alarms }
        #expect(alarms.count { !$0.isEmpty } <= 3, "\(alarms.filter { !$0.isEmpty })")
    }

    /// The same where customers write ten times each, and who waits long once does so again.
    @Test func customersWhoWriteOftenRaiseNoMoreAlarms() throws {
        let alarms = try (0..<60).map { try report(seed: $0, cases: 1000, each: 10).alarms }
        #expect(alarms.count { !$0.isEmpty } <= 3, "\(alarms.filter { !$0.isEmpty })")
        let unequal = Served(group: "de", wait: 3)
        let found = try (0..<10).map { try report(seed: $0, cases: 2000, each: 10, unequal: unequal).alarms }
        #expect(found.count { $0.contains { $0.hasPrefix("language de: wait") } } >= 8, "\(found)")
    }

    @Test func aGroupThatWaitsLongerIsFoundByItsName() throws {
        for seed in 100..<110 as Range<UInt64> {
            let alarms = try report(seed: seed, unequal: Served(group: "de", wait: 1.8)).alarms
            #expect(alarms.contains { $0.hasPrefix("language de: wait for the first answer") }, "\(seed): \(alarms)")
            #expect(!alarms.contains { $0.hasPrefix("channel") || $0.contains("granted") }, "\(seed): \(alarms)")
        }
    }

    @Test func aGroupThatIsGrantedLessIsFoundByItsName() throws {
        for seed in 200..<206 as Range<UInt64> {
            let alarms = try report(seed: seed, cases: 1200, unequal: Served(group: "de", grants: 0.3)).alarms
            #expect(alarms.contains { $0.hasPrefix("language de: something granted") }, "\(seed): \(alarms)")
        }
    }
}
