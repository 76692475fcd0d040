package import StageProtocol

/// Something that happened: what `casewire tap` shows, and what is counted.
package struct Observation: Codable, Sendable, Hashable {
    package var at: Timestamp
    package var what: String
    package var stage: String
    package var ref: String?
    /// The type of the message; of what came in, the way it came; of a text, what it is for; of a standard, which one.
    package var type: String?
    /// What else a person may want to know. It may quote people; nothing else here does.
    package var detail: String?
    /// What became of it or what is the matter, to group by.
    package var code: String?
    /// The message's number.
    package var message: Int64?
    /// Which attempt at the message this was.
    package var attempt: Int?
    /// Who worked it.
    package var instance: String?
    /// How long the message waited for its stage.
    package var wait_ms: Int64?
    /// How long the stage worked on it.
    package var work_ms: Int64?
    /// The sections that were replaced.
    package var sections: [String]?

    package init(at: Timestamp, what: String, stage: String) {
        self.at = at
        self.what = what
        self.stage = stage
    }
}

/// How one delivery was spent: who had it, how long its message had waited, and how long it was worked.
struct Spent {
    let epoch: String
    let instance: String
    let wait: Duration
    let work: Duration

    /// For the journal.
    var detail: [String: JSON] {
        [
            "epoch": .string(epoch), "instance": .string(instance), "wait_ms": .int(wait.wholeMilliseconds),
            "work_ms": .int(work.wholeMilliseconds),
        ]
    }
}

extension Core {
    /// How a delivery that ends now was spent.
    func spent(_ held: Held) -> Spent {
        let begun = held.started ?? held.sent
        return Spent(
            epoch: held.epoch, instance: held.instance, wait: max(.zero, begun - held.ready),
            work: max(.zero, now - begun))
    }

    mutating func observe(_ what: String, stage: String, _ details: (inout Observation) -> Void = { _ in }) {
        var observation = Observation(at: now, what: what, stage: stage)
        details(&observation)
        actions.append(.observe(observation))
    }

    mutating func observe(_ what: String, stage: String, detail: String) {
        observe(what, stage: stage) { $0.detail = detail }
    }

    /// Something that became of a message.
    mutating func observe(
        _ what: String, _ row: MessageRow, ref: String?, _ spent: Spent?, _ details: (inout Observation) -> Void
    ) {
        observe(what, stage: row.stage) {
            ($0.ref, $0.type, $0.message) = (ref, row.type, row.id)
            ($0.instance, $0.wait_ms) = (spent?.instance, spent?.wait.wholeMilliseconds)
            $0.work_ms = spent?.work.wholeMilliseconds
            details(&$0)
        }
    }

    /// The reference of the case that a message is about.
    func ref(of row: MessageRow, _ store: any StoreTransaction) throws -> String? {
        try row.caseID.flatMap { try store.findCase($0)?.ref }
    }
}
