import Broker
import Logging
import Pipeline
import StageProtocol
import ZeroMQ

/// The thread that owns the broker's sockets: it turns frames into events and actions into frames, answers signs of life,
/// and notices who has fallen silent.
final class FrontThread: Sendable {
    /// The sockets to bind, and who may come in.
    struct Entrance: Sendable {
        let doors: [PipelineConfig.Door]
        let tap: PipelineConfig.Door
        let keyring: Keyring?
    }

    private let orders: Mailbox<Order>
    private let thread: SocketThread

    /// Binds the sockets on the thread and begins to serve them; one that cannot be bound ends it.
    init(
        _ entrance: Entrance, heartbeat: Duration, backlog: Backlog, logger: Logger,
        hear: @escaping @Sendable (Event) -> Void, ended: @escaping @Sendable ((any Error)?) -> Void
    ) throws {
        let orders = Mailbox<Order>(wakeup: backlog.wakeup)
        self.orders = orders
        thread = try SocketThread(name: "front") {
            do {
                let context = try Context()
                // Whoever knocks is asked for a key from the first moment on.
                let gatekeeper = try entrance.keyring.map { try Gatekeeper($0, context: context) }
                var front = Front(
                    context: context,
                    doors: try entrance.doors.map { try Door($0, .router, entrance.keyring, context) },
                    tap: try Door(entrance.tap, .pub, entrance.keyring, context), gatekeeper: gatekeeper,
                    heartbeat: heartbeat, backlog: backlog, logger: logger, hear: hear)
                try front.run(orders)
                ended(nil)
            } catch {
                ended(error)
            }
        }
    }

    func speak(_ batch: [Action]) { if !batch.isEmpty { orders.post(.carryOut(batch)) } }

    /// Binds the sockets of stages that are added and takes over the lists of keys.
    /// - Throws: where one cannot be bound; then nothing has changed.
    func open(_ entrance: Entrance, added: Set<String>) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = orders.post(.open(entrance, added: added) { continuation.resume(with: $0) })
            if !isTaken { continuation.resume(throwing: CancellationError()) }
        }
    }

    /// Sends what is waiting to be sent, then closes the sockets.
    func stop() {
        orders.close()
        thread.join()
    }
}

extension FrontThread.Entrance {
    /// The sockets of a pipeline.
    init(_ config: PipelineConfig, _ keyring: Keyring?) {
        self.init(
            doors: [config.controlDoor] + config.stages.map(config.door), tap: config.tapDoor, keyring: keyring)
    }
}

/// What the front thread is asked for.
private enum Order: Sendable {
    case carryOut([Action])
    case open(FrontThread.Entrance, added: Set<String>, done: @Sendable (Result<Void, any Error>) -> Void)
}

private struct Front {
    let context: Context
    var doors: [Door]
    let tap: Door
    var gatekeeper: Gatekeeper?
    let heartbeat: Duration
    let backlog: Backlog
    let logger: Logger
    let hear: @Sendable (Event) -> Void
    var presence: Presence
    var complaints: Complaints
    let start = ContinuousClock.now

    init(
        context: Context, doors: [Door], tap: Door, gatekeeper: Gatekeeper?, heartbeat: Duration, backlog: Backlog,
        logger: Logger, hear: @escaping @Sendable (Event) -> Void
    ) {
        self.context = context
        self.doors = doors
        self.tap = tap
        self.gatekeeper = gatekeeper
        self.heartbeat = heartbeat
        self.backlog = backlog
        self.logger = logger
        self.hear = hear
        presence = Presence(heartbeat: heartbeat)
        complaints = Complaints(logger)
    }

    mutating func run(_ orders: Mailbox<Order>) throws {
        var lookout = Lookout(doors, tap: tap, gatekeeper, wakeup: orders.wakeup)
        var nextLook = ContinuousClock.now + heartbeat
        while !orders.isClosed {
            let isHeldBack = backlog.isFull
            let ready = try lookout.wait(isHeldBack: isHeldBack, timeout: max(.zero, nextLook - .now))
            // Whoever is held back cannot give a sign of life.
            if isHeldBack { presence.excuseSilence(at: .now - start) }
            try keepTheGate(lookout.watches)
            for place in ready { try receive(doors[place]) }
            let before = doors.map(\.name)
            for order in orders.drain() { try carryOut(order) }
            if doors.map(\.name) != before { lookout = Lookout(doors, tap: tap, gatekeeper, wakeup: orders.wakeup) }
            if nextLook <= .now {
                forgetSilent()
                nextLook = .now + heartbeat
            }
        }
        for order in orders.drain() { try carryOut(order) }
    }

    private mutating func carryOut(_ order: Order) throws {
        switch order {
        case .carryOut(let actions): for action in actions { try carryOut(action) }
        case .open(let entrance, let added, let done): done(Result { try open(entrance, added: added) })
        }
    }

    /// Binds what is added, all of it or nothing, and takes over who may come in.
    private mutating func open(_ entrance: FrontThread.Entrance, added: Set<String>) throws {
        if let left = doors.first(where: { added.contains($0.name) }) {
            throw FolderError(
                path: left.name, problem: "was taken out a moment ago and is still leaving; reload again when it has")
        }
        if let keyring = entrance.keyring {
            // Whoever knocks is asked for a key from the first moment on.
            if gatekeeper == nil { gatekeeper = try Gatekeeper(keyring, context: context) }
        }
        doors += try entrance.doors.filter { added.contains($0.name) }
            .map { try Door($0, .router, entrance.keyring, context) }
        if let keyring = entrance.keyring { gatekeeper?.keyring = keyring }
        // A door that is about to be closed keeps its list, so that the last words of its stage are heard.
        let names = Set(entrance.doors.map(\.name) + [tap.name])
        for door in doors + [tap] where door.isLocked && names.contains(door.name) { door.keyring = entrance.keyring }
    }

    /// Three missed signs of life are enough.
    private mutating func forgetSilent() {
        for session in presence.forgetSilent(at: .now - start) { end(session) }
    }

    private mutating func lose(_ session: SessionID) { if presence.forget(session) { end(session) } }

    private func end(_ session: SessionID) {
        doors.first { $0.name == session.door }?.forget(session)
        hear(.lost(session))
    }
}

// MARK: Who comes in

extension Front {
    private mutating func keepTheGate(_ watches: [(door: String, watch: Door.Watch)]) throws {
        try gatekeeper?.answer { refusal in
            complaints.log(
                .warning, "somebody was not let in: their key is not on the list of this door; add it if it is yours",
                door: refusal.door,
                ["address": "\(refusal.address)", "key": "\(refusal.key ?? "none")"])
        }
        for (door, watch) in watches {
            while let event = try watch.monitor.next() {
                guard case .handshakeFailed(_, let reason) = event else { continue }
                switch reason {
                case .refused: break
                case .wrongKey, .differentSecurity, .brokenProtocol, .interrupted:
                    complaints.log(.notice, "a connection did not come about: \(reason)", door: door)
                }
            }
        }
    }
}

// MARK: Hearing

extension Front {
    private static let limits = WireLimits()
    /// One frame more than a message may have, for the routing id.
    private static let received = MessageLimits(frames: limits.frames + 1, bytes: limits.messageBytes + 256)

    private mutating func receive(_ door: Door) throws {
        // Bounded, so that one busy socket does not keep the others waiting.
        for _ in 0..<512 where !backlog.isFull {
            guard let message = try door.socket.receive(within: Self.received) else { return }
            guard let route = message.frames.first else { continue }
            guard door.admits(message.user) else {
                complaints.log(
                    .error, "a message bore no key that opens its door, and was thrown away", door: door.name)
                continue
            }
            try take(message, from: SessionID(door: door.name, route: route, key: message.user), at: door)
        }
    }

    private mutating func take(_ incoming: Incoming, from session: SessionID, at door: Door) throws {
        let (isHeard, replaced) = door.note(session)
        if let replaced { lose(replaced) }
        guard isHeard else {
            let most = ProtocolError(
                code: "busy", message: "there are \(Door.mostPeers) peers here already; come later")
            return try refuse(most, session)
        }
        let message: StageMessage
        do {
            message = try read(incoming)
        } catch {
            _ = presence.heard(session, .failure(error), at: .now - start)
            return try refuse(error, session)
        }
        guard backlog.hasRoom(for: session) else { return try putOff(message, session) }
        switch presence.heard(session, .success(message), at: .now - start) {
        case .sound: break
        case .answer(let pong): try send(.pong(pong), to: session)
        case .torn:
            complaints.log(.notice, "messages were lost with a connection", door: door.name)
            lose(session)
        }
        if case .bye = message { door.forget(session) }
        hear(.message(session, message))
    }

    private func read(_ incoming: Incoming) throws(ProtocolError) -> StageMessage {
        guard !incoming.isCutOff else {
            throw ProtocolError(
                code: "too-large",
                message: "a message has at most \(Self.limits.frames) frames and \(Self.limits.messageBytes) bytes")
        }
        return try StageMessage(frames: Array(incoming.frames.dropFirst()))
    }

    /// Takes nothing of a peer of which too much waits already. A submission is to come later. All else counts as not arrived, so that
    /// the next sign of life opens the session anew and it is said again.
    private mutating func putOff(_ message: StageMessage, _ session: SessionID) throws {
        guard case .submit(let submission, _) = message else {
            let error = ProtocolError(
                code: "busy", message: "more of yours waits than is taken of one peer; say it later")
            _ = presence.heard(session, .failure(error), at: .now - start)
            return try refuse(error, session)
        }
        complaints.log(
            .notice, "a peer brings more than can be decided, and was told to come later", door: session.door)
        _ = presence.heard(session, .success(message), at: .now - start)
        try send(.later(Later(id: submission.id, after_ms: 1000)), to: session)
    }

    private mutating func refuse(_ error: ProtocolError, _ session: SessionID) throws {
        complaints.log(.notice, "a message was refused", door: session.door, ["reason": "\(error)"])
        try send(.error(Refused(code: error.code, message: error.message)), to: session)
    }
}

// MARK: Speaking

extension Front {
    private mutating func carryOut(_ action: Action) throws {
        switch action {
        case .send(let session, let message): try send(message, to: session)
        case .close(let name):
            doors.first { $0.name == name }?.removeFile()
            doors.removeAll { $0.name == name }
        // Somebody else sees to files.
        case .reread, .clear: break
        case .observe(let observation):
            _ = try tap.socket.send([try JSONCoding.encode(observation)])
            if observation.what == "reload" { logger.notice("reload: \(observation.detail ?? "")") }
            if ["dead", "parked", "clock", "defect"].contains(observation.what) || observation.code == "lease-expired" {
                var metadata: Logger.Metadata = [
                    "stage": "\(observation.stage)", "case": "\(observation.ref ?? "-")",
                    "type": "\(observation.type ?? "-")", "code": "\(observation.code ?? "-")",
                ]
                // Why a message is dead, or a submission parked, may quote people: `casewire dead` and `parked` tell it.
                if !["dead", "parked"].contains(observation.what), let reason = observation.detail {
                    metadata["reason"] = "\(reason)"
                }
                logger.warning("\(observation.what)", metadata: metadata)
            }
        }
    }

    /// A peer that is gone, or does not read what it is sent, is lost; what it held is given to others.
    private mutating func send(_ message: BrokerMessage, to session: SessionID) throws {
        // What was meant for the owner of one key is not sent to another who has come under the same routing id.
        guard let door = doors.first(where: { $0.name == session.door }), !door.isSomebodyElse(session) else { return }
        let frames = message.frames
        let limit = Self.limits.messageBytes
        guard frames.reduce(0, { $0 + $1.count }) <= limit else {
            logger.error("a message is too large to send", metadata: ["door": "\(session.door)", "limit": "\(limit)"])
            guard case .reply(let reply, _) = message else { return }
            let refusal = Refused(id: reply.id, code: "too-large", message: "the answer is too large; ask for less")
            return try send(.refused(refusal), to: session)
        }
        if try door.socket.send([session.route] + frames) == .sent {
            presence.said(message, to: session)
        } else {
            lose(session)
        }
    }
}
