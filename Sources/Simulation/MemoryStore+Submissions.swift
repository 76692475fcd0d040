import Broker
import StageProtocol

extension MemoryTransaction {
    func insert(_ row: SubmissionRow) throws -> Int64 {
        try store.willWrite()
        guard store.content.submissions.byKey[Exact(row.key)] == nil else {
            throw MemoryStoreError.taken("submission \(row.key)")
        }
        var row = row
        row.id = store.content.submissions.next
        store.content.submissions.append(row)
        store.onRollback { $0.submissions.removeLast() }
        return row.id
    }

    func update(_ row: SubmissionRow) throws {
        try store.willWrite()
        guard let old = store.content.submissions[row.id] else { return }
        var new = old
        (new.state, new.caseID, new.code, new.reason) = (row.state, row.caseID, row.code, row.reason)
        new.settled = row.settled
        store.content.submissions.replace(with: new)
        store.onRollback { $0.submissions.replace(with: old) }
    }

    func findSubmission(_ id: Int64) throws -> SubmissionRow? {
        try store.willRead()
        return store.content.submissions[id]
    }

    func findSubmission(key: String) throws -> SubmissionRow? {
        try store.willRead()
        return store.content.submissions.byKey[Exact(key)].flatMap { store.content.submissions[$0] }
    }

    func countSubmissions() throws -> [SubmissionState: Int] {
        try store.willRead()
        return store.content.submissions.counts
    }

    func submissions(state: SubmissionState, limit: Int) throws -> [SubmissionRow] {
        try store.willRead()
        return store.content.submissions.rows.lazy.filter { $0.state == state }.limited(to: limit)
    }

    func earlierSubmission(than row: SubmissionRow) throws -> SubmissionRow? {
        try store.willRead()
        guard let blob = row.blob else { return nil }
        return store.content.submissions.rows.first { $0.id < row.id && $0.blob.map(Exact.init) == Exact(blob) }
    }

    func forgetRaw(before: Timestamp, limit: Int) throws -> Int {
        try store.willWrite()
        let old = store.content.submissions.rows
            .filter { $0.blob != nil && $0.state != .received && $0.state != .parked }
            .filter { row in row.settled.map { $0 < before } ?? false }
            .sorted { ($0.settled ?? $0.at, $0.id) < ($1.settled ?? $1.at, $1.id) }.limited(to: limit)
        for row in old {
            var forgotten = row
            forgotten.blob = nil
            store.content.submissions.replace(with: forgotten)
            store.onRollback { $0.submissions.replace(with: row) }
        }
        let needed = Set(store.content.submissions.rows.compactMap { $0.blob.map(Exact.init) })
        let attached = Set(store.content.attachments.map(\.hash))
        for blob in old.compactMap(\.blob).map(Exact.init) where !needed.contains(blob) && !attached.contains(blob) {
            try deleteBlob(blob.text)
        }
        return old.count
    }

    func blobSize(_ hash: String) throws -> (size: Int, stored: Int)? {
        try store.willRead()
        return store.content.blobs[Exact(hash)].map { ($0.size, $0.stored) }
    }

    func putChunk(_ chunk: Frame, of hash: String, size: Int, offset: Int) throws {
        try store.willWrite()
        let key = Exact(hash)
        guard store.content.blobs[key]?.chunks[offset] == nil else {
            throw MemoryStoreError.taken("chunk \(offset) of blob \(hash)")
        }
        let before = store.content.blobs[key]?.stored
        store.content.blobs[key, default: MemoryContent.BlobRow(size: size)].chunks[offset] = chunk
        store.content.blobs[key]?.stored = offset + chunk.count
        store.onRollback {
            guard let before else { return $0.blobs[key] = nil }
            $0.blobs[key]?.chunks[offset] = nil
            $0.blobs[key]?.stored = before
        }
    }

    func chunk(of hash: String, offset: Int) throws -> Frame? {
        try store.willRead()
        return store.content.blobs[Exact(hash)]?.chunks[offset]
    }

    func attach(_ hash: String, caseID: Int64) throws {
        try store.willWrite()
        let attachment = MemoryContent.Attachment(hash: Exact(hash), caseID: caseID)
        guard store.content.attachments.insert(attachment).inserted else { return }
        store.onRollback { $0.attachments.remove(attachment) }
    }

    func deleteBlob(_ hash: String) throws {
        try store.willWrite()
        guard let old = store.content.blobs.removeValue(forKey: Exact(hash)) else { return }
        store.onRollback { $0.blobs[Exact(hash)] = old }
    }
}
