package import Broker
internal import GRDB
package import StageProtocol

/// A case as a store has it: its head, its log, its sections.
package struct StoredCase: Sendable {
    package var head: CaseRow
    /// None where logs were not asked for.
    package var entries: [LogEntry]
    /// What was asked for of those sections that were.
    package var sections: [(name: String, body: JSONMembers)]
}

/// Something that came in, as a store has it.
package struct StoredSubmission: Sendable {
    package var row: SubmissionRow
    /// What became of it, in the store's own words.
    package var state: String
    /// The case that it is in; nil where it is in none.
    package var ref: String?
}

/// One connection by which a snapshot is read.
package final class SnapshotReader: Sendable {
    private let path: String
    private let queue: DatabaseQueue
    private let isAlone: Bool
    /// Safe, since it is used on the connection's own queue alone.
    private nonisolated(unsafe) let statements = StatementCache()

    /// - Parameters:
    ///   - path: the store.
    ///   - name: the name under which SQLite is to open it.
    ///   - isAlone: whether nobody else has it open.
    init(path: String, name: String, isAlone: Bool) throws {
        self.path = path
        self.isAlone = isAlone
        var configuration = StoreReading.configuration("casewire report")
        // One transaction to the end: what is read meanwhile is all of one moment.
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: name, configuration: configuration)
        try execute("PRAGMA cache_size = -16000; PRAGMA mmap_size = 2147418112")
    }

    /// A number that is another one when somebody else has written; it tells nothing to other readers.
    func version() throws -> Int64 {
        try queue.inDatabase { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }

    /// From the first look at the store after this, nothing changes.
    func begin() throws { try execute("BEGIN") }

    func end() throws { try execute("ROLLBACK") }

    private func execute(_ sql: String) throws { try queue.inDatabase { try $0.execute(sql: sql) } }

    /// The cases of some numbers, in their order.
    /// - Parameters:
    ///   - logs: by the kinds of entries what is wanted of them: of texts that nobody looks at nothing is copied. Only `said`,
    ///     `promised`, `decided` and `noted` have any; nil where no logs are wanted.
    ///   - sections: by the names of those that are wanted, at most six, what is wanted of them.
    /// - Throws: `StoreError`, also where somebody began to write to a store that nobody had open.
    package func cases(
        _ numbers: Range<Int64>, opened: Range<Timestamp>, logs: [String: [MemberName]]?,
        sections: [String: [MemberName]]
    ) throws -> [StoredCase] {
        try reading { store in
            var cases = try heads(store, numbers, opened)
            if let logs { try read(logs: logs, store, &cases) }
            if !sections.isEmpty { try read(sections: sections, store, &cases) }
            return cases
        }
    }

    /// What came in after a number, in the order in which it came; nothing when all has been read.
    /// - Throws: `StoreError`, as above.
    package func submissions(
        after number: Int64, _ count: Int = 2000, at period: Range<Timestamp>
    ) throws -> [StoredSubmission] {
        try reading { store in
            try store.rows(
                """
                SELECT s.*, c.ref AS ref FROM submissions s LEFT JOIN cases c ON c.id = s.case_id
                WHERE s.id > ? AND s.at >= ? AND s.at < ? ORDER BY s.id LIMIT ?
                """, [number, period.lowerBound.milliseconds, period.upperBound.milliseconds, count]
            ) { StoredSubmission(row: store.submissionRow($0), state: $0["state"], ref: $0["ref"]) }
        }
    }

    func reading<T: Sendable>(_ body: (SQLiteTransaction) throws -> T) throws -> T {
        do {
            let read = try queue.inDatabase { db in
                unsafe try body(SQLiteTransaction(db: db, statements: statements))
            }
            guard !isAlone || !StoreReading.isInUse(path) else {
                throw StoreError(path: path, problem: "was taken into use while it was read; ask again")
            }
            return read
        } catch { throw Self.failure(error, path) }
    }

    private func heads(
        _ store: SQLiteTransaction, _ numbers: Range<Int64>, _ opened: Range<Timestamp>
    ) throws -> [StoredCase] {
        try store.rows(
            """
            SELECT * FROM cases WHERE id >= ? AND id < ? AND opened >= ? AND opened < ? AND (kind IS NULL OR kind = 'cause')
            ORDER BY id
            """,
            [
                numbers.lowerBound, numbers.upperBound, opened.lowerBound.milliseconds,
                opened.upperBound.milliseconds,
            ]
        ) { StoredCase(head: store.caseRow($0), entries: [], sections: []) }
    }

    private func read(
        logs wanted: [String: [MemberName]], _ store: SQLiteTransaction, _ cases: inout [StoredCase]
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

    private func read(
        sections wanted: [String: [MemberName]], _ store: SQLiteTransaction, _ cases: inout [StoredCase]
    ) throws {
        let wanted = Array(wanted)
        let names = wanted.map(\.key) + Array(repeating: "", count: max(0, 6 - wanted.count))
        for index in cases.indices { cases[index].sections.reserveCapacity(wanted.count) }
        try store.each(Self.sections, names, of: &cases) { found, row in
            let name: String = row[1]
            guard let members = wanted.first(where: { $0.key == name })?.value else { return }
            found.sections.append((name, row.members(members, 2)))
        }
    }

    /// The plus keeps the index by name out of it: SQLite would take that, and go through the sections of all cases for these few.
    static let sections: StaticString = """
        SELECT case_id, name, body FROM sections WHERE case_id BETWEEN ? AND ?
        AND +name IN (?, ?, ?, ?, ?, ?) ORDER BY case_id, name
        """

    static func failure(_ error: any Error, _ path: String) -> StoreError {
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
