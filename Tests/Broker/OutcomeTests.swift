import Broker
import StageProtocol
import Testing

@Suite struct OutcomeTests {
    /// A raw submission that intake has been handed to read: there is no case yet.
    private func reading(_ bench: Bench) throws -> (intake: Peer, lease: Lease) {
        let intake = try bench.peer("intake")
        try intake.say(.submit(Submission(id: "1", via: "deliver", raw: 0), bodies: [Array("From: a".utf8)]))
        return (intake, try intake.delivery().head.lease)
    }

    @Test(
        arguments: [
            { $0.emit = [Emit(output: "contact")] }, { $0.append = [Append(kind: "noted", body: 0)] },
            { $0.set = [SetSection(name: "contact", schema: "contact/1", base: 0, body: 0)] },
            { $0.timers = [SetTimer(name: "t", type: "submission.received", at: Timestamp(milliseconds: 0))] },
            { $0.say = [Say(name: "a", to: ["a@example.com"], purpose: "answer", answers: true, body: 0)] },
            { $0.resolve = Resolve(reason: "done") }, { $0.owner = "sam" }, { $0.keep = ["p"] },
            { $0.withdraw = ["p"] },
        ] as [@Sendable (inout Outcome) -> Void])
    func whereThereIsNoCaseNothingCanBeDoneToIt(change: @Sendable (inout Outcome) -> Void) throws {
        let bench = try Bench()
        let (intake, lease) = try reading(bench)
        try intake.done(lease, bodies: [Array("{}".utf8)]) {
            change(&$0)
            $0.park = Park(code: "no-sender", reason: "nobody to answer")
        }
        #expect(intake.heard.last?.refused?.code == "invalid")
        let parked = try bench.read { try $0.submissions(state: .parked, limit: 9) }
        #expect(parked.map(\.code) == ["invalid"])
        #expect(try bench.read { try $0.dead(after: 0, limit: 9).count } == 1)
    }

    @Test func aPromiseIsOverOnceAndTheLogTellsWhichWay() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        let due = bench.now + .seconds(3600)
        let ref = try #require(try intake.submit("1").accepted?.ref)
        try worker.done(try worker.delivery().head.lease) {
            $0.promise = ["a", "b"].map {
                MakePromise(name: $0, what: "a word", due: due, authority: "nora", evidence: "a text")
            }
            $0.keep = ["a"]
            $0.withdraw = ["a", "b", "c"]
        }
        let row = try #require(try bench.read { try $0.findCase(ref: ref) })
        let promises = try bench.read { try $0.promises(row.id) }
        #expect(promises.map { [$0.kept != nil, $0.withdrawn != nil] } == [[true, false], [false, true]])
        let log = try bench.read { try $0.entries(row.id) }.filter { $0.kind == "decided" }
        #expect(try log.map { try JSON(bytes: $0.body) } == [["kept": "a"], ["withdrawn": "b"]])
    }

    @Test func anEmptyListAsksForNothing() throws {
        let bench = try Bench()
        let (intake, lease) = try reading(bench)
        try intake.done(lease) {
            $0.append = []
            $0.set = []
            $0.emit = []
            $0.timers = []
            $0.cancel = []
            $0.say = []
            $0.verdicts = []
            $0.results = []
            $0.promise = []
            $0.keep = []
            $0.withdraw = []
            $0.park = Park(code: "no-sender", reason: "nobody to answer")
        }
        #expect(intake.heard.last?.isCommitted == true)
        #expect(try bench.read { try $0.submissions(state: .parked, limit: 9) }.map(\.code) == ["no-sender"])
    }

    @Test func anEmptyListIsWithinEveryGrant() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        try worker.done(try worker.delivery().head.lease) {
            $0.verdicts = []
            $0.results = []
            $0.emit = [Emit(output: "look")]
        }
        #expect(try worker.delivery().head.message.type == "case.look")
    }

    @Test func aFailureThatIsSaidTwiceCountsOnce() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let first = try worker.delivery().head
        let failure = Failure(first.lease, kind: .retry, code: "busy", message: "later")
        try worker.say(.fail(failure))
        try worker.say(.fail(failure))
        #expect(worker.heard.filter(\.isCommitted).count == 2)
        try bench.crash()
        try worker.hello(credit: 8)
        try worker.say(.fail(failure))
        #expect(worker.heard.filter(\.isCommitted).count == 1)
        try bench.pass(.seconds(2))
        #expect(try worker.delivery().head.attempt == 2)
    }

    @Test func aFailureUnderAnEpochThatBroughtNothingIsStale() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let first = try worker.delivery().head
        try worker.say(.started(first.lease))
        try bench.pass(.seconds(31))
        try bench.pass(.seconds(2))
        let second = try worker.delivery().head
        try worker.say(.fail(Failure(first.lease, kind: .permanent, code: "bad", message: "late")))
        #expect(worker.heard.last?.refused?.code == "stale")
        try worker.done(second.lease)
        #expect(worker.heard.last?.isCommitted == true)
        try worker.say(.fail(Failure(first.lease, kind: .permanent, code: "bad", message: "late")))
        #expect(worker.heard.last?.refused?.code == "stale")
        #expect(try bench.read { try $0.dead(after: 0, limit: 9).isEmpty })
    }

    @Test func anOutcomeThatWasPutBackIsAnsweredAlikeWhenItIsSaidAgain() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker", credit: 1)
        try intake.submit("1", index: ["mid:1"])
        let first = try worker.delivery().head
        try intake.submit("2", match: [Match(key: "mid:1")])
        for _ in 0..<2 {
            try worker.done(first.lease) { $0.resolve = Resolve(reason: "answered") }
            #expect(worker.heard.filter(\.isCommitted).count == 1)
        }
        let row = try bench.read { try $0.findMessage(first.delivery) }
        #expect(row?.putBacks == 1)
        #expect(row?.state == .waiting)
        try worker.done(Lease(delivery: first.delivery, epoch: "9.9")) { $0.resolve = Resolve(reason: "answered") }
        #expect(worker.heard.last?.refused?.code == "stale")
        #expect(try bench.read { try $0.cases(status: .resolved, of: .anybody, limit: 9, offset: 0).isEmpty })
    }
}
