import Broker
import StageProtocol

extension MemoryTransaction {
    func insert(_ row: MessageRow) throws -> Int64 {
        try store.willWrite()
        var row = row
        row.id = store.content.messages.last + 1
        // What a message ends with is written by `update` alone.
        (row.epoch, row.error, row.finished) = (nil, nil, nil)
        store.content.messages.last = row.id
        store.content.messages.set(row.id, to: row)
        store.onRollback { [id = row.id] in
            $0.messages.set(id, to: nil)
            $0.messages.last = id - 1
        }
        return row.id
    }

    func update(_ row: MessageRow) throws {
        try store.willWrite()
        guard let old = store.content.messages[row.id] else { return }
        var new = old
        (new.notBefore, new.state, new.rank) = (row.notBefore, row.state, row.rank)
        (new.attempts, new.putBacks) = (row.attempts, row.putBacks)
        (new.epoch, new.error, new.finished) = (row.epoch, row.error, row.finished)
        if row.state == .done { new.data = nil }
        store.content.messages.set(row.id, to: new)
        store.onRollback { $0.messages.set(old.id, to: old) }
    }

    func findMessage(_ id: Int64) throws -> MessageRow? {
        try store.willRead()
        return store.content.messages[id]
    }

    func lastMessage() throws -> Int64 {
        try store.willRead()
        return store.content.messages.newest
    }

    func waiting(after: Timestamp, through: Timestamp) throws -> [MessageRow] {
        try store.willRead()
        guard after < through else { return [] }
        return store.content.messages.waiting.between(end(of: after), end(of: through)).compactMap {
            store.content.messages[$0.id]
        }
    }

    func nextDue(after: Timestamp) throws -> Timestamp? {
        try store.willRead()
        return store.content.messages.waiting.first(notBelow: end(of: after)).map {
            Timestamp(milliseconds: $0.moment)
        }
    }

    func hurryStragglers(now: Timestamp, longestWait: Duration) throws {
        try store.willWrite()
        let latest = Place(moment: .max, id: .max)
        for place in store.content.messages.waiting.between(end(of: now), latest) {
            guard let old = store.content.messages[place.id],
                old.attempts == 0 ? old.timer == nil : old.notBefore > now + longestWait
            else { continue }
            var new = old
            new.notBefore = now
            store.content.messages.set(old.id, to: new)
            store.onRollback { $0.messages.set(old.id, to: old) }
        }
    }

    /// The place behind everything of a moment.
    private func end(of moment: Timestamp) -> Place { Place(moment: moment.milliseconds, id: .max) }

    func timers(named name: String, stage: String, caseID: Int64) throws -> [MessageRow] {
        try store.willRead()
        return store.content.messages.rows.values.filter {
            $0.caseID == caseID && $0.state != .done && $0.timer.map(Exact.init) == Exact(name)
                && Exact($0.stage) == Exact(stage)
        }.sorted { $0.id < $1.id }
    }

    func timers(_ caseID: Int64) throws -> [MessageRow] {
        try store.willRead()
        return store.content.messages.timers(caseID).compactMap { store.content.messages[$0.id] }
    }

    func timers(through: Timestamp, limit: Int) throws -> [MessageRow] {
        try store.willRead()
        let due = store.content.messages.waiting.between(Place(moment: .min, id: .min), end(of: through))
        return due.compactMap { store.content.messages[$0.id] }.filter { $0.timer != nil }.limited(to: limit)
    }

    func delete(message id: Int64) throws {
        try store.willWrite()
        forget(id)
    }

    func replace(data: Frame?, message id: Int64) throws {
        try store.willWrite()
        guard let old = store.content.messages[id] else { return }
        var new = old
        new.data = data
        store.content.messages.set(id, to: new)
        store.onRollback { $0.messages.set(id, to: old) }
    }

    func dead(after id: Int64, limit: Int) throws -> [MessageRow] {
        try store.willRead()
        return store.content.messages.dead.all.drop { $0 <= id }.limited(to: limit).compactMap {
            store.content.messages[$0]
        }
    }

    func dead(about submission: Int64) throws -> [MessageRow] {
        try dead(after: 0, limit: .max).filter { $0.submission == submission }
    }

    func countMessages(_ state: MessageRow.State) throws -> Int {
        try store.willRead()
        return store.content.messages.count(state)
    }

    func countRetries(after: Timestamp) throws -> Int {
        try store.willRead()
        let later = store.content.messages.waiting.all.drop { $0 <= end(of: after) }
        return later.count { (store.content.messages[$0.id]?.attempts ?? 0) > 0 }
    }

    func forgetFinished(before: Timestamp, limit: Int) throws -> Int {
        try store.willWrite()
        let start = Place(moment: .min, id: .min)
        let gone = store.content.messages.finished.between(start, Place(moment: before.milliseconds, id: .min))
            .limited(to: limit)
        for place in gone { forget(place.id) }
        return gone.count
    }

    private func forget(_ id: Int64) {
        guard let old = store.content.messages[id] else { return }
        store.content.messages.set(id, to: nil)
        store.onRollback { $0.messages.set(id, to: old) }
    }
}
