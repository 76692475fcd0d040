import Broker
import DequeModule
import StageKit
import StageProtocol

/// A process of a stage: the session that real stages have, handlers that do what the run says, and a connection that
/// carries bytes.
final class Peer {
    let stage: String
    let instance: String
    private(set) var route: Frame = []
    private(set) var session: Session
    /// What is on the way, each message as its frames.
    var toBroker = Deque<[Frame]>()
    var toPeer = Deque<[Frame]>()
    /// Deliveries whose handlers run.
    var desk: [Job] = []
    /// Deliveries whose handlers hang.
    var hung: [Job] = []
    /// Letters that it is handing in, by ticket.
    var submitting: [Ticket: String] = [:]
    /// What it has asked and not been answered.
    private(set) var asking: [Ticket: Ask] = [:]
    private var begun: [Ticket: Job] = [:]
    var isFrozen = false
    private var starts = 0
    private var tickets: UInt64 = 0

    /// A delivery that a handler works at.
    struct Job {
        let delivery: Delivery
        let bodies: [Frame]
        /// The broker's leave to let the text go.
        var go: Go?
        /// Whether the text has left.
        var hasLeft = false
    }

    /// What a request came to.
    enum Result {
        case letter(String, Session.Answer)
        case question(Session.Answer)
        case stopped(Job, Stop?)
    }

    init(stage: String, instance: String) {
        self.stage = stage
        self.instance = instance
        session = Session(.init(hello: Hello(stage: stage, instance: instance), window: 0))
    }

    var id: SessionID { SessionID(door: stage, route: route) }

    /// A new process in this place.
    func start(at now: Duration) {
        starts += 1
        route = Array("\(instance)#\(starts)".utf8)
        let isOperator = stage == "control"
        session = Session(
            .init(
                hello: Hello(stage: isOperator ? "casewire" : stage, instance: instance), window: isOperator ? 0 : 2))
        (toBroker, toPeer, desk, hung) = ([], [], [], [])
        (submitting, asking, begun, isFrozen) = ([:], [:], [:], false)
        _ = handle(.start, at: now)
    }

    /// A new ticket for a request.
    func ticket() -> Ticket {
        tickets += 1
        return Ticket(number: tickets)
    }

    /// Asks for leave to let a text go.
    func begin(_ job: Job, say: Int64, at now: Duration) -> [Result] {
        let ticket = ticket()
        begun[ticket] = job
        return handle(.request(ticket, .begin(Begin(job.delivery.lease, say: say)), timeout: .seconds(30)), at: now)
    }

    /// Asks something of the broker.
    func ask(_ arguments: JSON, at now: Duration) -> [Result] {
        let ticket = ticket()
        let ask = Ask(id: "q\(ticket.number)", what: arguments["what"]?.string ?? "", arguments: arguments)
        asking[ticket] = ask
        return handle(.request(ticket, .ask(ask), timeout: .seconds(5)), at: now)
    }

    /// What it asked under a name.
    func question(_ id: String) -> JSON? { asking.values.first { $0.id == id }?.arguments }

    /// Lets something happen to its session and does what follows from it.
    func handle(_ event: Session.Event, at now: Duration) -> [Result] {
        var results: [Result] = []
        for action in session.handle(event, at: now) {
            switch action {
            case .send(let message): toBroker.append(message.frames)
            case .welcomed: results += handle(.prepared(door: false), at: now)
            case .work(let delivery, let bodies): desk.append(Job(delivery: delivery, bodies: bodies))
            case .answer(let ticket, let answer): results += answered(ticket, answer)
            case .close: start(at: now)
            case .note, .leave: break
            }
        }
        return results
    }

    private func answered(_ ticket: Ticket, _ answer: Session.Answer) -> [Result] {
        if let key = submitting.removeValue(forKey: ticket) { return [.letter(key, answer)] }
        if asking.removeValue(forKey: ticket) != nil { return [.question(answer)] }
        guard var job = begun.removeValue(forKey: ticket) else { return [] }
        switch answer {
        case .message(.go(let go)):
            job.go = go
            desk.append(job)
            return []
        case .message(.stop(let stop)): return [.stopped(job, stop)]
        default: return [.stopped(job, nil)]
        }
    }
}
