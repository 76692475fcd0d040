import StageProtocol

/// The processes of a stage that a supervisor runs.
struct Crew: Sendable, Hashable {
    /// How many it wants there to be.
    var aim: Int
    /// Whether so many are there and none is on its way out.
    var isSettled: Bool
    /// Up to which of the operator's words it has brought things about; nil of a supervisor that does not say.
    var asked: Int?
}

// What operators ask of stages, and what a supervisor must know to bring it about.

extension Core {
    /// Whether somebody is there who starts and stops processes.
    var isSupervised: Bool { sessions.of(nil).contains { $0.crews != nil } }

    /// How many processes there should be, are, and are leaving. A supervisor names its crews when it asks.
    mutating func fleet(_ arguments: JSON, _ session: Sessions.Session) -> JSON {
        if let crews = arguments["crews"]?.object { note(crews, session) }
        return [
            "fingerprint": .string(plan.fingerprint), "supervised": .bool(isSupervised),
            "stages": .array(plan.stages.values.sorted { $0.name < $1.name }.map(standing)),
            "leaving": .array(
                plan.leaving.keys.sorted().map {
                    ["name": .string($0), "leaving": .int(Int64(sessions.of($0).count))]
                }),
        ]
    }

    private mutating func note(_ told: [String: JSON], _ session: Sessions.Session) {
        let crews = told.mapValues {
            Crew(
                aim: Int($0["aim"]?.int ?? 0), isSettled: $0["settled"]?.bool == true,
                asked: $0["asked"]?.int.map { Int($0) })
        }
        for (name, crew) in crews.sorted(by: { $0.key < $1.key }) {
            guard let before = session.crews?[name]?.aim, before != crew.aim else { continue }
            observe("scale", stage: name, detail: "\(before) → \(crew.aim)")
        }
        sessions.note(crews, by: session.id)
    }

    /// How one stage stands.
    private func standing(_ stage: StagePlan) -> JSON {
        let present = inOrder(stage.name)
        let current = present.filter { $0.revision == stage.revision && !$0.isLeaving }
        let crew = sessions.of(nil).compactMap { $0.crews?[stage.name] }.first
        let asked = askings[stage.name] ?? 0
        // A supervisor that has not heard the operator's latest word has settled what was wanted before.
        let isSettled = crew.map { $0.isSettled && $0.asked ?? asked == asked } ?? false
        return [
            "name": .string(stage.name), "revision": .string(stage.revision),
            "replicas": ["min": .int(Int64(stage.replicas.lowerBound)), "max": .int(Int64(stage.replicas.upperBound))],
            "wish": wishes[stage.name]?.replicas.map { .int(Int64($0)) } ?? nil,
            "drained": .bool(wishes[stage.name]?.isDrained == true),
            "waiting": .int(Int64(queue.depth(stage.name))),
            "holding": .int(Int64(present.reduce(0) { $0 + $1.held.count })),
            "instances": .array(current.map { .string($0.hello.instance) }),
            "working": .array(current.filter(\.isWorking).map { .string($0.hello.instance) }),
            "outdated": .int(Int64(present.count { $0.revision != stage.revision && !$0.isLeaving })),
            "leaving": .int(Int64(present.count(where: \.isLeaving))),
            "aim": crew.map { .int(Int64($0.aim)) } ?? nil, "settled": .bool(isSettled),
            "asked": .int(Int64(asked)),
        ]
    }

    /// Sets how many processes of a stage there are, or lets the file say so again. A stage that is drained rests on.
    mutating func scale(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        let stage = try stage(arguments)
        var wish = wishes[stage.name] ?? Wish()
        wish.replicas = nil
        if arguments["undo"]?.bool != true {
            guard let replicas = arguments["replicas"]?.int, (0...256).contains(replicas) else {
                throw Invalid("scale: \"replicas\" is 0 to 256")
            }
            wish.replicas = Int(replicas)
        }
        try put(wish, stage: stage.name, store)
        observe("scale", stage: stage.name, detail: wish.replicas.map { "to \($0), by command" } ?? "as the file says")
        return standing(stage)
    }

    /// Hands nothing more out to a stage and tells its processes to leave, or lets it go on.
    mutating func drain(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        let stage = try stage(arguments)
        var wish = wishes[stage.name] ?? Wish()
        wish.isDrained = arguments["undo"]?.bool != true
        try put(wish, stage: stage.name, store)
        if wish.isDrained {
            dismiss(stage.name, because: "drained")
        } else {
            observe("drain", stage: stage.name, detail: "over: it goes on")
        }
        return standing(stage)
    }

    private func stage(_ arguments: JSON) throws(Invalid) -> StagePlan {
        let name = arguments["stage"]?.string ?? ""
        guard let stage = plan.stages[name] else {
            let names = plan.stages.keys.sorted().joined(separator: ", ")
            throw Invalid(code: "no-stage", "there is no stage \"\(name)\"; there are \(names)")
        }
        return stage
    }

    mutating func put(_ wish: Wish?, stage: String, _ store: any StoreTransaction) throws {
        let kept = wish.flatMap { $0.isEmpty ? nil : $0 }
        try store.put(kept, stage: stage)
        wishes[stage] = kept
        askings[stage, default: 0] += 1
    }
}
