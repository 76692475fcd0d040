import Broker
import StageProtocol
import Testing

@Suite struct ClockTests {
    @Test func timeNeverGoesBackWithinOneMind() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        let before = bench.now
        bench.now = before - .seconds(3600)
        try intake.submit("1")
        let delivery = try worker.delivery().head
        #expect(delivery.now == before)
        #expect(delivery.message.time == before)
        try worker.say(.started(delivery.lease))
        bench.now = before + .seconds(1)
        try worker.done(delivery.lease)
        #expect(worker.heard.last?.isCommitted == true)
    }

    @Test(arguments: [5, 3600, 400 * 86_400]) func afterAStepBackANewMindWorksEverythingThatWaits(seconds: Int) throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker", credit: 2)
        for id in 1...3 { try intake.submit("\(id)", from: "c\(id)@example.com") }
        let before = bench.now
        let held = worker.deliveries().map(\.head)
        try worker.say(.fail(Failure(held[0].lease, kind: .retry, code: "busy", message: "later")))
        #expect(try bench.read { try $0.countRetries(after: bench.now) } == 1)
        bench.now = bench.now - .seconds(seconds)
        try bench.crash()
        try worker.hello(credit: 8)
        var finished: Set<Int64> = []
        for _ in 0..<3 {
            for delivery in worker.deliveries() {
                #expect(delivery.head.now == max(bench.now, before), "a case's own time never goes back")
                try worker.done(delivery.head.lease)
                finished.insert(delivery.head.delivery)
            }
            // The back-off of the one that failed, and no more.
            try bench.pass(.seconds(60))
        }
        #expect(finished.count == 3)
        #expect(try bench.read { try $0.countMessages(.waiting) } == 0)
        #expect(try bench.read { try $0.countRetries(after: bench.now) } == 0)
    }

    @Test func noEntryOfACaseIsDatedBeforeTheLastOne() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let before = bench.now
        bench.now = before - .seconds(3600)
        try bench.crash()
        try worker.hello(credit: 4)
        let delivery = try worker.delivery().head
        #expect(delivery.now == before, "the first entry is none of those to come")
        try worker.done(delivery.lease, bodies: [Array("{}".utf8)]) {
            $0.append = [Append(kind: "noted", body: 0)]
        }
        let log = try bench.read { try $0.entries(1) }
        #expect(log.count > 1 && log.map(\.at) == log.map(\.at).sorted() && log.last?.at == before)
        // Others go by the clock as it is.
        try bench.peer("intake").submit("2", from: "other@example.com")
        #expect(try worker.delivery().head.now == bench.now)
    }

    @Test func aTimerKeepsItsTimeWhenTheClockStepsBack() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let at = bench.now + .seconds(600)
        try worker.done(try worker.delivery().head.lease) {
            $0.timers = [SetTimer(name: "t", type: "worker.timer", at: at)]
        }
        bench.now = bench.now - .seconds(3600)
        try bench.crash()
        try worker.hello(credit: 4)
        try bench.pass(.seconds(4199))
        #expect(worker.deliveries().isEmpty)
        try bench.pass(.seconds(2))
        #expect(try worker.delivery().head.message.type == "worker.timer")
    }
}
