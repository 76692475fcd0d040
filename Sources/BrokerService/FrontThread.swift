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

    private let actions: Mailbox<[Action]>
    private let thread: SocketThread

    /// Binds the sockets on the thread and begins to serve them; one that cannot be bound ends it.
    init(
        _ entrance: Entrance, heartbeat: Duration, backlog: Backlog, logger: Logger,
        hear: @escaping @Sendable (Event) -> Void, ended: @escaping @Sendable ((any Error)?) -> Void
    ) throws {
        let actions = Mailbox<[Action]>(wakeup: backlog.wakeup)
        self.actions = actions
        thread = try SocketThread(name: "front") {
            do {
                let context = try Context()
                // Whoever knocks is asked for a key from the first moment on.
                let gatekeeper = try entrance.keyring.map { try Gatekeeper($0, context: context) }
                var front = Front(
                    doors: try entrance.doors.map { try Door($0, .router, entrance.keyring, context) },
                    tap: try Door(entrance.tap, .pub, entrance.keyring, context), gatekeeper: gatekeeper,
                    heartbeat: heartbeat, backlog: backlog, logger: logger, hear: hear)
                try front.run(actions)
                ended(nil)
            } catch {
                ended(error)
            }
        }
    }

    func speak(_ batch: [Action]) { if !batch.isEmpty { actions.post(batch) } }

    /// Sends what is waiting to be sent, then closes the sockets.
    func stop() {
        actions.close()
        thread.join()
    }
}

private struct Front {
    let doors: [Door]
    let tap: Door
    let gatekeeper: Gatekeeper?
    let heartbeat: Duration
    let backlog: Backlog
    let logger: Logger
    let hear: @Sendable (Event) -> Void
    var presence: Presence
    var complaints: Complaints
    let start = ContinuousClock.now

    init(
        doors: [Door], tap: Door, gatekeeper: Gatekeeper?, heartbeat: Duration, backlog: Backlog, logger: Logger,
        hear: @escaping @Sendable (Event) -> Void
    ) {
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

    mutating func run(_ actions: Mailbox<[Action]>) throws {
        let watches = (doors + [tap]).compactMap { door in door.watch.map { (door.name, $0) } }
        let gate = watches.map { $1.monitor.pollItem } + (gatekeeper.map { [$0.socket.pollItem] } ?? [])
        var reading = Poller(doors.map { $0.socket.pollItem } + gate, wakeup: actions.wakeup)
        // While the backlog is full, only what the mind says, and who knocks, is waited for.
        var holding = Poller(gate, wakeup: actions.wakeup)
        var nextLook = ContinuousClock.now + heartbeat
        while !actions.isClosed {
            let timeout = max(.zero, nextLook - .now)
            if backlog.isFull {
                _ = try holding.wait(timeout: timeout)
                // Whoever is held back cannot give a sign of life.
                presence.excuseSilence(at: .now - start)
            } else {
                _ = try reading.wait(timeout: timeout)
            }
            try keepTheGate(watches)
            for door in doors { try receive(door) }
            for action in actions.drain().joined() { try carryOut(action) }
            if nextLook <= .now {
                forgetSilent()
                nextLook = .now + heartbeat
            }
        }
        for action in actions.drain().joined() { try carryOut(action) }
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
        case .observe(let observation):
            _ = try tap.socket.send([try JSONCoding.encode(observation)])
            if ["dead", "parked", "clock", "defect"].contains(observation.what) {
                logger.warning(
                    "\(observation.what)",
                    metadata: [
                        "stage": "\(observation.stage)", "case": "\(observation.ref ?? "-")",
                        "type": "\(observation.type ?? "-")", "reason": "\(observation.detail ?? "")",
                    ])
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
