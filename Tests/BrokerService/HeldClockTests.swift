import StageProtocol
import Testing

@testable import BrokerService

@Suite struct HeldClockTests {
    private let start = Timestamp(milliseconds: 1_772_438_400_000)

    @Test func aHeldClockStandsUntilItIsMovedAndNeverGoesBack() {
        let held = HeldClock(at: start)
        let clock = WallClock(held)
        #expect(clock.now == start)
        held.move(to: start + .seconds(3600))
        held.move(to: start)
        #expect(clock.now == start + .seconds(3600))
    }

    @Test func nobodyWaitsForAClockThatIsHeld() {
        let clock = WallClock(HeldClock(at: start))
        #expect(clock.wait(until: start + .seconds(60)) == nil)
        let system = WallClock()
        #expect(system.wait(until: system.now - .seconds(60)) == .zero)
    }

    @Test func aLeapOfAHeldClockIsNoJump() {
        let held = HeldClock(at: start)
        var clock = WallClock(held)
        #expect(clock.jump() == nil)
        held.move(to: start + .seconds(86_400))
        #expect(clock.jump() == nil)
    }
}
