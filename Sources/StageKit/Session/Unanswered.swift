import StageProtocol

/// Requests that wait for their answers, oldest first. All of them may be sent again without harm.
struct Unanswered: Sendable {
    /// What ties an answer to its request.
    enum Key: Hashable, Sendable {
        case outcome(Lease)
        case begin(delivery: Int64, say: Int64)
        case submission(String)
        case put(String)
        case get(String, offset: Int)
        case ask(String)

        init?(request: StageMessage) {
            switch request {
            case .done(let outcome, _): self = .outcome(Lease(delivery: outcome.delivery, epoch: outcome.epoch))
            case .fail(let failure): self = .outcome(Lease(delivery: failure.delivery, epoch: failure.epoch))
            case .begin(let begin): self = .begin(delivery: begin.delivery, say: begin.say)
            case .submit(let submission, _): self = .submission(submission.id)
            case .put(let put, _): self = .put(put.hash)
            case .get(let get): self = .get(get.hash, offset: get.offset)
            case .ask(let ask): self = .ask(ask.id)
            case .hello, .credit, .started, .extend, .ping, .bye: return nil
            }
        }

        init?(answer: BrokerMessage) {
            switch answer {
            case .committed(let lease): self = .outcome(lease)
            case .go(let go): self = .begin(delivery: go.delivery, say: go.say)
            case .stop(let stop): self = .begin(delivery: stop.delivery, say: stop.say)
            case .accepted(let accepted): self = .submission(accepted.id)
            case .later(let later): self = .submission(later.id)
            case .stored(let stored): self = .put(stored.hash)
            case .blob(let blob, _): self = .get(blob.hash, offset: blob.offset)
            case .reply(let reply, _): self = .ask(reply.id)
            case .welcome, .deliver, .refused, .drain, .pong, .error: return nil
            }
        }

        /// Whether a refusal that bears this delivery or id may be meant for the request.
        fileprivate func fits(_ refused: Refused) -> Bool {
            switch self {
            case .outcome(let lease): refused.delivery == lease.delivery
            case .begin(let delivery, _): refused.delivery == delivery
            case .submission(let id), .put(let id), .get(let id, _), .ask(let id): refused.id == id
            }
        }
    }

    /// One request.
    struct Entry: Sendable {
        let key: Key
        let message: StageMessage
        /// Who waits; nobody for an outcome.
        let ticket: Ticket?
        let deadline: Duration?
        /// When it was sent last; nil until there is a session to send it in.
        var sent: Duration?
    }

    private var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }
    var nextDeadline: Duration? { entries.compactMap(\.deadline).min() }
    var oldestSent: Duration? { entries.compactMap(\.sent).min() }

    func hasOutcome(of delivery: Int64) -> Bool {
        entries.contains { if case .outcome(let lease) = $0.key { lease.delivery == delivery } else { false } }
    }

    mutating func add(_ entry: Entry) { entries.append(entry) }

    /// The oldest request with that key; later ones of the same key are answered in turn.
    mutating func take(_ key: Key) -> Entry? {
        entries.firstIndex { $0.key == key }.map { entries.remove(at: $0) }
    }

    /// The oldest request that was sent and that a refusal is about.
    mutating func take(refused: Refused) -> Entry? {
        entries.firstIndex { $0.sent != nil && $0.key.fits(refused) }.map { entries.remove(at: $0) }
    }

    mutating func abandon(_ ticket: Ticket) { entries.removeAll { $0.ticket == ticket } }

    /// Removes what has waited too long, and says whose it was.
    mutating func expire(at now: Duration) -> [Ticket] {
        let isOver = { (entry: Entry) in entry.deadline.map { $0 <= now } ?? false }
        defer { entries.removeAll(where: isOver) }
        return entries.filter(isOver).compactMap(\.ticket)
    }

    mutating func removeAll() -> [Ticket] {
        defer { entries = [] }
        return entries.compactMap(\.ticket)
    }

    /// What is to be sent again: everything in a new session; within one, what has gone unanswered for that long.
    mutating func resend(at now: Duration, olderThan age: Duration? = nil) -> [StageMessage] {
        var messages: [StageMessage] = []
        for index in entries.indices {
            if let age, let sent = entries[index].sent, now - sent < age { continue }
            entries[index].sent = now
            messages.append(entries[index].message)
        }
        return messages
    }
}
