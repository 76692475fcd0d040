import Testing

@testable import BrokerService

@Suite struct PaceTests {
    let end = ContinuousClock.now

    func pause(held: Int, events: Int = 4, after span: Duration) -> Duration {
        var pace = Pace()
        pace.ended(events: events, at: end)
        return pace.pause(held: held, at: end + span)
    }

    @Test func whoIsAloneWaitsForNobody() {
        #expect(pause(held: 0, after: .zero) == .zero)
        #expect(pause(held: Pace.several - 1, after: .zero) == .zero)
        #expect(Pace().pause(held: 100, at: end) == .zero)
    }

    @Test func whereSeveralAreAtWorkABeatRestsBehindTheLastOne() {
        #expect(pause(held: Pace.several, after: .zero) == Pace.rest)
        #expect(pause(held: Pace.several, after: .milliseconds(1)) == Pace.rest - .milliseconds(1))
        #expect(pause(held: Pace.several, after: Pace.rest) == .zero)
        #expect(pause(held: Pace.several, after: .seconds(1)) == .zero)
    }

    @Test func whereOneCommitServesManyAlreadyNobodyWaits() {
        #expect(pause(held: 100, events: Pace.enough, after: .zero) == .zero)
    }
}
