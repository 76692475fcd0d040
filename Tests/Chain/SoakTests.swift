import Foundation
import Glibc
import TestSupport
import Testing

/// Every kind of fault at random, for as long as one likes, while mails come in.
///
/// `CASEWIRE_SOAK_MINUTES` sets how long, `CASEWIRE_SOAK_SEED` repeats the order, the kinds and the lengths of the faults.
@Suite(.serialized, .timeLimit(.minutes(Soak.minutes * 2 + 9))) struct SoakTests {
    @Test func nothingIsLostOrDoubledWhateverHappensWhenever() async throws {
        let soak = try await Soak()
        try await soak.run()
        try await soak.finish()
        print(soak.summary)
    }
}

/// One run of it.
private final class Soak {
    /// How long faults happen.
    static let minutes = Int(ProcessInfo.processInfo.environment["CASEWIRE_SOAK_MINUTES"] ?? "") ?? 1

    private enum Kind: String, CaseIterable {
        case kill, pause, descriptors, server, disk, clock, supervisor

        /// How often it happens beside the others.
        var weight: Int {
            switch self {
            case .kill: 8
            case .pause, .server: 4
            case .descriptors, .disk: 2
            case .clock, .supervisor: 1
            }
        }
    }

    private let seed: UInt64
    private var random: Lehmer
    private let server: MailServer
    private let shop: Shop
    private let disk: TinyDisk?
    private let faults: Faults
    private var clock = 0
    private var done: [Kind: Int] = [:]
    private var mails = 0
    private var largest = 0

    init() async throws {
        seed =
            ProcessInfo.processInfo.environment["CASEWIRE_SOAK_SEED"].flatMap { UInt64($0) }
            ?? UInt64.random(in: 1...999_999)
        print("soak: \(Self.minutes) min; repeat it by CASEWIRE_SOAK_SEED=\(seed)")
        random = Lehmer(seed: seed)
        server = try await MailServer()
        shop = try Faults.shop(server: server)
        disk = try await TinyDisk(at: shop.folder + "/var", mebibytes: 512)
        faults = Faults(shop: shop)
    }

    var summary: String {
        let counts = done.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }
        return "soak: \(mails) mails in, \(server.mails().count) out, faults: \(counts.joined(separator: ", ")); "
            + "the broker had \(largest) MiB at most"
    }

    /// Mails and faults, side by side.
    func run() async throws {
        try await shop.open()
        let end = ContinuousClock.now + .seconds(Self.minutes * 60)
        let shop = shop
        // A customer writes every 0.3 seconds in a short run, every 1.5 in a long one.
        let pause = Duration.milliseconds(Self.minutes > 3 ? 1500 : 300)
        async let handedIn = { () async throws -> Int in
            var number = 0
            while ContinuousClock.now < end {
                try await Feed(shop: shop).handIn(number)
                number += 1
                try await Task.sleep(for: pause)
            }
            return number
        }()
        while ContinuousClock.now < end {
            try await fault()
            try await Task.sleep(for: .milliseconds(Int.random(in: 100...1500, using: &random)))
            largest = max(largest, shop.processes()["broker"].flatMap { Processes.residentMiB($0) } ?? 0)
        }
        mails = try await handedIn
    }

    /// Lets everything come to rest, and asks what came of it.
    func finish() async throws {
        do {
            try await shop.rest(within: .seconds(300), still: .seconds(3))
            try await Oracle(shop: shop, server: server).check(sent: mails, repeated: true)
            #expect(try await shop.close() == 0)
        } catch {
            try await disk?.unmount()
            throw error
        }
        try await disk?.unmount()
    }

    private func fault() async throws {
        let kinds = Kind.allCases.flatMap { Array(repeating: $0, count: $0.weight) }
        guard let kind = kinds.randomElement(using: &random) else { return }
        let span = Duration.milliseconds(Int.random(in: 200...5000, using: &random))
        done[kind, default: 0] += 1
        switch kind {
        case .kill: if let victim = process() { kill(victim.value, SIGKILL) }
        case .pause: if let victim = process() { try await faults.paused(victim.value, for: span) }
        case .descriptors:
            if let victim = process() {
                try await faults.withoutDescriptors(victim.value) { try await Task.sleep(for: span) }
            }
        case .server:
            try server.behave(MailServer.Mode.allCases.randomElement(using: &random) ?? .ok)
            try await Task.sleep(for: span)
            try server.behave(.ok)
        case .disk:
            try disk?.fill()
            try await Task.sleep(for: span)
            disk?.empty()
        case .clock:
            clock += Int.random(in: -200_000...200_000, using: &random)
            try faults.setClock(off: clock)
            try await faults.letAMinutePass(from: clock)
            clock += 100
        case .supervisor:
            try await shop.crash()
            try await shop.open()
        }
    }

    private func process() -> (key: String, value: Int32)? {
        shop.processes().sorted { $0.key < $1.key }.randomElement(using: &random)
    }
}
