import Logging
import StageProtocol
import Synchronization
import ZeroMQ

/// Runs a stage against a broker, from the greeting to the last outcome.
struct Runner<S: Stage>: Sendable {
    let identity: Identity
    let logger: Logger
    private let link: Link
    /// Not a task group: at the end of the grace the process leaves, also where a handler does not heed cancellation.
    private let handlers = Handlers()

    init(_ identity: Identity, context: Context, grace: Duration = Shutdown.grace) throws {
        self.identity = identity
        var logger = Logger(label: identity.stage) { _ in JSONLines(level: identity.logLevel) }
        logger[metadataKey: "stage"] = "\(identity.stage)"
        logger[metadataKey: "instance"] = "\(identity.instance)"
        self.logger = logger
        let hello = Hello(
            stage: identity.stage, instance: identity.instance, pid: identity.pid, software: "\(S.name) \(S.version)")
        let terms = Session.Terms(
            hello: hello, window: max(1, S.concurrency), autoExtend: S.autoExtend, grace: grace)
        link = try Link(
            endpoint: identity.endpoint, keys: identity.keys, terms: terms, context: context, logger: logger)
    }

    /// Takes no more, finishes what was started, and lets `run()` return.
    func drain() { link.post(.drain) }

    /// - Returns: the exit code.
    func run() async -> Int32 {
        var place: (stage: S, context: StageContext)?
        var door: Task<Void, Never>?
        var code = ExitCode.drained
        for await news in link.news {
            switch news {
            case .welcomed(let welcome):
                let context = StageContext(
                    welcome, stage: identity.stage, instance: identity.instance, logger: logger, broker: link)
                do {
                    let stage = try await prepare(welcome, context)
                    place = (stage, context)
                } catch {
                    code = (error as? StageFailure)?.kind == .config ? ExitCode.config : ExitCode.software
                    logger.critical("could not start: \(explain(error))")
                    drain()
                }
                if let place { door = open(place.stage, place.context) }
            case .work(let delivery, let bodies):
                if let place {
                    handlers.start(delivery.lease) { await work(delivery, bodies, place.stage, place.context) }
                }
            case .leave: door?.cancel()
            // The log has it; the broker may yet be given the key.
            case .kept: break
            case .closed(.drained): break
            case .closed(.broken): code = ExitCode.software
            case .closed(.refused(let refused)):
                code = ExitCode.config
                logger.critical("the broker refused this stage: \(refused.code): \(refused.message)")
            case .closed(.unreachable): code = ExitCode.unreachable
            case .broken(let error):
                code = ExitCode.software
                logger.critical("\(error)")
            }
        }
        door?.cancel()
        handlers.cancelAll()
        await link.wait()
        return code
    }

    private func prepare(_ welcome: Welcome, _ context: StageContext) async throws -> S {
        let settings: S.Settings
        do {
            settings = try welcome.settings.decode()
        } catch {
            throw StageFailure.config("settings", "the settings cannot be used: \(explain(error))")
        }
        return try await S(settings: settings, context: context)
    }

    /// Opens the door that the stage may have, beside the handler.
    private func open(_ stage: S, _ context: StageContext) -> Task<Void, Never> {
        link.post(.prepared(door: true))
        logger.info("takes work", metadata: ["pipeline": "\(context.pipeline)"])
        return Task { [link, logger] in
            var isBroken = false
            do {
                try await stage.run(context)
            } catch  where Task.isCancelled {
                logger.debug("the door closed", metadata: ["reason": "\(error)"])
            } catch {
                isBroken = true
                logger.critical("the door broke: \(explain(error))")
            }
            link.post(.doorClosed(isBroken: isBroken))
        }
    }

    private func work(_ delivery: Delivery, _ bodies: [Frame], _ stage: S, _ context: StageContext) async {
        var logger = logger
        logger[metadataKey: "case"] = delivery.case.map { "\($0.ref)" }
        logger[metadataKey: "type"] = "\(delivery.message.type)"
        logger[metadataKey: "delivery"] = "\(delivery.delivery)"
        logger[metadataKey: "trace"] = TraceContext(traceparent: delivery.message.traceparent).map { "\($0.trace)" }
        let received = Received(delivery, bodies: bodies, logger: logger, broker: link)
        let answer = await answer(stage, received, context.limits)
        if case .fail(let failure) = answer.message {
            logger.warning("failed", metadata: ["code": "\(failure.code)", "reason": "\(failure.message)"])
        }
        link.finish(answer)
    }
}

/// `DONE` or `FAIL`, written once: what was looked at is what is sent.
struct Answer: Sendable {
    let message: StageMessage
    let frames: [Frame]

    init(_ message: StageMessage) {
        self.message = message
        frames = message.frames
    }

    /// Its frames, if it is this message that is to be sent.
    func frames(of other: StageMessage) -> [Frame]? {
        switch (message, other) {
        case (.done(let mine, _), .done(let others, _)):
            mine.delivery == others.delivery && mine.epoch == others.epoch ? frames : nil
        default: nil
        }
    }
}

/// Runs the handler on one delivery.
func answer<S: Stage>(_ stage: S, _ received: Received, _ limits: Welcome.Limits) async -> Answer {
    let lease = received.delivery.lease
    do {
        var outcome = OutcomeBuilder(for: received)
        try await stage.handle(received, &outcome)
        let done = Answer(.done(outcome.outcome, bodies: outcome.bodies))
        if let excess = excess(of: done.frames, over: limits) {
            throw StageFailure.permanent("too-large", "the outcome has \(excess)")
        }
        if holdsNul(done.frames) { throw StageFailure.permanent("invalid", "the outcome cannot be sent: \(nulAdvice)") }
        return done
    } catch let failure as StageFailure {
        return Answer(.fail(Failure(lease, kind: failure.kind, code: failure.code, message: failure.message)))
    } catch let refusal as BrokerRefusal {
        return Answer(.fail(Failure(lease, kind: .retry, code: refusal.code, message: refusal.message)))
    } catch {
        return Answer(.fail(Failure(lease, kind: .retry, code: "error", message: explain(error))))
    }
}

/// The handlers that run.
private final class Handlers: Sendable {
    private let tasks = Mutex<[Lease: Task<Void, Never>]>([:])

    func start(_ lease: Lease, _ body: @escaping @Sendable () async -> Void) {
        // Within the lock, so that a task that is over at once finds itself in the table.
        tasks.withLock { tasks in
            tasks[lease] = Task {
                await body()
                self.tasks.withLock { $0[lease] = nil }
            }
        }
    }

    func cancelAll() { tasks.withLock { for task in $0.values { task.cancel() } } }
}
