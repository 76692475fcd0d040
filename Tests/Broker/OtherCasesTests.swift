import Broker
import StageProtocol
import Testing

/// What a stage may learn of the other cases of a customer.
@Suite struct OtherCasesTests {
    /// Two cases of Ann's and one of Bob's, each with notes.
    private func bench(_ reads: Set<String>) throws -> (worker: Peer, ann: [String], bob: String) {
        var plan = Plan.shop
        plan.stages["worker"]?.reads.formUnion(reads)
        let bench = try Bench(plan)
        let intake = try bench.peer("intake")
        let worker = try bench.peer("worker")
        var refs: [String] = []
        for (id, address) in [("1", "ann@example.com"), ("2", "ann@example.com"), ("3", "bob@example.com")] {
            refs.append(try #require(try intake.submit(id, from: address).accepted?.ref))
            try worker.done(try worker.delivery().head.lease, bodies: [Array("{\"of\":\(id)}".utf8)]) {
                $0.set = [SetSection(name: "notes", schema: "notes/1", base: 0, body: 0)]
            }
        }
        _ = worker.heard
        return (worker, Array(refs.prefix(2)), refs[2])
    }

    private func ask(_ peer: Peer, _ arguments: JSON) throws -> BrokerMessage? {
        try peer.say(.ask(Ask(id: "q", what: "sections", arguments: arguments)))
        return peer.heard.last
    }

    @Test func aSectionOfAllCasesOfTheSameCustomerIsTold() throws {
        let (worker, ann, bob) = try bench(["history"])
        #expect(try told(worker, ann[1]) == ["\(ann[1]) 2", "\(ann[0]) 1"])
        #expect(try told(worker, bob) == ["\(bob) 3"])
    }

    private func told(_ worker: Peer, _ ref: String) throws -> [String] {
        let reply = try ask(worker, ["name": "notes", "of": .string(ref)])
        guard case .reply(_, let body)? = reply else { return [] }
        return try (JSON(bytes: body).array ?? []).map {
            "\($0["ref"]?.string ?? "") \($0["section"]?["of"]?.int ?? 0)"
        }
    }

    @Test func whoGoesThroughAllCasesSeesEachOnceWhateverChangesMeanwhile() throws {
        let (worker, ann, bob) = try bench([])
        func page(after number: Int64) throws -> [JSON] {
            let reply = try ask(worker, ["name": "notes", "limit": 2, "after": .int(number)])
            guard case .reply(_, let body)? = reply else { return [] }
            return try JSON(bytes: body).array ?? []
        }
        let first = try page(after: 0)
        #expect(first.map { $0["ref"]?.string } == ann)
        let last = try #require(first.last?["number"]?.int)
        #expect(try page(after: last).map { $0["ref"]?.string } == [bob])
        #expect(try page(after: last + 1).isEmpty)
    }

    @Test func whoIsNotGrantedTheHistoryOrTheSectionIsToldNothing() throws {
        let (worker, ann, _) = try bench([])
        #expect(try ask(worker, ["name": "notes", "of": .string(ann[1])])?.refused?.code == "no-grant")
        let (reader, others, _) = try bench(["history"])
        #expect(try ask(reader, ["name": "secret", "of": .string(others[1])])?.refused?.code == "no-grant")
        #expect(try ask(reader, ["name": "notes", "of": "CW-2222222"])?.refused?.code == "no-case")
    }
}
