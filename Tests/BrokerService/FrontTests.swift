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
        let desk = try FrontDesk(limits: .init(bytes: 10 * 1024))
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

    @Test func whoFloodsWaitsBehindThemselvesAndNotBeforeOthers() async throws {
        let desk = try FrontDesk(limits: .init(messagesOfOne: 10))
        defer { desk.close() }
        let flood = try desk.peer("control"), other = try desk.peer("control")
        for number in 0..<30 {
            let raw = Submission(id: "\(number)", via: "flood", to: "intake", raw: 0, media: "message/rfc822")
            try flood.say(.submit(raw, bodies: [Frame("Hello".utf8)]))
        }
        // Ten wait to be decided; whoever brings more is answered at once, and nothing of it is kept.
        for number in 10..<30 { #expect(try flood.hear() == .later(Later(id: "\(number)", after_ms: 1000))) }
        try flood.say(.ask(Ask(id: "q", what: "status")))
        guard case .error(let error) = try flood.hear() else {
            Issue.record("expected ERROR")
            return
        }
        #expect(error.code == "busy")
        try other.say(.ask(Ask(id: "other", what: "status")))
        var heard: [Event] = []
        _ = try await eventually("eleven messages are handed on") {
            heard += desk.heard()
            return heard.count >= 11 ? true : nil
        }
        let taken = heard.compactMap {
            if case .message(let session, let message) = $0 { (session, message) } else { nil }
        }
        #expect(taken.count == 11)
        #expect(taken.filter { if case .submit = $0.1 { true } else { false } }.count == 10)
        #expect(taken.contains { $0.1 == .ask(Ask(id: "other", what: "status")) })
        // What was not taken is missed by the next sign of life, so that it is said again in a new session.
        desk.backlog.remove(heard)
        try flood.say(.ping(Ping(sent: 31)))
        let flooding = try #require(taken.first { if case .submit = $0.1 { true } else { false } }).0
        let lost = try await eventually("the session is over") {
            desk.heard().contains { if case .lost(flooding) = $0 { true } else { false } } ? true : nil
        }
        #expect(lost)
        try flood.say(.ask(Ask(id: "again", what: "status")))
        #expect(try desk.nextMessage().message == .ask(Ask(id: "again", what: "status")))
    }
}
