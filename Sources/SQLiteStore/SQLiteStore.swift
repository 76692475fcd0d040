package import Broker
internal import GRDB
import Glibc

/// The embedded store: one SQLite file in WAL mode, every commit on disk before it counts (`synchronous = FULL`).
package final class SQLiteStore: Store {
    private let queue: DatabaseQueue
    private let statements = StatementCache()

    /// Opens or makes the store at a path, and brings an older one up to date.
    /// - Throws: `StoreError` where a newer Casewire wrote it, or it cannot be opened.
    package init(path: String) throws {
        do {
            queue = try DatabaseQueue(path: path, configuration: Self.configuration)
            try queue.inDatabase { db in
                try Schema.refuseNewer(try Schema.migrator.appliedIdentifiers(db), path)
            }
            try Schema.migrator.migrate(queue)
            // A file that was put back from a backup may be readable to others.
            unsafe chmod(path, 0o600)
        } catch let error as DatabaseError {
            throw StoreError(path: path, problem: "cannot be opened: \(error.message ?? "\(error.resultCode)")")
        }
    }

    /// A store that lives in memory and ends with the process, for tests and trials.
    package init() throws {
        queue = try DatabaseQueue(configuration: Self.configuration)
        try Schema.migrator.migrate(queue)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "casewire"
        // An operator's look into the file, or a backup, holds a lock for a moment.
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
                    PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 2000;
                    """)
        }
        return configuration
    }

    package func transaction<T>(_ body: (any StoreTransaction) throws -> T) throws -> T {
        try telling {
            try queue.writeWithoutTransaction { db in
                var result: T?
                try db.inTransaction(.immediate) {
                    result = try body(SQLiteTransaction(db: db, statements: statements))
                    return .commit
                }
                guard let result else { throw StoreError(path: "", problem: "gave no result") }
                return result
            }
        }
    }

    package func read<T>(_ body: (any StoreTransaction) throws -> T) throws -> T {
        try telling { try queue.read { db in try body(SQLiteTransaction(db: db, statements: statements)) } }
    }
}

extension SQLiteStore {
    /// What is deleted is overwritten with zeros in the file; its former pages stand in the log until that is emptied.
    package func scrub() throws -> Bool {
        try telling {
            try queue.writeWithoutTransaction { db in
                try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { $0[0] as Int == 0 } ?? true
            }
        }
    }
}

/// Why a store cannot be used.
package struct StoreError: Error, CustomStringConvertible {
    package let path: String
    package let problem: String

    package var description: String { "store \(path) \(problem)" }
}
