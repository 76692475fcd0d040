import StageProtocol

/// The peers that said HELLO.
struct Sessions {
    /// One peer.
    struct Session {
        let id: SessionID
        let hello: Hello
        /// The stage it works for; nil for an operator's command.
        let stage: String?
        let since: Timestamp
        var credit: Int { didSet { takesWork = takesWork || credit > 0 } }
        /// Whether it has said that it takes work. Who greets may still find that it cannot work with its settings.
        var takesWork: Bool
        /// Whether it is there to be handed work, now or once it has finished what it holds.
        var isWorking: Bool { takesWork && !isLeaving }
        /// What its stage was when it was welcomed.
        let revision: String
        /// Whether it was told to leave.
        var isLeaving = false
        /// What it runs, where it is a supervisor.
        var crews: [String: Crew]?
        /// Deliveries it holds.
        var held: Set<Int64> = []

        init(id: SessionID, hello: Hello, stage: String?, since: Timestamp, revision: String) {
            self.id = id
            self.hello = hello
            self.stage = stage
            self.since = since
            self.revision = revision
            credit = max(0, min(hello.credit ?? 0, 4096))
            takesWork = credit > 0
        }
    }

    private var all: [SessionID: Session] = [:]
    /// The sessions of each stage, the one that is asked next first: the turn goes round.
    private var turns: [String: [SessionID]] = [:]

    subscript(id: SessionID) -> Session? { all[id] }

    /// The sessions of a stage, or of operators' commands.
    func of(_ stage: String?) -> [Session] { all.values.filter { $0.stage == stage } }

    mutating func add(_ session: Session) {
        remove(session.id)
        all[session.id] = session
        if let stage = session.stage { turns[stage, default: []].append(session.id) }
    }

    mutating func remove(_ id: SessionID) {
        guard let stage = all.removeValue(forKey: id)?.stage else { return }
        turns[stage]?.removeAll { $0 == id }
    }

    /// A session that an earlier process left behind in the same place.
    func predecessor(of hello: Hello, stage: String, id: SessionID) -> SessionID? {
        all.values.first { $0.stage == stage && $0.hello.instance == hello.instance && $0.id != id }?.id
    }

    /// Notes that a session was told to leave: it is handed nothing more.
    mutating func dismiss(_ id: SessionID) {
        all[id]?.isLeaving = true
        all[id]?.credit = 0
    }

    /// Notes what a supervisor runs.
    mutating func note(_ crews: [String: Crew], by id: SessionID) { all[id]?.crews = crews }

    mutating func grant(_ credit: Int, to id: SessionID) {
        guard let session = all[id], !session.isLeaving else { return }
        all[id]?.credit = min(session.credit + min(max(credit, 0), 4096), 4096)
    }

    mutating func take(_ delivery: Int64, by id: SessionID) {
        all[id]?.credit -= 1
        all[id]?.held.insert(delivery)
    }

    mutating func give(back delivery: Int64, by id: SessionID) { all[id]?.held.remove(delivery) }

    /// A session of the stage with room for one more, each in turn.
    mutating func next(_ stage: String) -> SessionID? {
        guard let turn = turns[stage]?.firstIndex(where: { (all[$0]?.credit ?? 0) > 0 }),
            let id = turns[stage]?.remove(at: turn)
        else { return nil }
        turns[stage]?.append(id)
        return id
    }
}

extension Core {
    mutating func open(_ id: SessionID, _ hello: Hello, _ store: any StoreTransaction) throws {
        guard hello.protocol == Wire.version else {
            return refuse(
                id, code: "version", "this broker speaks protocol \(Wire.version), not \(hello.protocol)")
        }
        let stage = id.door == "control" ? nil : plan.stages[id.door]
        if id.door != "control" {
            guard let stage else { return refuse(id, code: "unknown-stage", "no stage \"\(id.door)\" here") }
            guard hello.stage == stage.name else {
                return refuse(
                    id, code: "wrong-socket", "this is the socket of \"\(stage.name)\", not of \"\(hello.stage)\"")
            }
            if let earlier = sessions.predecessor(of: hello, stage: stage.name, id: id) {
                try end(earlier, because: "started anew", store)
            }
        }
        if sessions[id] != nil { try end(id, because: "said HELLO again", store) }
        sessions.add(
            .init(id: id, hello: hello, stage: stage?.name, since: now, revision: stage?.revision ?? ""))
        send(.welcome(welcome(stage)), to: id)
        if let stage {
            observe("hello", stage: stage.name) {
                ($0.instance, $0.detail) = (hello.instance, "pid \(hello.pid ?? 0)")
            }
        }
    }

    private func welcome(_ stage: StagePlan?) -> Welcome {
        Welcome(
            pipeline: plan.pipeline, settings: stage?.settings ?? .object([:]), standards: stage?.standards,
            people: stage?.people, heartbeat_ms: Int(plan.heartbeat.wholeMilliseconds),
            limits: .init(
                message: WireLimits().messageBytes, chunk: WireLimits().chunkBytes, blob: plan.blobBytes))
    }

    /// Ends a session. What it had begun counts as an attempt, since it may be what brought the process down.
    mutating func end(_ id: SessionID, because reason: String, _ store: any StoreTransaction) throws {
        guard let session = sessions[id] else { return }
        sessions.remove(id)
        for delivery in session.held.sorted() {
            guard let held = leases[delivery] else { continue }
            try giveBack(held, counts: held.started != nil, why: "session-lost", reason, store)
        }
        if let stage = session.stage {
            observe("goodbye", stage: stage) { ($0.instance, $0.detail) = (session.hello.instance, reason) }
        }
    }
}
