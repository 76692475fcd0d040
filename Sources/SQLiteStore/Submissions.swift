import Broker
internal import GRDB
import StageProtocol

extension SQLiteTransaction {
    func insert(_ row: SubmissionRow) throws -> Int64 {
        try run(
            """
            INSERT INTO submissions
            (key, via, name, source, at, state, case_id, code, reason, blob, size, media, settled)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row.key, row.via, row.name, row.source, row.at.column, row.state.rawValue, row.caseID, row.code,
                row.reason, row.blob, row.size, row.media, row.settled?.column,
            ])
        return db.lastInsertedRowID
    }

    func update(_ row: SubmissionRow) throws {
        try run(
            "UPDATE submissions SET state = ?, case_id = ?, code = ?, reason = ?, settled = ? WHERE id = ?",
            [row.state.rawValue, row.caseID, row.code, row.reason, row.settled?.column, row.id])
    }

    func findSubmission(_ id: Int64) throws -> SubmissionRow? {
        try first("SELECT * FROM submissions WHERE id = ?", [id], submissionRow)
    }

    func findSubmission(key: String) throws -> SubmissionRow? {
        try first("SELECT * FROM submissions WHERE key = ?", [key], submissionRow)
    }

    func countSubmissions() throws -> [SubmissionState: Int] {
        try counts("submissions") { SubmissionState(rawValue: $0) ?? .received }
    }

    func submissions(state: SubmissionState, limit: Int) throws -> [SubmissionRow] {
        try rows(
            "SELECT * FROM submissions WHERE state = ? ORDER BY id LIMIT ?", [state.rawValue, limit], submissionRow)
    }

    func earlierSubmission(than row: SubmissionRow) throws -> SubmissionRow? {
        try first(
            "SELECT * FROM submissions WHERE blob = ? AND id < ? ORDER BY id LIMIT 1", [row.blob, row.id],
            submissionRow)
    }

    func forgetRaw(before: Timestamp, limit: Int) throws -> Int {
        let blobs = try rows(
            """
            SELECT blob FROM submissions
            WHERE blob IS NOT NULL AND state NOT IN ('received', 'parked') AND settled < ? ORDER BY settled, id LIMIT ?
            """, [before.column, limit]
        ) { $0["blob"] as String }
        try run(
            """
            UPDATE submissions SET blob = NULL WHERE id IN
            (SELECT id FROM submissions
            WHERE blob IS NOT NULL AND state NOT IN ('received', 'parked') AND settled < ? ORDER BY settled, id LIMIT ?)
            """, [before.column, limit])
        for blob in blobs where try !isNeeded(blob) { try deleteBlob(blob) }
        return blobs.count
    }

    /// Whether a submission that is not forgotten, or a case, has these bytes.
    func isNeeded(_ blob: String) throws -> Bool {
        try number(
            "SELECT EXISTS (SELECT 1 FROM submissions WHERE blob = ?1) OR EXISTS (SELECT 1 FROM attachments WHERE hash = ?1)",
            [blob]) == 1
    }

    func attach(_ hash: String, caseID: Int64) throws {
        try run("INSERT OR IGNORE INTO attachments (hash, case_id) VALUES (?, ?)", [hash, caseID])
    }

    func submissionRow(_ row: ResultRow) -> SubmissionRow {
        SubmissionRow(
            id: row["id"], key: row["key"], via: row["via"], name: row["name"], source: row["source"],
            at: row.moment("at"), state: row.state("state", else: .received), caseID: row["case_id"],
            code: row["code"], reason: row["reason"], blob: row["blob"], size: row["size"], media: row["media"],
            settled: row.optionalMoment("settled"))
    }

    func blobSize(_ hash: String) throws -> (size: Int, stored: Int)? {
        try first("SELECT size, stored FROM blobs WHERE hash = ?", [hash]) { ($0["size"], $0["stored"]) }
    }

    func putChunk(_ chunk: Frame, of hash: String, size: Int, offset: Int) throws {
        try run("INSERT OR IGNORE INTO blobs (hash, size, stored) VALUES (?, ?, 0)", [hash, size])
        try run("INSERT INTO chunks (hash, start, bytes) VALUES (?, ?, ?)", [hash, offset, chunk])
        try run("UPDATE blobs SET stored = ? WHERE hash = ?", [offset + chunk.count, hash])
    }

    func chunk(of hash: String, offset: Int) throws -> Frame? {
        try first("SELECT bytes FROM chunks WHERE hash = ? AND start = ?", [hash, offset]) { $0.bytes("bytes") }
    }

    func deleteBlob(_ hash: String) throws {
        try run("DELETE FROM chunks WHERE hash = ?", [hash])
        try run("DELETE FROM blobs WHERE hash = ?", [hash])
    }
}
