import Broker
import SQLiteStore
import StageProtocol
import Testing

/// What people say of a case by command is taken only for the case as they have seen it.
@Suite struct PeoplesWordsTests {
    private let bench: Bench
    private let control: Peer
    private let worker: Peer
    private let id: Int64

    init() throws {
        var plan = Plan.shop
        plan.stages["worker"]?.accepts["case.staff"] = false
        bench = try Bench(plan)
        control = try bench.peer("control")
        worker = try bench.peer("worker")
        let now = bench.now
        id = try bench.store.transaction {
            try $0.insert(CaseRow(ref: "CW-1", heard: 2, opened: now, updated: now, owner: "nora", trace: "t"))
        }
    }

    private func say(_ seen: JSON) throws -> Result<JSON, Refused> {
        let arguments: JSON = ["ref": "cw-1", "person": "nora", "words": "It is here.", "seen": seen]
        try control.say(.ask(Ask(id: "q", what: "staff", arguments: arguments)))
        for message in control.heard {
            if case .reply(_, let body) = message { return .success(try JSON(bytes: body)) }
            if let refused = message.refused { return .failure(refused) }
        }
        throw Refused(id: "q", code: "silent", message: "")
    }

    @Test func theWordsComeToTheStageWithWhatTheirWriterHadSeen() throws {
        let reply = try say(["heard": 2, "owner": "nora", "status": "open"]).get()
        let delivery = try #require(worker.deliveries().first)
        #expect(delivery.head.message.type == "case.staff")
        #expect(reply["messages"] == [.int(try #require(Int64(delivery.head.message.id)))])
        let data = try JSON(bytes: delivery.bodies[try #require(delivery.head.data)])
        #expect(
            data == [
                "person": "nora", "words": "It is here.", "heard": 2, "channel": "command",
                "seen": ["heard": 2, "owner": "nora", "status": "open"],
            ])
    }

    private static let changes: [(JSON, String)] = [
        (["heard": 1, "owner": "nora", "status": "open"], "the customer wrote meanwhile"),
        (["heard": 0], "the customer wrote 2 times meanwhile"), (["owner": "tomas"], "nora looks after it meanwhile"),
        (["owner": nil], "nora looks after it meanwhile"), (["status": "resolved"], "it is open meanwhile"),
    ]

    @Test(arguments: changes)
    func whatHasChangedIsNamedAndNothingIsPosted(_ seen: JSON, _ change: String) throws {
        guard case .failure(let refused) = try say(seen) else {
            Issue.record("it was taken")
            return
        }
        #expect(refused.code == "changed")
        #expect(refused.message == "\(change); look at CW-1 again")
        #expect(worker.deliveries().isEmpty)
    }

    @Test func whereNobodyWouldActOnItItIsNotTaken() throws {
        let bench = try Bench()
        let control = try bench.peer("control")
        let now = bench.now
        _ = try bench.store.transaction { try $0.insert(CaseRow(ref: "CW-1", opened: now, updated: now, trace: "t")) }
        try control.say(
            .ask(Ask(id: "q", what: "staff", arguments: ["ref": "CW-1", "person": "nora", "words": "Hello"])))
        let refused = try #require(control.heard.compactMap(\.refused).first)
        #expect(refused.message.contains("no stage of this pipeline accepts case.staff"))
    }
}
