import TestSupport
import Testing

@testable import IMAP

@Suite struct UIDSetTests {
    @Test func neighboursBecomeOneRange() {
        var set = UIDSet([5, 1, 2, 9])
        #expect(set.description == "1:2,5,9")
        set.insert(3...4)
        #expect(set.description == "1:5,9")
        set.insert(1...20)
        #expect(set.description == "1:20")
    }

    @Test(arguments: ["", "7", "1:5,9", "4294967295"])
    func aSetIsReadAsItIsWritten(text: String) {
        #expect(UIDSet(text)?.description == text)
    }

    @Test(arguments: ["x", "5:1", "3,2", "1:", "-1", "1,,2", "0", "4294967296"])
    func whatIsNoSetIsNotRead(text: String) {
        #expect(UIDSet(text) == nil)
    }

    @Test func itHoldsWhatWasPutInAndNothingElse() {
        var randomness = Seeded(seed: 11)
        for _ in 0..<50 {
            var (set, model) = (UIDSet(), Set<UID>())
            for _ in 0..<60 {
                let uid = UID.random(in: 1...40, using: &randomness)
                set.insert(uid)
                model.insert(uid)
            }
            #expect((1...41).allSatisfy { set.contains($0) == model.contains($0) })
            #expect(UIDSet(set.description) == set)
        }
    }

    @Test func theOldestGapsAreFilledFirst() {
        var set = UIDSet([1, 3, 5, 7])
        set.fillGaps(downTo: 2)
        #expect(set.description == "1:5,7")
    }

    @Test func aGapWithANumberThatIsToStayOutIsNotFilled() {
        var set = UIDSet([1, 3, 5, 7])
        set.fillGaps(downTo: 2, sparing: [4])
        #expect(set.description == "1:3,5:7")
        set.fillGaps(downTo: 1, sparing: [4])
        #expect(set.description == "1:3,5:7")
    }

    @Test func theLargestNumberFitsIn() {
        var set = UIDSet([UID.max - 1])
        set.insert(.max)
        #expect(set.highest == .max)
        #expect(set.ranges.count == 1)
    }
}
