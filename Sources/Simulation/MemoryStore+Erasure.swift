import Broker
import StageProtocol

extension MemoryTransaction {
    func cases(with participant: String, limit: Int) throws -> [CaseRow] {
        try store.willRead()
        let ids = Set(store.content.participants.filter { $0.address == Exact(participant) }.map(\.caseID))
        return ids.compactMap { store.content.cases[$0] }.sorted { ($0.opened, $0.id) > ($1.opened, $1.id) }
            .limited(to: limit)
    }

    func settledCases(before: Timestamp, limit: Int) throws -> [Int64] {
        try store.willRead()
        return store.content.cases.rows.filter { $0.status == .resolved && $0.updated < before }
            .sorted { ($0.updated, $0.id) < ($1.updated, $1.id) }.limited(to: limit).map(\.id)
    }

    func erase(cases: [Int64], submissions: [Int64]) throws -> Erased {
        try store.willWrite()
        // It touches every table: the whole content is put back where it is taken back.
        let before = store.content
        store.onRollback { $0 = before }
        return store.content.erase(Set(cases), Set(submissions))
    }
}

extension MemoryContent {
    fileprivate mutating func erase(_ cases: Set<Int64>, _ more: Set<Int64>) -> Erased {
        var erased = Erased()
        let gone = submissions.rows.filter { more.contains($0.id) || $0.caseID.map(cases.contains) ?? false }
        let ids = Set(gone.map(\.id))
        let blobs = Set(
            gone.compactMap { $0.blob.map(Exact.init) }
                + attachments.filter { cases.contains($0.caseID) }.map(\.hash))
        erased.messages = messages.rows.values
            .filter { $0.caseID.map(cases.contains) ?? false || $0.submission.map(ids.contains) ?? false }
            .map(\.id).sorted()
        for id in erased.messages { messages.set(id, to: nil) }
        for id in ids { submissions.remove(id) }
        erased.submissions = ids.count
        let refs = Set(cases.compactMap { self.cases[$0].map { Exact($0.ref) } })
        for id in cases {
            erased.texts += says.byCase[id]?.count ?? 0
            says.remove(of: id)
            erased.entries += entries.removeValue(forKey: id)?.count ?? 0
            sections[id] = nil
            promises[id] = nil
            erased.cases += self.cases[id] == nil ? 0 : 1
            self.cases.remove(id)
        }
        participants = participants.filter { !cases.contains($0.caseID) }
        journal.blank(cases: cases, submissions: ids)
        attachments = attachments.filter { !cases.contains($0.caseID) }
        let following = Set(refs.map { Exact("next:" + $0.text) })
        keys = keys.filter { !cases.contains($0.value) && !following.contains($0.key) }
        for var row in self.cases.rows where row.linked.map({ refs.contains(Exact($0)) }) ?? false {
            row.linked = nil
            self.cases.replace(with: row)
        }
        let needed = Set(submissions.rows.compactMap { $0.blob.map(Exact.init) } + attachments.map(\.hash))
        for blob in blobs where !needed.contains(blob) {
            self.blobs[blob] = nil
            erased.files += 1
        }
        return erased
    }
}
