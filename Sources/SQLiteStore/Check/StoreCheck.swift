internal import GRDB

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
        let (name, isAlone) = try StoreReading.name(of: path)
        guard isAlone else { return try read(name, path) }
        let report = Result { try read(name, path) }
        // Somebody has come meanwhile and may have changed what was being read.
        return StoreReading.isInUse(path) ? try read(path, path) : try report.get()
    }

    private static func read(_ name: String, _ path: String) throws -> StoreReport {
        var report = StoreReport(version: 0, cases: 0, messages: 0, submissions: 0, findings: [])
        do {
            let configuration = StoreReading.configuration("casewire store check")
            try DatabaseQueue(path: name, configuration: configuration).read { try look(at: $0, path, &report) }
            return report
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            // What was found before it stands.
            if !report.findings.contains(damage) { report.findings.insert(damage, at: 0) }
            return report
        } catch let error as DatabaseError {
            throw StoreError(path: path, problem: "cannot be read: \(error.message ?? "\(error.resultCode)")")
        }
    }

    /// A page that SQLite cannot make sense of.
    private static let damage = StoreFinding(
        severity: .error, code: "damaged",
        message: "the file has damaged pages; stop what works on it, keep it aside, and restore a backup")

    private static func look(at db: Database, _ path: String, _ report: inout StoreReport) throws {
        let version = try StoreReading.version(db, path)
        report.version = version
        report.findings += findings(of: .integrity, db)
        guard version == Schema.migrator.migrations.count else {
            report.findings.append(
                StoreFinding(
                    severity: .warning, code: "older",
                    message: """
                        it is of version \(version), older than this Casewire, which brings it up to date when it \
                        starts; only the file itself was looked at
                        """))
            return
        }
        report.cases = (try? count("cases", db)) ?? 0
        report.messages = (try? count("messages", db)) ?? 0
        report.submissions = (try? count("submissions", db)) ?? 0
        let rules = Rule.references + Rule.logs + Rule.texts + Rule.forms + Rule.sums
        report.findings += rules.flatMap { findings(of: $0, db) }
        report.findings.sort { $0.severity == .error && $1.severity == .warning }
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
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT && rule.code == damage.code {
            found.insert(damage, at: 0)
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
