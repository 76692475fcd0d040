package import StageProtocol

/// Something that happened outside the broker.
package enum Event: Sendable {
    /// A peer said something.
    case message(SessionID, StageMessage)
    /// A peer has not been heard for too long, or its connection is gone.
    case lost(SessionID)
    /// The wall clock jumped by so much against the steady one.
    case clockJumped(Duration)
    /// The pipeline's files were read anew.
    case reread(Rereading)
    /// The mails about these cases are gone from the outboxes.
    case cleared([Int64])
}

/// Something the broker wants done, once the beat is on disk.
package enum Action: Sendable {
    /// Tell a peer.
    case send(SessionID, BrokerMessage)
    /// Tell whoever watches.
    case observe(Observation)
    /// Read the pipeline's files anew for whoever asked; `Event.reread` says what came of it.
    case reread(Asker)
    /// Close the socket of a stage that a reload took out: nobody of it is there any more.
    case close(door: String)
    /// Take the mails about these cases out of the outboxes; `Event.cleared` says that it is done.
    case clear(OutboxClearing)
}

/// A peer's connection.
package struct SessionID: Hashable, Sendable {
    /// The stage whose socket it came in by; `control` for operators' commands.
    package var door: String
    /// The routing id that libzmq gave it.
    package var route: Frame
    /// The public key that the peer has proved to own, where the door asks for one: the same routing id under another key
    /// is another peer.
    package var key: String?

    package init(door: String, route: Frame, key: String? = nil) {
        self.door = door
        self.route = route
        self.key = key
    }

    /// The route alone tells nearly all of them apart.
    package func hash(into hasher: inout Hasher) {
        route.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

/// The broker's mind: a state machine without I/O. The time, what happened and the store as it stands go in; changes to
/// the store and actions come out. Whoever runs it speaks the actions only after the transaction is committed, and
/// throws the machine away when it is not: `recover` makes a new one from the store.
package struct Core {
    /// What is in force; a reload puts another in its place.
    package internal(set) var plan: Plan
    /// The latest time it was told; it never goes back.
    package internal(set) var now = Timestamp(milliseconds: 0)
    var incarnation: Int64 = 0
    var leaseCount: Int64 = 0
    var references: ReferenceSource
    var sessions = Sessions()
    var queue = ReadyQueue()
    var leases: [Int64: Held] = [:]
    var deadCount = 0
    /// What operators asked of stages by command.
    var wishes: [String: Wish] = [:]
    /// How often operators have asked something of a stage since the broker was started.
    var askings: [String: Int] = [:]
    /// Whether processes are there that a reload wants replaced.
    var isReplacing = false
    /// Messages due up to here are in the queue.
    var loaded = Timestamp(milliseconds: .min)
    /// When the next message that waits in the store becomes due.
    var nextDue: Timestamp?
    /// Texts are held until then, since the clock could not be trusted.
    var heldUntil: Timestamp?
    var nextForget = Timestamp(milliseconds: 0)
    /// Cases whose keeping time is over: false while their mails are taken out of the outboxes, true once they are gone.
    var clearing: [Int64: Bool] = [:]
    /// By which standards open cases were looked at last.
    var standardsMark: StandardsMark?
    /// Open cases by owner, once somebody has asked for them within the beat.
    var load: [String: Int]?
    var actions: [Action] = []
    /// The messages that the outcome at hand has made so far.
    var posted: [Int64] = []
    /// What was counted, up to the last beat that is on disk.
    var tally: Tally
    /// Whether something was erased of which no byte is to stay in the store's files.
    var hasErased = false

    /// A broker for a plan; the seed decides the references that cases get.
    package init(plan: Plan, seed: UInt64) {
        self.plan = plan
        references = ReferenceSource(seed: seed)
        tally = Tally(since: now)
    }

    /// Takes the store over and finds everything that waits in it. Earlier holders are fenced off.
    package mutating func recover(now time: Timestamp, _ store: any StoreTransaction) throws {
        now = max(now, time)
        tally = Tally(since: now)
        incarnation = try store.beginIncarnation()
        deadCount = try store.countMessages(.dead)
        wishes = try store.wishes()
        try store.hurryStragglers(now: now, longestWait: plan.retry.longest)
        standardsMark = try store.standardsMark()
        try loadDue(store)
    }

    /// One beat: everything that has happened, decided at one time.
    package mutating func beat(_ events: [Event], now time: Timestamp, _ store: any StoreTransaction) throws
        -> [Action]
    {
        now = max(now, time)
        actions = []
        load = nil
        guard try store.incarnation() == incarnation else { throw BrokerError.fenced }
        for event in events {
            switch event {
            case .message(let session, let message): try receive(message, from: session, store)
            case .lost(let session): try end(session, because: "no sign of life", store)
            case .clockJumped(let by): holdTexts(clockJumpedBy: by)
            case .reread(let reading): try take(reading, store)
            case .cleared(let cases): cleared(cases)
            }
        }
        try endExpiredLeases(store)
        replaceProcesses()
        // Before anything is handed out: what is erased in this beat is shown to nobody.
        try forget(store)
        try loadDue(store)
        try tellOfChange(store)
        try dispatch(store)
        return actions
    }

    /// When the next beat is due even if nothing happens.
    package var wakeAt: Timestamp? {
        ([nextDue] + leases.values.map(\.expires)).compactMap { $0 }.min()
    }

    /// Messages that could be worked now, and those that somebody holds.
    package var standing: (queued: Int, held: Int) { (queue.count, leases.count) }

    private mutating func receive(_ message: StageMessage, from id: SessionID, _ store: any StoreTransaction) throws {
        if case .hello(let hello) = message { return try open(id, hello, store) }
        guard let session = sessions[id] else {
            return refuse(id, code: "unknown-session", "say HELLO first; the broker may have been started anew")
        }
        switch message {
        case .hello, .ping: break
        case .bye: try end(id, because: "said BYE", store)
        case .credit(let credit): sessions.grant(credit.credit, to: id)
        case .started(let lease): start(lease, id)
        case .extend(let wish): extend(wish, id)
        case .done(let outcome, let bodies): try finish(outcome, bodies, session, store)
        case .fail(let failure): try fail(failure, session, store)
        case .begin(let begin): try letGo(begin, session, store)
        case .submit(let submission, let bodies): try submit(submission, bodies, session, store)
        case .put(let put, let chunk): try self.put(put, chunk, session, store)
        case .get(let get): try self.get(get, session, store)
        case .ask(let ask): try answer(ask, session, store)
        }
    }

    /// Outward effects rest for a minute when the clock cannot be trusted.
    private mutating func holdTexts(clockJumpedBy span: Duration) {
        heldUntil = now + .seconds(60)
        observe("clock", stage: "broker", detail: "the clock jumped by \(span); texts are held for a minute")
    }

    /// Old finished messages are forgotten a few at a time.
    private mutating func forget(_ store: any StoreTransaction) throws {
        guard now >= nextForget else { return }
        let gone = try store.forgetFinished(before: now - plan.remember, limit: 2000)
        // Few at a time, since each may be as large as a mail can be.
        let raw = try plan.keepRaw.map { try store.forgetRaw(before: now - $0, limit: 20) } ?? 0
        let isMore = try eraseSettled(store)
        nextForget = now + (gone == 2000 || raw == 20 || isMore ? .milliseconds(50) : .seconds(10))
    }

    mutating func send(_ message: BrokerMessage, to id: SessionID) { actions.append(.send(id, message)) }

    mutating func refuse(
        _ session: SessionID, delivery: Int64? = nil, id: String? = nil, code: String, _ message: String
    ) {
        send(.refused(Refused(delivery: delivery, id: id, code: code, message: message)), to: session)
    }
}

/// What ends a broker's run.
package enum BrokerError: Error, CustomStringConvertible {
    /// Another broker has taken the store over.
    case fenced

    package var description: String {
        "another broker has taken over this store; this one stops so that nothing is done twice"
    }
}
