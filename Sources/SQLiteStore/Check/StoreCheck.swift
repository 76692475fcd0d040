internal import GRDB
import Glibc

/// What a look at a whole store found.
package struct StoreReport: Codable, Sendable, Hashable {
    /// The version of its tables, counted from 1.
    package var version: Int
    package var cases: Int
    package var messages: Int
    package var submissions: Int
    /// What is wrong, errors first.
    package var findings: [StoreFinding]
}

/// One thing that is wrong with a store.
package struct StoreFinding: Codable, Sendable, Hashable {
    /// How bad it is.
    package enum Severity: String, Codable, Sendable {
        /// Something is missing or contradicts itself.
        case error
        /// All is there, and a person should look at it.
        case warning
    }

    package var severity: Severity
    /// A word to group by, such as `log-gap`.
    package var code: String
    /// What is wrong and where, in a sentence.
    package var message: String
}

/// Looks a whole store through, without changing anything: within one read, so that a broker may work beside it.
package enum StoreCheck {
    /// At most so many findings are told of one rule; how many more there are is told as well.
    private static let most = 20

    /// Looks through the store at a path.
    /// - Throws: `StoreError` where it is no store, cannot be read, or a newer Casewire wrote it.
    package static func check(path: String) throws -> StoreReport {
        guard unsafe access(path, R_OK) == 0 else {
            throw StoreError(path: path, problem: "cannot be read: \(unsafe String(cString: strerror(errno)))")
        }
        // Whoever has the store open has its write-ahead log beside it. With nobody there the file is read as it lies,
        // which leaves nothing behind and needs no right to write.
        guard unsafe access(path + "-wal", F_OK) != 0 else { return try read(path, path) }
        let report = Result { try read("file:\(escaped(path))?immutable=1", path) }
        // Somebody has come meanwhile and may have changed what was being read.
        return unsafe access(path + "-wal", F_OK) == 0 ? try read(path, path) : try report.get()
    }

    private static func read(_ name: String, _ path: String) throws -> StoreReport {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.label = "casewire store check"
            return try DatabaseQueue(path: name, configuration: configuration).read { try look(at: $0, path) }
        } catch let error as DatabaseError {
            throw StoreError(path: path, problem: "cannot be read: \(error.message ?? "\(error.resultCode)")")
        }
    }

    /// A path as part of a URI: https://www.sqlite.org/uri.html
    private static func escaped(_ path: String) -> String {
        path.utf8.map { byte in
            byte < 128 && !"%?#".utf8.contains(byte) ? String(UnicodeScalar(byte)) : "%\(hex([byte]))"
        }.joined()
    }

    private static func look(at db: Database, _ path: String) throws -> StoreReport {
        let applied = try db.tableExists("grdb_migrations") ? Schema.migrator.appliedIdentifiers(db) : []
        guard !applied.isEmpty else { throw StoreError(path: path, problem: "is no store of Casewire's") }
        try Schema.refuseNewer(applied, path)
        var report = StoreReport(version: applied.count, cases: 0, messages: 0, submissions: 0, findings: [])
        report.findings += findings(of: .integrity, db)
        guard applied.count == Schema.migrator.migrations.count else {
            report.findings.append(
                StoreFinding(
                    severity: .warning, code: "older",
                    message: """
                        it is of version \(applied.count), older than this Casewire, which brings it up to date when it \
                        starts; only the file itself was looked at
                        """))
            return report
        }
        report.cases = (try? count("cases", db)) ?? 0
        report.messages = (try? count("messages", db)) ?? 0
        report.submissions = (try? count("submissions", db)) ?? 0
        let rules = Rule.references + Rule.logs + Rule.texts + Rule.forms + Rule.sums
        report.findings += rules.flatMap { findings(of: $0, db) }
        report.findings.sort { $0.severity == .error && $1.severity == .warning }
        return report
    }

    private static func count(_ table: String, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    }

    private static func findings(of rule: Rule, _ db: Database) -> [StoreFinding] {
        var found: [StoreFinding] = []
        var more = 0
        func tell(_ message: String) { found.append(.init(severity: rule.severity, code: rule.code, message: message)) }
        do {
            try rule.look(db) { message in
                if found.count < most { tell(message) } else { more += 1 }
            }
        } catch {
            // A damaged page, mostly; the other rules may still find their tables.
            found.append(
                StoreFinding(
                    severity: .error, code: rule.code,
                    message: "could not be looked at: \((error as? DatabaseError)?.message ?? "\(error)")"))
        }
        if more > 0 { tell("and \(more) more of this kind") }
        return found
    }
}
