import Broker
import SQLiteStore
import StageProtocol
import Testing

@Suite struct OrderTests {
    private func submit(_ id: String, from address: String, deadline: Duration, _ bench: Bench, _ intake: Peer) throws {
        let admit = Admit(
            role: .customer, match: [], customer: address, subject: id, entry: 0, output: "contact",
            deadline: bench.now + deadline)
        try intake.say(.submit(Submission(id: id, via: "test", admit: admit), bodies: [Array("{}".utf8)]))
    }

    @Test func whatIsDueFirstIsWorkedFirst() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        try submit("late", from: "a@example.com", deadline: .seconds(900), bench, intake)
        try submit("soon", from: "b@example.com", deadline: .seconds(60), bench, intake)
        try submit("middle", from: "c@example.com", deadline: .seconds(300), bench, intake)
        let worker = try bench.peer("worker")
        #expect(worker.deliveries().map(\.head.case?.subject) == ["soon", "middle", "late"])
    }

    @Test func whoWritesChangesNothingInTheOrder() throws {
        // Names as they come, sizes of accounts in them: the order is that of the deadlines, whoever stands where.
        let people = [
            "ann@example.com", "ceo@key-account.example", "zoe@example.com", "müller@example.com", "9@x.example",
        ]
        let spans: [Int64] = [300, 60, 900, 120, 600]
        for turn in people.indices {
            let bench = try Bench()
            let intake = try bench.peer("intake")
            for (place, span) in spans.enumerated() {
                let person = people[(place + turn) % people.count]
                try submit("\(span)", from: person, deadline: .seconds(span), bench, intake)
            }
            let order = try bench.peer("worker").deliveries().map(\.head.case?.subject)
            #expect(order == ["60", "120", "300", "600", "900"], "\(turn)")
        }
    }

    @Test func aFloodFromOneCustomerDoesNotDelayTheOthers() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        for number in 0..<50 {
            try submit("flood \(number)", from: "flood@example.com", deadline: .seconds(60), bench, intake)
        }
        try submit("quiet", from: "quiet@example.com", deadline: .seconds(61), bench, intake)
        let worker = try bench.peer("worker", credit: 5)
        #expect(worker.deliveries().contains { $0.head.case?.subject == "quiet" })
    }

    @Test func newContactsAreSeenWhileABacklogIsWorkedOff() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        for number in 0..<20 {
            try submit("old \(number)", from: "o\(number)@example.com", deadline: .seconds(3600), bench, intake)
        }
        try bench.pass(.seconds(7200))
        try submit("new", from: "new@example.com", deadline: .seconds(60), bench, intake)
        let worker = try bench.peer("worker", credit: 4)
        #expect(worker.deliveries().contains { $0.head.case?.subject == "new" })
    }

    @Test func noMoreIsSentThanThereIsCreditFor() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker", credit: 2)
        for id in 1...5 { try intake.submit("\(id)", from: "c\(id)@example.com") }
        #expect(worker.deliveries().count == 2)
        try worker.say(.credit(Credit(credit: 1)))
        #expect(worker.deliveries().count == 1)
    }

    @Test func aTimerFiresOnceAtItsTimeAcrossACrash() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let at = bench.now + .seconds(600)
        try worker.done(try worker.delivery().head.lease) {
            $0.timers = [SetTimer(name: "t", type: "worker.timer", at: at)]
        }
        try bench.crash()
        try worker.hello(credit: 4)
        try bench.pass(.seconds(599))
        #expect(worker.deliveries().isEmpty)
        try bench.pass(.seconds(2))
        let fired = try worker.delivery().head
        #expect(fired.message.type == "worker.timer")
        try worker.done(fired.lease)
        try bench.pass(.seconds(2000))
        #expect(worker.deliveries().isEmpty)
    }

    @Test func aTimerSetAgainReplacesTheOneThatWaitedAndACancelledOneNeverFires() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1", index: ["mid:1"])
        let start = bench.now
        try worker.done(try worker.delivery().head.lease) {
            $0.timers = [
                SetTimer(name: "t", type: "worker.timer", at: start + .seconds(60)),
                SetTimer(name: "u", type: "worker.timer", at: start + .seconds(60)),
            ]
        }
        try intake.submit("2", match: [Match(key: "mid:1")])
        try worker.done(try worker.delivery().head.lease) {
            $0.timers = [SetTimer(name: "t", type: "worker.timer", at: start + .seconds(300))]
            $0.cancel = ["u"]
        }
        try bench.pass(.seconds(100))
        #expect(worker.deliveries().isEmpty)
        try bench.pass(.seconds(201))
        #expect(worker.deliveries().count == 1)
    }

    @Test func aTimerSetAnewAsItStandsStaysWhereItIs() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1", index: ["mid:1"])
        let at = bench.now + .seconds(60)
        func waiting() throws -> [Int64] {
            let caseID = try #require(try bench.read { try $0.findSubmission(key: "1")?.caseID })
            return try bench.read { try $0.timers(caseID) }.map(\.id)
        }
        func set(_ data: String) throws {
            let timers = [SetTimer(name: "t", type: "worker.timer", at: at, body: 0)]
            try worker.done(try #require(worker.deliveries().first).head.lease, bodies: [Array(data.utf8)]) {
                $0.timers = timers
            }
        }
        try set("\"a\"")
        let first = try waiting()
        try intake.submit("2", match: [Match(key: "mid:1")])
        try set("\"a\"")
        #expect(try waiting() == first)
        try intake.submit("3", match: [Match(key: "mid:1")])
        try set("\"b\"")
        #expect(try waiting().count == 1 && waiting() != first)
        try bench.pass(.seconds(61))
        let fired = try worker.delivery()
        #expect(fired.bodies.first == Array("\"b\"".utf8))
        // What has fired is not what is set for the same moment again.
        try worker.done(fired.head.lease, bodies: fired.bodies) {
            $0.timers = [SetTimer(name: "t", type: "worker.timer", at: at, body: 0)]
        }
        #expect(worker.deliveries().count == 1)
    }

    /// Found by the simulation: an operator had dead letters worked again, and a timer that was cancelled went off.
    @Test func aTimerThatIsADeadLetterGoesWhenItIsCancelledOrSetAnew() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1", index: ["mid:1"])
        let soon = bench.now + .seconds(60)
        try worker.done(try worker.delivery().head.lease) {
            $0.timers = ["t", "u", "v"].map { SetTimer(name: $0, type: "worker.timer", at: soon) }
        }
        try bench.pass(.seconds(61))
        for _ in 1...3 {
            let lease = try #require(worker.deliveries().first).head.lease
            try worker.say(.fail(Failure(lease, kind: .permanent, code: "x", message: "y")))
        }
        #expect(try bench.read { try $0.countMessages(.dead) } == 3)
        try intake.submit("2", match: [Match(key: "mid:1")])
        try worker.done(try #require(worker.deliveries().first).head.lease) {
            $0.timers = [SetTimer(name: "t", type: "worker.timer", at: soon + .seconds(300))]
            $0.cancel = ["u"]
        }
        #expect(try bench.read { try $0.countMessages(.dead) } == 1)
        let caseID = try #require(try bench.read { try $0.findSubmission(key: "1")?.caseID })
        let dropped = try bench.read { try $0.journal(caseID).filter { $0.what == "dropped" } }
        #expect(dropped.map(\.by) == ["worker", "worker"])
        try bench.pass(.seconds(301))
        #expect(worker.deliveries().count == 1)
    }

    @Test func allTimersOfANameGoTogetherWhetherTheyWaitOrAreDeadLetters() throws {
        let bench = try Bench()
        try bench.peer("intake").submit("1", index: ["mid:1"])
        let first = try bench.peer("worker")
        try first.done(try first.delivery().head.lease)
        let caseID = try #require(try bench.read { try $0.findSubmission(key: "1")?.caseID })
        let soon = bench.now + .seconds(60)
        try bench.store.transaction { store in
            for state in [MessageRow.State.waiting, .dead, .waiting] {
                _ = try store.insert(
                    MessageRow(
                        caseID: caseID, stage: "worker", type: "worker.timer", source: "worker", at: bench.now,
                        deadline: soon, notBefore: soon, state: state, timer: "t", trace: ""))
            }
        }
        try bench.crash()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("2", match: [Match(key: "mid:1")])
        try worker.done(try #require(worker.deliveries().first).head.lease) { $0.cancel = ["t"] }
        #expect(try bench.read { try $0.timers(named: "t", stage: "worker", caseID: caseID) }.isEmpty)
        try bench.pass(.seconds(601))
        #expect(worker.deliveries().isEmpty)
    }

    @Test func aStageSeesOnlyWhatItIsGranted() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), second = try bench.peer("second")
        try intake.submit("1")
        try worker.done(try worker.delivery().head.lease, bodies: [Array(#"{"x":1}"#.utf8)]) {
            $0.set = [SetSection(name: "notes", schema: "notes/1", base: 0, body: 0)]
            $0.emit = [Emit(output: "next")]
        }
        #expect(try second.delivery().head.sections.isEmpty)
    }

    @Test func aWriteBeyondTheGrantFailsForGood() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        try worker.done(try worker.delivery().head.lease, bodies: [Array("{}".utf8)]) {
            $0.set = [SetSection(name: "care", schema: "care/1", base: 0, body: 0)]
        }
        #expect(worker.heard.first?.refused?.code == "no-grant")
        #expect(try bench.read { try $0.dead(after: 0, limit: 1).count } == 1)
    }

    /// Every delivery of the case would carry it, and none could.
    @Test func anEntryThatWouldFillAMessageIsRefused() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1", index: ["mid:1"])
        let long = Array("\"\(String(repeating: "y", count: 1 << 20))\"".utf8)
        try worker.done(try worker.delivery().head.lease, bodies: [long]) {
            $0.append = [Append(kind: "noted", body: 0)]
        }
        #expect(worker.heard.first?.refused?.code == "too-large")
        try intake.submit("2", match: [Match(key: "mid:1")])
        #expect(worker.deliveries().count == 1)
    }

    @Test func aBodyThatIsNoJSONIsRefusedBeforeItCanSpoilTheLog() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        try worker.done(try worker.delivery().head.lease, bodies: [Array("{not json".utf8)]) {
            $0.append = [Append(kind: "noted", body: 0)]
        }
        #expect(worker.heard.first?.refused?.code == "invalid")
    }

    @Test func aSecondBrokerFencesTheFirst() throws {
        let bench = try Bench()
        let other = try Bench(.shop, store: bench.store)
        try other.beat()
        #expect(throws: BrokerError.self) { try bench.beat() }
    }

    @Test func aBlobIsStoredInChunksAndOnlyWithItsOwnHash() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let step = WireLimits().chunkBytes
        let hash = "2c1d8e3a0c9d4e0f6b8a7c5d3e1f2a4b6c8d0e2f4a6b8c0d2e4f6a8b0c2d4e6f"
        try intake.say(.put(Put(hash: hash, size: bytes.count, offset: 0), chunk: Array(bytes[..<step])))
        guard case .stored(let stored) = intake.heard.first else {
            Issue.record("expected STORED")
            return
        }
        #expect(stored.next == step)
        try intake.say(.put(Put(hash: hash, size: bytes.count, offset: step), chunk: Array(bytes[step...])))
        #expect(intake.heard.first?.refused?.code == "wrong-hash")
    }
}
