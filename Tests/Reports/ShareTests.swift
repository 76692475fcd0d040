import Testing

@testable import Reports

@Suite struct ShareTests {
    @Test func wilsonsIntervalMatchesPublishedFigures() {
        // 8 of 10 and 45 of 50, computed by hand from the closed formula with z = 1.96.
        let few = Share(8, of: 10)
        #expect(few.value == 0.8)
        #expect(abs(few.low - 0.4902) < 0.0005)
        #expect(abs(few.high - 0.9433) < 0.0005)
        let many = Share(45, of: 50)
        #expect(abs(many.low - 0.7864) < 0.0005)
        #expect(abs(many.high - 0.9565) < 0.0005)
    }

    @Test func allContentIsNotSaidToBeCertain() {
        let share = Share(3, of: 3)
        #expect(share.high == 1)
        #expect(share.low < 0.5)
    }

    @Test func noAnswerSaysNothing() {
        let share = Share(0, of: 0)
        #expect(share.low == 0)
        #expect(share.high == 1)
    }

    @Test(arguments: 1...40)
    func theIntervalHoldsTheShareAndStaysWithinBounds(all: Int) {
        for hits in 0...all {
            let share = Share(hits, of: all)
            #expect(0 <= share.low && share.low <= share.value && share.value <= share.high && share.high <= 1)
        }
    }
}
