import Pipeline
import StageProtocol

/// The broker's side of one session with the stage, kept exactly: what was heard goes in, what to answer comes out, and
/// whatever is not as the protocol wants it is written down.
struct Ledger {
    /// A delivery under one epoch, and what came of it.
    struct Held {
        let delivery: Delivery
        var startedAt: Duration?
        /// When its lease ends, from STARTED on.
        var until: Duration?
        var outcome: (outcome: Outcome, bodies: [Frame])?
        var failure: Failure?
        /// How often it was answered.
        var answers = 0
    }

    let name: String
    let instance: String
    let rules: OutcomeRules
    let welcome: Welcome

    /// Whether HELLO is answered.
    var welcomes = false
    /// Whether outcomes are answered.
    var commits = true
    /// Whether anything is said at all.
    var isMute = false

    private(set) var hellos = 0
    private(set) var credit = 0
    private(set) var held: [Lease: Held] = [:]
    private(set) var pings: [Duration] = []
    private(set) var hasLeft = false
    private(set) var problems: [(point: Point, reason: String)] = []
    /// Messages since HELLO, besides PINGs.
    private var said = 0

    init(_ subject: Subject, instance: String, heartbeat: Duration, settings: JSON? = nil) {
        name = subject.name
        self.instance = instance
        rules = OutcomeRules(manifest: subject.manifest)
        let wire = WireLimits()
        let reads = subject.manifest?.reads ?? []
        welcome = Welcome(
            pipeline: "conform", settings: settings ?? subject.settings,
            standards: reads.contains("standards") ? subject.standards : nil,
            people: reads.contains("people") ? subject.people : nil,
            heartbeat_ms: Int(heartbeat.wholeMilliseconds),
            limits: .init(message: wire.messageBytes, chunk: wire.chunkBytes, blob: 64 << 20))
    }

    /// How often a delivery was answered under its epoch.
    func answers(to lease: Lease) -> Int { held[lease]?.answers ?? 0 }

    mutating func deliver(_ delivery: Delivery) {
        credit -= 1
        held[delivery.lease] = Held(delivery: delivery)
    }

    mutating func problem(_ point: Point, _ reason: String) {
        if !problems.contains(where: { $0.point == point }) { problems.append((point, reason)) }
    }

    /// Takes one message in.
    /// - Returns: what to say to it.
    mutating func hear(_ frames: [Frame], at now: Duration) -> [BrokerMessage] {
        let message: StageMessage
        do {
            message = try StageMessage(frames: frames)
        } catch {
            let command = frames.count > 1 ? String(decoding: frames[1], as: UTF8.self) : ""
            // A command of a later version is no fault: it is answered, and nothing else comes of it.
            if error.code != "unknown-command" {
                problem(
                    Self.point(of: command),
                    "\(command.isEmpty ? "a message" : command) cannot be read: \(error.message)")
            }
            return isMute ? [] : [.error(Refused(code: error.code, message: error.message))]
        }
        // An outcome that cannot be read arrives as a failure of its delivery.
        if case .fail(let failure) = message, frames[1] == Array("DONE".utf8) {
            problem(.answers, "DONE cannot be read: \(failure.message)")
        }
        switch message {
        case .hello, .ping: break
        default: said += 1
        }
        let answers = answers(to: message, at: now)
        return isMute ? [] : answers
    }

    private static func point(of command: String) -> Point {
        switch command {
        case "CREDIT": .credit
        case "STARTED": .started
        case "EXTEND": .extend
        case "PING": .heartbeat
        case "DONE": .answers
        case "FAIL": .errors
        default: .handshake
        }
    }

    private mutating func answers(to message: StageMessage, at now: Duration) -> [BrokerMessage] {
        switch message {
        case .hello(let hello): return greet(hello)
        case .credit(let more): grant(more.credit)
        case .started(let lease): start(lease, at: now)
        case .extend(let wish): extend(wish, at: now)
        case .done(let outcome, let bodies):
            let lease = Lease(delivery: outcome.delivery, epoch: outcome.epoch)
            guard close(lease, "DONE", at: now), let delivery = held[lease]?.delivery else { return [] }
            held[lease]?.outcome = (outcome, bodies)
            for breach in rules.breaches(of: outcome, bodies, for: delivery) {
                problem(.grants, "working \(delivery.message.type), \(breach)")
            }
            return commits ? [.committed(lease)] : []
        case .fail(let failure):
            let lease = Lease(delivery: failure.delivery, epoch: failure.epoch)
            guard close(lease, "FAIL", at: now) else { return [] }
            held[lease]?.failure = failure
            if failure.code.isEmpty || failure.message.isEmpty {
                problem(.errors, "FAIL has no \"code\" or no \"message\", by which a person would know what to do")
            }
            return commits ? [.committed(lease)] : []
        case .begin(let begin):
            let words = "the customer wrote meanwhile"
            return [.stop(Stop(delivery: begin.delivery, say: begin.say, code: "superseded", message: words))]
        case .submit(let submission, _): return [submitted(submission)]
        case .put(let put, _): return [.stored(Stored(hash: put.hash, next: put.size))]
        case .get(let get): return [.refused(Refused(id: get.hash, code: "no-blob", message: "there is no such blob"))]
        case .ask(let ask): return [ask.replyOfNothing]
        case .ping(let ping):
            pings.append(now)
            if let sent = ping.sent, sent != said {
                problem(.heartbeat, "PING says that \(sent) messages were sent since HELLO, and \(said) came")
            }
            return [.pong(Pong())]
        case .bye: hasLeft = true
        }
        return []
    }

    private mutating func greet(_ hello: Hello) -> [BrokerMessage] {
        hellos += 1
        said = 0
        credit = 0
        if hello.stage != name {
            problem(.handshake, "HELLO names the stage \"\(hello.stage)\"; CASEWIRE_STAGE is \"\(name)\"")
        }
        if hello.instance != instance {
            problem(.handshake, "HELLO names the instance \"\(hello.instance)\"; CASEWIRE_INSTANCE is \"\(instance)\"")
        }
        if hello.protocol != Wire.version { problem(.handshake, "HELLO speaks protocol \(hello.protocol), not 1") }
        if let first = hello.credit, first != 0 { grant(first) }
        return welcomes ? [.welcome(welcome)] : []
    }

    private mutating func grant(_ more: Int) {
        credit += more
        if more <= 0 { problem(.credit, "CREDIT \(more) grants nothing") }
        if credit > 4096 { problem(.credit, "\(credit) deliveries were granted at once; 4096 are the most") }
    }

    private mutating func start(_ lease: Lease, at now: Duration) {
        guard let delivery = held[lease]?.delivery else { return unknown(lease, "STARTED") }
        held[lease]?.startedAt = now
        held[lease]?.until = now + .milliseconds(delivery.lease_ms)
    }

    private mutating func extend(_ wish: Extension, at now: Duration) {
        let lease = Lease(delivery: wish.delivery, epoch: wish.epoch)
        guard let held = held[lease] else { return unknown(lease, "EXTEND") }
        if wish.seconds <= 0 { problem(.extend, "EXTEND asks for \(wish.seconds) seconds") }
        if let until = held.until, until < now { late(held.delivery, "EXTEND") }
        self.held[lease]?.until = now + .milliseconds(Int64(min(wish.seconds, 1e6) * 1000))
    }

    /// Whether the answer belongs to a delivery.
    private mutating func close(_ lease: Lease, _ command: String, at now: Duration) -> Bool {
        guard let known = held[lease] else {
            unknown(lease, command)
            return false
        }
        if known.startedAt == nil { problem(.started, "\(command) came without STARTED") }
        if known.answers == 0, let until = known.until, until < now { late(known.delivery, command) }
        held[lease]?.answers += 1
        return true
    }

    private mutating func late(_ delivery: Delivery, _ command: String) {
        problem(.extend, "\(command) came after the lease of \(delivery.lease_ms) ms, and nothing had asked for more")
    }

    private mutating func unknown(_ lease: Lease, _ command: String) {
        problem(
            .epochs,
            "\(command) names delivery \(lease.delivery) under epoch \"\(lease.epoch)\", which was never delivered")
    }

    private mutating func submitted(_ submission: Submission) -> BrokerMessage {
        guard rules.manifest?.rights.source != false else {
            problem(.grants, "it submits something, without the right \"source\"")
            return .refused(
                Refused(id: submission.id, code: "no-source", message: "the manifest has no right to submit"))
        }
        return .accepted(Accepted(id: submission.id, submission: 1, state: .received))
    }
}
