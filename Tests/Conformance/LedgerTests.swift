import StageProtocol
import Testing

@testable import Conformance

/// What the broker's side writes down, without a process.
@Suite struct LedgerTests {
    private let subject = Subject(program: ["x"], folder: "/", name: "sample")

    private func open() -> Ledger {
        var ledger = Ledger(subject, instance: "a", heartbeat: .seconds(1))
        ledger.welcomes = true
        _ = ledger.hear(StageMessage.hello(Hello(stage: "sample", instance: "a", credit: 2)).frames, at: .zero)
        return ledger
    }

    private func delivery(_ number: Int64) -> Delivery {
        Samples(subject).delivery(.init(type: "case.contact"), number: number, epoch: "e").0
    }

    @Test func aGreetingIsAnsweredAndItsCreditCounts() {
        var ledger = Ledger(subject, instance: "a", heartbeat: .seconds(1))
        ledger.welcomes = true
        let hello = Hello(stage: "sample", instance: "a", credit: 2)
        #expect(ledger.hear(StageMessage.hello(hello).frames, at: .zero) == [.welcome(ledger.welcome)])
        #expect(ledger.credit == 2)
        #expect(ledger.problems.isEmpty)
    }

    @Test func aLeaseThatWasExtendedIsNotLate() {
        var ledger = open()
        let delivery = delivery(1)
        ledger.deliver(delivery)
        _ = ledger.hear(StageMessage.started(delivery.lease).frames, at: .zero)
        _ = ledger.hear(StageMessage.extend(Extension(delivery.lease, seconds: 60)).frames, at: .seconds(20))
        _ = ledger.hear(StageMessage.done(Outcome(delivery.lease), bodies: []).frames, at: .seconds(70))
        #expect(ledger.problems.isEmpty)
    }

    @Test func aLeaseThatRanOutIsToldOnce() {
        var ledger = open()
        let delivery = delivery(1)
        ledger.deliver(delivery)
        _ = ledger.hear(StageMessage.started(delivery.lease).frames, at: .zero)
        for _ in 0..<2 {
            _ = ledger.hear(StageMessage.done(Outcome(delivery.lease), bodies: []).frames, at: .seconds(31))
        }
        #expect(ledger.problems.map(\.point) == [.extend])
    }

    @Test func aCountThatDoesNotAgreeWithWhatCameIsToldUnderTheHeartbeat() {
        var ledger = open()
        _ = ledger.hear(StageMessage.credit(Credit(credit: 1)).frames, at: .zero)
        _ = ledger.hear(StageMessage.ping(Ping(sent: 1)).frames, at: .zero)
        #expect(ledger.problems.isEmpty)
        _ = ledger.hear(StageMessage.ping(Ping(sent: 7)).frames, at: .zero)
        #expect(ledger.problems.map(\.point) == [.heartbeat])
    }

    @Test func aMuteBrokerSaysNothing() {
        var ledger = open()
        ledger.isMute = true
        #expect(ledger.hear(StageMessage.ping(Ping()).frames, at: .zero).isEmpty)
        #expect(ledger.hear([[1]], at: .zero).isEmpty)
    }

    @Test func theWorstFindingOfAPointCountsAndTheFirstOfItsKind() {
        var one = Notebook(), other = Notebook()
        one.pass(.credit)
        other.fail(.credit, "first")
        other.fail(.credit, "second")
        other.skip(.drain, "not reached")
        let merged = Notebook.merged([one, other])
        #expect(merged.first { $0.point == .credit } == Finding(point: .credit, status: .failed, reason: "first"))
        #expect(merged.first { $0.point == .drain }?.reason == "not reached")
        #expect(merged.first { $0.point == .term }?.status == .skipped)
    }
}
