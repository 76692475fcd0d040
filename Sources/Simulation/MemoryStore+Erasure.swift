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
        var blobs = Set(
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
        blobs.formUnion(forget(refs.map(\.text), &erased))
        let needed = Set(submissions.rows.compactMap { $0.blob.map(Exact.init) } + attachments.map(\.hash))
        for blob in blobs where !needed.contains(blob) {
            self.blobs[blob] = nil
            erased.files += 1
        }
        return erased
    }

    /// Takes out of the cases of the house what they say of others.
    /// - Returns: blobs that were part of it.
    private mutating func forget(_ refs: [String], _ erased: inout Erased) -> [Exact] {
        let forgetting = Forgetting(refs)
        var blobs: [Exact] = []
        for house in self.cases.rows where house.kind != nil && names(house.id, forgetting) {
            entries[house.id] = entries[house.id]?.map { row in
                var row = row
                row.body = forgetting.left(of: row.body)
                return row
            }
            sections[house.id] = sections[house.id]?.map { row in
                guard forgetting.concerns(row.body) else { return row }
                var row = row
                (row.body, row.version) = (forgetting.left(of: row.body), row.version + 1)
                return row
            }
            for text in texts(of: house.id) where names(text, forgetting) {
                let about = messages.rows.values.filter { $0.say == text.id }.map(\.id)
                for id in about { messages.set(id, to: nil) }
                erased.messages += about
                says.remove(text.id)
                erased.texts += 1
            }
            for var row in messages.rows.values where row.caseID == house.id {
                guard let data = row.data, forgetting.concerns(data) else { continue }
                row.data = forgetting.left(of: data)
                messages.set(row.id, to: row)
            }
            journal.change(of: house.id) { forgetting.concerns($0.bytes) ? forgetting.left(of: $0) : $0 }
            for var row in submissions.rows where row.caseID == house.id {
                guard let blob = row.blob, row.state != .received, row.state != .parked else { continue }
                blobs.append(Exact(blob))
                row.blob = nil
                submissions.replace(with: row)
            }
        }
        erased.messages.sort()
        return blobs
    }

    private func texts(of theCase: Int64) -> [SayRow] { (says.byCase[theCase] ?? []).compactMap { says[$0] } }

    private func names(_ house: Int64, _ forgetting: Forgetting) -> Bool {
        (entries[house] ?? []).contains { forgetting.concerns($0.body) }
            || (sections[house] ?? []).contains { forgetting.concerns($0.body) }
            || texts(of: house).contains { names($0, forgetting) }
    }

    private func names(_ text: SayRow, _ forgetting: Forgetting) -> Bool {
        let told = (try? JSON(encoding: text.proposal)).map(\.bytes)
        return [text.text, text.final, told, text.result?.bytes, text.findings?.bytes].compactMap(\.self)
            .contains { forgetting.concerns($0) }
    }
}
