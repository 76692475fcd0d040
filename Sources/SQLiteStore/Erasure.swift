import Broker
internal import GRDB
import StageProtocol

extension SQLiteTransaction {
    func cases(with participant: String, limit: Int) throws -> [CaseRow] {
        try rows(
            """
            SELECT * FROM cases WHERE id IN (SELECT case_id FROM participants WHERE address = ?)
            ORDER BY opened DESC, id DESC LIMIT ?
            """, [participant, limit], caseRow)
    }

    func settledCases(before: Timestamp, limit: Int) throws -> [Int64] {
        try rows(
            "SELECT id FROM cases WHERE status = 'resolved' AND updated < ? ORDER BY updated, id LIMIT ?",
            [before.column, limit]
        ) { $0["id"] as Int64 }
    }

    func erase(cases: [Int64], submissions: [Int64]) throws -> Erased {
        let cases = Self.list(cases)
        let submissions = Self.list(
            try numbers(
                """
                SELECT id FROM submissions WHERE case_id IN (SELECT value FROM json_each(?))
                UNION SELECT id FROM submissions WHERE id IN (SELECT value FROM json_each(?))
                """, [cases, Self.list(submissions)]))
        let blobs = try rows(
            """
            SELECT hash FROM attachments WHERE case_id IN (SELECT value FROM json_each(?))
            UNION SELECT blob FROM submissions WHERE blob IS NOT NULL AND id IN (SELECT value FROM json_each(?))
            """, [cases, submissions]
        ) { $0[0] as String }
        var erased = Erased()
        erased.messages = try numbers(
            """
            SELECT id FROM messages WHERE case_id IN (SELECT value FROM json_each(?1))
            OR submission IN (SELECT value FROM json_each(?2)) ORDER BY id
            """, [cases, submissions])
        for id in erased.messages { try delete(message: id) }
        erased.submissions = try take(
            "DELETE FROM submissions WHERE id IN (SELECT value FROM json_each(?))", submissions)
        try run(
            """
            DELETE FROM recipients WHERE say IN
            (SELECT id FROM says WHERE case_id IN (SELECT value FROM json_each(?)))
            """, [cases])
        erased.texts = try take("DELETE FROM says WHERE case_id IN (SELECT value FROM json_each(?))", cases)
        erased.entries = try take("DELETE FROM entries WHERE case_id IN (SELECT value FROM json_each(?))", cases)
        _ = try take("DELETE FROM sections WHERE case_id IN (SELECT value FROM json_each(?))", cases)
        _ = try take("DELETE FROM promises WHERE case_id IN (SELECT value FROM json_each(?))", cases)
        _ = try take("DELETE FROM participants WHERE case_id IN (SELECT value FROM json_each(?))", cases)
        // The journal has no gaps: its lines stay, and say nothing.
        try run(
            """
            UPDATE journal SET case_id = NULL, message = NULL, what = 'gone', detail = CAST('{}' AS BLOB)
            WHERE case_id IN (SELECT value FROM json_each(?))
            """, [cases])
        try run(
            """
            UPDATE journal SET message = NULL, what = 'gone', detail = CAST('{}' AS BLOB) WHERE case_id IS NULL
            AND json_extract(CAST(detail AS TEXT), '$.submission') IN (SELECT value FROM json_each(?))
            """, [submissions])
        _ = try take("DELETE FROM attachments WHERE case_id IN (SELECT value FROM json_each(?))", cases)
        _ = try take("DELETE FROM keys WHERE case_id IN (SELECT value FROM json_each(?))", cases)
        try run(
            """
            DELETE FROM keys WHERE key IN
            (SELECT 'next:' || ref FROM cases WHERE id IN (SELECT value FROM json_each(?)))
            """, [cases])
        try run(
            """
            UPDATE cases SET linked = NULL WHERE linked IN
            (SELECT ref FROM cases WHERE id IN (SELECT value FROM json_each(?)))
            """, [cases])
        erased.cases = try take("DELETE FROM cases WHERE id IN (SELECT value FROM json_each(?))", cases)
        for blob in blobs where try !isNeeded(blob) {
            try deleteBlob(blob)
            erased.files += 1
        }
        return erased
    }

    /// Numbers as SQL takes them apart again.
    private static func list(_ numbers: [Int64]) -> String { "[\(numbers.map(String.init).joined(separator: ","))]" }

    private func numbers(_ sql: StaticString, _ arguments: [any Bindable]) throws -> [Int64] {
        try rows(sql, arguments) { $0[0] as Int64 }
    }

    private func take(_ sql: StaticString, _ list: String) throws -> Int {
        try run(sql, [list])
        return db.changesCount
    }
}
