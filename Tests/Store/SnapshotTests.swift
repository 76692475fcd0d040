import Broker
import Foundation
import GRDB
import StageProtocol
import Synchronization
import Testing

@testable import SQLiteStore

/// A store read from end to end by a report.
@Suite struct SnapshotTests {
    private let ever = Timestamp(milliseconds: 0)..<Timestamp(milliseconds: 10_000_000)

    /// Number by number, by each reader in turn.
    private func all(
        _ snapshot: StoreSnapshot, _ opened: Range<Timestamp>? = nil, logs: [String: [MemberName]]? = [:],
        sections: [String: [MemberName]] = ["care": [], "contact": []]
    ) throws -> [StoredCase] {
        try snapshot.parts(1).enumerated().flatMap { index, numbers in
            try snapshot.readers[index % snapshot.readers.count].cases(
                numbers, opened: opened ?? ever, logs: logs, sections: sections)
        }
    }

    @Test func onlyWhatIsAskedForComes() throws {
        let store = try Damaged()
        let heads = try all(StoreSnapshot(path: store.path), logs: nil, sections: [:])
        #expect(heads.map(\.head.ref) == ["CW-1", "CW-2"])
        #expect(heads.allSatisfy { $0.entries.isEmpty && $0.sections.isEmpty })
        let others = try all(StoreSnapshot(path: store.path), logs: nil, sections: ["contact": []])
        #expect(others.count == 2 && others.allSatisfy(\.sections.isEmpty))
        let care = try all(StoreSnapshot(path: store.path), logs: nil, sections: ["contact": [], "care": []])
        #expect(care.map { $0.sections.map(\.name) } == [["care"], []])
    }

    @Test(arguments: [1, 3]) func everyCaseComesWithItsLogAndItsSections(_ readers: Int) throws {
        let store = try Damaged()
        try store.change("UPDATE entries SET body = '{\"owner\":\"nora\",\"rung\":1}' WHERE kind = 'decided'")
        try store.change("UPDATE sections SET body = '{\"rung\":2,\"turn\":\"us\"}' WHERE name = 'care'")
        let cases = try all(
            StoreSnapshot(path: store.path, readers: readers), logs: ["decided": ["owner"], "noted": ["rung"]],
            sections: ["care": ["turn"], "contact": []])
        #expect(cases.map(\.head.ref) == ["CW-1", "CW-2"])
        let first = try #require(cases.first)
        #expect(first.entries.map(\.kind) == ["heard", "decided", "noted"])
        #expect(first.entries.map { $0.body["owner"]?.string } == [nil, "nora", nil])
        #expect(first.entries.allSatisfy { $0.body["rung"] == nil })
        #expect(first.sections.map(\.name) == ["care"])
        #expect(first.sections.first?.body["turn"] == "us")
        #expect(first.sections.first?.body["rung"] == nil)
        #expect(cases.last?.entries.isEmpty == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder) == ["store.db"])
    }

    @Test func causesComeWithTheCasesAndOtherCasesOfTheHouseDoNot() throws {
        let damaged = try Damaged()
        let now = Timestamp(milliseconds: 1_000_000)
        try SQLiteStore(path: damaged.path).transaction { store in
            for (ref, kind) in [("CW-3", "spike"), ("CW-4", "cause")] {
                _ = try store.insert(CaseRow(ref: ref, opened: now, updated: now, kind: kind, trace: "t"))
            }
        }
        let heads = try all(StoreSnapshot(path: damaged.path)).map(\.head)
        #expect(heads.map(\.ref) == ["CW-1", "CW-2", "CW-4"])
        #expect(heads.map(\.kind) == [nil, nil, "cause"])
    }

    @Test func whatCameInComesWithTheCaseThatItIsIn() throws {
        let damaged = try Damaged()
        try damaged.change("UPDATE submissions SET state = 'opened', case_id = 99 WHERE key = '2'")
        let reader = try #require(try StoreSnapshot(path: damaged.path).readers.first)
        var came: [StoredSubmission] = []
        while case let part = try reader.submissions(after: came.last?.row.id ?? 0, 1, at: ever), !part.isEmpty {
            came += part
        }
        #expect(came.map(\.row.key) == ["1", "2"])
        #expect(came.map(\.state) == ["opened", "opened"])
        #expect(came.map(\.ref) == ["CW-1", nil])
        let late = Timestamp(milliseconds: 1_000_001)..<Timestamp(milliseconds: 2_000_000)
        #expect(try reader.submissions(after: 0, at: late).isEmpty)
    }

    /// A hundred thousand cases are read in as many parts as there are: none may look at the others' sections.
    @Test func sectionsAreFoundByTheirCases() throws {
        let store = try Damaged()
        let plan = try DatabaseQueue(path: store.path).read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(SnapshotReader.sections)",
                arguments: [1, 400, "care", "", "", "", "", ""])
        }
        #expect(plan.map { $0["detail"] as String } == ["SEARCH sections USING PRIMARY KEY (case_id>? AND case_id<?)"])
    }

    @Test func onlyCasesOfThePeriodCome() throws {
        let store = try Damaged()
        let late = Timestamp(milliseconds: 1_000_001)..<Timestamp(milliseconds: 2_000_000)
        #expect(try all(StoreSnapshot(path: store.path), late).isEmpty)
    }

    /// What a broker writes meanwhile is not seen, and the broker does not wait.
    @Test(arguments: [1, 3]) func itIsOneMoment(_ readers: Int) throws {
        let damaged = try Damaged()
        let store = try SQLiteStore(path: damaged.path)
        let snapshot = try StoreSnapshot(path: damaged.path, readers: readers)
        try insert("CW-3", store)
        #expect(try all(snapshot).map(\.head.ref) == ["CW-1", "CW-2"])
        #expect(try all(StoreSnapshot(path: damaged.path, readers: readers)).count == 3)
    }

    /// However often a broker writes while they begin, all readers of a snapshot see the same cases.
    @Test func allReadersSeeTheSameMoment() async throws {
        let damaged = try Damaged()
        let path = damaged.path
        let store = try SQLiteStore(path: path)
        let isOver = Mutex(false)
        async let snapshots = Task.detached {
            defer { isOver.withLock { $0 = true } }
            return try (0..<20).map { _ in try Self.seen(path) }
        }.value
        var number = 2
        while !isOver.withLock(\.self) {
            number += 1
            try insert("CW-\(number)", store)
        }
        let seen = try await snapshots
        #expect(seen.allSatisfy { Set($0).count == 1 })
        #expect(Set(seen.map(\.first)).count > 1, "nothing was written meanwhile")
        #expect(seen.contains { $0.count == 3 }, "no moment was ever found for all")
    }

    /// How many cases each reader of a new snapshot sees.
    private static func seen(_ path: String) throws -> [Int] {
        try StoreSnapshot(path: path, readers: 3).readers.map { reader in
            try reader.cases(
                0..<1_000_000, opened: Timestamp(milliseconds: 0)..<Timestamp(milliseconds: 10_000_000), logs: nil,
                sections: [:]
            ).count
        }
    }

    private func insert(_ ref: String, _ store: SQLiteStore) throws {
        let now = Timestamp(milliseconds: 1_000_000)
        try store.transaction { store in
            _ = try store.insert(CaseRow(ref: ref, opened: now, updated: now, trace: "t"))
        }
    }

    @Test func aStoreThatSomebodyTakesIntoUseIsNotReadOn() throws {
        let damaged = try Damaged()
        let snapshot = try StoreSnapshot(path: damaged.path)
        let store = try SQLiteStore(path: damaged.path)
        #expect(throws: StoreError.self) { try all(snapshot) }
        withExtendedLifetime(store) {}
    }

    @Test func aStoreOfAnotherVersionIsRefused() throws {
        let newer = try Damaged()
        try newer.change("INSERT INTO grdb_migrations VALUES ('99 what nobody knows yet')")
        #expect(throws: StoreError.self) { try StoreSnapshot(path: newer.path) }
        let older = try Damaged()
        try older.change("DELETE FROM grdb_migrations WHERE identifier LIKE '7 %'")
        #expect(throws: StoreError.self) { try StoreSnapshot(path: older.path) }
        let none = try Damaged(empty: true)
        #expect(throws: StoreError.self) { try StoreSnapshot(path: none.path) }
    }
}
