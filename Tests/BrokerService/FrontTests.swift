import Broker
import Logging
import StageProtocol
import TestSupport
import Testing
import ZeroMQ

@testable import BrokerService

/// The thread with the sockets, with peers of real sockets and no mind behind it.
@Suite(.timeLimit(.minutes(1))) struct FrontTests {
    @Test func aReplyTooLargeToSendIsRefusedInstead() throws {
        let desk = try FrontDesk()
        defer { desk.close() }
        let peer = try desk.peer("control")
        try peer.say(.ask(Ask(id: "q", what: "case")))
        let session = try desk.nextMessage().session
        desk.front.speak([
            .send(session, .reply(Reply(id: "q"), body: Frame(repeating: 0x20, count: WireLimits().messageBytes)))
        ])
        let refusal = try peer.hear().refused
        #expect(refusal?.code == "too-large")
        #expect(refusal?.id == "q")
        // The connection goes on.
        desk.front.speak([.send(session, .reply(Reply(id: "r"), body: [0x7B, 0x7D]))])
        #expect(try peer.hear() == .reply(Reply(id: "r"), body: [0x7B, 0x7D]))
    }

    @Test func rubbishIsAnsweredAndNotHandedOn() throws {
        let desk = try FrontDesk()
        defer { desk.close() }
        let peer = try desk.peer("control")
        try peer.send([[0xFF], [], [1, 2, 3]])
        guard case .error(let error) = try peer.hear() else {
            Issue.record("expected ERROR")
            return
        }
        #expect(error.code == "version")
        try peer.say(.bye)
        #expect(try desk.nextMessage().message == .bye)
    }

    @Test func noMoreIsReadThanTheBacklogHoldsAndNobodyIsForgottenMeanwhile() async throws {
        let desk = try FrontDesk(limit: 10 * 1024)
        defer { desk.close() }
        let peer = try desk.peer("control")
        for number in 0..<100 { try peer.say(.ask(Ask(id: "\(number)", what: "status"))) }
        var heard: [Event] = []
        func collect() -> Int {
            heard += desk.heard()
            return heard.count
        }
        _ = try await eventually("the backlog is full") { collect() == 10 ? true : nil }
        // Longer than three signs of life may take.
        try await Task.sleep(for: .seconds(1))
        #expect(collect() == 10)
        var decided = 0
        _ = try await eventually("all has been read") {
            desk.backlog.remove(heard[decided...])
            decided = heard.count
            return collect() == 100 ? true : nil
        }
        let ids = heard.compactMap { if case .message(_, .ask(let ask)) = $0 { Int(ask.id) } else { nil } }
        #expect(ids == Array(0..<100))
    }
}
