package import StageProtocol

/// Who asked for a reload, and under which name.
package struct Asker: Sendable, Hashable {
    let session: SessionID
    let question: String
}

/// What came of reading the pipeline's files anew.
package struct Rereading: Sendable {
    /// What is in force from now on; nil where something is wrong with the files: then nothing changes.
    package var plan: Plan?
    /// What was found, as `casewire check` tells it.
    package var diagnostics: [JSON]
    /// Who waits for an answer; nobody where a signal asked.
    package var asker: Asker?

    package init(plan: Plan?, diagnostics: [JSON] = [], asker: Asker? = nil) {
        self.plan = plan
        self.diagnostics = diagnostics
        self.asker = asker
    }
}

extension Core {
    /// Puts another plan into force, between two beats' worth of work: outcomes that come from now on are judged and
    /// routed by it. Nothing that waits is touched.
    mutating func take(_ reading: Rereading, _ store: any StoreTransaction) throws {
        guard let next = reading.plan else {
            observe("reload", stage: "broker", detail: "refused, nothing changes: \(reading.firstError)")
            return answer(reading, ["reloaded": false])
        }
        let change = PlanChange(from: plan, to: next)
        let resorts = PlanChange.changesLanes(from: plan, to: next)
        try forgetWishes(change, store)
        replacePlan(by: next)
        if resorts { try sortAnew(store) }
        for name in change.removed { dismiss(name, because: "taken out") }
        isReplacing = true
        observe("reload", stage: "broker", detail: change.summary)
        answer(reading, change.json { .int(Int64(queue.depth($0))) })
    }

    /// What is not in the new plan stays until its last process has gone.
    private mutating func replacePlan(by next: Plan) {
        let before = plan
        plan = next
        plan.leaving = before.leaving.merging(before.stages) { $1 }.filter { next.stages[$0.key] == nil }
    }

    /// The latest word counts: a number in the file that is newer than the command's takes its place.
    private mutating func forgetWishes(_ change: PlanChange, _ store: any StoreTransaction) throws {
        for name in change.removed where wishes[name] != nil { try put(nil, stage: name, store) }
        for name in change.scaled {
            guard var wish = wishes[name], wish.replicas != nil else { continue }
            wish.replicas = nil
            try put(wish, stage: name, store)
        }
    }

    /// Whether a message needs its case's lane is looked up again for all that wait; lanes that are held stay held.
    private mutating func sortAnew(_ store: any StoreTransaction) throws {
        queue = ReadyQueue()
        for held in leases.values { queue.hold(held.lane, by: held.id) }
        loaded = Timestamp(milliseconds: .min)
        try loadDue(store)
    }

    private mutating func answer(_ reading: Rereading, _ outcome: [String: JSON]) {
        guard let asker = reading.asker, sessions[asker.session] != nil else { return }
        let errors = reading.diagnostics.count { $0["severity"] == "error" }
        let more: [String: JSON] = [
            "diagnostics": .array(reading.diagnostics), "errors": .int(Int64(errors)),
            "warnings": .int(Int64(reading.diagnostics.count - errors)),
        ]
        let body = JSON.object(outcome.merging(more) { $1 }).bytes
        send(.reply(Reply(id: asker.question), body: body), to: asker.session)
    }
}

// MARK: Processes that are to go

extension Core {
    /// Tells every process of a stage to finish and leave.
    mutating func dismiss(_ stage: String, because reason: String) {
        for session in inOrder(stage) where !session.isLeaving { dismiss(session, because: reason) }
    }

    /// Once a process of the new kind takes work, those of the old kind go. Where nobody brings a new one they go at once,
    /// and whoever keeps them starts them anew.
    mutating func replaceProcesses() {
        if isReplacing {
            isReplacing = false
            for stage in plan.stages.values.sorted(by: { $0.name < $1.name }) {
                let present = inOrder(stage.name)
                let old = present.filter { $0.revision != stage.revision && !$0.isLeaving }
                guard !old.isEmpty else { continue }
                let isReplaced = present.contains {
                    $0.revision == stage.revision && $0.isWorking
                }
                if isReplaced || !isSupervised || count(wanted: stage) == 0 {
                    for session in old { dismiss(session, because: "replaced") }
                } else {
                    isReplacing = true
                }
            }
        }
        for name in plan.leaving.keys.sorted() where sessions.of(name).isEmpty {
            plan.leaving[name] = nil
            actions.append(.close(door: name))
        }
    }

    /// Whether processes are there that were started with something else than what is in force.
    func isBeingReplaced(_ stage: String) -> Bool {
        sessions.of(stage).contains { $0.revision != plan.stages[stage]?.revision }
    }

    /// The most processes of a stage that its supervisor may run.
    private func count(wanted stage: StagePlan) -> Int { wishes[stage.name]?.replicas ?? stage.replicas.upperBound }

    private mutating func dismiss(_ session: Sessions.Session, because reason: String) {
        sessions.dismiss(session.id)
        send(.drain, to: session.id)
        observe("drain", stage: session.stage ?? "", detail: "\(session.hello.instance): \(reason)")
    }

    /// The sessions of a stage, always in the same order.
    func inOrder(_ stage: String) -> [Sessions.Session] {
        sessions.of(stage).sorted {
            ($0.hello.instance, $0.since) != ($1.hello.instance, $1.since)
                ? ($0.hello.instance, $0.since) < ($1.hello.instance, $1.since)
                : $0.id.route.lexicographicallyPrecedes($1.id.route)
        }
    }
}

extension Rereading {
    /// The first error, as it would be pointed at.
    fileprivate var firstError: String {
        guard let error = diagnostics.first(where: { $0["severity"] == "error" }) else { return "the files are wrong" }
        let place = error["place"]
        return "\(place?["file"]?.string ?? ""):\(place?["line"]?.int ?? 0): \(error["message"]?.string ?? "")"
    }
}

extension PlanChange {
    /// In a line.
    var summary: String {
        let parts =
            [("added", added), ("removed", removed), ("replaced", replaced), ("adjusted", adjusted)]
            + [("scaled", scaled)]
        let said = parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }
        return said.isEmpty ? "nothing changed for the stages" : said.joined(separator: "; ")
    }

    /// As it is answered; of stages that go out with what waits for them.
    func json(waiting: (String) -> JSON) -> [String: JSON] {
        func list(_ names: [String]) -> JSON { .array(names.map { .string($0) }) }
        return [
            "reloaded": true, "added": list(added), "replaced": list(replaced), "adjusted": list(adjusted),
            "scaled": list(scaled),
            "removed": .array(removed.map { ["stage": .string($0), "waiting": waiting($0)] }),
        ]
    }
}
