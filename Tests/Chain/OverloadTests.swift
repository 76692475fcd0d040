import Foundation
import StageProtocol
import TestSupport
import Testing

/// Ten times as many mails as the chain can work.
///
/// `CASEWIRE_OVERLOAD_MINUTES` sets for how long; without it, for some seconds.
@Suite(.serialized, .timeLimit(.minutes(Overload.minutes * 2 + 9))) struct OverloadTests {
    @Test func tenTimesWhatItCanDoBringsLaterAndHarmsNobody() async throws {
        let overload = try Overload()
        let flood = try await overload.flood()
        #expect(flood.later > 0, "nobody was told to come later")
        #expect(flood.refused == 0)
        #expect(flood.unanswered == 0)
        #expect(flood.acknowledged > 0, "nobody was acknowledged while it lasted")
        #expect(flood.largestMiB < 400, "the broker had \(flood.largestMiB) MiB")
        try await overload.expectAllServed(flood)
    }
}

/// One run of it.
private struct Overload {
    static let minutes = Int(ProcessInfo.processInfo.environment["CASEWIRE_OVERLOAD_MINUTES"] ?? "") ?? 0

    /// What the senders and a look from outside have seen.
    struct Flood {
        let rate: Double
        /// Mails that were taken and worked before.
        let before: Int
        let offered: Int
        let accepted: Int
        let later: Int
        let refused: Int
        let unanswered: Int
        /// The longest that a sender waited for its answer, in seconds.
        let slowest: Double
        /// Mails that had left when the flood was over.
        let acknowledged: Int
        let largestMiB: Int
    }

    private let shop: Shop
    /// Mails that are sent to find out what it can do.
    private let probe = 40

    init() throws { shop = try Faults.shop(queueDepth: 100) }

    /// Finds out what the chain can do, then brings ten times as much.
    func flood() async throws -> Flood {
        try await shop.open()
        let began = ContinuousClock.now
        let before = Int(try await bring(seconds: 1, rate: Double(probe), from: 1)["accepted"]?.int ?? 0)
        #expect(before > probe / 2)
        // Each is acknowledged and answered.
        _ = try await eventually("the first mails are worked", within: .seconds(240)) {
            shop.outboxCount == 2 * before ? true : nil
        }
        let rate = 10 * Double(before) / (ContinuousClock.now - began).inSeconds
        let watch = Task { [shop] in
            var largest = 0
            while !Task.isCancelled {
                largest = max(largest, shop.processes()["broker"].flatMap { Processes.residentMiB($0) } ?? 0)
                try? await Task.sleep(for: .milliseconds(200))
            }
            return largest
        }
        let seconds = Self.minutes > 0 ? Double(Self.minutes * 60) : 6
        let answers = try await bring(seconds: seconds, rate: rate, from: 10_000)
        let acknowledged = shop.outboxCount - 2 * before
        watch.cancel()
        func count(_ name: String) -> Int { Int(answers[name]?.int ?? -1) }
        return Flood(
            rate: rate, before: before, offered: count("offered"), accepted: count("accepted"), later: count("later"),
            refused: count("refused"), unanswered: count("unanswered"), slowest: answers["slowest"]?.number ?? -1,
            acknowledged: acknowledged, largestMiB: await watch.value)
    }

    /// Nothing that was accepted is missing, and each customer was acknowledged in time and before anything else was said.
    func expectAllServed(_ flood: Flood) async throws {
        try await shop.rest(within: .seconds(240), still: .seconds(2))
        let report = try await shop.intakeReport()
        #expect(report["opened"]?.int == Int64(flood.accepted + flood.before))
        #expect(report["received"]?.int == report["opened"]?.int)
        let left = shop.outbox().map(\.messageID)
        #expect(left.count == 2 * (flood.accepted + flood.before), "each is acknowledged and answered")
        #expect(Set(left).count == left.count)
        let waits = try await acknowledgmentWaits()
        #expect(waits.allSatisfy { $0 <= .seconds(120) }, "acknowledged after \(waits.last ?? .zero)")
        print(
            """
            overload: \(Int(flood.rate)) mails a second, ten times what it can do: \(flood.offered) offered, \
            \(flood.accepted) accepted, \(flood.later) told later, slowest answer \(flood.slowest) s; \
            \(flood.acknowledged) mails out meanwhile; acknowledged after \(waits[waits.count / 2]) (median), \
            \(waits.last ?? .zero) (longest); the broker had \(flood.largestMiB) MiB at most
            """)
        #expect(try await shop.close() == 0)
    }

    /// How long customers waited for their acknowledgment, of some cases, shortest first.
    private func acknowledgmentWaits() async throws -> [Duration] {
        var waits: [Duration] = []
        for item in try await shop.cases().shuffled().prefix(40) {
            let log = try await shop.story(try #require(item["ref"]?.string))["log"]?.array ?? []
            let said = log.filter { $0["kind"] == "said" && $0["body"]?["audience"] == "customer" }
            #expect(
                said.first?["body"]?["purpose"] == "acknowledgment",
                "\(item["ref"] ?? nil): something else was said first")
            guard let heard = moment(log.first { $0["kind"] == "heard" }), let first = moment(said.first) else {
                continue
            }
            waits.append(first - heard)
        }
        #expect(!waits.isEmpty)
        return waits.sorted()
    }

    private func moment(_ entry: JSON?) -> Timestamp? { entry?["at"]?.string.flatMap { Timestamp($0) } }

    private func bring(seconds: Double, rate: Double, from first: Int) async throws -> JSON {
        let finished = try await Command.run(
            "/usr/bin/python3",
            [
                Places.project + "/Tests/Chain/flood.py", "ipc://\(shop.folder)/var/run/control.sock", "\(seconds)",
                "\(rate)", "\(first)",
            ],
            environment: shop.environment)
        return try JSON(bytes: Array(finished.output.utf8))
    }
}

extension Duration {
    fileprivate var inSeconds: Double { Double(wholeMilliseconds) / 1000 }
}
