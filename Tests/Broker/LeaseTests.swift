import Broker
import StageProtocol
import Testing

@Suite struct LeaseTests {
    @Test func aMessageThatWasStartedIsDeliveredAgainWhenItsLeaseEnds() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let first = try worker.delivery().head
        try worker.say(.started(first.lease))
        try bench.pass(.seconds(29))
        #expect(worker.deliveries().isEmpty)
        try bench.pass(.seconds(3))
        try bench.pass(.seconds(1))
        let second = try worker.delivery().head
        #expect(second.delivery == first.delivery)
        #expect(second.epoch != first.epoch)
        #expect(second.attempt == 2)
    }

    @Test func aLateAnswerUnderAnOldEpochIsRefused() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let first = try worker.delivery().head
        try worker.say(.started(first.lease))
        try bench.pass(.seconds(31))
        try bench.pass(.seconds(1))
        _ = try worker.delivery()
        try worker.done(first.lease) { $0.emit = [Emit(output: "next")] }
        #expect(worker.heard.first?.refused?.code == "stale")
        #expect(try bench.peer("second").deliveries().isEmpty)
    }

    @Test func anOutcomeThatIsSaidTwiceCountsOnce() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), second = try bench.peer("second")
        try intake.submit("1")
        let delivery = try worker.delivery().head
        try worker.done(delivery.lease) { $0.emit = [Emit(output: "next")] }
        try worker.done(delivery.lease) { $0.emit = [Emit(output: "next")] }
        #expect(worker.heard.filter(\.isCommitted).count == 2)
        #expect(second.deliveries().count == 1)
    }

    @Test func anOutcomeIsKnownAgainAfterACrashOfTheBroker() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let delivery = try worker.delivery().head
        try worker.done(delivery.lease)
        try bench.crash()
        try worker.done(delivery.lease)
        #expect(worker.heard.first?.refused?.code == "unknown-session")
        try worker.hello(credit: 8)
        _ = worker.heard
        try worker.done(delivery.lease)
        #expect(worker.heard.first?.isCommitted == true)
    }

    @Test func extendLengthensALeaseButNotBeyondMaxHold() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let first = try worker.delivery().head
        try worker.say(.started(first.lease))
        try bench.pass(.seconds(20))
        try worker.say(.extend(Extension(first.lease, seconds: 500)))
        try bench.pass(.seconds(99))
        #expect(worker.deliveries().isEmpty)
        try bench.pass(.seconds(3))
        try bench.pass(.seconds(1))
        #expect(worker.deliveries().count == 1)
    }

    @Test func aProcessThatIsStartedAnewGetsBackAtOnceWhatItsPredecessorHeld() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker", instance: "worker-0")
        try intake.submit("1")
        let held = try worker.delivery().head
        let heir = try bench.peer("worker", instance: "worker-0")
        #expect(try heir.delivery().head.delivery == held.delivery)
    }

    @Test func aMessageThatFailsTooOftenIsADeadLetterAndSomebodyIsTold() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), second = try bench.peer("second")
        try intake.submit("1")
        for attempt in 1...3 {
            let delivery = try worker.delivery().head
            #expect(delivery.attempt == attempt)
            try worker.say(.fail(Failure(delivery.lease, kind: .retry, code: "busy", message: "no answer")))
            try bench.pass(.seconds(10))
        }
        #expect(worker.deliveries().isEmpty)
        let news = try second.delivery()
        #expect(news.head.message.type == "message.dead")
        #expect(try JSON(bytes: news.bodies[0])["code"] == "busy")
        #expect(try bench.read { try $0.dead(after: 0, limit: 9).count } == 1)
    }

    @Test func aPermanentFailureIsADeadLetterAtOnceAndCanBeReplayed() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), control = try bench.peer("control")
        try intake.submit("1")
        let delivery = try worker.delivery().head
        try worker.say(.fail(Failure(delivery.lease, kind: .permanent, code: "bad", message: "unreadable")))
        #expect(try bench.read { try $0.dead(after: 0, limit: 9).count } == 1)
        try control.say(
            .ask(Ask(id: "q", what: "dead-replay", arguments: ["id": .int(delivery.delivery)])))
        #expect(try worker.delivery().head.delivery == delivery.delivery)
    }

    @Test func aMendedLetterIsWorkedWithItsNewDataAndTheOldStandsInTheJournal() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), second = try bench.peer("second")
        let control = try bench.peer("control")
        try intake.submit("1")
        let contact = try worker.delivery().head
        try worker.done(contact.lease, bodies: [Array(#"{"n":1}"#.utf8)]) { $0.emit = [Emit(output: "next", body: 0)] }
        let next = try second.delivery().head
        try second.say(.fail(Failure(next.lease, kind: .permanent, code: "bad", message: "n is too small")))
        let ask = Ask(id: "q", what: "dead-replay", arguments: ["id": .int(next.delivery), "data": ["n": 2]])
        try control.say(.ask(ask))
        let again = try second.delivery()
        #expect(again.head.delivery == next.delivery)
        #expect(try JSON(bytes: again.bodies[#require(again.head.data)]) == ["n": 2])
        let journal = try bench.read { try $0.journal(1) }
        #expect(journal.first { $0.what == "replayed" }?.detail["before"] == ["n": 1])
    }

    @Test func backOffLetsOtherMessagesOfTheCaseThrough() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1", index: ["mid:1"])
        let first = try worker.delivery().head
        try intake.submit("2", match: [Match(key: "mid:1")])
        #expect(worker.deliveries().isEmpty)
        try worker.say(.fail(Failure(first.lease, kind: .retry, code: "busy", message: "later")))
        #expect(try worker.delivery().head.delivery != first.delivery)
    }
}
