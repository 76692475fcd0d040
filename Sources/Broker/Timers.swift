import StageProtocol

extension Core {
    /// Brings every message that has become due into the queue, whether it was a timer, a retry or left from before.
    mutating func loadDue(_ store: any StoreTransaction) throws {
        if loaded.milliseconds != .min {
            guard let next = nextDue, next <= now else { return }
        }
        for row in try store.waiting(after: loaded, through: now) where leases[row.id] == nil { enqueue(row) }
        loaded = max(loaded, now)
        nextDue = try store.nextDue(after: loaded)
    }

    /// Notes that a message in the store becomes due at a moment after what is loaded.
    mutating func scheduled(_ moment: Timestamp) {
        nextDue = min(nextDue ?? moment, moment)
    }

    /// Lets a stored message wait for its stage, from now or from when it is due.
    mutating func enqueue(_ row: MessageRow) {
        guard row.notBefore <= now else { return scheduled(row.notBefore) }
        let snapshot = plan.stages[row.stage]?.accepts[row.type] ?? false
        queue.insert(
            .init(
                id: row.id, stage: row.stage, lane: snapshot ? nil : row.caseID, deadline: row.deadline,
                since: max(row.at, row.notBefore), rank: row.order, customer: row.customer))
    }

    /// Sets a timer in place of one that waits under the same name. One that is the same already stays as it is.
    mutating func set(
        _ timer: SetTimer, data: Frame?, for parent: MessageRow, _ store: any StoreTransaction
    ) throws {
        guard let caseID = parent.caseID else { return }
        let earlier = try timers(timer.name, parent.stage, caseID, except: parent.id, store)
        if let only = earlier.first, earlier.count == 1, isSame(only, timer, data) { return }
        try cancel(earlier, by: parent.stage, store)
        var row = MessageRow(
            caseID: caseID, stage: parent.stage, type: timer.type, source: parent.stage, at: now,
            deadline: timer.at + .seconds(60), notBefore: timer.at, timer: timer.name, data: data,
            customer: parent.customer, trace: parent.trace)
        row.id = try store.insert(row)
        posted.append(row.id)
        enqueue(row)
    }

    /// Cancels a timer that has not been worked yet, due or not. One that is a dead letter goes as well: what its stage says is
    /// over is not to go off when somebody has letters worked again.
    mutating func cancel(
        _ name: String, stage: String, caseID: Int64, except current: Int64, _ store: any StoreTransaction
    ) throws {
        try cancel(try timers(name, stage, caseID, except: current, store), by: stage, store)
    }

    private func timers(
        _ name: String, _ stage: String, _ caseID: Int64, except current: Int64, _ store: any StoreTransaction
    ) throws -> [MessageRow] {
        try store.timers(named: name, stage: stage, caseID: caseID).filter { $0.id != current }
    }

    /// Whether a timer waits untouched, for the same moment and with the same to say.
    private func isSame(_ row: MessageRow, _ timer: SetTimer, _ data: Frame?) -> Bool {
        row.state == .waiting && row.attempts == 0 && row.putBacks == 0 && leases[row.id] == nil
            && row.notBefore == timer.at && row.type == timer.type && row.data == data
    }

    private mutating func cancel(_ timers: [MessageRow], by stage: String, _ store: any StoreTransaction) throws {
        for found in timers where leases[found.id] == nil {
            if found.state == .dead {
                deadCount -= 1
                try journal("dropped", found, ["reason": "its timer was cancelled, or set anew"], by: stage, store)
            }
            queue.remove(found.id)
            try store.delete(message: found.id)
        }
    }
}
