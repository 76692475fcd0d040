internal import GRDB
import Glibc

/// How a store is opened by those who only read: a broker may work beside them, and nothing is left behind.
enum StoreReading {
    /// The name under which SQLite is to open the file, and whether nobody else has it open.
    ///
    /// Whoever has the store open has its write-ahead log beside it. With nobody there the file is read as it lies, which
    /// leaves nothing behind and needs no right to write.
    /// - Throws: `StoreError` where the file cannot be read.
    static func name(of path: String) throws -> (name: String, isAlone: Bool) {
        guard unsafe access(path, R_OK) == 0 else {
            let code = errno
            let hint = code == ENOENT ? "; \"casewire up\" makes a store when it first runs" : ""
            throw StoreError(path: path, problem: "cannot be read: \(unsafe String(cString: strerror(code)))\(hint)")
        }
        guard !isInUse(path) else { return (path, false) }
        return ("file:\(escaped(path))?immutable=1", true)
    }

    static func isInUse(_ path: String) -> Bool { unsafe access(path + "-wal", F_OK) == 0 }

    static func configuration(_ label: String) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = label
        return configuration
    }

    /// A path as part of a URI: https://www.sqlite.org/uri.html
    private static func escaped(_ path: String) -> String {
        path.utf8.map { byte in
            byte < 128 && !"%?#".utf8.contains(byte) ? String(UnicodeScalar(byte)) : "%\(hex([byte]))"
        }.joined()
    }

    /// The steps that a store has taken.
    /// - Throws: `StoreError` where it is no store, or a newer Casewire wrote it.
    static func version(_ db: Database, _ path: String) throws -> Int {
        let applied = try db.tableExists("grdb_migrations") ? Schema.migrator.appliedIdentifiers(db) : []
        guard !applied.isEmpty else { throw StoreError(path: path, problem: "is no store of Casewire's") }
        try Schema.refuseNewer(applied, path)
        return applied.count
    }
}
