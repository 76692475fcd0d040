import Broker
internal import GRDB
import StageProtocol

extension SQLiteTransaction {
    func insert(_ row: MessageRow) throws -> Int64 {
        try run(
            """
            INSERT INTO messages (case_id, stage, type, source, at, deadline, not_before, state, rank, attempts,
            put_backs, timer, data, say, submission, customer, trace)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row.caseID, row.stage, row.type, row.source, row.at.column, row.deadline.column, row.notBefore.column,
                row.state.rawValue, row.rank, row.attempts, row.putBacks, row.timer, row.data, row.say,
                row.submission, row.customer, row.trace,
            ])
        return db.lastInsertedRowID
    }

    func update(_ row: MessageRow) throws {
        try run(
            """
            UPDATE messages SET not_before = ?, state = ?, rank = ?, attempts = ?, put_backs = ?, epoch = ?, error = ?,
            finished = ?, data = CASE WHEN ?2 = 1 THEN NULL ELSE data END WHERE id = ?
            """,
            [
                row.notBefore.column, row.state.rawValue, row.rank, row.attempts, row.putBacks, row.epoch, row.error,
                row.finished?.column, row.id,
            ])
    }

    func findMessage(_ id: Int64) throws -> MessageRow? {
        try first("SELECT * FROM messages WHERE id = ?", [id], messageRow)
    }

    func lastMessage() throws -> Int64 { try number("SELECT max(id) FROM messages") }

    func waiting(after: Timestamp, through: Timestamp) throws -> [MessageRow] {
        try rows(
            "SELECT * FROM messages WHERE state = 0 AND not_before > ? AND not_before <= ? ORDER BY not_before, id",
            [after.column, through.column], messageRow)
    }

    func nextDue(after: Timestamp) throws -> Timestamp? {
        try first("SELECT min(not_before) AS due FROM messages WHERE state = 0 AND not_before > ?", [after.column]) {
            $0.optionalMoment("due")
        } ?? nil
    }

    func hurryStragglers(now: Timestamp, longestWait: Duration) throws {
        try run(
            """
            UPDATE messages SET not_before = ?1
            WHERE state = 0 AND not_before > ?1 AND (attempts = 0 AND timer IS NULL OR attempts > 0 AND not_before > ?2)
            """, [now.column, (now + longestWait).column])
    }

    func timers(named name: String, stage: String, caseID: Int64) throws -> [MessageRow] {
        try rows(
            "SELECT * FROM messages WHERE case_id = ? AND stage = ? AND timer = ? AND state <> 1 ORDER BY id",
            [caseID, stage, name], messageRow)
    }

    func timers(_ caseID: Int64) throws -> [MessageRow] {
        try rows(
            "SELECT * FROM messages WHERE case_id = ? AND timer IS NOT NULL AND state = 0 ORDER BY not_before, id",
            [caseID], messageRow)
    }

    func timers(through: Timestamp, limit: Int) throws -> [MessageRow] {
        try rows(
            """
            SELECT * FROM messages WHERE state = 0 AND timer IS NOT NULL AND not_before <= ?
            ORDER BY not_before, id LIMIT ?
            """, [through.column, limit], messageRow)
    }

    func delete(message id: Int64) throws { try run("DELETE FROM messages WHERE id = ?", [id]) }

    func replace(data: Frame?, message id: Int64) throws {
        try run("UPDATE messages SET data = ? WHERE id = ?", [data, id])
    }

    func dead(after id: Int64, limit: Int) throws -> [MessageRow] {
        try rows("SELECT * FROM messages WHERE state = 2 AND id > ? ORDER BY id LIMIT ?", [id, limit], messageRow)
    }

    func dead(about submission: Int64) throws -> [MessageRow] {
        try rows(
            "SELECT * FROM messages WHERE state = 2 AND submission = ? ORDER BY id", [submission], messageRow)
    }

    func countMessages(_ state: MessageRow.State) throws -> Int {
        switch state {
        case .waiting: try counts("messages") { $0 }["0"] ?? 0
        // Written out by state so that each finds its partial index.
        case .done: Int(try number("SELECT count(*) FROM messages WHERE state = 1"))
        case .dead: Int(try number("SELECT count(*) FROM messages WHERE state = 2"))
        }
    }

    func countRetries(after: Timestamp) throws -> Int {
        // Written out so that it finds its partial index.
        Int(
            try number(
                "SELECT count(*) FROM messages WHERE state = 0 AND attempts > 0 AND not_before > ?", [after.column]))
    }

    func forgetFinished(before: Timestamp, limit: Int) throws -> Int {
        try run(
            """
            DELETE FROM messages WHERE id IN
            (SELECT id FROM messages WHERE state = 1 AND finished < ? ORDER BY finished, id LIMIT ?)
            """, [before.column, limit])
        return db.changesCount
    }

    private func messageRow(_ row: ResultRow) -> MessageRow {
        MessageRow(
            id: row["id"], caseID: row["case_id"], stage: row["stage"], type: row["type"], source: row["source"],
            at: row.moment("at"), deadline: row.moment("deadline"), notBefore: row.moment("not_before"),
            state: MessageRow.State(rawValue: row["state"]) ?? .waiting, rank: row["rank"], attempts: row["attempts"],
            putBacks: row["put_backs"], timer: row["timer"], data: row.optionalBytes("data"), say: row["say"],
            submission: row["submission"], customer: row["customer"], trace: row["trace"], epoch: row["epoch"],
            error: row["error"], finished: row.optionalMoment("finished"))
    }
}
