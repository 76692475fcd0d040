import Broker
import StageProtocol
import Testing

@Suite struct LaneTests {
    @Test func aCaseIsWorkedByOneAtATimeAndInOrder() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"),
            other = try bench.peer("worker", instance: "w2")
        try intake.submit("1", index: ["mid:1"])
        try intake.submit("2", match: [Match(key: "mid:1")])
        try intake.submit("3", match: [Match(key: "mid:1")])
        var order: [Int] = []
        for _ in 0..<3 {
            let mine = worker.deliveries(), theirs = other.deliveries()
            #expect(mine.count + theirs.count == 1)
            let peer = mine.isEmpty ? other : worker
            let delivery = try #require((mine + theirs).first)
            order.append(Int(delivery.head.delivery))
            try peer.done(delivery.head.lease)
        }
        #expect(order == order.sorted())
    }

    @Test func differentCasesAreWorkedSideBySide() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        for id in 1...5 { try intake.submit("\(id)", from: "c\(id)@example.com") }
        #expect(worker.deliveries().count == 5)
    }

    @Test func anAnswerWaitsWhenTheCustomerWroteMeanwhile() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), voice = try bench.peer("voice")
        try intake.submit("1", index: ["mid:1"])
        let first = try worker.delivery().head
        #expect(first.case?.heard == 1)
        try intake.submit("2", match: [Match(key: "mid:1")])
        let say = Say(name: "answer", to: ["ann@example.com"], purpose: "answer", answers: true, body: 0)
        try worker.done(first.lease, bodies: [Array("Here it is.".utf8)]) { $0.say = [say] }
        #expect(voice.deliveries().isEmpty)
        // The new contact comes first, then the one that was put back, which now sees both.
        let next = try worker.delivery().head
        #expect(next.delivery != first.delivery)
        try worker.done(next.lease)
        let again = try worker.delivery().head
        #expect(again.delivery == first.delivery)
        #expect(again.attempt == 1)
        #expect(again.case?.heard == 2)
        try worker.done(again.lease, bodies: [Array("Here it is.".utf8)]) { $0.say = [say] }
        #expect(voice.deliveries().count == 1)
    }

    @Test func whatWasPutBackStaysBehindWhatCameMeanwhileThroughARestart() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1", index: ["mid:1"])
        let first = try worker.delivery().head
        try intake.submit("2", match: [Match(key: "mid:1")])
        try worker.done(first.lease) { $0.resolve = Resolve(reason: "answered") }
        let next = try worker.delivery().head
        try bench.crash()
        let anew = try bench.peer("worker")
        let now = try anew.delivery().head
        #expect(now.delivery == next.delivery)
        try anew.done(now.lease)
        #expect(try anew.delivery().head.delivery == first.delivery)
    }

    @Test func aWriterWhoNeverLetsUsFinishBringsAPerson() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker", credit: 200),
            second = try bench.peer("second")
        try intake.submit("0", index: ["mid:0"])
        var held = try worker.delivery().head
        let stubborn = held.delivery
        for round in 1...90 where try bench.read({ try $0.dead(after: 0, limit: 1) }).isEmpty {
            try intake.submit("\(round)", match: [Match(key: "mid:0")])
            if held.delivery == stubborn {
                try worker.done(held.lease, bodies: [Array("x".utf8)]) {
                    $0.say = [Say(name: "a", to: ["a@b.example"], purpose: "answer", answers: true, body: 0)]
                }
            } else {
                try worker.done(held.lease)
            }
            if let next = worker.deliveries().first { held = next.head }
        }
        #expect(try bench.read { try $0.dead(after: 0, limit: 1).first?.id } == stubborn)
        // The news waits for the lane like everything else of the case.
        try worker.done(held.lease)
        #expect(second.deliveries().contains { $0.head.message.type == "message.dead" })
    }

    @Test func aSectionIsReplacedOnlyFromTheVersionThatWasRead() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let first = try worker.delivery().head
        let set = SetSection(name: "notes", schema: "notes/1", base: 3, body: 0)
        try worker.done(first.lease, bodies: [Array("{}".utf8)]) { $0.set = [set] }
        let again = try worker.delivery().head
        #expect(again.delivery == first.delivery)
        try worker.done(again.lease, bodies: [Array("{}".utf8)]) {
            $0.set = [SetSection(name: "notes", schema: "notes/1", base: 0, body: 0)]
        }
        #expect(worker.heard.first?.isCommitted == true)
    }

    @Test func aSectionThatAStageDoesNotReadIsReplacedWhateverItWas() throws {
        var plan = Plan.shop
        plan.stages["worker"]?.reads = ["log"]
        let bench = try Bench(plan)
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        for round in 1...3 {
            try intake.submit("\(round)", match: round == 1 ? [] : [Match(key: "mid:1")], index: ["mid:\(round)"])
            let delivery = try worker.delivery().head
            #expect(delivery.attempt == 1 && delivery.sections.isEmpty)
            try worker.done(delivery.lease, bodies: [Array("\(round)".utf8)]) {
                $0.set = [SetSection(name: "notes", schema: "notes/1", base: 0, body: 0)]
            }
            #expect(worker.heard.first?.isCommitted == true)
            let ref = try #require(delivery.case?.ref)
            let notes = try bench.read { store in try store.findCase(ref: ref).map { try store.sections($0.id) } }?
                .first
            #expect(notes?.version == round && notes?.body == Array("\(round)".utf8))
        }
    }

    @Test func aSnapshotNeedsNoLaneAndMayOnlyAddThings() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let first = try worker.delivery().head
        try worker.done(first.lease) { $0.emit = [Emit(output: "look"), Emit(output: "look")] }
        let looks = worker.deliveries()
        #expect(looks.count == 2)
        try worker.done(looks[0].head.lease, bodies: [Array("{}".utf8)]) {
            $0.append = [Append(kind: "noted", body: 0)]
        }
        #expect(worker.heard.first?.isCommitted == true)
        try worker.done(looks[1].head.lease, bodies: [Array("{}".utf8)]) {
            $0.set = [SetSection(name: "notes", schema: "notes/1", base: 0, body: 0)]
        }
        #expect(worker.heard.first?.refused?.code == "snapshot")
    }
}
