import Logging
import StageProtocol
import Synchronization
import ZeroMQ

/// The one thread that owns the socket to the broker. Everybody else reaches it by posting.
final class Link: Sendable {
    /// What the thread tells the process.
    enum News: Sendable {
        case welcomed(Welcome)
        /// A connection did not come about, for a reason that a person must mend.
        case kept(out: HandshakeFailure)
        case work(Delivery, [StageProtocol.Frame])
        case leave
        case closed(Session.Ending)
        /// The socket failed for good.
        case broken(ZeroMQError)
    }

    fileprivate enum Post: Sendable {
        case event(Session.Event)
        case finished(Answer)
        case request(Ticket, StageMessage, Duration?, CheckedContinuation<BrokerMessage, any Error>)
    }

    let news: AsyncStream<News>
    private let mailbox: Mailbox<Post>
    private let thread: SocketThread
    private let lastTicket = Atomic<UInt64>(0)

    /// Connects; `HELLO` is said at once, and again until the broker answers.
    init(
        endpoint: String, keys: BrokerKeys?, terms: Session.Terms, context: Context, logger: Logger
    ) throws(ZeroMQError) {
        let (news, tell) = AsyncStream<News>.makeStream()
        let mailbox = try Mailbox<Post>()
        self.news = news
        self.mailbox = mailbox
        thread = try SocketThread(name: "link", stackBytes: 1 << 20) {
            var loop = Loop(session: Session(terms), mailbox: mailbox, tell: tell, logger: logger)
            do throws(ZeroMQError) {
                try loop.run(endpoint: endpoint, keys: keys, context: context)
            } catch {
                tell.yield(.broken(error))
            }
            loop.end()
            tell.finish()
        }
    }

    func post(_ event: Session.Event) { mailbox.post(.event(event)) }

    /// A handler has returned.
    func finish(_ answer: Answer) { mailbox.post(.finished(answer)) }

    /// Waits until the thread has ended and the socket is closed.
    func wait() async { await thread.wait() }
}

extension Link: BrokerPort {
    func tell(_ message: StageMessage) { post(.tell(message)) }

    func ask(_ request: StageMessage, within timeout: Duration?) async throws -> BrokerMessage {
        let ticket = Ticket(number: lastTicket.wrappingAdd(1, ordering: .relaxed).newValue)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if !mailbox.post(.request(ticket, request, timeout, continuation)) {
                    continuation.resume(throwing: Session.Answer.closed.error ?? CancellationError())
                }
            }
        } onCancel: {
            post(.abandon(ticket))
        }
    }
}

/// The thread's own state: the session, those who wait, and what the socket could not take yet.
private struct Loop: ~Copyable {
    var session: Session
    let mailbox: Mailbox<Link.Post>
    let tell: AsyncStream<Link.News>.Continuation
    let logger: Logger
    var waiting: [Ticket: CheckedContinuation<BrokerMessage, any Error>] = [:]
    var outbox: [[StageProtocol.Frame]] = []
    /// What a handler has just returned, in frames already.
    var written: Answer?
    let start = ContinuousClock.now
    /// Why the last connection did not come about.
    var obstacle: HandshakeFailure?

    init(
        session: Session, mailbox: Mailbox<Link.Post>, tell: AsyncStream<Link.News>.Continuation, logger: Logger
    ) {
        self.session = session
        self.mailbox = mailbox
        self.tell = tell
        self.logger = logger
    }

    var now: Duration { ContinuousClock.now - start }

    /// Talks to the broker until the session is over.
    mutating func run(endpoint: String, keys: BrokerKeys?, context: Context) throws(ZeroMQError) {
        var options = SocketOptions.default
        options.maximumMessageBytes = Int64(WireLimits().messageBytes)
        // Long enough for BYE to leave.
        options.linger = .milliseconds(500)
        options.ipv6 = endpoint.contains("[")
        options.curve = keys?.role
        var event = Session.Event?.some(.start)
        while session.state != .closed {
            let socket = try Socket(.dealer, context: context, options: options)
            try converse(socket, endpoint, first: event)
            event = nil
        }
    }

    /// One socket's life: until the session is over, or the broker would not have it. libzmq gives such a socket up for
    /// good; keys may be put right, so another one is tried.
    private mutating func converse(
        _ socket: borrowing Socket, _ endpoint: String, first: Session.Event?
    ) throws(ZeroMQError) {
        let monitor = try socket.monitor()
        try socket.connect(endpoint)
        let items = [socket.pollItem, monitor.pollItem]
        var reading = Poller(items, wakeup: mailbox.wakeup)
        var writing = Poller(items + [socket.writablePollItem], wakeup: mailbox.wakeup)
        if let first { try handle(first, socket) }
        var givenUp: Duration?
        while session.state != .closed {
            if let givenUp, givenUp <= now { return }
            let current = now
            let pause = [session.deadline(after: current), givenUp].compactMap { $0 }.min().map { $0 - current }
            _ = outbox.isEmpty ? try reading.wait(timeout: pause) : try writing.wait(timeout: pause)
            for post in mailbox.drain() { try take(post, socket) }
            while let event = try monitor.next() { if look(at: event) { givenUp = now + .seconds(2) } }
            while session.state != .closed, let frames = try socket.receive() { try hear(frames, socket) }
            try flush(socket)
            if let deadline = session.deadline(after: now), deadline <= now { try handle(.tick, socket) }
        }
        try flush(socket)
    }

    /// Nobody is left waiting, whatever ended the thread.
    mutating func end() {
        mailbox.close()
        for case .request(_, _, _, let continuation) in mailbox.drain() { resume(continuation, .closed) }
        for continuation in waiting.values { resume(continuation, .closed) }
        waiting = [:]
    }

    /// Wrong keys look like silence from here: only the socket's own reports tell of them.
    /// - Returns: whether the socket will not try again by itself.
    private mutating func look(at event: MonitorEvent) -> Bool {
        switch event {
        case .ready:
            obstacle = nil
            return false
        case .handshakeFailed(_, let reason):
            if reason != obstacle {
                obstacle = reason
                logger.warning("the broker cannot be reached: \(reason)")
                tell.yield(.kept(out: reason))
            }
            if case .interrupted = reason { return false }
            return true
        default: return false
        }
    }

    private mutating func take(_ post: Link.Post, _ socket: borrowing Socket) throws(ZeroMQError) {
        switch post {
        case .event(.abandon(let ticket)):
            try handle(.abandon(ticket), socket)
            waiting.removeValue(forKey: ticket)?.resume(throwing: CancellationError())
        case .event(let event): try handle(event, socket)
        case .finished(let answer):
            written = answer
            try handle(.finished(answer.message), socket)
            written = nil
        case .request(let ticket, let message, let timeout, let continuation):
            waiting[ticket] = continuation
            try handle(.request(ticket, message, timeout: timeout), socket)
        }
    }

    private mutating func hear(_ frames: [StageProtocol.Frame], _ socket: borrowing Socket) throws(ZeroMQError) {
        do {
            let message = try BrokerMessage(frames: frames)
            try handle(.heard(message), socket)
        } catch let error as ProtocolError {
            // A later broker may know more commands; what cannot be read at all counts as lost.
            if error.code == "unknown-command" { try handle(.passedOver, socket) }
            logger.debug("ignored a message", metadata: ["reason": "\(error)"])
        } catch let error as ZeroMQError {
            throw error
        } catch {
            logger.error("ignored a message", metadata: ["reason": "\(error)"])
        }
    }

    private mutating func handle(_ event: Session.Event, _ socket: borrowing Socket) throws(ZeroMQError) {
        for action in session.handle(event, at: now) {
            switch action {
            case .send(let message): try send(message, socket)
            case .welcomed(let welcome): tell.yield(.welcomed(welcome))
            case .work(let delivery, let bodies): tell.yield(.work(delivery, bodies))
            case .answer(let ticket, let answer):
                if let continuation = waiting.removeValue(forKey: ticket) { resume(continuation, answer) }
            case .note(let level, let text): logger.log(level: level, "\(text)")
            case .leave: tell.yield(.leave)
            case .close(let ending): tell.yield(.closed(ending))
            }
        }
    }

    private func resume(
        _ continuation: CheckedContinuation<BrokerMessage, any Error>, _ answer: Session.Answer
    ) {
        if case .message(let message) = answer {
            continuation.resume(returning: message)
        } else {
            continuation.resume(throwing: answer.error ?? CancellationError())
        }
    }
}

// MARK: Sending

extension Loop {
    private mutating func send(_ message: StageMessage, _ socket: borrowing Socket) throws(ZeroMQError) {
        // A new session: what an earlier one did not get rid of means nothing in it.
        if case .hello = message { outbox = [] }
        outbox.append(written?.frames(of: message) ?? message.frames)
        try flush(socket)
    }

    private mutating func flush(_ socket: borrowing Socket) throws(ZeroMQError) {
        var sent = 0
        for frames in outbox {
            guard try socket.send(frames) == .sent else { break }
            sent += 1
        }
        outbox.removeFirst(sent)
    }
}

extension Session.Answer {
    /// The answer as an error; nil where it is none.
    fileprivate var error: (any Error)? {
        switch self {
        case .message: nil
        case .refused(let refused): BrokerRefusal(code: refused.code, message: refused.message)
        case .timedOut:
            BrokerUnreachable(message: "the broker did not answer in time. Is it running? \"casewire status\" shows it")
        case .closed: BrokerUnreachable(message: "the session with the broker has ended; this process is leaving")
        }
    }
}
