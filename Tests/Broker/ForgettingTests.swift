import Broker
import StageProtocol
import Testing

/// Where a customer is erased, the cases of the house forget what they say of that customer's cases, and nothing else.
@Suite struct ForgettingTests {
    private let bench: Bench
    private let intake: Peer
    private let worker: Peer
    private let second: Peer

    init() throws {
        var plan = Plan.shop
        plan.stages["worker"]?.outputs["raised"] = .init(type: "cause.raised", targets: ["second"])
        plan.stages["second"]?.writes = ["cause"]
        bench = try Bench(plan)
        intake = try bench.peer("intake")
        worker = try bench.peer("worker")
        second = try bench.peer("second")
    }

    /// Somebody's case has a cause, of which a colleague is told.
    private func raise(_ id: String, from address: String, words: String) throws -> String {
        let ref = try #require(try intake.submit(id, from: address).accepted?.ref)
        let report: JSON = ["cause": .string(words), "key": "lamps", "ref": .string(ref)]
        try worker.done(try worker.delivery().head.lease, bodies: [report.bytes]) {
            $0.open = [OpenCase(kind: "cause", key: "lamps", subject: "Lamps", entry: 0, output: "raised")]
        }
        _ = worker.heard
        return ref
    }

    private func tell(_ delivery: Delivery, base: Int, _ refs: [String]) throws {
        let section: JSON = [
            "reports": .array(refs.map { ["cause": "…", "ref": .string($0)] }),
            "cases": .array(refs.map { .string($0) }),
        ]
        let text = "In \(refs.joined(separator: ", ")) something broke."
        try second.done(delivery.lease, bodies: [section.bytes, Array(text.utf8)]) {
            $0.set = [SetSection(name: "cause", schema: "cause/1", base: base, body: 0)]
            $0.say = [
                Say(
                    name: "told-\(base)", audience: .staff, to: ["rosa@example.com"], purpose: "staff-cause",
                    answers: false, body: 1)
            ]
        }
    }

    @Test func nothingOfAnErasedCaseIsLeftInTheCause() throws {
        let bob = try raise("1", from: "bob@example.com", words: "it broke")
        let first = try second.delivery().head
        try tell(first, base: 0, [bob])
        let ann = try raise("2", from: "ann@example.com", words: "Ann's lamp cracked")
        try tell(try second.delivery().head, base: 1, [bob, ann])
        _ = second.heard
        let control = try bench.peer("control")
        try control.say(.ask(Ask(id: "q", what: "customer-erase", arguments: ["address": "ann@example.com"])))
        #expect(control.heard.contains { if case .reply = $0 { true } else { false } })

        let house = try #require(try bench.read { try $0.findCase(ref: first.case?.ref ?? "") })
        try bench.read { store throws in
            let log = try store.entries(house.id).map { String(decoding: $0.body, as: UTF8.self) }
            #expect(log.allSatisfy { !$0.contains(ann) && !$0.contains("Ann's lamp") })
            #expect(log.contains { $0.contains(bob) && $0.contains("it broke") })
            let section = try #require(try store.sections(house.id).first)
            #expect(section.version == 3, "who had read it before reads it again")
            #expect(
                try JSON(bytes: section.body)
                    == ["reports": [["cause": "…", "ref": .string(bob)]], "cases": [.string(bob)]])
            #expect(try store.says(house.id).map(\.proposal.name) == ["told-0"])
            #expect(try store.journal(house.id).allSatisfy { !$0.detail.bytes.contains(Array(ann.utf8)) })
        }
        // The cause itself stays, and what comes under its name joins it.
        _ = try raise("3", from: "cy@example.com", words: "it broke, too")
        #expect(try second.delivery().head.case?.ref == house.ref)
    }

    @Test func whatIsLeftIsWhatNamesNobodyElse() {
        let forgetting = Forgetting(["CW-AAAAAAA"])
        let body: JSON = [
            "told": ["CW-AAAAAAA", "CW-BBBBBBB"], "note": "as in CW-AAAAAAA", "n": 3,
            "reports": [["ref": "CW-AAAAAAA", "cause": "x"], ["ref": "CW-BBBBBBB", "cause": "y"]],
        ]
        #expect(
            forgetting.left(of: body)
                == ["told": ["CW-BBBBBBB"], "n": 3, "reports": [["ref": "CW-BBBBBBB", "cause": "y"]]])
        #expect(forgetting.left(of: ["ref": "CW-AAAAAAA", "cause": "x"] as JSON) == [:])
        #expect(forgetting.left(of: Array("no JSON of CW-AAAAAAA".utf8)) == Array("{}".utf8))
        #expect(forgetting.concerns(Array("xCW-AAAAAAA".utf8)) && !forgetting.concerns(Array("CW-AAAAAA".utf8)))
    }
}

extension [UInt8] {
    fileprivate func contains(_ other: [UInt8]) -> Bool {
        String(decoding: self, as: UTF8.self).contains(String(decoding: other, as: UTF8.self))
    }
}
