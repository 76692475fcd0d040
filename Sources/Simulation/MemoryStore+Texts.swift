import Broker
import StageProtocol

extension MemoryTransaction {
    func insert(_ row: SayRow) throws -> Int64 {
        try store.willWrite()
        let name = SayTable.Name(caseID: row.caseID, name: Exact(row.proposal.name))
        guard store.content.says.byName[name] == nil else {
            throw MemoryStoreError.taken("text \(row.proposal.name) of case \(row.caseID)")
        }
        var row = row
        row.id = store.content.says.next
        // What comes of a text is written by `update` alone.
        (row.final, row.messageID, row.findings, row.result, row.sent) = (nil, nil, nil, nil, nil)
        store.content.says.append(row)
        store.onRollback { $0.says.removeLast() }
        return row.id
    }

    func update(_ row: SayRow) throws {
        try store.willWrite()
        guard let old = store.content.says[row.id] else { return }
        var new = old
        (new.state, new.final, new.messageID) = (row.state, row.final, row.messageID)
        (new.findings, new.result, new.sent) = (row.findings, row.result, row.sent)
        store.content.says.replace(with: new)
        store.onRollback { $0.says.replace(with: old) }
    }

    func findSay(_ id: Int64) throws -> SayRow? {
        try store.willRead()
        return store.content.says[id]
    }

    func findSay(name: String, caseID: Int64) throws -> SayRow? {
        try store.willRead()
        return store.content.says.byName[.init(caseID: caseID, name: Exact(name))].flatMap { store.content.says[$0] }
    }

    func says(_ caseID: Int64) throws -> [SayRow] {
        try store.willRead()
        return (store.content.says.byCase[caseID] ?? []).compactMap { store.content.says[$0] }
    }

    func countTexts(to address: String, since: Timestamp) throws -> Int {
        try store.willRead()
        return store.content.says.count(to: address, since: since)
    }

    func insert(_ row: PromiseRow) throws {
        try store.willWrite()
        let made = store.content.promises[row.caseID] ?? []
        guard !made.contains(where: { Exact($0.promise.name) == Exact(row.promise.name) }) else { return }
        var row = row
        (row.kept, row.withdrawn) = (nil, nil)
        let place = made.firstIndex { Self.isLater($0, than: row) } ?? made.count
        store.content.promises[row.caseID, default: []].insert(row, at: place)
        store.onRollback { [caseID = row.caseID] in $0.promises[caseID]?.remove(at: place) }
    }

    private static func isLater(_ left: PromiseRow, than right: PromiseRow) -> Bool {
        (left.at, Exact(left.promise.name)) > (right.at, Exact(right.promise.name))
    }

    func keep(promise name: String, caseID: Int64, at: Timestamp) throws -> Bool {
        try end(promise: name, caseID: caseID, \.kept, at: at)
    }

    func withdraw(promise name: String, caseID: Int64, at: Timestamp) throws -> Bool {
        try end(promise: name, caseID: caseID, \.withdrawn, at: at)
    }

    private func end(
        promise name: String, caseID: Int64, _ way: any WritableKeyPath<PromiseRow, Timestamp?> & Sendable,
        at: Timestamp
    ) throws -> Bool {
        try store.willWrite()
        let made = store.content.promises[caseID] ?? []
        guard
            let place = made.firstIndex(where: {
                Exact($0.promise.name) == Exact(name) && $0.kept == nil && $0.withdrawn == nil
            })
        else { return false }
        store.content.promises[caseID]?[place][keyPath: way] = at
        store.onRollback { $0.promises[caseID]?[place][keyPath: way] = nil }
        return true
    }

    func promises(limit: Int) throws -> [(ref: String, status: CaseStatus, row: PromiseRow)] {
        try store.willRead()
        let all = store.content.promises.flatMap { caseID, rows in
            rows.compactMap { row in store.content.cases[caseID].map { (ref: $0.ref, status: $0.status, row: row) } }
        }
        return all.sorted {
            ($0.row.promise.due, $0.row.caseID, Exact($0.row.promise.name))
                > ($1.row.promise.due, $1.row.caseID, Exact($1.row.promise.name))
        }.limited(to: limit)
    }

    func promises(_ caseID: Int64) throws -> [PromiseRow] {
        try store.willRead()
        return store.content.promises[caseID] ?? []
    }

    func write(_ row: JournalRow) throws {
        try store.willWrite()
        store.content.journal.append(row)
        store.onRollback { $0.journal.removeLast() }
    }

    func journal(_ caseID: Int64) throws -> [JournalRow] {
        try store.willRead()
        return (store.content.journal.byCase[caseID] ?? []).map { store.content.journal.rows[$0] }
    }
}
