package import Broker
internal import GRDB
package import StageProtocol

/// A case as a store has it: its head, its log, its sections.
package struct StoredCase: Sendable {
    package var head: CaseRow
    /// Of what the customer, colleagues and machines wrote, the words are left out.
    package var entries: [EntryRow]
    /// The bodies of the sections by their names.
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
                try db.execute(sql: "PRAGMA cache_size = -16000; PRAGMA mmap_size = 1073741824; BEGIN")
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
    /// - Throws: `StoreError`, also where somebody began to write to a store that nobody had open.
    package func next(_ count: Int = 400, opened: Range<Timestamp>) throws -> [StoredCase] {
        try reading { try read($0, count, opened) }
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

    private func read(_ store: SQLiteTransaction, _ count: Int, _ opened: Range<Timestamp>) throws -> [StoredCase] {
        let heads = try store.rows(
            """
            SELECT * FROM cases WHERE id > ? AND opened >= ? AND opened < ? AND (kind IS NULL OR kind = 'cause')
            ORDER BY id LIMIT ?
            """, [last, opened.lowerBound.milliseconds, opened.upperBound.milliseconds, count], store.caseRow)
        guard let first = heads.first?.id, let end = heads.last?.id else { return [] }
        last = end
        var cases = heads.map { head in
            var found = StoredCase(head: head, entries: [], sections: [:])
            found.entries.reserveCapacity(head.entries)
            return found
        }
        // Numbers rise in each answer as they do in the cases.
        var place = 0
        func find(_ id: Int64) -> Int? {
            while place < cases.count, cases[place].head.id < id { place += 1 }
            return place < cases.count && cases[place].head.id == id ? place : nil
        }
        try store.each(
            """
            SELECT case_id, seq, kind, at, by,
            CASE WHEN kind IN ('said', 'promised', 'decided', 'noted') THEN body END FROM entries
            WHERE case_id BETWEEN ? AND ? ORDER BY case_id, seq
            """, [first, end]
        ) { row in
            guard let index = find(row[0]) else { return }
            cases[index].entries.append(
                EntryRow(
                    seq: row[1], kind: row[2], at: Timestamp(milliseconds: row[3]), by: row[4], body: row[5]))
        }
        place = 0
        try store.each(Self.sections, [first, end]) { row in
            guard let index = find(row[0]) else { return }
            cases[index].sections[row[1]] = row[2] as Frame
        }
        return cases
    }

    /// The plus keeps the index by name out of it: SQLite would take that, and go through the sections of all cases for these few.
    static let sections: StaticString = """
        SELECT case_id, name, body FROM sections WHERE case_id BETWEEN ? AND ?
        AND +name IN ('answering', 'care', 'contact', 'feedback', 'review', 'understanding') ORDER BY case_id, name
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
    /// Hands out row after row.
    fileprivate func each(_ sql: StaticString, _ arguments: [any Bindable], _ body: (ResultRow) throws -> Void) throws {
        try telling {
            try statements.prepared(sql, on: db).run(arguments) { row in
                try body(row)
                return true
            }
        }
    }
}
