/// What differs between two plans, stage by stage, each in the order of names.
struct PlanChange: Hashable {
    /// Stages that come in.
    var added: [String] = []
    /// Stages that go out.
    var removed: [String] = []
    /// Stages whose processes are replaced, since what they were started with has changed.
    var replaced: [String] = []
    /// Stages whose processes go on, under other routes, grants or figures.
    var adjusted: [String] = []
    /// Stages that are to have another number of processes.
    var scaled: [String] = []

    init(from old: Plan, to new: Plan) {
        removed = old.stages.keys.filter { new.stages[$0] == nil }.sorted()
        for name in new.stages.keys.sorted() {
            guard let before = old.stages[name], var after = new.stages[name] else {
                added.append(name)
                continue
            }
            if before.replicas != after.replicas { scaled.append(name) }
            after.replicas = before.replicas
            if before.revision != after.revision {
                replaced.append(name)
            } else if before != after {
                adjusted.append(name)
            }
        }
    }

    /// Whether messages that wait may need a lane that they did not need before, or the other way round.
    static func changesLanes(from old: Plan, to new: Plan) -> Bool {
        new.stages.values.contains { $0.accepts != old.stages[$0.name]?.accepts }
    }
}
