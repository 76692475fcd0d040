import StageProtocol
import ZeroMQ

/// Ends a scenario; why stands in its notebook.
struct Halt: Error {}

/// One process of the stage, met over a real socket. It stays on its thread.
final class Encounter {
    let subject: Subject
    let patience: Patience
    let samples: Samples
    let specimen: Specimen
    var ledger: Ledger
    var notes = Notebook()

    private let socket: Socket
    private var poller: Poller
    private var peer: Frame = []
    private let start = ContinuousClock.now
    private var lastNumber: Int64 = 0

    /// - Parameter settings: other settings than the subject's own.
    init(
        _ subject: Subject, _ patience: Patience, in folder: String, context: Context, settings: JSON? = nil
    ) throws {
        self.subject = subject
        self.patience = patience
        samples = Samples(subject)
        let instance = "\(subject.name)-conform"
        ledger = Ledger(subject, instance: instance, heartbeat: patience.heartbeat, settings: settings)
        var options = SocketOptions.default
        options.maximumMessageBytes = Int64(WireLimits().messageBytes)
        let endpoint = "ipc://\(folder)/stage.sock"
        let socket = try Socket(.router, context: context, options: options)
        try socket.bind(endpoint)
        poller = Poller([socket.pollItem])
        self.socket = socket
        specimen = try Specimen(subject, socket: endpoint, instance: instance, logPath: folder + "/log")
    }

    var now: Duration { ContinuousClock.now - start }

    /// Ends what still runs, and closes the notebook.
    func finish() -> Notebook {
        specimen.remove()
        for problem in ledger.problems { notes.fail(problem.point, problem.reason) }
        let log = specimen.log
        notes.pass(.quietLog)
        for tracer in MadeUp.tracers where log.contains(tracer.words) {
            notes.fail(.quietLog, "words of the customer's \(tracer.of) stand in its log: \"\(tracer.words)\"")
        }
        return notes
    }

    func fail(_ point: Point, _ reason: String) -> Halt {
        notes.fail(point, reason)
        return Halt()
    }

    /// Passes a point, unless something was written down against it.
    func pass(_ point: Point) {
        if !ledger.problems.contains(where: { $0.point == point }) { notes.pass(point) }
    }
}

// MARK: Saying and hearing

extension Encounter {
    func say(_ message: BrokerMessage) throws(Halt) { try say(frames: message.frames) }

    func say(frames: [Frame]) throws(Halt) {
        do {
            _ = try socket.send([peer] + frames)
        } catch {
            throw fail(.handshake, "nothing can be sent to it: \(error)")
        }
    }

    /// Hears and answers for a while.
    func listen(for span: Duration) throws(Halt) {
        _ = try hear(until: now + span) { false }
    }

    /// Hears and answers until something is so.
    /// - Throws: `Halt` where it is not so in time or the process has ended; the point has failed then.
    func wait(
        _ point: Point, _ what: String, within limit: Duration, until isSo: () -> Bool
    ) throws(Halt) {
        if try hear(until: now + limit, isSo) { return }
        if let code = specimen.exitCode {
            throw fail(point, "\(what) did not come: the process ended with \(code)\(specimen.lastWords)")
        }
        if let problem = ledger.problems.last {
            // What could not be read may well be what is waited for.
            notes.skip(point, "\(what) did not come; \(problem.reason)")
            throw Halt()
        }
        throw fail(point, "\(what) did not come within \(limit.inWords)\(specimen.lastWords)")
    }

    /// - Returns: whether it came to be so; false at the end of the time or of the process.
    private func hear(until end: Duration, evenIfGone: Bool = false, _ isSo: () -> Bool) throws(Halt) -> Bool {
        while !isSo() {
            let hasEnded = !evenIfGone && specimen.exitCode != nil
            let pause = min(end - now, .milliseconds(20))
            guard pause > .zero else { return false }
            do {
                let isReady = try poller.wait(timeout: pause)[0]
                if hasEnded, !isReady { return isSo() }
                while let frames = try socket.receive() {
                    peer = frames[0]
                    for answer in ledger.hear(Array(frames.dropFirst()), at: now) { try say(answer) }
                }
            } catch let error as ZeroMQError {
                throw fail(.handshake, "\(error)")
            } catch {
                throw Halt()
            }
        }
        return true
    }
}

// MARK: Steps that scenarios share

extension Encounter {
    /// Greets the process and waits until it takes work.
    func open() throws(Halt) {
        try wait(.handshake, "HELLO", within: patience.start) { self.ledger.hellos > 0 }
        ledger.welcomes = true
        try say(.welcome(ledger.welcome))
        try wait(.credit, "CREDIT", within: patience.start) { self.ledger.credit > 0 }
    }

    func awaitCredit() throws(Halt) {
        try wait(.credit, "CREDIT for another delivery", within: patience.answer) { self.ledger.credit > 0 }
    }

    /// Delivers an item under the next number, or again under one that is given.
    @discardableResult
    func deliver(
        _ item: Samples.Item, again: Lease? = nil, changing change: (JSON) -> JSON = { $0 }
    ) throws(Halt) -> Lease {
        lastNumber += 1
        let (delivery, bodies) = samples.delivery(
            item, number: again?.delivery ?? lastNumber, epoch: "conform.\(lastNumber)", attempt: again == nil ? 1 : 2)
        ledger.deliver(delivery)
        var frames = BrokerMessage.deliver(delivery, bodies: bodies).frames
        if let header = try? JSON(bytes: frames[2]) { frames[2] = change(header).bytes }
        try say(frames: frames)
        return delivery.lease
    }

    /// Delivers an item and waits for its answer.
    func work(
        _ item: Samples.Item, again: Lease? = nil, for point: Point, _ what: String
    ) throws(Halt) -> Lease {
        try awaitCredit()
        let lease = try deliver(item, again: again)
        try awaitAnswer(lease, point, what)
        return lease
    }

    func awaitAnswer(_ lease: Lease, _ point: Point, _ what: String) throws(Halt) {
        try wait(point, "an answer to \(what)", within: patience.answer) { self.ledger.answers(to: lease) > 0 }
    }

    /// Waits until the process has said BYE and ended with 0.
    func awaitLeave(_ point: Point) throws(Halt) {
        let end = now + patience.leave
        _ = try hear(until: end) { self.specimen.exitCode != nil }
        guard let code = specimen.exitCode else {
            throw fail(point, "it still ran after \(patience.leave.inWords)")
        }
        // What it said last may still be on its way, for long where much else is at work.
        _ = try hear(until: now + .seconds(5), evenIfGone: true) { self.ledger.hasLeft }
        if code != 0 { throw fail(point, "it ended with \(code), not with 0\(specimen.lastWords)") }
        if !ledger.hasLeft { throw fail(point, "it ended without BYE") }
        pass(point)
    }
}

extension Duration {
    /// `500 ms`, `30 s`.
    var inWords: String {
        let milliseconds = wholeMilliseconds
        return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
