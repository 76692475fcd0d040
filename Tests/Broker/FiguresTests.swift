import Broker
import SQLiteStore
import StageProtocol
import Testing

/// What is counted, measured and told of deliveries.
@Suite struct FiguresTests {
    private static var plan: Plan {
        var plan = Plan.shop
        plan.standards = ["first_answer"]
        return plan
    }

    /// A store whose commits fail while its disk is full.
    private final class Disk: Store {
        let store: SQLiteStore
        var isFull = false

        init() throws { store = try SQLiteStore() }

        func transaction<T>(_ body: (any StoreTransaction) throws -> T) throws -> T {
            try store.transaction { transaction in
                let result = try body(transaction)
                if isFull { throw StoreUnavailable("the disk is full") }
                return result
            }
        }

        func read<T>(_ body: (any StoreTransaction) throws -> T) throws -> T { try store.read(body) }
        func scrub() throws -> Bool { try store.scrub() }
    }

    /// A heart on a store in memory, with time that the test moves.
    private final class Body {
        var heart: Heart
        let disk: Disk
        var now = Timestamp(milliseconds: 1_800_000_000_000)
        var said: [Action] = []

        init() throws {
            disk = try Disk()
            heart = Heart(plan: FiguresTests.plan, store: disk, seeds: SystemRandomNumberGenerator())
            try heart.recover(now: now)
        }

        func say(_ stage: String, _ message: StageMessage, after span: Duration = .zero) throws {
            now = now + span
            let session = SessionID(door: stage, route: Array(stage.utf8))
            try heart.beat([.message(session, message)], now: now) { said += $0 }
        }

        func delivery() throws -> Delivery {
            try #require(
                said.compactMap { if case .send(_, .deliver(let head, _)) = $0 { head } else { nil } }.last)
        }

        func ask(_ what: String, _ arguments: JSON = .object([:])) throws -> JSON {
            try say("control", .ask(Ask(id: "1", what: what, arguments: arguments)))
            return try #require(
                said.compactMap { action -> JSON? in
                    guard case .send(_, .reply(_, let body)) = action else { return nil }
                    return try? JSON(bytes: body)
                }.last)
        }

        func stage(_ name: String) throws -> JSON {
            try #require(try ask("figures")["stages"]?.array?.first { $0["name"]?.string == name })
        }

        func open() throws {
            for name in ["control", "intake", "worker"] {
                try say(name, .hello(Hello(stage: name == "control" ? "casewire" : name, instance: name, credit: 4)))
            }
        }

        func submit() throws {
            let admit = Admit(
                role: .customer, match: [], participants: ["ann@example.com"], customer: "ann@example.com",
                subject: "A lamp", entry: 0, output: "contact")
            try say(
                "intake",
                .submit(Submission(id: "\(said.count)", via: "test", admit: admit), bodies: [Array("{}".utf8)]))
        }
    }

    @Test func waitAndWorkAreMeasuredByTheBrokersOwnClock() throws {
        let body = try Body()
        try body.open()
        try body.submit()
        let delivery = try body.delivery()
        try body.say("worker", .started(delivery.lease), after: .milliseconds(200))
        try body.say("worker", .done(Outcome(delivery.lease), bodies: []), after: .milliseconds(3000))
        let worker = try body.stage("worker")
        #expect(worker["results"] == ["done": 1, "retry": 0, "dead": 0, "put-back": 0])
        #expect(worker["wait"]?["sum_ms"] == 200)
        #expect(worker["work"]?["sum_ms"] == 3000)
        let within = (worker["work"]?["buckets"]?.array ?? []).first { $0["count"] == 1 }
        #expect(within?["le_ms"] == 5000)
        #expect(worker["done_last_minute"] == 1)
        body.now = body.now + .seconds(61)
        #expect(try body.stage("worker")["done_last_minute"] == 0)
        let figures = try body.ask("figures")
        #expect(figures["arrivals"] == [["via": "test", "state": "opened", "count": 1]])
        #expect(!String(decoding: figures.bytes, as: UTF8.self).contains("ann"))
    }

    @Test func whatWaitsIsToldWithItsAgeAndWhetherItIsLate() throws {
        let body = try Body()
        try body.open()
        for _ in 0..<6 { try body.submit() }
        body.now = body.now + .seconds(200)
        let worker = try body.stage("worker")
        #expect((worker["waiting"], worker["holding"], worker["overdue"]) == (2, 4, 2))
        #expect(worker["oldest_ms"] == 200_000)
    }

    @Test func whatIsNotOnDiskIsNotCountedAndWhatIsStaysCounted() throws {
        let body = try Body()
        try body.open()
        try body.submit()
        let first = try body.delivery().lease
        body.disk.isFull = true
        #expect(throws: StoreUnavailable.self) { try body.say("worker", .done(Outcome(first), bodies: [])) }
        body.disk.isFull = false
        try body.heart.recover(now: body.now)
        try body.open()
        #expect(try body.stage("worker")["results"]?["done"] == 0)
        try body.say("worker", .done(Outcome(try body.delivery().lease), bodies: []))
        try body.heart.recover(now: body.now)
        try body.open()
        #expect(try body.stage("worker")["results"]?["done"] == 1)
    }

    @Test func aStandardIsToldOnceAndCounted() throws {
        let body = try Body()
        try body.open()
        try body.submit()
        var outcome = Outcome(try body.delivery().lease)
        outcome.standards = [
            StandardResult(standard: "first_answer", met: false, due: body.now),
            StandardResult(standard: "no-such", met: true, due: body.now),
        ]
        try body.say("worker", .done(outcome, bodies: []))
        try body.say("worker", .done(outcome, bodies: []))
        #expect(try body.ask("figures")["standards"] == [["standard": "first_answer", "met": 0, "missed": 1]])
        let acts = try body.disk.read { try $0.journal(1) }
        #expect(acts.filter { $0.what == "missed" }.map { $0.detail["standard"] } == ["first_answer"])
    }

    @Test func everyAttemptIsASpanOfTheCasesTrace() throws {
        let body = try Body()
        try body.open()
        try body.submit()
        let first = try body.delivery()
        try body.say("worker", .started(first.lease))
        try body.say("worker", .fail(Failure(first.lease, kind: .retry, code: "busy", message: "later")))
        try body.say("worker", .credit(Credit(credit: 1)), after: .seconds(2))
        let second = try body.delivery()
        let spans = [first, second].compactMap { TraceContext(traceparent: $0.message.traceparent) }
        #expect(spans.count == 2 && spans[0].span != spans[1].span)
        let story = try body.ask("case", ["ref": .string(first.case?.ref ?? "")])
        #expect(spans.map(\.trace) == [story["trace"]?.string, story["trace"]?.string])
        #expect(story["work"]?.array?.map { $0["epoch"]?.string } == [second.epoch])
        var outcome = Outcome(second.lease)
        outcome.emit = [Emit(output: "next")]
        outcome.timers = [SetTimer(name: "look", type: "worker.timer", at: body.now + .seconds(60))]
        try body.say("worker", .done(outcome, bodies: []))
        let done = try #require(try body.disk.read { try $0.journal(1) }.last { $0.what == "done" })
        #expect(done.detail["posted"]?.array?.count == 2)
        #expect(done.detail["instance"] == "worker")
        #expect(try body.ask("timers", ["within_ms": 120_000]).array?.map { $0["name"] } == ["look"])
        #expect(try body.ask("timers", ["within_ms": 1000]) == [])
    }

    @Test func aRetryIsToldWithItsCaseAndNoWordsBesideItsCode() throws {
        let body = try Body()
        try body.open()
        try body.submit()
        let delivery = try body.delivery()
        try body.say("worker", .fail(Failure(delivery.lease, kind: .retry, code: "busy", message: "ann wrote")))
        let seen = try #require(
            body.said.compactMap { if case .observe(let seen) = $0, seen.what == "retry" { seen } else { nil } }.first)
        #expect(seen.ref == delivery.case?.ref)
        #expect((seen.code, seen.attempt, seen.detail) == ("busy", 1, "ann wrote"))
    }
}
