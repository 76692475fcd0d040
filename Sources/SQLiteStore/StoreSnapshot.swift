package import Broker
internal import GRDB
package import StageProtocol

/// A case as a store has it: its head, its log, its sections.
package struct StoredCase: Sendable {
    package var head: CaseRow
    /// None where logs were not asked for.
    package var entries: [LogEntry]
    /// The bodies of those sections that were asked for, by their names.
    package var sections: [String: Frame]
}

/// Something that came in, as a store has it.
package struct StoredSubmission: Sendable {
    package var row: SubmissionRow
    /// What became of it, in the store's own words.
    package var state: String
    /// The case that it is in; nil where it is in none.
    package var ref: String?
}

/// Every case of a store and all that came in, as it stood at one moment, some at a time, read beside a broker at work or
/// with none there. Of the cases of the house, those about a cause come with the customers'.
///
/// Nothing is changed, and no commit waits for it. One that is read for long keeps the write-ahead log from being emptied.
package final class StoreSnapshot {
    private let path: String
    private let queue: DatabaseQueue
    private let isAlone: Bool
    private var last: Int64 = 0
    private var lastSubmission: Int64 = 0
    /// When the broker last did something, on its own clock; nil where it never did.
    package private(set) var latest: Timestamp?

    /// - Throws: `StoreError` where it is no store, cannot be read, or is of another version.
    package init(path: String) throws {
        self.path = path
        let (name, isAlone) = try StoreReading.name(of: path)
        self.isAlone = isAlone
        var configuration = StoreReading.configuration("casewire report")
        // One transaction from here to the end: what is read meanwhile is all of one moment.
        configuration.allowsUnsafeTransactions = true
        do {
            queue = try DatabaseQueue(path: name, configuration: configuration)
            try queue.inDatabase { db in
                try db.execute(sql: "PRAGMA cache_size = -16000; PRAGMA mmap_size = 2147418112; BEGIN")
                guard try StoreReading.version(db, path) == Schema.migrator.migrations.count else {
                    throw StoreError(
                        path: path,
                        problem: "is of an older version; it is brought up to date when this Casewire starts with it")
                }
                latest = try Int64.fetchOne(db, sql: "SELECT at FROM journal ORDER BY id DESC LIMIT 1")
                    .map { Timestamp(milliseconds: $0) }
            }
        } catch { throw Self.failure(error, path) }
    }

    /// The next cases in the order of their numbers; none when all have been read.
    /// - Parameters:
    ///   - logs: by the kinds of entries what is wanted of them: of texts that nobody looks at nothing is copied. Only `said`,
    ///     `promised`, `decided` and `noted` have any; nil where no logs are wanted.
    ///   - sections: the names of those that are wanted, at most six.
    /// - Throws: `StoreError`, also where somebody began to write to a store that nobody had open.
    package func next(
        _ count: Int = 400, opened: Range<Timestamp>, logs: [String: [String]]?, sections: [String]
    ) throws -> [StoredCase] {
        try reading { store in
            var cases = try heads(store, count, opened)
            if let logs { try readLogs(logs, store, &cases) }
            if !sections.isEmpty { try read(sections, store, &cases) }
            return cases
        }
    }

    /// What came in next, in the order in which it came; nothing when all has been read.
    /// - Throws: `StoreError`, as above.
    package func nextSubmissions(_ count: Int = 2000, at period: Range<Timestamp>) throws -> [StoredSubmission] {
        try reading { store in
            let submissions = try store.rows(
                """
                SELECT s.*, c.ref AS ref FROM submissions s LEFT JOIN cases c ON c.id = s.case_id
                WHERE s.id > ? AND s.at >= ? AND s.at < ? ORDER BY s.id LIMIT ?
                """, [lastSubmission, period.lowerBound.milliseconds, period.upperBound.milliseconds, count]
            ) { StoredSubmission(row: store.submissionRow($0), state: $0["state"], ref: $0["ref"]) }
            lastSubmission = submissions.last?.row.id ?? lastSubmission
            return submissions
        }
    }

    private func reading<T>(_ body: (SQLiteTransaction) throws -> T) throws -> T {
        do {
            let read = try queue.inDatabase { try body(SQLiteTransaction(db: $0, statements: statements)) }
            guard !isAlone || !StoreReading.isInUse(path) else {
                throw StoreError(path: path, problem: "was taken into use while it was read; ask again")
            }
            return read
        } catch { throw Self.failure(error, path) }
    }

    private let statements = StatementCache()

    private func heads(_ store: SQLiteTransaction, _ count: Int, _ opened: Range<Timestamp>) throws -> [StoredCase] {
        let cases = try store.rows(
            """
            SELECT * FROM cases WHERE id > ? AND opened >= ? AND opened < ? AND (kind IS NULL OR kind = 'cause')
            ORDER BY id LIMIT ?
            """, [last, opened.lowerBound.milliseconds, opened.upperBound.milliseconds, count]
        ) { StoredCase(head: store.caseRow($0), entries: [], sections: [:]) }
        last = cases.last?.head.id ?? last
        return cases
    }

    private func readLogs(
        _ wanted: [String: [String]], _ store: SQLiteTransaction, _ cases: inout [StoredCase]
    ) throws {
        // A handful is gone through faster than a hash is worked out.
        let wanted = Array(wanted)
        for index in cases.indices { cases[index].entries.reserveCapacity(cases[index].head.entries) }
        try store.each(
            """
            SELECT case_id, seq, kind, at, by,
            CASE kind WHEN 'said' THEN body WHEN 'promised' THEN body WHEN 'decided' THEN body WHEN 'noted' THEN body END
            FROM entries
            WHERE case_id BETWEEN ? AND ? ORDER BY case_id, seq
            """, [], of: &cases
        ) { found, row in
            let kind: String = row[2]
            let members = wanted.first { $0.key == kind }.map { row.members($0.value, 5) }
            found.entries.append(
                LogEntry(
                    seq: row[1], kind: kind, at: Timestamp(milliseconds: row[3]), by: row[4],
                    body: members ?? JSONMembers()))
        }
    }

    private func read(_ sections: [String], _ store: SQLiteTransaction, _ cases: inout [StoredCase]) throws {
        let names = sections + Array(repeating: "", count: max(0, 6 - sections.count))
        try store.each(Self.sections, names, of: &cases) { found, row in found.sections[row[1]] = row[2] as Frame }
    }

    /// The plus keeps the index by name out of it: SQLite would take that, and go through the sections of all cases for these few.
    static let sections: StaticString = """
        SELECT case_id, name, body FROM sections WHERE case_id BETWEEN ? AND ?
        AND +name IN (?, ?, ?, ?, ?, ?) ORDER BY case_id, name
        """

    private static func failure(_ error: any Error, _ path: String) -> StoreError {
        switch error {
        case let error as StoreError: error
        case let error as DatabaseError:
            StoreError(path: path, problem: "cannot be read: \(error.message ?? "\(error.resultCode)")")
        default: StoreError(path: path, problem: "cannot be read: \(error)")
        }
    }
}

extension SQLiteTransaction {
    /// Hands out row after row of what belongs to some cases, whose first and last numbers are the first arguments. Cases and
    /// rows are in the order of the cases' numbers, which stand first in each row.
    fileprivate func each(
        _ sql: StaticString, _ arguments: [any Bindable], of cases: inout [StoredCase],
        _ take: (inout StoredCase, ResultRow) throws -> Void
    ) throws {
        guard let first = cases.first?.head.id, let last = cases.last?.head.id else { return }
        var place = 0
        try telling {
            try statements.prepared(sql, on: db).run([first, last] + arguments) { row in
                let id: Int64 = row[0]
                while place < cases.count, cases[place].head.id < id { place += 1 }
                if place < cases.count, cases[place].head.id == id { try take(&cases[place], row) }
                return true
            }
        }
    }
}
