import Broker
import StageProtocol
import Testing

/// Who may move a case, and what goes on in it.
@Suite struct ThreadTests {
    private let bench: Bench
    private let intake: Peer
    private let worker: Peer
    private let ref: String

    init() throws {
        bench = try Bench()
        intake = try bench.peer("intake")
        worker = try bench.peer("worker")
        ref = try #require(try intake.submit("0", index: ["mid:0"]).accepted?.ref)
    }

    private func submit(_ id: String, _ change: (inout Admit) -> Void) throws -> Accepted {
        var admit = Admit(
            role: .customer, match: [Match(key: "ref:\(ref)")], participants: ["eve@evil.example"],
            customer: "eve@evil.example", subject: "A lamp", entry: 0, output: "contact")
        change(&admit)
        let bodies = ["words", "first", "second"].map { Array("{\"\($0)\":1}".utf8) }
        try intake.say(.submit(Submission(id: id, via: "test", admit: admit), bodies: bodies))
        return try #require(intake.heard.compactMap(\.accepted).first)
    }

    private func section(_ ref: String) throws -> String? {
        try bench.read { store in
            let id = try store.findCase(ref: ref)?.id ?? 0
            return try store.sections(id).first.map { String(decoding: $0.body, as: UTF8.self) }
        }
    }

    private func set(_ body: Int, for address: String) -> SetSection {
        SetSection(name: "contact", schema: "contact/1", base: 0, body: body, participant: address)
    }

    private func resolve() throws {
        for delivery in worker.deliveries() {
            try worker.done(delivery.head.lease) { $0.resolve = Resolve(reason: "answered") }
        }
    }

    @Test func whoeverHoldsASignedAddressIsHeardAndTurnsNoAnswerToThemselves() throws {
        let accepted = try submit("1") { $0.set = [set(1, for: "eve@evil.example")] }
        #expect(accepted.state == .followed_up && accepted.ref == ref)
        #expect(try section(ref) == nil)
        // Nor do they take part by it: a guess at the subject token opens a case of their own.
        let next = try submit("2") { $0.match = [Match(key: "ref:\(ref)", participant: "eve@evil.example")] }
        #expect(next.state == .opened && next.ref != ref)
    }

    @Test func ofSeveralAddressesTheLastThatTakesPartGetsTheAnswers() throws {
        _ = try submit("1") { $0.set = [set(1, for: "ann@example.com"), set(2, for: "eve@evil.example")] }
        #expect(try section(ref) == #"{"first":1}"#)
        // Whoever opens a case says where its answers go.
        let own = try submit("2") {
            $0.match = []
            $0.set = [set(1, for: "eve@evil.example"), set(2, for: "other@evil.example")]
        }
        #expect(try section(own.ref ?? "") == #"{"second":1}"#)
    }

    @Test func aNewMatterInTheThreadOfAResolvedCaseOpensALinkedOne() throws {
        try resolve()
        let accepted = try submit("1") {
            $0.topic = "My invoice is wrong"
            $0.subject = "My invoice is wrong"
        }
        #expect(accepted.state == .opened && accepted.ref != ref)
        #expect(try bench.read { try $0.findCase(ref: accepted.ref ?? "")?.linked } == ref)
        #expect(try bench.read { try $0.findCase(ref: ref)?.status } == .resolved)
    }

    @Test(arguments: ["A lamp", "a LAMP", "Bls: A lamp", nil])
    func theSameMatterRevivesTheCase(topic: String?) throws {
        try resolve()
        #expect(try submit("1") { $0.topic = topic }.ref == ref)
        #expect(try bench.read { try $0.findCase(ref: ref)?.status } == .open)
    }

    @Test func aNewMatterInAnOpenCaseIsHeardThere() throws {
        #expect(try submit("1") { $0.topic = "My invoice is wrong" }.ref == ref)
    }

    @Test func historyOpensAResolvedCaseAndTellsNobody() throws {
        try resolve()
        let then = bench.now - .seconds(400 * 86_400)
        let opened = try submit("1") {
            $0.match = []
            $0.index = ["import:a:1"]
            $0.past = then
        }
        let row = try #require(try bench.read { try $0.findCase(ref: opened.ref ?? "") })
        #expect(row.status == .resolved && row.opened == then && row.resolved == then && row.updated == then)
        let answer = try submit("2") {
            $0.role = .staff
            $0.match = [Match(key: "import:a:1")]
            $0.past = then + .seconds(60)
        }
        #expect(answer.ref == opened.ref)
        #expect(worker.deliveries().isEmpty)
        #expect(try bench.read { try $0.countMessages(.waiting) } == 0)
        let log = try bench.read { try $0.entries(row.id) }
        #expect(log.map(\.kind) == ["heard", "staff"])
        #expect(log.map(\.at) == [then, then + .seconds(60)])
        // Its customer writes on: today's case is linked with it, and somebody is told.
        let today = try submit("3") { $0.match = [Match(key: "import:a:1", participant: "eve@evil.example")] }
        #expect(today.state == .opened)
        #expect(try bench.read { try $0.findCase(ref: today.ref ?? "")?.linked } == opened.ref)
        #expect(worker.deliveries().count == 1)
    }

    @Test func historyOfAnOpenCaseChangesNothingButItsLog() throws {
        let before = try #require(try bench.read { try $0.findCase(ref: ref) })
        _ = worker.deliveries()
        _ = try submit("1") { $0.past = bench.now - .seconds(86_400) }
        let after = try #require(try bench.read { try $0.findCase(ref: ref) })
        #expect(after.status == .open && after.updated == before.updated && after.resolved == nil)
        #expect(after.entries == before.entries + 1)
        #expect(worker.deliveries().isEmpty)
    }
}
