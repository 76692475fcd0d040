import StageProtocol

/// The session of one process with its broker: events in, actions out, no clock and no socket of its own.
///
/// It opens the session and opens it anew when the broker has gone or forgotten it, keeps what is unanswered and
/// sends it again, keeps the window of deliveries filled, and finishes what was started before it leaves.
package struct Session: Sendable {
    package let terms: Terms
    package private(set) var state = State.greeting
    private(set) var isLeaving = false
    var work = Work()
    var unanswered = Unanswered()
    /// Whether the stage is ready for deliveries.
    private var isPrepared = false
    /// Whether the door beside the handler is open.
    private var hasDoor = false
    /// Whether the door ended by an error.
    private var isBroken = false
    private var place: Welcome?
    private var heardAt = Duration.zero
    private var nextGreeting: Duration?
    private var nextPing = Duration.zero
    private var startedAt = Duration.zero
    private var leaveBy: Duration?
    private var count = Count()

    package init(_ terms: Terms) { self.terms = terms }

    /// How the session stands with the broker.
    package enum State: Hashable, Sendable {
        /// `HELLO` is said until `WELCOME` comes.
        case greeting
        /// Messages flow.
        case open
        /// Over.
        case closed
    }

    /// What happens next; `now` counts from any fixed moment and never backward.
    package mutating func handle(_ event: Event, at now: Duration) -> [Action] {
        guard state != .closed else { return late(event) }
        var actions: [Action] = []
        switch event {
        case .start: start(now, &actions)
        case .heard(let message): hear(message, now, &actions)
        case .passedOver:
            heardAt = now
            count.passOver()
        case .prepared(let door): prepare(door: door, &actions)
        case .request(let ticket, let message, let timeout):
            request(message, ticket: ticket, deadline: timeout.map { now + $0 }, now, &actions)
        case .abandon(let ticket): unanswered.abandon(ticket)
        case .tell(let message): if state == .open { actions.append(.send(message)) }
        case .finished(let message): finish(message, now, &actions)
        case .doorClosed(let isBroken): closeDoor(isBroken: isBroken, now, &actions)
        case .drain: leave(now, &actions)
        case .tick: tick(now, &actions)
        }
        leaveIfDone(now, &actions)
        return actions.map { if case .send(let message) = $0 { .send(count.say(message)) } else { $0 } }
    }

    /// When to be called with `.tick` at the latest.
    package func deadline(after now: Duration) -> Duration? {
        guard state != .closed else { return nil }
        var moments = [leaveBy, unanswered.nextDeadline].compactMap { $0 }
        if state == .greeting {
            if let nextGreeting { moments.append(nextGreeting) }
            if let patience = terms.patience { moments.append(startedAt + patience) }
        } else {
            moments += [nextPing, heardAt + heartbeat * 3]
            if let resend = unanswered.oldestSent { moments.append(resend + heartbeat * 3) }
            if let extend = work.nextExtension { moments.append(extend) }
        }
        return moments.min().map { max($0, now) }
    }

    private var heartbeat: Duration { .milliseconds(max(place?.heartbeat_ms ?? 5000, 30)) }
}

// MARK: Greeting

extension Session {
    private mutating func start(_ now: Duration, _ actions: inout [Action]) {
        startedAt = now
        greet(now, &actions)
    }

    private mutating func greet(_ now: Duration, _ actions: inout [Action]) {
        state = .greeting
        nextGreeting = now + terms.greetEvery
        var hello = terms.hello
        let credit = isPrepared && !isLeaving ? max(0, terms.window - work.running.count) : 0
        hello.credit = credit
        work.granted = credit
        actions.append(.send(.hello(hello)))
    }

    private mutating func welcomed(_ welcome: Welcome, _ now: Duration, _ actions: inout [Action]) {
        let isFirst = place == nil
        if let place, !place.agrees(with: welcome) {
            actions.append(.note(.notice, "the settings changed; leaving to be started anew with them"))
            leave(now, &actions)
        }
        state = .open
        nextGreeting = nil
        nextPing = now + .milliseconds(max(welcome.heartbeat_ms, 30)) / 3
        place = place ?? welcome
        // What waited here unstarted has been taken back with the session that it came in.
        work.waiting = []
        for message in unanswered.resend(at: now) { actions.append(.send(message)) }
        if isFirst { actions.append(.welcomed(welcome)) }
        fill(&actions)
    }

    private mutating func prepare(door: Bool, _ actions: inout [Action]) {
        isPrepared = true
        hasDoor = door
        fill(&actions)
    }
}

// MARK: Hearing

extension Session {
    private mutating func hear(_ message: BrokerMessage, _ now: Duration, _ actions: inout [Action]) {
        heardAt = now
        let isWhole = count.hear(message)
        switch message {
        case .welcome(let welcome): welcomed(welcome, now, &actions)
        case .deliver(let delivery, let bodies): deliver(delivery, bodies, now, &actions)
        case .drain: leave(now, &actions)
        case .pong:
            if !isWhole, state == .open {
                actions.append(
                    .note(.notice, "messages of the broker were lost with a connection; opening another session"))
                greet(now, &actions)
            }
        case .refused(let refused) where refused.delivery == nil && refused.id == nil:
            refusedAltogether(refused, now, &actions)
        case .refused(let refused), .error(let refused): answerRefusal(refused, now, &actions)
        default:
            guard let key = Unanswered.Key(answer: message) else { return }
            answer(unanswered.take(key), with: message, &actions)
        }
        // A delivery held back by its own earlier attempt may go on once that is answered.
        advance(now, &actions)
    }

    private mutating func refusedAltogether(_ refused: Refused, _ now: Duration, _ actions: inout [Action]) {
        if refused.code == "unknown-session" {
            if state == .open {
                actions.append(.note(.notice, "the broker does not know this session any more; opening another"))
                greet(now, &actions)
            }
        } else if state == .greeting {
            close(.refused(refused), &actions)
        } else {
            actions.append(.note(.error, "refused: \(refused.code): \(refused.message)"))
        }
    }

    private mutating func answerRefusal(_ refused: Refused, _ now: Duration, _ actions: inout [Action]) {
        guard let entry = unanswered.take(refused: refused) else {
            actions.append(.note(.warning, "refused: \(refused.code): \(refused.message)"))
            return
        }
        if let ticket = entry.ticket { return actions.append(.answer(ticket, .refused(refused))) }
        // An outcome that came too late, or was put back behind a new contact, is the protocol at work.
        let isExpected = ["stale", "put-back", "conflict"].contains(refused.code)
        actions.append(
            .note(
                isExpected ? .info : .error,
                "the outcome of delivery \(refused.delivery ?? 0) was refused: \(refused.code): \(refused.message)"))
    }

    private func answer(_ entry: Unanswered.Entry?, with message: BrokerMessage, _ actions: inout [Action]) {
        guard let ticket = entry?.ticket else { return }
        actions.append(.answer(ticket, .message(message)))
    }
}

// MARK: Working

extension Session {
    private mutating func deliver(
        _ delivery: Delivery, _ bodies: [Frame], _ now: Duration, _ actions: inout [Action]
    ) {
        guard state == .open, !isLeaving else { return }
        work.granted -= 1
        work.waiting.removeAll { $0.delivery.delivery == delivery.delivery }
        work.waiting.append((delivery, bodies))
    }

    /// Begins what can be begun: a free place, and no earlier attempt at the same message still under way here.
    private mutating func advance(_ now: Duration, _ actions: inout [Action]) {
        guard state == .open, !isLeaving else { return }
        while work.running.count < terms.window,
            let next = work.waiting.firstIndex(where: { !isUnderWay($0.delivery.delivery) })
        {
            let (delivery, bodies) = work.waiting.remove(at: next)
            work.begin(delivery, extending: terms.autoExtend, now)
            actions += [.send(.started(delivery.lease)), .work(delivery, bodies)]
        }
    }

    private func isUnderWay(_ delivery: Int64) -> Bool {
        work.running[delivery] != nil || unanswered.hasOutcome(of: delivery)
    }

    private mutating func finish(_ message: StageMessage, _ now: Duration, _ actions: inout [Action]) {
        guard let key = Unanswered.Key(request: message), case .outcome(let lease) = key else { return }
        work.end(lease.delivery, now)
        request(message, ticket: nil, deadline: nil, now, &actions)
        advance(now, &actions)
        fill(&actions)
    }

    /// Keeps as many deliveries coming as there are places, and some ahead of them; what is ahead is asked for in batches.
    private mutating func fill(_ actions: inout [Action]) {
        guard state == .open, isPrepared, !isLeaving else { return }
        let ahead = work.ahead(places: terms.window)
        let missing = terms.window + ahead - work.granted - work.running.count - work.waiting.count
        guard missing > ahead / 2 else { return }
        work.granted += missing
        actions.append(.send(.credit(Credit(credit: missing))))
    }

    private mutating func request(
        _ message: StageMessage, ticket: Ticket?, deadline: Duration?, _ now: Duration, _ actions: inout [Action]
    ) {
        guard let key = Unanswered.Key(request: message) else { return }
        unanswered.add(
            .init(key: key, message: message, ticket: ticket, deadline: deadline, sent: state == .open ? now : nil))
        if state == .open { actions.append(.send(message)) }
    }
}

// MARK: Time

extension Session {
    private mutating func tick(_ now: Duration, _ actions: inout [Action]) {
        for ticket in unanswered.expire(at: now) { actions.append(.answer(ticket, .timedOut)) }
        switch state {
        case .closed: break
        case .greeting:
            if let patience = terms.patience, place == nil, now >= startedAt + patience {
                close(.unreachable, &actions)
            } else if let nextGreeting, now >= nextGreeting {
                greet(now, &actions)
            }
        case .open:
            if now >= heardAt + heartbeat * 3 {
                actions.append(
                    .note(.warning, "nothing heard from the broker for \(heartbeat * 3); opening a new session"))
                return greet(now, &actions)
            }
            for message in unanswered.resend(at: now, olderThan: heartbeat * 3) { actions.append(.send(message)) }
            for wish in work.extensions(at: now) { actions.append(.send(.extend(wish))) }
            if now >= nextPing {
                nextPing = now + heartbeat / 3
                actions.append(.send(.ping(Ping())))
            }
        }
    }
}

// MARK: Leaving

extension Session {
    private mutating func leave(_ now: Duration, _ actions: inout [Action]) {
        guard !isLeaving else { return }
        isLeaving = true
        leaveBy = now + terms.grace
        // Unstarted deliveries go back with BYE; nobody waits for them here.
        work.waiting = []
        actions.append(.leave)
    }

    private mutating func leaveIfDone(_ now: Duration, _ actions: inout [Action]) {
        guard isLeaving, state != .closed, let leaveBy else { return }
        let isDone = work.running.isEmpty && unanswered.isEmpty && !hasDoor
        guard isDone || now >= leaveBy else { return }
        if !isDone {
            actions.append(
                .note(
                    .warning,
                    "left after \(terms.grace) with \(work.running.count) deliveries unfinished; they come again"))
        }
        close(isBroken ? .broken : .drained, &actions)
    }

    /// A door that broke takes the process with it, so that its supervisor starts another.
    private mutating func closeDoor(isBroken: Bool, _ now: Duration, _ actions: inout [Action]) {
        hasDoor = false
        guard isBroken else { return }
        self.isBroken = true
        leave(now, &actions)
    }

    private mutating func close(_ ending: Ending, _ actions: inout [Action]) {
        if state == .open { actions.append(.send(.bye)) }
        state = .closed
        actions += unanswered.removeAll().map { .answer($0, .closed) }
        actions.append(.close(ending))
    }

    /// After the end nobody is left waiting for an answer.
    private func late(_ event: Event) -> [Action] {
        if case .request(let ticket, _, _) = event { [.answer(ticket, .closed)] } else { [] }
    }
}

extension Welcome {
    /// Whether a process that was started with this place fits the other one too.
    fileprivate func agrees(with other: Welcome) -> Bool {
        pipeline == other.pipeline && settings == other.settings && standards == other.standards
            && people == other.people
    }
}
