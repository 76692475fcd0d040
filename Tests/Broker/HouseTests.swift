import Broker
import StageProtocol
import Testing

/// Cases of the house, messages about other cases, and what is counted over all of them.
@Suite struct HouseTests {
    private let bench: Bench
    private let intake: Peer
    private let worker: Peer

    init() throws {
        var plan = Plan.shop
        plan.stages["worker"]?.outputs["raised"] = .init(type: "cause.raised", targets: ["second"])
        plan.stages["worker"]?.reads.formUnion(["notes"])
        plan.keepCases = .seconds(400 * 86_400)
        plan.stages["second"]?.outputs["joined"] = .init(type: "cause.raised", targets: ["second"])
        bench = try Bench(plan)
        intake = try bench.peer("intake")
        worker = try bench.peer("worker")
    }

    private func contact(_ id: String, from address: String = "ann@example.com") throws -> Delivery {
        try intake.submit(id, from: address)
        return try worker.delivery().head
    }

    private func raise(_ head: Delivery, key: String = "late parcels", owner: String? = "rosa") throws {
        try worker.done(head.lease, bodies: [Array(#"{"what":"the van broke down"}"#.utf8)]) {
            $0.open = [
                OpenCase(
                    kind: "cause", key: key, subject: "Parcels are late", owner: owner, entry: 0, output: "raised")
            ]
        }
    }

    @Test func aCaseOfTheHouseIsOpenedAndTold() throws {
        let head = try contact("1")
        try raise(head)
        #expect(worker.heard.contains { $0.isCommitted })
        let second = try bench.peer("second")
        let told = try second.delivery()
        #expect(told.head.message.type == "cause.raised")
        #expect(told.head.case?.kind == "cause")
        #expect(told.head.case?.owner == "rosa")
        #expect(told.head.case?.heard == 0)
        let data = try JSON(bytes: told.bodies[told.head.data ?? 0])
        #expect(data["what"] == "the van broke down")
        let (house, origin) = try bench.read {
            (try $0.findCase(ref: told.head.case?.ref ?? ""), try $0.findCase(ref: head.case?.ref ?? ""))
        }
        #expect(house?.customer == nil)
        #expect(house?.subject == "Parcels are late")
        // Each log names the other case.
        let (ofHouse, ofOrigin) = (try related(house), try related(origin))
        #expect(ofHouse == [origin?.ref])
        #expect(ofOrigin == [house?.ref])
        #expect(head.case?.kind == nil)
    }

    private func related(_ row: CaseRow?) throws -> [String?] {
        try bench.read { try $0.entries(row?.id ?? 0) }.compactMap { try JSON(bytes: $0.body)["related"] }.map(\.string)
    }

    @Test func whatIsOpenUnderTheKeyIsJoinedAndWhatIsSettledIsNot() throws {
        try raise(try contact("1"))
        try raise(try contact("2", from: "bob@example.com"), owner: "olek")
        let second = try bench.peer("second")
        let told = second.deliveries().map(\.head)
        let first = try #require(told.first?.case)
        #expect(told.map { $0.case?.ref } == [first.ref])
        try second.done(told[0].lease)
        let again = try second.delivery().head
        #expect(again.case?.ref == first.ref)
        #expect(again.case?.owner == "rosa")
        // It is settled; the next of its kind is another, that goes on from it.
        try second.done(again.lease) { $0.resolve = Resolve(reason: "the van is mended") }
        try raise(try contact("3", from: "cy@example.com"))
        let other = try #require(try second.delivery().head.case)
        #expect(other.ref != first.ref)
        #expect(other.linked == first.ref)
        try raise(try contact("4", from: "di@example.com"))
        #expect(try causes() == 2)
        // Another key is another matter.
        try raise(try contact("5", from: "ed@example.com"), key: "broken lamps")
        #expect(try causes() == 3)
    }

    @Test func whatIsOpenIsFoundUnderItsKeyAlsoWhenTheOneBeforeIsErased() throws {
        try raise(try contact("1"))
        let second = try bench.peer("second")
        let first = try second.delivery().head
        try second.done(first.lease) { $0.resolve = Resolve(reason: "the van is mended") }
        try raise(try contact("2", from: "bob@example.com"))
        let next = try second.delivery().head
        try second.done(next.lease)
        try bench.pass(.seconds(401 * 86_400))
        #expect(try bench.read { try $0.findCase(ref: first.case?.ref ?? "") } == nil)
        try raise(try contact("3", from: "cy@example.com"))
        #expect(try second.delivery().head.case?.ref == next.case?.ref)
        #expect(try causes() == 1)
    }

    @Test func theOneThatIsNamedIsJoinedAndSoIsWhatComesUnderTheKeyFromThenOn() throws {
        try raise(try contact("1"))
        try raise(try contact("2", from: "bob@example.com"), key: "broken lamps")
        let second = try bench.peer("second")
        let told = second.deliveries()
        let (parcels, lamps) = (try #require(told.first), try #require(told.last))
        let named = try #require(parcels.head.case?.ref)
        // The lamps were late parcels, too.
        try second.done(parcels.head.lease)
        try second.done(lamps.head.lease, bodies: [Array(#"{"what":"the same"}"#.utf8)]) {
            $0.open = [
                OpenCase(
                    kind: "cause", key: "broken lamps", subject: "Lamps", entry: 0, output: "joined", case: named)
            ]
            $0.resolve = Resolve(reason: "it is the same")
        }
        let joined = try second.delivery()
        #expect(joined.head.case?.ref == named)
        #expect(try JSON(bytes: joined.bodies[joined.head.data ?? 0])["what"] == "the same")
        let ended = try bench.read { try $0.findCase(ref: lamps.head.case?.ref ?? "") }
        #expect(ended?.status == .resolved)
        #expect(try related(ended).contains(named))
        try second.done(joined.head.lease)
        // What comes under that name now comes to the one that goes on.
        try raise(try contact("3", from: "cy@example.com"), key: "broken lamps")
        let next = try second.delivery()
        #expect(next.head.case?.ref == named)
        #expect(try causes() == 2)
        try second.done(next.head.lease)
        // Neither itself nor what is no cause can be joined.
        let ref = try #require(try contact("4", from: "di@example.com").case?.ref)
        for other in [named, ref, "CW-NOBODY1"] {
            try raise(try contact("again \(other)", from: "\(other)@example.com"))
            let delivery = try second.delivery()
            try second.done(delivery.head.lease, bodies: [Array("{}".utf8)]) {
                $0.open = [
                    OpenCase(kind: "cause", key: "late parcels", subject: "X", entry: 0, output: "joined", case: other)
                ]
            }
            #expect(second.heard.compactMap(\.refused).first?.code == "invalid")
        }
    }

    @Test func casesOfCustomersAndOfTheHouseAreListedApart() throws {
        try raise(try contact("1"))
        let control = try bench.peer("control")
        func kinds(_ arguments: JSON) throws -> [String] {
            try control.say(.ask(Ask(id: "q", what: "cases", arguments: arguments)))
            guard case .reply(_, let body)? = control.heard.last else { return [] }
            return try (JSON(bytes: body).array ?? []).map { $0["kind"]?.string ?? "a customer's" }
        }
        #expect(try kinds([:]).count == 2)
        #expect(try kinds(["customers": true]) == ["a customer's"])
        #expect(try kinds(["kind": "cause"]) == ["cause"])
        #expect(try kinds(["kind": "cause", "status": "resolved"]).isEmpty && kinds(["kind": "spike"]).isEmpty)
    }

    private func causes() throws -> Int {
        try bench.read { try $0.cases(status: nil, of: .anybody, limit: 100, offset: 0) }.count { $0.kind == "cause" }
    }

    @Test func whatCannotBeOpenedOrCountedIsADefectOfTheStage() throws {
        let head = try contact("1")
        try worker.done(head.lease, bodies: [Array("{}".utf8)]) {
            $0.open = [OpenCase(kind: "cause", key: "", subject: "Nothing", entry: 0, output: "raised")]
        }
        #expect(worker.heard.compactMap(\.refused).first?.code == "invalid")
        let other = try contact("2", from: "bob@example.com")
        try worker.done(other.lease, bodies: [Array("{}".utf8)]) {
            $0.open = [OpenCase(kind: "cause", key: "x", subject: "X", entry: 0, output: "nowhere")]
        }
        #expect(worker.heard.compactMap(\.refused).first?.code == "no-output")
        let third = try contact("3", from: "cy@example.com")
        try worker.done(third.lease) { $0.count = [CountOne(series: "topic", value: "")] }
        #expect(worker.heard.compactMap(\.refused).first?.code == "invalid")
        let all = try bench.read { try $0.cases(status: nil, of: .anybody, limit: 100, offset: 0) }
        #expect(all.count == 3)
    }

    @Test func aMessageAboutAnotherCaseGoesToThatCase() throws {
        let one = try contact("1")
        let other = try contact("2", from: "bob@example.com")
        try worker.done(one.lease, bodies: [Array(#"{"news":1}"#.utf8)]) {
            $0.emit = [
                Emit(output: "next", body: 0, case: other.case?.ref), Emit(output: "next", body: 0, case: "CW-NOBODY1"),
            ]
        }
        try worker.done(other.lease)
        let told = try bench.peer("second").delivery().head
        #expect(told.case?.ref == other.case?.ref)
        let trace = try trace(other)
        #expect(told.message.traceparent.contains(trace))
    }

    private func trace(_ delivery: Delivery) throws -> String {
        try #require(try bench.read { try $0.findCase(ref: delivery.case?.ref ?? "") }).trace
    }

    @Test func whatIsCountedIsKnownByTheHourToWhoeverAsks() throws {
        let topics = ["late", "late", "broken"]
        for (number, topic) in topics.enumerated() {
            let head = try contact("\(number)", from: "p\(number)@example.com")
            try worker.done(head.lease) { $0.count = [CountOne(series: "topic", value: topic)] }
        }
        try bench.pass(.seconds(3600))
        let head = try contact("later", from: "q@example.com")
        try worker.done(head.lease) { $0.count = [CountOne(series: "topic", value: "late")] }
        _ = worker.heard
        let from = JSON.string((bench.now + .seconds(-7200)).description)
        try worker.say(.ask(Ask(id: "a", what: "counts", arguments: ["series": "topic", "from": from])))
        let reply = try #require(
            worker.heard.compactMap { if case .reply(_, let body) = $0 { try? JSON(bytes: body) } else { nil } }.first)
        let counts = (reply.array ?? []).map { "\($0["value"]?.string ?? "") \($0["count"]?.int ?? 0)" }
        #expect(counts == ["broken 1", "late 2", "late 1"])
        #expect(reply.array?.last?["hour"]?.string?.hasSuffix(":00:00.000Z") == true)
    }
}
