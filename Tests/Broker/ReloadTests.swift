import Broker
import StageProtocol
import Testing

/// A broker takes over another plan while it works.
@Suite struct ReloadTests {
    private func control(_ bench: Bench) throws -> Peer { try bench.peer("control", credit: 0) }

    private func reload(_ bench: Bench, _ change: (inout Plan) -> Void) throws {
        var plan = Plan.shop
        change(&plan)
        try bench.beat([.reread(Rereading(plan: plan))])
    }

    private func ask(_ peer: Peer, _ what: String, _ arguments: JSON = .object([:])) throws -> JSON {
        try peer.say(.ask(Ask(id: "q", what: what, arguments: arguments)))
        let body = try #require(peer.heard.compactMap { if case .reply(_, let body) = $0 { body } else { nil } }.first)
        return try JSON(bytes: body)
    }

    @Test func anOutcomeIsRoutedByThePlanThatIsInForceWhenItComes() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), second = try bench.peer("second")
        try intake.submit("1")
        let delivery = try worker.delivery().head
        try reload(bench) { $0.stages["worker"]?.outputs["next"]?.targets = ["second", "voice"] }
        let voice = try bench.peer("voice")
        try worker.done(delivery.lease) { $0.emit = [Emit(output: "next")] }
        #expect(worker.heard.first?.isCommitted == true)
        // One at a time, since it is one case.
        try second.done(try second.delivery().head.lease)
        #expect(voice.deliveries().count == 1)
    }

    @Test func whatAStageMayDoCountsAtOnce() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let delivery = try worker.delivery().head
        try reload(bench) { $0.stages["worker"]?.writes = [] }
        try worker.done(delivery.lease, bodies: [Array("{}".utf8)]) {
            $0.set = [SetSection(name: "notes", schema: "notes/1", base: 0, body: 0)]
        }
        #expect(worker.heard.first?.refused?.code == "no-grant")
    }

    @Test func filesWithErrorsChangeNothing() throws {
        let bench = try Bench()
        let operatorPeer = try control(bench)
        try operatorPeer.say(.ask(Ask(id: "q", what: "reload")))
        let asker = try #require(bench.askers.first)
        let error: JSON = ["severity": "error", "message": "a slip", "place": ["file": "p.yaml", "line": 3]]
        let before = bench.core.plan.stages
        try bench.beat([.reread(Rereading(plan: nil, diagnostics: [error], asker: asker))])
        #expect(bench.core.plan.stages == before)
        guard case .reply(let reply, let body) = operatorPeer.heard.first else { throw Invalid() }
        #expect(reply.id == "q")
        let answer = try JSON(bytes: body)
        #expect(answer["reloaded"] == false && answer["errors"] == 1)
        #expect(bench.observed.last?.detail == "refused, nothing changes: p.yaml:3: a slip")
    }

    @Test func aStageThatIsTakenOutFinishesAndWhatWaitsForItStays() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker", credit: 1)
        let second = try bench.peer("second")
        for number in 1...3 { try intake.submit("\(number)", from: "c\(number)@example.com") }
        let held = try worker.delivery().head
        let operatorPeer = try control(bench)
        try operatorPeer.say(.ask(Ask(id: "q", what: "reload")))
        var plan = Plan.shop
        plan.stages["worker"] = nil
        try bench.beat([.reread(Rereading(plan: plan, asker: bench.askers.first))])
        guard case .reply(_, let body) = operatorPeer.heard.first else { throw Invalid() }
        #expect(try JSON(bytes: body)["removed"] == [["stage": "worker", "waiting": 2]])
        #expect(worker.isToldToLeave)
        // Its last word counts; then its door is closed.
        try worker.done(held.lease) { $0.emit = [Emit(output: "next")] }
        #expect(second.deliveries().count == 1)
        #expect(bench.closed.isEmpty)
        try worker.say(.bye)
        #expect(bench.closed == ["worker"])
        // What waited is there for a stage of that name, also after a crash.
        try bench.crash()
        try reload(bench) { _ in }
        #expect(try bench.peer("worker").deliveries().count == 2)
    }

    @Test func processesAreReplacedOnceANewOneIsThere() throws {
        let bench = try Bench()
        let old = try bench.peer("worker", instance: "worker-0"), operatorPeer = try control(bench)
        _ = try ask(operatorPeer, "fleet", ["crews": ["worker": ["aim": 1, "settled": true]]])
        try reload(bench) { $0.stages["worker"]?.revision = "b" }
        try bench.pass(.seconds(60))
        #expect(old.heard.isEmpty)
        let new = try bench.peer("worker", instance: "worker-1")
        #expect(old.isToldToLeave)
        #expect(new.heard.isEmpty)
        let standing = try ask(operatorPeer, "fleet")["stages"]?.array?.first { $0["name"] == "worker" }
        #expect(standing?["instances"] == ["worker-1"] && standing?["leaving"] == 1)
    }

    @Test func whoWasToldToLeaveIsHandedNothingMore() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), old = try bench.peer("worker", instance: "old")
        try reload(bench) { $0.stages["worker"]?.revision = "b" }
        #expect(old.isToldToLeave)
        try old.say(.credit(Credit(credit: 4)))
        try intake.submit("1")
        #expect(old.deliveries().isEmpty)
        #expect(try bench.peer("worker", instance: "new").deliveries().count == 1)
    }

    @Test func whereNobodyBringsNewProcessesTheOldOnesGoAtOnce() throws {
        let bench = try Bench()
        let old = try bench.peer("worker"), other = try bench.peer("second")
        try reload(bench) { $0.stages["worker"]?.revision = "b" }
        #expect(old.isToldToLeave)
        #expect(other.heard.isEmpty)
    }

    @Test func aTypeThatNeedsTheLaneNowWaitsForIt() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker", credit: 1)
        try intake.submit("1")
        let first = try worker.delivery().head
        try worker.done(first.lease) { $0.emit = [Emit(output: "look"), Emit(output: "look")] }
        try reload(bench) { $0.stages["worker"]?.accepts["case.look"] = false }
        try worker.say(.credit(Credit(credit: 8)))
        // Outside the lane both would be handed out.
        #expect(worker.deliveries().count == 1)
    }

    // MARK: Scale and drain

    @Test func aDrainedStageIsHandedNothingThroughACrashToo() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), operatorPeer = try control(bench)
        let standing = try ask(operatorPeer, "drain", ["stage": "worker"])
        #expect(standing["drained"] == true)
        #expect(worker.isToldToLeave)
        try intake.submit("1")
        try bench.crash()
        let again = try bench.peer("worker")
        #expect(again.deliveries().isEmpty)
        _ = try ask(try control(bench), "drain", ["stage": "worker", "undo": true])
        #expect(again.deliveries().count == 1)
    }

    @Test func theLatestWordOnReplicasCounts() throws {
        let bench = try Bench()
        let operatorPeer = try control(bench)
        #expect(try ask(operatorPeer, "scale", ["stage": "worker", "replicas": 3])["wish"] == 3)
        // A reload that says nothing new of it leaves it.
        try reload(bench) { $0.stages["second"]?.replicas = 2...2 }
        #expect(try bench.read { try $0.wishes() } == ["worker": Wish(replicas: 3)])
        try reload(bench) { $0.stages["worker"]?.replicas = 1...4 }
        #expect(try bench.read { try $0.wishes() }.isEmpty)
        _ = try ask(operatorPeer, "scale", ["stage": "worker", "replicas": 2])
        #expect(try ask(operatorPeer, "scale", ["stage": "worker", "undo": true])["wish"] == .null)
    }

    @Test func howManyThereAreAndWhetherTheyRestAreTwoWords() throws {
        let bench = try Bench()
        let operatorPeer = try control(bench)
        _ = try ask(operatorPeer, "drain", ["stage": "worker"])
        var standing = try ask(operatorPeer, "scale", ["stage": "worker", "replicas": 2])
        #expect(standing["drained"] == true && standing["wish"] == 2)
        standing = try ask(operatorPeer, "scale", ["stage": "worker", "undo": true])
        #expect(standing["drained"] == true && standing["wish"] == .null)
        _ = try ask(operatorPeer, "scale", ["stage": "worker", "replicas": 2])
        standing = try ask(operatorPeer, "drain", ["stage": "worker", "undo": true])
        #expect(standing["drained"] == false && standing["wish"] == 2)
    }

    @Test func whatWasAskedForHasComeAboutOnceTheSupervisorHasHeardOfIt() throws {
        let bench = try Bench()
        let operatorPeer = try control(bench), supervisor = try bench.peer("control", instance: "up", credit: 0)
        func isSettled(_ crew: JSON) throws -> JSON? {
            _ = try ask(supervisor, "fleet", ["crews": ["worker": crew]])
            return try ask(operatorPeer, "fleet")["stages"]?.array?.first { $0["name"] == "worker" }?["settled"]
        }
        _ = try ask(operatorPeer, "scale", ["stage": "worker", "replicas": 3])
        #expect(try isSettled(["aim": 3, "settled": true, "asked": 1]) == true)
        // What a supervisor says that still keeps to the word before is how it was.
        #expect(try ask(operatorPeer, "scale", ["stage": "worker", "undo": true])["settled"] == false)
        #expect(try isSettled(["aim": 3, "settled": true, "asked": 1]) == false)
        #expect(try isSettled(["aim": 1, "settled": true, "asked": 2]) == true)
    }

    @Test func aStageThatIsNotThereIsNamed() throws {
        let bench = try Bench()
        let operatorPeer = try control(bench)
        try operatorPeer.say(.ask(Ask(id: "q", what: "drain", arguments: ["stage": "wroker"])))
        let refused = try #require(operatorPeer.heard.first?.refused)
        #expect(refused.code == "no-stage" && refused.message.contains("intake, second, voice, worker"))
    }

    private struct Invalid: Error {}
}

extension Peer {
    /// Whether it was told to finish and leave since the last look.
    fileprivate var isToldToLeave: Bool { heard.contains { if case .drain = $0 { true } else { false } } }
}
