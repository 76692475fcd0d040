import Foundation
import Testing

/// What the store promises of a disk that fails: what it said is committed is there, whatever else is not.
///
/// The fault strikes the first operation of the disk that it can, in another run the second, and so on until a run ends
/// before it would strike. `CASEWIRE_STORE_SEEDS=20` does so with as many lives, and with every operation of the start.
@Suite struct CrashTests {
    private let census = Census.operations(ids: 0...6)

    @Test(arguments: Disk.Fault.allCases)
    func whatWasCommittedSurvives(_ fault: Disk.Fault) throws {
        let made = Disk(seed: 0)
        _ = try made.open()
        for seed in 1..<(seeds ?? 1) + 1 {
            var dealer = Dealer(seed: seed, canReopen: true)
            let steps = dealer.steps(7) + [.reopen] + dealer.steps(7)
            var n = 1
            while try strike(fault, at: n, Disk(seed: seed << 32 + UInt64(n), copying: made), steps) { n += 1 }
            #expect(n > 10, "there was nothing to strike")
        }
    }

    @Test(arguments: Disk.Fault.allCases)
    func aFirstStartThatFailsIsMadeGoodByTheNext(_ fault: Disk.Fault) throws {
        var dealer = Dealer(seed: 1, canReopen: false)
        let steps = dealer.steps(3)
        var n = 1
        while try strike(fault, at: n, Disk(seed: UInt64(n)), steps) { n += seeds == nil ? 9 : 1 }
        #expect(n > 10, "there was nothing to strike")
    }

    @Test func aDiskThatLiesAboutSyncIsNoticed() throws {
        var dealer = Dealer(seed: 1, canReopen: false)
        let steps = dealer.steps(6)
        #expect(throws: (any Error).self) {
            for seed in 1...20 as ClosedRange<UInt64> {
                let disk = Disk(seed: seed)
                disk.lie()
                _ = try Ordeal(disk, steps, census).run(.power, at: 60)
            }
        }
    }

    private func strike(_ fault: Disk.Fault, at n: Int, _ disk: Disk, _ steps: [Step]) throws -> Bool {
        do {
            return try Ordeal(disk, steps, census).run(fault, at: n)
        } catch {
            Issue.record("\(fault) at operation \(n): \(error)")
            return false
        }
    }

    private var seeds: UInt64? { ProcessInfo.processInfo.environment["CASEWIRE_STORE_SEEDS"].flatMap(UInt64.init) }
}
