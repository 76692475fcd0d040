import Broker
internal import GRDB
import StageProtocol

extension SQLiteTransaction {
    func insert(_ row: SayRow) throws -> Int64 {
        try run(
            """
            INSERT INTO says (case_id, name, proposal, by, text, hash, heard, state, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row.caseID, row.proposal.name, try JSONCoding.encode(row.proposal), row.by, row.text, row.hash,
                row.heard, row.state.rawValue, row.at.column,
            ])
        let id = db.lastInsertedRowID
        for address in row.proposal.to {
            try run(
                "INSERT OR IGNORE INTO recipients (say, address) VALUES (?, ?)", [id, address.lowercased()])
        }
        return id
    }

    func update(_ row: SayRow) throws {
        try run(
            """
            UPDATE says SET state = ?, final = ?, message_id = ?, findings = ?, result = ?, sent = ? WHERE id = ?
            """,
            [
                row.state.rawValue, row.final, row.messageID, row.findings?.bytes,
                row.result?.bytes, row.sent?.column, row.id,
            ])
        try run("UPDATE recipients SET sent = ?1 WHERE say = ?2 AND sent IS NOT ?1", [row.sent?.column, row.id])
    }

    func findSay(_ id: Int64) throws -> SayRow? { try first("SELECT * FROM says WHERE id = ?", [id], sayRow) }

    func findSay(name: String, caseID: Int64) throws -> SayRow? {
        try first("SELECT * FROM says WHERE case_id = ? AND name = ?", [caseID, name], sayRow)
    }

    func says(_ caseID: Int64) throws -> [SayRow] {
        try rows("SELECT * FROM says WHERE case_id = ? ORDER BY id", [caseID], sayRow)
    }

    func countTexts(to address: String, since: Timestamp) throws -> Int {
        Int(
            try number(
                "SELECT count(*) FROM recipients WHERE address = ? AND sent >= ?",
                [address.lowercased(), since.column]))
    }

    private func sayRow(_ row: ResultRow) throws -> SayRow {
        SayRow(
            id: row["id"], caseID: row["case_id"], proposal: try row.json("proposal"), by: row["by"],
            text: row.bytes("text"), hash: row["hash"], heard: row["heard"], state: row.state("state", else: .proposed),
            at: row.moment("at"), final: row.optionalBytes("final"), messageID: row["message_id"],
            findings: try row.optionalJSON("findings"), result: try row.optionalJSON("result"),
            sent: row.optionalMoment("sent"))
    }

    func insert(_ row: PromiseRow) throws {
        try run(
            "INSERT OR IGNORE INTO promises (case_id, name, promise, by, at, due) VALUES (?, ?, ?, ?, ?, ?)",
            [
                row.caseID, row.promise.name, try JSONCoding.encode(row.promise), row.by, row.at.column,
                row.promise.due.column,
            ])
    }

    func keep(promise name: String, caseID: Int64, at: Timestamp) throws -> Bool {
        try run(
            """
            UPDATE promises SET kept = ? WHERE case_id = ? AND name = ? AND kept IS NULL AND withdrawn IS NULL
            """, [at.column, caseID, name])
        return db.changesCount > 0
    }

    func withdraw(promise name: String, caseID: Int64, at: Timestamp) throws -> Bool {
        try run(
            """
            UPDATE promises SET withdrawn = ? WHERE case_id = ? AND name = ? AND kept IS NULL AND withdrawn IS NULL
            """, [at.column, caseID, name])
        return db.changesCount > 0
    }

    func promises(_ caseID: Int64) throws -> [PromiseRow] {
        try rows("SELECT * FROM promises WHERE case_id = ? ORDER BY at, name", [caseID], promiseRow)
    }

    func promises(limit: Int) throws -> [(ref: String, status: CaseStatus, row: PromiseRow)] {
        try rows(
            """
            SELECT promises.*, ref, status FROM promises JOIN cases ON cases.id = case_id
            ORDER BY due DESC, case_id DESC, name DESC LIMIT ?
            """, [limit]
        ) { ($0["ref"], $0.state("status", else: .open), try promiseRow($0)) }
    }

    private func promiseRow(_ row: ResultRow) throws -> PromiseRow {
        PromiseRow(
            caseID: row["case_id"], promise: try row.json("promise"), by: row["by"], at: row.moment("at"),
            kept: row.optionalMoment("kept"), withdrawn: row.optionalMoment("withdrawn"))
    }

    func write(_ row: JournalRow) throws {
        try run(
            "INSERT INTO journal (at, case_id, message, by, what, detail) VALUES (?, ?, ?, ?, ?, ?)",
            [row.at.column, row.caseID, row.message, row.by, row.what, row.detail.bytes])
    }

    func journal(_ caseID: Int64) throws -> [JournalRow] {
        try rows("SELECT * FROM journal WHERE case_id = ? ORDER BY id", [caseID]) {
            JournalRow(
                at: $0.moment("at"), caseID: $0["case_id"], message: $0["message"], by: $0["by"], what: $0["what"],
                detail: try $0.optionalJSON("detail") ?? nil)
        }
    }
}
