import Broker
import SQLiteStore
import StageProtocol
import Testing

/// When the standards change, every open case is looked at anew: few at a time, once, and on from there after a crash.
@Suite struct StandardsChangeTests {
    private func plan(_ standards: JSON) -> Plan {
        var plan = Plan.shop
        plan.stages["keeper"] = StagePlan(
            name: "keeper", accepts: ["standards.changed": false], reads: ["standards"], standards: standards)
        return plan
    }

    private func store(cases: Int) throws -> SQLiteStore {
        let store = try SQLiteStore()
        try store.transaction { store in
            for number in 1...cases {
                let moment = Timestamp(milliseconds: Int64(number))
                _ = try store.insert(
                    CaseRow(
                        ref: "CW-\(number)", status: number % 10 == 0 ? .resolved : .open, opened: moment,
                        updated: moment, trace: "t"))
            }
        }
        return store
    }

    /// Works what waits, and tells which cases it was about.
    private func work(_ peer: Peer, batches: Int = .max) throws -> [String] {
        var refs: [String] = []
        var rounds = 0
        while rounds < batches {
            let deliveries = peer.deliveries()
            guard !deliveries.isEmpty else { break }
            for delivery in deliveries {
                refs.append(delivery.head.case?.ref ?? "")
                try peer.done(delivery.head.lease)
            }
            try peer.say(.credit(Credit(credit: deliveries.count)))
            rounds += 1
        }
        return refs
    }

    @Test func everyOpenCaseIsToldOfOnceAndFewWaitAtATime() throws {
        let bench = try Bench(plan(["first_answer": "4 hours"]), store: store(cases: 1000))
        let keeper = try bench.peer("keeper", credit: 50)
        #expect(bench.core.standing.queued <= 200)
        var refs: [String] = []
        while case let more = try work(keeper, batches: 1), !more.isEmpty {
            refs += more
            #expect(bench.core.standing.queued <= 300)
        }
        #expect(refs.count == 900)
        #expect(Set(refs).count == 900)
        try bench.pass(.seconds(60))
        try bench.crash()
        let again = try bench.peer("keeper", instance: "keeper-2", credit: 50)
        #expect(try work(again).isEmpty)
    }

    @Test func aCrashLosesNoneAndRepeatsNoneThatWasDone() throws {
        let bench = try Bench(plan(["first_answer": "4 hours"]), store: store(cases: 700))
        let refs = try work(bench.peer("keeper", credit: 40), batches: 3)
        try bench.crash()
        let rest = try work(bench.peer("keeper", instance: "keeper-2", credit: 40))
        #expect(Set(refs + rest).count == 630)
        #expect((refs + rest).count == 630)
    }

    @Test func otherStandardsAreToldOfAgainAndTheSameAreNot() throws {
        let shared = try store(cases: 50)
        let first = try Bench(plan(["first_answer": "4 hours"]), store: shared)
        #expect(try work(first.peer("keeper", credit: 8)).count == 45)
        let same = try Bench(plan(["first_answer": "4 hours"]), store: shared)
        #expect(try work(same.peer("keeper", credit: 8)).isEmpty)
        let other = try Bench(plan(["first_answer": "2 hours"]), store: shared)
        #expect(try work(other.peer("keeper", credit: 8)).count == 45)
    }

    @Test func aReloadIsToldOfOnceProcessesWithTheNewStandardsAreThere() throws {
        let bench = try Bench(plan(["first_answer": "4 hours"]), store: store(cases: 50))
        let old = try bench.peer("keeper", credit: 8)
        #expect(try work(old).count == 45)
        let supervisor = try bench.peer("control", credit: 0)
        try supervisor.say(.ask(Ask(id: "q", what: "fleet", arguments: ["crews": .object([:])])))
        var next = plan(["first_answer": "2 hours"])
        next.stages["keeper"]?.revision = "b"
        try bench.beat([.reread(Rereading(plan: next))])
        try bench.pass(.seconds(5))
        #expect(old.deliveries().isEmpty)
        let new = try bench.peer("keeper", instance: "keeper-2", credit: 8)
        try old.say(.bye)
        #expect(try work(new).count == 45)
    }

    @Test func whatIsDueTodayGoesFirst() throws {
        let bench = try Bench(plan(["first_answer": "4 hours"]), store: store(cases: 300))
        let intake = try bench.peer("intake")
        try intake.submit("s1")
        let deadlines = try bench.peer("keeper", credit: 4).deliveries().map(\.head.message.deadline)
        let contact = try bench.peer("worker").delivery().head.message.deadline
        #expect(deadlines.allSatisfy { $0 > contact })
    }
}
