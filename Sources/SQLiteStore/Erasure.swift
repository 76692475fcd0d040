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
        let refs = try rows("SELECT ref FROM cases WHERE id IN (SELECT value FROM json_each(?))", [cases]) {
            $0[0] as String
        }
        let submissions = Self.list(
            try numbers(
                """
                SELECT id FROM submissions WHERE case_id IN (SELECT value FROM json_each(?))
                UNION SELECT id FROM submissions WHERE id IN (SELECT value FROM json_each(?))
                """, [cases, Self.list(submissions)]))
        var blobs = try rows(
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
        blobs += try forget(refs, &erased)
        for blob in blobs where try !isNeeded(blob) {
            try deleteBlob(blob)
            erased.files += 1
        }
        return erased
    }

    /// Takes out of the cases of the house what they say of others.
    /// - Returns: blobs that were part of it.
    private func forget(_ refs: [String], _ erased: inout Erased) throws -> [String] {
        guard !refs.isEmpty else { return [] }
        let forgetting = Forgetting(refs)
        var blobs: [String] = []
        for house in try houses(naming: refs) {
            for row in try entries(house) where forgetting.concerns(row.body) {
                try run(
                    "UPDATE entries SET body = ? WHERE case_id = ? AND seq = ?",
                    [forgetting.left(of: row.body), house, row.seq])
            }
            for var row in try sections(house) where forgetting.concerns(row.body) {
                (row.body, row.version) = (forgetting.left(of: row.body), row.version + 1)
                try put(row, caseID: house)
            }
            for id in try texts(of: house, naming: refs) {
                let messages = try numbers("SELECT id FROM messages WHERE say = ?", [id])
                for message in messages { try delete(message: message) }
                erased.messages += messages
                try run("DELETE FROM recipients WHERE say = ?", [id])
                try run("DELETE FROM says WHERE id = ?", [id])
                erased.texts += 1
            }
            try forgetDetails(house, forgetting)
            blobs += try rows(
                """
                SELECT blob FROM submissions
                WHERE case_id = ? AND blob IS NOT NULL AND state NOT IN ('received', 'parked')
                """, [house]
            ) { $0[0] as String }
            try run(
                "UPDATE submissions SET blob = NULL WHERE case_id = ? AND state NOT IN ('received', 'parked')", [house])
        }
        erased.messages.sort()
        return blobs
    }

    private func forgetDetails(_ house: Int64, _ forgetting: Forgetting) throws {
        let messages = try rows("SELECT id, data FROM messages WHERE case_id = ? AND data IS NOT NULL", [house]) {
            ($0["id"] as Int64, $0.bytes("data"))
        }
        for (id, data) in messages where forgetting.concerns(data) {
            try replace(data: forgetting.left(of: data), message: id)
        }
        let lines = try rows("SELECT id, detail FROM journal WHERE case_id = ?", [house]) {
            ($0["id"] as Int64, $0.bytes("detail"))
        }
        for (id, detail) in lines where forgetting.concerns(detail) {
            try run("UPDATE journal SET detail = ? WHERE id = ?", [forgetting.left(of: detail), id])
        }
    }

    /// The cases of the house that name one of some cases in their log, a section, a text or a message.
    private func houses(naming refs: [String]) throws -> [Int64] {
        try numbers(
            """
            SELECT house.id FROM cases AS house WHERE house.kind IS NOT NULL AND EXISTS (
            SELECT 1 FROM json_each(?) AS ref WHERE
            EXISTS (SELECT 1 FROM entries WHERE case_id = house.id AND instr(body, CAST(ref.value AS BLOB)))
            OR EXISTS (SELECT 1 FROM sections WHERE case_id = house.id AND instr(body, CAST(ref.value AS BLOB)))
            OR EXISTS (SELECT 1 FROM says WHERE case_id = house.id AND (instr(text, CAST(ref.value AS BLOB))
            OR instr(final, CAST(ref.value AS BLOB)) OR instr(proposal, CAST(ref.value AS BLOB))
            OR instr(result, CAST(ref.value AS BLOB)) OR instr(findings, CAST(ref.value AS BLOB))))
            ) ORDER BY house.id
            """, [Self.texts(refs)])
    }

    private func texts(of house: Int64, naming refs: [String]) throws -> [Int64] {
        try numbers(
            """
            SELECT id FROM says WHERE case_id = ? AND EXISTS (SELECT 1 FROM json_each(?) AS ref
            WHERE instr(text, CAST(ref.value AS BLOB)) OR instr(final, CAST(ref.value AS BLOB))
            OR instr(proposal, CAST(ref.value AS BLOB)) OR instr(result, CAST(ref.value AS BLOB))
            OR instr(findings, CAST(ref.value AS BLOB))) ORDER BY id
            """, [house, Self.texts(refs)])
    }

    private static func texts(_ texts: [String]) -> String {
        String(decoding: JSON.array(texts.map { .string($0) }).bytes, as: UTF8.self)
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
