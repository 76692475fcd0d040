import StageKit
import Testing

@testable import StageKit

/// A session and the time it lives in.
private struct Life {
    var session: Session
    var now = Duration.zero

    init(window: Int = 2, autoExtend: Bool = false, patience: Duration? = nil) {
        session = Session(
            .init(
                hello: Hello(stage: "triage", instance: "t1"), window: window, autoExtend: autoExtend,
                patience: patience)
        )
    }

    mutating func on(_ event: Session.Event, after span: Duration = .zero) -> [Session.Action] {
        now += span
        return session.handle(event, at: now)
    }

    mutating func deliver(_ number: Int64, _ epoch: String = "1.1") -> [Session.Action] {
        on(.heard(.deliver(.sample(number, epoch: epoch), bodies: [])))
    }

    mutating func finish(_ number: Int64, _ epoch: String = "1.1") -> [Session.Action] {
        on(.finished(.done(Outcome(Lease(delivery: number, epoch: epoch)), bodies: [])))
    }

    /// Greeted, welcomed and ready.
    static func open(window: Int = 2, autoExtend: Bool = false) -> Life {
        var life = Life(window: window, autoExtend: autoExtend)
        _ = life.on(.start)
        _ = life.on(.heard(.welcome(.sample())))
        _ = life.on(.prepared(door: false))
        return life
    }
}

/// The commands that were sent, in order.
private func sent(_ actions: [Session.Action]) -> [String] {
    actions.compactMap {
        if case .send(let message) = $0 { String(decoding: message.frames[1], as: UTF8.self) } else { nil }
    }
}

private func worked(_ actions: [Session.Action]) -> [Int64] {
    actions.compactMap { if case .work(let delivery, _) = $0 { delivery.delivery } else { nil } }
}

private func credit(_ actions: [Session.Action]) -> Int {
    actions.reduce(0) { if case .send(.credit(let credit)) = $1 { $0 + credit.credit } else { $0 } }
}

@Suite struct SessionGreetingTests {
    @Test func helloIsSaidEachSecondUntilItIsAnswered() {
        var life = Life()
        #expect(sent(life.on(.start)) == ["HELLO"])
        #expect(sent(life.on(.tick, after: .milliseconds(500))) == [])
        #expect(sent(life.on(.tick, after: .milliseconds(500))) == ["HELLO"])
        _ = life.on(.heard(.welcome(.sample())))
        #expect(life.session.state == .open)
        #expect(!sent(life.on(.tick, after: .seconds(2))).contains("HELLO"))
    }

    @Test func nothingIsAskedForBeforeTheStageIsReady() {
        var life = Life()
        _ = life.on(.start)
        #expect(credit(life.on(.heard(.welcome(.sample())))) == 0)
        #expect(credit(life.on(.prepared(door: false))) == 2)
    }

    @Test func aRefusedGreetingEndsTheProcess() {
        var life = Life()
        _ = life.on(.start)
        let refused = Refused(code: "unknown-stage", message: "no such stage")
        #expect(life.on(.heard(.refused(refused))) == [.close(.refused(refused))])
    }

    @Test func aCommandWaitsForTheBrokerOnlyAsLongAsItsPatience() {
        var life = Life(patience: .seconds(3))
        _ = life.on(.start)
        #expect(life.session.deadline(after: .milliseconds(2500)) == .milliseconds(2500))
        #expect(life.on(.tick, after: .seconds(3)) == [.close(.unreachable)])
    }

    @Test func newSettingsMakeTheProcessLeave() {
        var life = Life.open()
        _ = life.on(.heard(.refused(Refused(code: "unknown-session", message: ""))))
        let actions = life.on(.heard(.welcome(.sample(settings: ["a": 1]))))
        #expect(actions.contains(.leave))
        #expect(actions.last == .close(.drained))
    }
}

@Suite struct SessionWorkTests {
    @Test func theWindowIsKeptFilled() {
        var life = Life.open(window: 2)
        #expect(sent(life.deliver(1)) == ["STARTED"])
        #expect(worked(life.deliver(2)) == [2])
        #expect(sent(life.finish(1)) == ["DONE", "CREDIT"])
        #expect(credit(life.finish(2)) == 1)
    }

    @Test func moreThanTheWindowWaitsItsTurn() {
        var life = Life.open(window: 1)
        #expect(worked(life.deliver(1)) == [1])
        #expect(worked(life.deliver(2)) == [])
        #expect(worked(life.finish(1)) == [2])
    }

    /// The deliveries a stage may have in hand after it has worked some, each for so long.
    private func room(handling span: Duration) -> Int {
        var life = Life.open(window: 2)
        var room = 2
        for number in 1...40 as ClosedRange<Int64> {
            _ = life.deliver(number)
            life.now += span
            room += credit(life.finish(number)) - 1
        }
        return room
    }

    @Test func aFastStageIsSentWorkAheadAndASlowOneIsNot() {
        #expect(room(handling: .milliseconds(1)) > 20)
        #expect((3...6).contains(room(handling: .milliseconds(10))))
        #expect(room(handling: .milliseconds(25)) == 2)
    }

    @Test func aSecondAttemptWaitsForTheFirstOneInTheSameProcess() {
        var life = Life.open()
        _ = life.deliver(1, "1.1")
        #expect(worked(life.deliver(1, "1.2")) == [])
        #expect(worked(life.finish(1, "1.1")) == [])
        let refused = Refused(delivery: 1, code: "stale", message: "")
        #expect(worked(life.on(.heard(.refused(refused)))) == [1])
    }

    @Test func anOutcomeIsSentAgainInANewSessionUntilItIsAnswered() {
        var life = Life.open()
        _ = life.deliver(1)
        _ = life.finish(1)
        #expect(sent(life.on(.heard(.refused(Refused(code: "unknown-session", message: ""))))) == ["HELLO"])
        #expect(sent(life.on(.heard(.welcome(.sample())))) == ["DONE"])
        _ = life.on(.heard(.committed(Lease(delivery: 1, epoch: "1.1"))))
        #expect(life.session.unanswered.isEmpty)
    }

    @Test func anOutcomeFinishedWithoutABrokerIsSentWhenItIsBack() {
        var life = Life.open()
        _ = life.deliver(1)
        _ = life.on(.tick, after: .seconds(9))
        #expect(life.session.state == .greeting)
        #expect(sent(life.finish(1)) == [])
        #expect(sent(life.on(.heard(.welcome(.sample())))).first == "DONE")
    }

    @Test func theCreditOfANewSessionLeavesRoomForWhatStillRuns() {
        var life = Life.open(window: 2)
        _ = life.deliver(1)
        let greeting = life.on(.heard(.refused(Refused(code: "unknown-session", message: ""))))
        guard case .send(.hello(let hello)) = greeting.last else { return #expect(Bool(false), "no greeting") }
        #expect(hello.credit == 1)
        #expect(credit(life.on(.heard(.welcome(.sample())))) == 0)
        #expect(credit(life.finish(1)) == 1)
    }

    @Test func aLeaseIsLengthenedByItselfOnlyWhereTheStageSaysSo() {
        for autoExtend in [false, true] {
            var life = Life.open(autoExtend: autoExtend)
            _ = life.deliver(1)
            #expect(sent(life.on(.tick, after: .seconds(2))).contains("EXTEND") == autoExtend)
        }
    }
}

@Suite struct SessionLifeSignTests {
    @Test func pingIsSaidAtAThirdOfTheHeartbeat() {
        var life = Life.open()
        #expect(life.session.deadline(after: .zero) == .seconds(1))
        #expect(sent(life.on(.tick, after: .seconds(1))) == ["PING"])
        #expect(life.session.deadline(after: life.now) == .seconds(2))
    }

    @Test func threeSilentHeartbeatsOpenANewSession() {
        var life = Life.open()
        #expect(sent(life.on(.tick, after: .seconds(8))) == ["PING"])
        #expect(sent(life.on(.tick, after: .seconds(1))) == ["HELLO"])
        #expect(life.session.state == .greeting)
    }

    @Test func aPingCountsWhatWasSaidAndAPongThatCountsMoreThanCameOpensANewSession() {
        var life = Life.open()
        _ = life.deliver(1)
        // CREDIT and STARTED were said.
        #expect(life.on(.tick, after: .seconds(1)).contains(.send(.ping(Ping(sent: 2)))))
        #expect(sent(life.on(.heard(.pong(Pong(sent: 1))))).isEmpty)
        #expect(sent(life.on(.heard(.pong(Pong())))).isEmpty, "a broker that does not count is taken at its word")
        #expect(sent(life.on(.heard(.pong(Pong(sent: 4))))) == ["HELLO"], "three came, the broker said four")
        #expect(life.session.state == .greeting)
    }

    @Test func aCommandOfALaterBrokerIsIgnoredAndCounts() {
        var life = Life.open()
        #expect(life.on(.passedOver).isEmpty)
        #expect(sent(life.on(.heard(.pong(Pong(sent: 1))))).isEmpty)
        #expect(sent(life.on(.heard(.pong(Pong(sent: 2))))) == ["HELLO"])
    }

    @Test func aRequestTimesOutAndIsForgotten() {
        var life = Life.open()
        let ticket = Ticket(number: 1)
        _ = life.on(.request(ticket, .get(Get(hash: "ab", offset: 0)), timeout: .seconds(2)))
        #expect(life.on(.tick, after: .seconds(2)).contains(.answer(ticket, .timedOut)))
        #expect(life.session.unanswered.isEmpty)
    }

    @Test func anAnswerGoesToWhoeverAskedFirst() {
        var life = Life.open()
        let get = StageMessage.get(Get(hash: "ab", offset: 0))
        for number in [1, 2] as [UInt64] { _ = life.on(.request(Ticket(number: number), get, timeout: nil)) }
        let blob = BrokerMessage.blob(Blob(hash: "ab", size: 0, offset: 0), chunk: [])
        #expect(life.on(.heard(blob)) == [.answer(Ticket(number: 1), .message(blob))])
        #expect(life.on(.heard(blob)) == [.answer(Ticket(number: 2), .message(blob))])
    }
}

@Suite struct SessionLeavingTests {
    @Test func anIdleProcessLeavesAtOnce() {
        var life = Life.open()
        #expect(life.on(.drain) == [.leave, .send(.bye), .close(.drained)])
    }

    @Test func whatWasStartedIsFinishedAndAnsweredFirst() {
        var life = Life.open()
        _ = life.deliver(1)
        #expect(life.on(.heard(.drain)) == [.leave])
        #expect(sent(life.finish(1)) == ["DONE"])
        let committed = life.on(.heard(.committed(Lease(delivery: 1, epoch: "1.1"))))
        #expect(committed == [.send(.bye), .close(.drained)])
    }

    @Test func graceIsNotForEver() {
        var life = Life.open()
        _ = life.deliver(1)
        _ = life.on(.drain)
        #expect(life.session.state == .open)
        #expect(life.on(.tick, after: .seconds(10)).last == .close(.drained))
    }

    @Test func anOpenDoorIsWaitedFor() {
        var life = Life()
        _ = life.on(.start)
        _ = life.on(.heard(.welcome(.sample())))
        _ = life.on(.prepared(door: true))
        #expect(life.on(.drain) == [.leave])
        #expect(life.on(.doorClosed(isBroken: false)).last == .close(.drained))
    }

    @Test func aBrokenDoorTakesTheProcessWithIt() {
        var life = Life()
        _ = life.on(.start)
        _ = life.on(.heard(.welcome(.sample())))
        _ = life.on(.prepared(door: true))
        #expect(life.on(.doorClosed(isBroken: true)).last == .close(.broken))
    }

    @Test func nobodyIsLeftWaitingAtTheEnd() {
        var life = Life.open()
        let ticket = Ticket(number: 1)
        _ = life.on(.request(ticket, .ask(Ask(id: "q", what: "status")), timeout: nil))
        _ = life.on(.drain)
        #expect(life.on(.tick, after: .seconds(10)).contains(.answer(ticket, .closed)))
        #expect(
            life.on(.request(ticket, .ask(Ask(id: "r", what: "status")), timeout: nil)) == [.answer(ticket, .closed)])
    }
}
