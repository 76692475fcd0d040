import Foundation
import GRDBSQLite
import SQLiteStore
import StageProtocol

/// The floor of the store: the rows of a trivial outcome, written with SQLite alone into the tables of a real store, so many
/// outcomes a commit, each commit on disk.
enum Commits {
    private static let statements = [
        "UPDATE messages SET state = 1, finished = ?1, epoch = '1.1', data = NULL WHERE id = ?2",
        """
        INSERT INTO messages (id, case_id, stage, type, source, at, deadline, not_before, state, rank, attempts,
        put_backs, data, customer, trace)
        VALUES (?2 + 1000000, ?2, 's2', 'bench.hop', 's1', ?1, ?1, ?1, 0, 0, 0, 0, ?3, 'somebody', 'trace')
        """,
        "UPDATE cases SET status = 'open', heard = 1, entries = 1, updated = ?1 WHERE id = ?2",
        "INSERT INTO journal (at, case_id, message, by, what, detail) VALUES (?1, ?2, ?2, 's1', 'done', ?4)",
    ]

    static func run(outcomes: Int, group: Int) throws {
        let folder = "/tmp/casewire-commits-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let database = try RawDatabase(folder + "/floor.db", synchronous: "FULL")
        let body = [UInt8]("\"\(String(repeating: "x", count: 1500))\"".utf8)
        let detail = [UInt8](#"{"emitted":["next"],"epoch":"1.12345","stage":"s1","type":"bench.hop"}"#.utf8)
        try database.run("BEGIN")
        for id in 1...outcomes {
            try database.run(
                """
                INSERT INTO cases (id, ref, status, heard, entries, opened, updated, trace)
                VALUES (\(id), 'CW-\(id)', 'open', 1, 1, 0, 0, 'trace');
                INSERT INTO messages (id, case_id, stage, type, source, at, deadline, not_before, state, rank, attempts,
                put_backs, data, customer, trace)
                VALUES (\(id), \(id), 's1', 'bench.hop', 's0', 0, 0, 0, 0, 0, 0, 0, zeroblob(1500), 'somebody', 'trace');
                """)
        }
        try database.run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
        let prepared = try statements.map { try database.prepare($0) }
        let start = ContinuousClock.now
        for first in stride(from: 1, through: outcomes, by: group) {
            try database.run("BEGIN IMMEDIATE")
            for id in first..<min(first + group, outcomes + 1) {
                for statement in prepared {
                    try database.step(statement, now: Int64(id), id: Int64(id), body: body, detail: detail)
                }
            }
            try database.run("COMMIT")
        }
        report(["outcomes_per_second": .double(Double(outcomes) / (ContinuousClock.now - start).seconds)])
        prepared.forEach { sqlite3_finalize($0) }
    }
}

/// SQLite and nothing else.
final class RawDatabase {
    private var handle: OpaquePointer?

    /// Makes the tables as a store has them, then opens them with SQLite alone.
    init(_ path: String, synchronous: String) throws {
        _ = try SQLiteStore(path: path)
        sqlite3_open(path, &handle)
        try run(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = \(synchronous); PRAGMA cache_size = -64000;
            PRAGMA wal_autocheckpoint = 2000;
            """)
    }

    deinit { sqlite3_close(handle) }

    func run(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    func prepare(_ sql: String) throws -> OpaquePointer? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
        return statement
    }

    func step(_ statement: OpaquePointer?, now: Int64, id: Int64, body: [UInt8], detail: [UInt8]) throws {
        sqlite3_bind_int64(statement, 1, now)
        sqlite3_bind_int64(statement, 2, id)
        let places = sqlite3_bind_parameter_count(statement)
        // The arrays outlive the step.
        if places >= 3 { sqlite3_bind_blob(statement, 3, body, Int32(body.count), nil) }
        if places >= 4 { sqlite3_bind_blob(statement, 4, detail, Int32(detail.count), nil) }
        guard sqlite3_step(statement) == SQLITE_DONE else { throw failure }
        sqlite3_reset(statement)
    }

    private var failure: Problem { Problem(description: String(cString: sqlite3_errmsg(handle))) }
}

/// Why a benchmark could not be run.
struct Problem: Error, CustomStringConvertible {
    let description: String
}
