import Calendars
import StageProtocol
import Testing

@testable import Clocks

/// Random logs: what is worked out fast agrees with a slow walk, with its own past, and with itself in any order.
@Suite struct PropertyTests {
    static let seeds = Array(UInt64(1)...24)

    @Test(arguments: seeds) func answersAgreeWithAWalkMinuteByMinute(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let isInHours = random.next(2) == 0
        let span = isInHours ? "4 business hours" : "4 hours"
        let standards = Desk.standards(firstAnswer: span, nextAnswer: span, closed: ["2026-10-26": "closed"])
        let figures = try Desk.figures(standards)
        // The weekend in which the clock goes back is in it.
        let log = randomLog(&random, from: "2026-10-23T10:00:00Z", isPlain: true)
        let now = log.entries.last!.at + .seconds(Int64(random.next(600)) * 60)
        let clocks = CaseClocks(log.entries, figures: figures, at: now)
        let naive = NaiveReference(log.entries, figures.calendar, allowed: (240, isInHours), at: now)
        for name in [ClockName.firstAnswer, .nextAnswer] {
            let clock = clocks.runs.last { $0.name == name.rawValue }
            let expected = naive.last(name)
            #expect(clock?.started == expected?.started, "\(name), seed \(seed)")
            guard let clock, let expected else { continue }
            #expect((clock.met != nil) == expected.isMet, "\(name), seed \(seed)")
            #expect((clock.missed != nil) == expected.isMissed, "\(name), seed \(seed)")
            #expect(clock.left == Int64(expected.left) * 60_000, "\(name), seed \(seed)")
        }
    }

    @Test(arguments: seeds) func thePastIsNotChangedByWhatComesAfter(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let log = randomLog(&random, from: "2026-11-20T10:00:00Z")
        let figures = try Desk.figures()
        for entry in log.entries {
            let prefix = log.entries.filter { $0.at <= entry.at }
            let alone = CaseClocks(prefix, figures: figures, at: entry.at)
            let within = CaseClocks(log.entries, figures: figures, at: entry.at)
            #expect(alone.runs == within.runs)
            #expect(alone.turn == within.turn)
        }
    }

    @Test(arguments: seeds) func whatIsOverStaysAsItWas(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let log = randomLog(&random, from: "2026-11-20T10:00:00Z")
        let figures = try Desk.figures()
        var over: [Clock] = []
        for entry in log.entries {
            let clocks = CaseClocks(log.entries, figures: figures, at: entry.at)
            for clock in over { #expect(clocks.runs.contains { $0.isSame(as: clock) }, "\(clock)") }
            over = clocks.runs.filter { !$0.isOpen }
            // Nobody is without a clock while they wait.
            if clocks.turn == "us" { #expect(clocks.nextWord ?? entry.at > entry.at) }
        }
    }

    @Test(arguments: seeds) func moreTimeAndMoreHoursNeverMakeATimeComeEarlierOrLater(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let log = randomLog(&random, from: "2026-11-20T10:00:00Z")
        let now = log.entries.last!.at
        func clocks(_ standards: JSON) throws -> [Clock] {
            CaseClocks(log.entries, figures: try Desk.figures(standards), at: now).runs
                .filter { $0.name == "first-answer" || $0.name == "next-answer" }
        }
        let short = try clocks(Desk.standards())
        let long = try clocks(Desk.standards(firstAnswer: "6 business hours", nextAnswer: "5 business hours"))
        var week = Desk.week.object ?? [:]
        week["sunday"] = ["08:00-20:00"]
        let open = try clocks(Desk.standards(hours: .object(week)))
        #expect(short.map(\.started) == long.map(\.started))
        for ((a, b), c) in zip(zip(short, long), open) {
            #expect(a.due! <= b.due!)
            #expect(c.due! <= a.due!)
        }
    }

    @Test(arguments: seeds) func theOrderInWhichStandardsChangeDoesNotMatter(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let log = randomLog(&random, from: "2026-11-20T10:00:00Z")
        let now = log.entries.last!.at
        let standards = [
            Desk.standards(), Desk.standards(firstAnswer: "30 minutes"),
            Desk.standards(closed: ["2026-11-23": "closed"]),
        ]
        let once = try standards.map { try log.clocks(at: now, $0).runs }
        for index in [2, 0, 1, 1, 0, 2] { #expect(try log.clocks(at: now, standards[index]).runs == once[index]) }
    }

    /// What may happen in a case, in an order in which it may.
    /// - Parameter isPlain: only contacts, answers, questions, receipts and ends.
    private func randomLog(_ random: inout Seeded, from start: Timestamp, isPlain: Bool = false) -> Log {
        var log = Log()
        var (at, contacts, promises) = (start, 0, 0)
        for step in 0..<(isPlain ? 12 : 24) {
            // Most things happen in a while, some after a weekend; none at the same minute.
            at = at + .seconds(Int64(1 + random.next(random.next(6) == 0 ? 4000 : 200)) * 60)
            switch step == 0 ? 0 : random.next(isPlain ? 10 : 14) {
            case 0, 1, 2, 3:
                contacts += 1
                log.heard(at)
            case 4, 5: log.said("answer", at, seen: contacts)
            case 6: log.said("clarifying-question", at, seen: contacts)
            case 7: log.said("acknowledgment", at, seen: contacts)
            case 8: log.said("update", at, seen: contacts)
            case 9: if step > 8 { log.decided(["resolved": "…"], at) }
            case 10:
                promises += 1
                log.promised(
                    "p\(promises)", due: at + .seconds(Int64(random.next(90_000))),
                    kind: random.next(2) == 0 ? "contact" : "refund", at)
            case 11: log.decided(["kept": .string("p\(max(1, promises))")], at)
            case 12: log.decided(["waits_for": random.next(3) == 0 ? "nobody" : "customer"], at)
            default: log.said("answer", at, seen: max(0, contacts - 1))
            }
        }
        return log
    }
}

extension Clock {
    /// Whether it is the same run with the same end; what was dealt with later may be written down later.
    fileprivate func isSame(as other: Clock) -> Bool {
        name == other.name && started == other.started && due == other.due && met == other.met
            && missed == other.missed && stopped == other.stopped && pauses == other.pauses
    }
}

/// The same numbers for the same seed: SplitMix64.
struct Seeded {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
