import Broker
import SQLiteStore
import StageProtocol
import Testing

/// What is erased is gone from the store and from the broker's mind; others keep what is theirs.
@Suite struct ErasureTests {
    private let bench: Bench
    private let intake: Peer
    private let control: Peer

    init() throws {
        var plan = Plan.shop
        plan.keepCases = .seconds(400 * 86_400)
        bench = try Bench(plan)
        intake = try bench.peer("intake")
        control = try bench.peer("control")
    }

    private func ask(_ what: String, _ arguments: JSON) throws -> JSON {
        try control.say(.ask(Ask(id: "q", what: what, arguments: arguments)))
        for message in control.heard {
            if case .reply(_, let body) = message { return try JSON(bytes: body) }
            if let refused = message.refused { throw refused }
        }
        return .null
    }

    /// A mail of somebody, with a file; opens a case or goes on with one.
    private func hear(_ id: String, from address: String, file: String, on ref: String? = nil) throws -> String {
        let hash = try put(file)
        try intake.say(.submit(Submission(id: id, via: "deliver", raw: 0), bodies: [Array("mail \(id)".utf8)]))
        let entry = #"{"from":{"address":"\#(address)"},"words":"hi","attachments":[{"sha256":"\#(hash)"}]}"#
        try intake.done(try intake.delivery().head.lease, bodies: [Array(entry.utf8)]) {
            $0.admit = Admit(
                role: .customer, match: ref.map { [Match(key: "ref:\($0)")] } ?? [], index: ["mid:\(id)"],
                participants: [address], customer: address, subject: "A lamp", entry: 0, output: "contact")
        }
        _ = intake.heard
        let caseID = try #require(try bench.read { try $0.findSubmission(key: id)?.caseID })
        return try #require(try bench.read { try $0.findCase(caseID)?.ref })
    }

    private func put(_ file: String) throws -> String {
        try intake.say(.submit(Submission(id: "file \(file)", via: "x", raw: 0), bodies: [Array(file.utf8)]))
        let hash = try #require(try bench.read { try $0.findSubmission(key: "file \(file)")?.blob })
        let deliveries = intake.deliveries()
        if let delivery = deliveries.last {
            try intake.done(delivery.head.lease) { $0.park = Park(code: "x", reason: "y") }
        }
        _ = intake.heard
        return hash
    }

    @Test func aCustomersCasesGoWithAllThatBelongsToThem() throws {
        let ann = try hear("1", from: "ann@example.com", file: "photo")
        let bob = try hear("2", from: "bob@example.com", file: "photo")
        let hash = try put("photo")
        let worker = try bench.peer("worker")
        let held = try #require(worker.deliveries().first)
        let before = try ask("customer", ["address": "ann@example.com"])
        #expect(before["cases"]?.array?.compactMap { $0["ref"]?.string } == [ann])

        let answer = try ask("customer-erase", ["address": "ann@example.com"])
        #expect(answer["erased"]?["cases"] == 1 && answer["left"] == 0)
        #expect((answer["erased"]?["messages"]?.int ?? 0) > 0)
        try bench.read { store throws in
            #expect(try store.findCase(ref: ann) == nil)
            #expect(try store.lookUp("mid:1") == nil && store.lookUp("ref:\(ann)") == nil)
            #expect(try store.findSubmission(key: "1") == nil)
            #expect(try store.findCase(ref: bob) != nil)
            #expect(try store.lookUp("mid:2") != nil)
            // The same photo is in bob's case.
            #expect(try store.blobSize(hash) != nil)
        }
        // Who holds a message of it is told that it is nobody's any more; the mind goes on without it.
        try worker.done(held.head.lease)
        #expect(worker.heard.contains { $0.refused?.code == "stale" })
        try bench.crash()
        #expect(try bench.read { try $0.countCases() } == [.open: 1])
        #expect(try ask0("customer", ["address": "ann@example.com"])["cases"] == [])
    }

    /// After a crash the operator's command greets anew.
    private func ask0(_ what: String, _ arguments: JSON) throws -> JSON {
        let control = try bench.peer("control")
        try control.say(.ask(Ask(id: "q", what: what, arguments: arguments)))
        for message in control.heard { if case .reply(_, let body) = message { return try JSON(bytes: body) } }
        return .null
    }

    @Test func aCaseOfSomebodyElseIsNamedAndStays() throws {
        let ann = try hear("1", from: "ann@example.com", file: "a")
        let id = try #require(try bench.read { try $0.findCase(ref: ann)?.id })
        try bench.store.transaction { try $0.addParticipant("bob@example.com", caseID: id) }
        let bob = try ask("customer", ["address": "bob@example.com"])
        #expect(bob["cases"] == [] && bob["others"]?.array?.first?["ref"] == .string(ann))
        _ = try ask("customer-erase", ["address": "bob@example.com"])
        #expect(try bench.read { try $0.findCase(ref: ann) } != nil)
    }

    @Test func onlyWhatIsParkedIsErasedByItsNumber() throws {
        let ref = try hear("1", from: "ann@example.com", file: "a")
        let admitted = try #require(try bench.read { try $0.findSubmission(key: "1")?.id })
        #expect(throws: Refused.self) {
            try ask("customer-erase", ["address": "eve@example.com", "submissions": [.int(admitted)]])
        }
        let parked = try #require(try bench.read { try $0.submissions(state: .parked, limit: 1).first?.id })
        let answer = try ask("customer-erase", ["address": "eve@example.com", "submissions": [.int(parked)]])
        #expect(answer["erased"]?["submissions"] == 1)
        #expect(try bench.read { try $0.findCase(ref: ref) } != nil)
        #expect(try bench.read { try $0.findSubmission(parked) } == nil)
    }

    @Test func whatIsSettledForLongerThanItIsKeptGoesByItself() throws {
        let ref = try settled()
        try bench.pass(.seconds(399 * 86_400))
        #expect(try bench.read { try $0.findCase(ref: ref) } != nil)
        try bench.pass(.seconds(2 * 86_400))
        #expect(try bench.read { try $0.findCase(ref: ref) } == nil)
    }

    /// A broker that dies in between finds the case again, and asks for its mails again.
    @Test func theMailsAboutItGoFirst() throws {
        let ref = try settled()
        var plan = bench.core.plan
        plan.stages["voice"]?.settings = ["outbox": "var/outbox"]
        let bench = try Bench(plan, store: bench.store)
        bench.now = self.bench.now + .seconds(401 * 86_400)
        try bench.beat()
        let wanted = try #require(bench.clearings.first)
        #expect(wanted.refs == [ref] && wanted.folders == ["var/outbox"])
        try bench.pass(.seconds(3600))
        #expect(try bench.read { try $0.findCase(ref: ref) } != nil)
        #expect(bench.clearings == [wanted], "it is asked for once")
        try bench.crash()
        try bench.beat()
        #expect(bench.clearings == [wanted, wanted])
        try bench.beat([.cleared(wanted.cases)])
        #expect(try bench.read { try $0.findCase(ref: ref) } == nil)
    }

    /// Found by the simulation: it was handed out, and erased a moment later in the same beat.
    @Test func whatIsErasedIsNotHandedOutInThatBeat() throws {
        let ref = try settled()
        bench.now = bench.now + .seconds(401 * 86_400)
        let worker = try bench.peer("worker")
        #expect(try bench.read { try $0.findCase(ref: ref) } == nil)
        #expect(worker.deliveries().isEmpty)
    }

    /// A case that is settled, with a message that waits for a worker.
    private func settled() throws -> String {
        let ref = try hear("1", from: "ann@example.com", file: "a")
        try bench.store.transaction { store throws in
            var row = try #require(try store.findCase(ref: ref))
            (row.status, row.resolved) = (.resolved, row.updated)
            try store.update(row)
        }
        return ref
    }
}
