import Broker
import StageProtocol
import Testing

@Suite struct PresenceTests {
    private let session = SessionID(door: "triage", route: [1])
    private let hello = StageMessage.hello(Hello(stage: "triage", instance: "triage.1"))

    private func opened() -> Presence {
        var presence = Presence(heartbeat: .seconds(2))
        #expect(presence.heard(session, .success(hello), at: .zero) == .sound)
        presence.said(.drain, to: session)
        presence.said(
            .welcome(
                .init(
                    pipeline: "p", settings: [:], standards: nil, people: nil, heartbeat_ms: 1,
                    limits: .init(message: 1, chunk: 1, blob: 1))), to: session)
        return presence
    }

    @Test func aSessionInWhichEverythingArrivedIsSoundAndItsPongCountsWhatWasSaid() {
        var presence = opened()
        #expect(presence.heard(session, .success(.credit(Credit(credit: 1))), at: .zero) == .sound)
        let later = ProtocolError(code: "unknown-command", message: "of a later version")
        #expect(presence.heard(session, .failure(later), at: .zero) == .sound)
        presence.said(.committed(Lease(delivery: 1, epoch: "1.1")), to: session)
        #expect(presence.heard(session, .success(.ping(Ping(sent: 2))), at: .zero) == .answer(Pong(sent: 1)))
        presence.said(.pong(Pong(sent: 1)), to: session)
        #expect(presence.heard(session, .success(.ping(Ping(sent: 2))), at: .zero) == .answer(Pong(sent: 1)))
    }

    @Test func aMessageLostOnTheWayTearsTheSession() {
        var presence = opened()
        #expect(presence.heard(session, .success(.ping(Ping(sent: 1))), at: .zero) == .torn)
    }

    @Test func whatCannotBeReadMayHaveBeenCreditAndTearsTheSession() {
        var presence = opened()
        let rubbish = ProtocolError(code: "malformed", message: "no header")
        #expect(presence.heard(session, .failure(rubbish), at: .zero) == .sound)
        #expect(presence.heard(session, .success(.ping(Ping(sent: 1))), at: .zero) == .torn)
    }

    @Test func aPeerThatDoesNotCountIsTakenAtItsWord() {
        var presence = opened()
        #expect(presence.heard(session, .success(.ping(Ping())), at: .zero) == .answer(Pong(sent: 0)))
    }

    @Test func aNewHelloCountsFromNothing() {
        var presence = opened()
        _ = presence.heard(session, .success(.credit(Credit(credit: 1))), at: .zero)
        _ = presence.heard(session, .success(hello), at: .zero)
        #expect(presence.heard(session, .success(.ping(Ping(sent: 0))), at: .zero) == .answer(Pong(sent: 0)))
    }

    @Test func threeMissedSignsOfLifeEndASessionOnce() {
        var presence = opened()
        #expect(presence.forgetSilent(at: .seconds(6)).isEmpty)
        #expect(presence.forgetSilent(at: .milliseconds(6001)) == [session])
        #expect(presence.forgetSilent(at: .seconds(60)).isEmpty)
        let isThere = presence.forget(session)
        #expect(!isThere)
    }
}
