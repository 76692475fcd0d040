import Broker
import Logging
import StageProtocol
import ZeroMQ

/// The thread that owns the broker's sockets: it turns frames into events and actions into frames, answers signs of life,
/// and notices who has fallen silent.
final class FrontThread: Sendable {
    /// A socket to bind.
    struct Address: Sendable {
        /// The stage it belongs to, or `control`.
        let door: String
        let endpoint: String
    }

    private let actions: Mailbox<[Action]>
    private let thread: SocketThread

    /// Binds the sockets on the thread and begins to serve them; one that cannot be bound ends it.
    init(
        addresses: [Address], tap: String, heartbeat: Duration, backlog: Backlog, logger: Logger,
        hear: @escaping @Sendable (Event) -> Void, ended: @escaping @Sendable ((any Error)?) -> Void
    ) throws {
        let actions = Mailbox<[Action]>(wakeup: backlog.wakeup)
        self.actions = actions
        thread = try SocketThread(name: "front") {
            do {
                let context = try Context()
                var front = Front(
                    doors: try addresses.map { try Door($0, context) }, tap: try Door.tap(tap, context),
                    actions: actions, heartbeat: heartbeat, backlog: backlog, logger: logger, hear: hear)
                try front.run()
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

/// One bound socket. It never leaves the front thread.
private final class Door {
    let name: String
    let socket: Socket

    init(_ address: FrontThread.Address, _ context: Context) throws {
        name = address.door
        var options = SocketOptions.default
        options.maximumMessageBytes = Int64(WireLimits().messageBytes)
        options.sendHighWater = 20_000
        // A peer that is held back has few messages here, since each may weigh as much as the limit above.
        options.receiveHighWater = 64
        options.linger = .milliseconds(500)
        socket = try Socket(.router, context: context, options: options)
        _ = try socket.bind(address.endpoint)
    }

    private init(tap endpoint: String, _ context: Context) throws {
        name = "tap"
        socket = try Socket(.pub, context: context)
        _ = try socket.bind(endpoint)
    }

    static func tap(_ endpoint: String, _ context: Context) throws -> Door { try Door(tap: endpoint, context) }
}

private struct Front {
    let doors: [Door]
    let tap: Door
    let actions: Mailbox<[Action]>
    let heartbeat: Duration
    let backlog: Backlog
    let logger: Logger
    let hear: @Sendable (Event) -> Void
    var presence: Presence
    let start = ContinuousClock.now

    init(
        doors: [Door], tap: Door, actions: Mailbox<[Action]>, heartbeat: Duration, backlog: Backlog, logger: Logger,
        hear: @escaping @Sendable (Event) -> Void
    ) {
        self.doors = doors
        self.tap = tap
        self.actions = actions
        self.heartbeat = heartbeat
        self.backlog = backlog
        self.logger = logger
        self.hear = hear
        presence = Presence(heartbeat: heartbeat)
    }

    mutating func run() throws {
        var reading = Poller(doors.map { $0.socket.pollItem }, wakeup: actions.wakeup)
        // While the backlog is full, only what the mind says is waited for.
        var holding = Poller([], wakeup: actions.wakeup)
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
            for door in doors { try receive(door) }
            for action in actions.drain().joined() { try carryOut(action) }
            if nextLook <= .now {
                for session in presence.forgetSilent(at: .now - start) { hear(.lost(session)) }
                nextLook = .now + heartbeat
            }
        }
        for action in actions.drain().joined() { try carryOut(action) }
    }

    private mutating func receive(_ door: Door) throws {
        // Bounded, so that one busy socket does not keep the others waiting.
        for _ in 0..<512 where !backlog.isFull {
            guard let frames = try door.socket.receive() else { return }
            guard let route = frames.first else { continue }
            let session = SessionID(door: door.name, route: route)
            do {
                let message = try StageMessage(frames: Array(frames.dropFirst()))
                switch presence.heard(session, message, at: .now - start) {
                case .sound: break
                case .answer(let pong): try send(.pong(pong), to: session)
                case .torn:
                    logger.notice("messages were lost with a connection", metadata: ["door": "\(door.name)"])
                    lose(session)
                }
                hear(.message(session, message))
            } catch let error as ProtocolError {
                _ = presence.heard(session, nil, at: .now - start)
                logger.notice("a message was refused", metadata: ["door": "\(door.name)", "reason": "\(error)"])
                try send(.error(Refused(code: error.code, message: error.message)), to: session)
            }
        }
    }

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
        guard let door = doors.first(where: { $0.name == session.door }) else { return }
        let limit = WireLimits().messageBytes
        guard message.frames.reduce(0, { $0 + $1.count }) <= limit else {
            logger.error("a message is too large to send", metadata: ["door": "\(session.door)", "limit": "\(limit)"])
            guard case .reply(let reply, _) = message else { return }
            let refusal = Refused(id: reply.id, code: "too-large", message: "the answer is too large; ask for less")
            return try send(.refused(refusal), to: session)
        }
        if try door.socket.send([session.route] + message.frames) == .sent {
            presence.said(message, to: session)
        } else {
            lose(session)
        }
    }

    private mutating func lose(_ session: SessionID) { if presence.forget(session) { hear(.lost(session)) } }
}
