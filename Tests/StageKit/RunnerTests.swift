import StageKit
import Testing
import ZeroMQ

@testable import StageKit

private struct Echo: Stage {
    static let name = "echo"
    static let version = "1.0.0"
    struct Settings: Decodable, Sendable { var greeting: String? }
    let settings: Settings
    let context: StageContext

    init(settings: Settings, context: StageContext) {
        self.settings = settings
        self.context = context
    }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        switch try delivery.data(as: String.self) {
        case "wait": try await Task.sleep(for: .seconds(600))
        case "fail": throw StageFailure.permanent("no-good", "it is no good")
        case "send":
            guard case .go = try await delivery.begin() else { return }
            outcome.result(try delivery.say, sent: true, detail: "outbox")
        case "submit":
            let answer = try await context.submit(SubmissionDraft(id: "a", via: "test", raw: [1, 2, 3]))
            try outcome.append("noted", "\(answer)")
        case let text: try outcome.append("noted", (settings.greeting ?? "") + text)
        }
    }
}

private func delivery(_ number: Int64, _ data: String, epoch: String = "1.1", say: SayHead? = nil) -> BrokerMessage {
    var delivery = Delivery.sample(number, epoch: epoch)
    delivery.say = say
    return .deliver(delivery, bodies: [JSON.string(data).bytes])
}

/// Runs a stage against a scripted broker.
private func withEcho(
    settings: JSON = .object([:]), heartbeat: Int = 3000, grace: Duration = .seconds(10), welcomed: Bool = true,
    _ body: (ScriptedBroker, inout Script, Runner<Echo>) async throws -> Void
) async throws -> Int32 {
    let broker = try ScriptedBroker()
    var script = Script(broker)
    let identity = Identity(endpoint: broker.endpoint, stage: "echo", instance: "e1", logLevel: .critical)
    let runner = try Runner<Echo>(identity, context: Context(maximumSockets: 8), grace: grace)
    async let code = runner.run()
    if welcomed {
        _ = await script.next("HELLO")
        broker.say(.welcome(.sample(settings: settings, heartbeat: heartbeat)))
    }
    try await body(broker, &script, runner)
    let result = await code
    await broker.stop()
    return result
}

@Suite(.timeLimit(.minutes(1))) struct RunnerTests {
    @Test func aDeliveryIsStartedWorkedAndAnswered() async throws {
        let code = try await withEcho(settings: ["greeting": "hello "]) { broker, script, runner in
            #expect(await script.next("CREDIT") == .credit(Credit(credit: 4)))
            broker.say(delivery(1, "there"))
            #expect(await script.next("STARTED") == .started(Lease(delivery: 1, epoch: "1.1")))
            guard case .done(let outcome, let bodies) = await script.next("DONE") else { return #expect(Bool(false)) }
            #expect(outcome.append == [Append(kind: "noted", body: 0)])
            #expect(bodies == [Array(#""hello there""#.utf8)])
            broker.say(.committed(Lease(delivery: 1, epoch: "1.1")))
            runner.drain()
            #expect(await script.next("BYE") == .bye)
        }
        #expect(code == 0)
    }

    @Test func aFailureSaysWhatTryingAgainWouldBring() async throws {
        _ = try await withEcho { broker, script, runner in
            broker.say(delivery(1, "fail"))
            guard case .fail(let failure) = await script.next("FAIL") else { return #expect(Bool(false)) }
            #expect(failure.kind == .permanent && failure.code == "no-good")
            broker.say(.committed(Lease(delivery: 1, epoch: "1.1")))
            runner.drain()
        }
    }

    @Test func aTextLeavesOnlyAfterGo() async throws {
        _ = try await withEcho { broker, script, runner in
            broker.say(delivery(1, "send", say: .sample))
            #expect(await script.next("BEGIN") == .begin(Begin(Lease(delivery: 1, epoch: "1.1"), say: 3)))
            broker.say(.go(Go(delivery: 1, say: 3, in_doubt: false)))
            guard case .done(let outcome, _) = await script.next("DONE") else { return #expect(Bool(false)) }
            #expect(outcome.results == [SayResult(say: 3, sent: true, detail: "outbox")])
            broker.say(delivery(2, "send", epoch: "1.2", say: .sample))
            _ = await script.next("BEGIN")
            broker.say(.stop(Stop(delivery: 2, say: 3, code: "superseded", message: "")))
            guard case .done(let empty, _) = await script.next("DONE") else { return #expect(Bool(false)) }
            #expect(empty.results == nil)
            broker.say(.committed(Lease(delivery: 1, epoch: "1.1")))
            broker.say(.committed(Lease(delivery: 2, epoch: "1.2")))
            runner.drain()
        }
    }

    @Test func aBrokerThatLostTheSessionIsGreetedAndAnsweredAgain() async throws {
        _ = try await withEcho { broker, script, runner in
            broker.say(delivery(1, "there"))
            _ = await script.next("DONE")
            broker.say(.refused(Refused(code: "unknown-session", message: "say HELLO")))
            _ = await script.next("HELLO")
            broker.say(.welcome(.sample()))
            guard case .done(let outcome, _) = await script.next("DONE") else { return #expect(Bool(false)) }
            #expect(outcome.delivery == 1)
            broker.say(.refused(Refused(delivery: 1, code: "stale", message: "")))
            runner.drain()
        }
    }

    @Test func aBrokerThatDiedAndCameBackGetsTheOutcome() async throws {
        let broker = try ScriptedBroker()
        var script = Script(broker)
        let identity = Identity(endpoint: broker.endpoint, stage: "echo", instance: "e1", logLevel: .critical)
        let runner = try Runner<Echo>(identity, context: Context(maximumSockets: 8))
        async let code = runner.run()
        _ = await script.next("HELLO")
        // Long enough for a busy machine: three silent spans mean that the broker is gone.
        broker.say(.welcome(.sample(heartbeat: 2000)))
        broker.say(delivery(1, "there"))
        _ = await script.next("DONE")
        await broker.stop()

        let next = try ScriptedBroker(endpoint: broker.endpoint)
        var rest = Script(next)
        _ = await rest.next("HELLO")
        next.say(.welcome(.sample(heartbeat: 10_000)))
        guard case .done(let outcome, _) = await rest.next("DONE") else { return #expect(Bool(false)) }
        #expect(outcome.delivery == 1)
        next.say(.committed(Lease(delivery: 1, epoch: "1.1")))
        next.say(.drain)
        #expect(await code == 0)
        await next.stop()
    }

    @Test func whatDoesNotEndWithinTheGraceIsLeftBehind() async throws {
        let code = try await withEcho(grace: .milliseconds(50)) { broker, script, runner in
            broker.say(delivery(1, "wait"))
            _ = await script.next("STARTED")
            broker.say(.drain)
            #expect(await script.next("BYE") == .bye)
        }
        #expect(code == 0)
    }

    @Test func settingsOfAnotherShapeEndTheProcessWith78() async throws {
        let code = try await withEcho(settings: ["greeting": 3]) { _, _, _ in }
        #expect(code == ExitCode.config)
    }

    @Test func aStageThatTheBrokerDoesNotKnowEndsWith78() async throws {
        let code = try await withEcho(welcomed: false) { broker, script, _ in
            _ = await script.next("HELLO")
            broker.say(.refused(Refused(code: "unknown-stage", message: "")))
        }
        #expect(code == ExitCode.config)
    }

    @Test func aSubmissionIsAcceptedWhileADeliveryIsWorked() async throws {
        _ = try await withEcho { broker, script, runner in
            broker.say(delivery(1, "submit"))
            guard case .submit(let submission, let bodies) = await script.next("SUBMIT") else {
                return #expect(Bool(false))
            }
            #expect(submission.raw == 0 && bodies == [[1, 2, 3]])
            broker.say(.later(Later(id: "a", after_ms: 1000)))
            guard case .done(_, let notes) = await script.next("DONE") else { return #expect(Bool(false)) }
            #expect(String(decoding: notes[0], as: UTF8.self).contains("later"))
            broker.say(.committed(Lease(delivery: 1, epoch: "1.1")))
            runner.drain()
        }
    }
}
