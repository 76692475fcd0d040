import Broker
internal import GRDB
import StageProtocol

extension SQLiteTransaction {
    func insert(_ row: CaseRow) throws -> Int64 {
        try run(
            """
            INSERT INTO cases (ref, status, heard, entries, opened, updated, resolved, customer, subject, owner, linked,
            kind, trace) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row.ref, row.status.rawValue, row.heard, row.entries, row.opened.column, row.updated.column,
                row.resolved?.column, row.customer, row.subject, row.owner, row.linked, row.kind,
                row.trace,
            ])
        return db.lastInsertedRowID
    }

    func update(_ row: CaseRow) throws {
        try run(
            """
            UPDATE cases SET status = ?, heard = ?, entries = ?, updated = ?, resolved = ?, customer = ?, subject = ?,
            owner = ?, linked = ?, opened = ? WHERE id = ?
            """,
            [
                row.status.rawValue, row.heard, row.entries, row.updated.column, row.resolved?.column, row.customer,
                row.subject, row.owner, row.linked, row.opened.column, row.id,
            ])
    }

    func findCase(_ id: Int64) throws -> CaseRow? { try first("SELECT * FROM cases WHERE id = ?", [id], caseRow) }

    func findCase(ref: String) throws -> CaseRow? {
        try first("SELECT * FROM cases WHERE ref = ?", [ref], caseRow)
    }

    func cases(of customer: String, limit: Int) throws -> [CaseRow] {
        try rows(
            "SELECT * FROM cases WHERE customer = ? ORDER BY opened DESC, id DESC LIMIT ?", [customer, limit],
            caseRow)
    }

    func cases(status: CaseStatus?, of whose: Whose, limit: Int, offset: Int) throws -> [CaseRow] {
        try rows(
            """
            SELECT * FROM cases WHERE (status = ?1 OR ?1 IS NULL) AND (?4 OR kind IS ?5)
            ORDER BY updated DESC, id DESC LIMIT ?2 OFFSET ?3
            """, [status?.rawValue, limit, offset, whose == .anybody ? 1 : 0, whose.kind], caseRow)
    }

    func openCases(after id: Int64, limit: Int) throws -> [CaseRow] {
        try rows("SELECT * FROM cases WHERE status = 'open' AND id > ? ORDER BY id LIMIT ?", [id, limit], caseRow)
    }

    func standardsMark() throws -> StandardsMark? {
        try first("SELECT digest, after FROM standards", []) { StandardsMark(digest: $0["digest"], after: $0["after"]) }
    }

    func put(_ mark: StandardsMark) throws {
        try run("INSERT OR REPLACE INTO standards (one, digest, after) VALUES (1, ?, ?)", [mark.digest, mark.after])
    }

    func load() throws -> [String: Int] { try counts("load") { $0 } }

    func countCases() throws -> [CaseStatus: Int] { try counts("cases") { CaseStatus(rawValue: $0) ?? .open } }

    func caseRow(_ row: ResultRow) -> CaseRow {
        CaseRow(
            id: row["id"], ref: row["ref"], status: row.state("status", else: .open), heard: row["heard"],
            entries: row["entries"], opened: row.moment("opened"), updated: row.moment("updated"),
            resolved: row.optionalMoment("resolved"), customer: row["customer"], subject: row["subject"],
            owner: row["owner"], linked: row["linked"], kind: row["kind"], trace: row["trace"])
    }

    func insert(_ row: EntryRow, caseID: Int64) throws {
        try run(
            "INSERT INTO entries (case_id, seq, kind, at, by, body) VALUES (?, ?, ?, ?, ?, ?)",
            [caseID, row.seq, row.kind, row.at.column, row.by, row.body])
    }

    func entries(_ caseID: Int64) throws -> [EntryRow] {
        try rows("SELECT * FROM entries WHERE case_id = ? ORDER BY seq", [caseID]) {
            EntryRow(seq: $0["seq"], kind: $0["kind"], at: $0.moment("at"), by: $0["by"], body: $0.bytes("body"))
        }
    }

    func put(_ row: SectionRow, caseID: Int64) throws {
        try run(
            "INSERT OR REPLACE INTO sections (case_id, name, schema, version, at, by, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [caseID, row.name, row.schema, row.version, row.at.column, row.by, row.body])
    }

    func sections(_ caseID: Int64) throws -> [SectionRow] {
        try rows("SELECT * FROM sections WHERE case_id = ? ORDER BY name", [caseID]) {
            SectionRow(
                name: $0["name"], schema: $0["schema"], version: $0["version"], at: $0.moment("at"), by: $0["by"],
                body: $0.bytes("body"))
        }
    }

    func sections(named name: String, since: Timestamp?, limit: Int) throws -> [(row: CaseRow, body: Frame)] {
        try rows(
            """
            SELECT cases.*, body FROM sections JOIN cases ON cases.id = case_id WHERE name = ? AND at >= ?
            ORDER BY at DESC, case_id DESC LIMIT ?
            """, [name, since?.column ?? Int64.min, limit]
        ) { (caseRow($0), $0.bytes("body")) }
    }

    func sections(named name: String, since: Timestamp?, after id: Int64, limit: Int) throws -> [(
        row: CaseRow, body: Frame
    )] {
        try rows(
            """
            SELECT cases.*, body FROM sections JOIN cases ON cases.id = case_id
            WHERE name = ? AND at >= ? AND case_id > ? ORDER BY case_id LIMIT ?
            """, [name, since?.column ?? Int64.min, id, limit]
        ) { (caseRow($0), $0.bytes("body")) }
    }

    func index(_ key: String, caseID: Int64) throws {
        try run("INSERT OR IGNORE INTO keys (key, case_id) VALUES (?, ?)", [key, caseID])
    }

    func point(_ key: String, to caseID: Int64) throws {
        try run(
            "INSERT INTO keys (key, case_id) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET case_id = excluded.case_id",
            [key, caseID])
    }

    func lookUp(_ key: String) throws -> Int64? {
        try first("SELECT case_id FROM keys WHERE key = ?", [key]) { $0[0] }
    }

    func addParticipant(_ address: String, caseID: Int64) throws {
        try run("INSERT OR IGNORE INTO participants (case_id, address) VALUES (?, ?)", [caseID, address])
    }

    func isParticipant(_ address: String, caseID: Int64) throws -> Bool {
        try number("SELECT count(*) FROM participants WHERE case_id = ? AND address = ?", [caseID, address]) > 0
    }
}
