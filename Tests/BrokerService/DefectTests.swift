import Broker
import Foundation
import GRDB
import StageProtocol
import Testing
import ZeroMQ

@testable import BrokerService

/// One message that cannot be carried out, and the others with it in the broker.
@Suite(.timeLimit(.minutes(1))) struct DefectTests {
    private func text(_ lease: Lease) -> StageMessage {
        var outcome = Outcome(lease)
        outcome.say = [Say(name: "a", to: ["ann@example.com"], purpose: "answer", answers: true, body: 0)]
        return .done(outcome, bodies: [Array("Hello".utf8)])
    }

    @Test func onlyTheMessageThatCannotBeCarriedOutIsRefused() throws {
        let broker = try BeatingBroker()
        defer { broker.close() }
        let intake = try broker.peer("intake"), worker = try broker.peer("worker")
        intake.say(.contact("1"))
        worker.say(text(try worker.hear(\.delivery).lease))
        _ = try worker.hear(\.committed)
        try broker.spoil("UPDATE says SET proposal = x'7B7D'")
        intake.say(.contact("2"))
        // At first all that came with it is thrown away with it: the peers greet anew and say it again.
        worker.say(text(try worker.hear(\.delivery).lease))
        for number in 3...9 { intake.say(.contact("\(number)")) }
        try intake.greet()
        try worker.greet()
        let lease = try worker.hear(\.delivery).lease
        worker.say(text(lease))
        for number in 3...9 { intake.say(.contact("\(number)")) }
        let refused = try worker.hear(\.refused)
        #expect(refused.code == "defect")
        #expect(refused.delivery == lease.delivery)
        for number in 3...9 { #expect(try intake.hear(\.accepted, where: { $0.id == "\(number)" }).state != .parked) }
        // Nobody's session has ended, and the case goes on.
        let next = try worker.hear(\.delivery)
        #expect(next.lease.delivery != lease.delivery)
        worker.say(.done(Outcome(next.lease), bodies: []))
        #expect(try worker.hear(\.committed) == next.lease)
        let dead = try broker.dead()
        #expect(dead.compactMap { $0["id"]?.int } == [lease.delivery])
        #expect(dead.first?["error"]?.string?.hasPrefix("defect: ") == true)
    }

    @Test func aMessageThatCannotBeReadForItsDeliveryIsADeadLetter() throws {
        let broker = try BeatingBroker()
        defer { broker.close() }
        let intake = try broker.peer("intake"), worker = try broker.peer("worker")
        intake.say(.contact("1"))
        worker.say(text(try worker.hear(\.delivery).lease))
        _ = try worker.hear(\.committed)
        try broker.spoil("UPDATE says SET proposal = x'7B7D'")
        _ = try broker.peer("voice")
        let dead = try broker.dead()
        #expect(dead.first?["type"] == "say.proposed")
        #expect(dead.first?["error"]?.string?.hasPrefix("unreadable: ") == true)
        intake.say(.contact("2"))
        #expect(try worker.hear(\.delivery).attempt == 1)
    }

    @Test func aSubmissionThatCannotBeCarriedOutMayComeAgain() throws {
        let broker = try BeatingBroker()
        defer { broker.close() }
        let intake = try broker.peer("intake")
        try broker.spoil("CREATE TRIGGER t BEFORE INSERT ON cases BEGIN SELECT RAISE(ABORT, 'no'); END")
        #expect(try intake.insist(on: .contact("1"), \.later).id == "1")
        try broker.spoil("DROP TRIGGER t")
        intake.say(.contact("1"))
        #expect(try intake.hear(\.accepted).state == .opened)
    }
}
