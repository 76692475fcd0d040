import Broker
import Foundation
import GRDB
import StageProtocol
import Testing

@testable import SQLiteStore

/// A store read from end to end by a report.
@Suite struct SnapshotTests {
    private let ever = Timestamp(milliseconds: 0)..<Timestamp(milliseconds: 10_000_000)

    private func all(
        _ snapshot: StoreSnapshot, _ opened: Range<Timestamp>? = nil, logs: [String: [String]]? = [:],
        sections: [String] = ["care", "contact"]
    ) throws -> [[StoredCase]] {
        var parts: [[StoredCase]] = []
        while case let part = try snapshot.next(1, opened: opened ?? ever, logs: logs, sections: sections),
            !part.isEmpty
        { parts.append(part) }
        return parts
    }

    @Test func onlyWhatIsAskedForComes() throws {
        let store = try Damaged()
        let heads = try all(StoreSnapshot(path: store.path), logs: nil, sections: []).flatMap { $0 }
        #expect(heads.map(\.head.ref) == ["CW-1", "CW-2"])
        #expect(heads.allSatisfy { $0.entries.isEmpty && $0.sections.isEmpty })
        let others = try all(StoreSnapshot(path: store.path), logs: nil, sections: ["contact"]).flatMap { $0 }
        #expect(others.count == 2 && others.allSatisfy(\.sections.isEmpty))
        let care = try all(StoreSnapshot(path: store.path), logs: nil, sections: ["contact", "care"]).flatMap { $0 }
        #expect(care.map { $0.sections.keys.sorted() } == [["care"], []])
    }

    @Test func everyCaseComesWithItsLogAndItsSections() throws {
        let store = try Damaged()
        try store.change("UPDATE entries SET body = '{\"owner\":\"nora\",\"rung\":1}' WHERE kind = 'decided'")
        let parts = try all(StoreSnapshot(path: store.path), logs: ["decided": ["owner"], "noted": ["rung"]])
        #expect(parts.map { $0.map(\.head.ref) } == [["CW-1"], ["CW-2"]])
        let first = try #require(parts.first?.first)
        #expect(first.entries.map(\.kind) == ["heard", "decided", "noted"])
        #expect(first.entries.map { $0.body["owner"]?.string } == [nil, "nora", nil])
        #expect(first.entries.allSatisfy { $0.body["rung"] == nil })
        #expect(first.sections.keys.sorted() == ["care"])
        #expect(parts.last?.first?.entries.isEmpty == true)
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
        let heads = try all(StoreSnapshot(path: damaged.path)).flatMap { $0 }.map(\.head)
        #expect(heads.map(\.ref) == ["CW-1", "CW-2", "CW-4"])
        #expect(heads.map(\.kind) == [nil, nil, "cause"])
    }

    @Test func whatCameInComesWithTheCaseThatItIsIn() throws {
        let damaged = try Damaged()
        try damaged.change("UPDATE submissions SET state = 'opened', case_id = 99 WHERE key = '2'")
        let snapshot = try StoreSnapshot(path: damaged.path)
        var came: [StoredSubmission] = []
        while case let part = try snapshot.nextSubmissions(1, at: ever), !part.isEmpty { came += part }
        #expect(came.map(\.row.key) == ["1", "2"])
        #expect(came.map(\.state) == ["opened", "opened"])
        #expect(came.map(\.ref) == ["CW-1", nil])
        let late = Timestamp(milliseconds: 1_000_001)..<Timestamp(milliseconds: 2_000_000)
        #expect(try StoreSnapshot(path: damaged.path).nextSubmissions(at: late).isEmpty)
    }

    /// A hundred thousand cases are read in as many parts as there are: none may look at the others' sections.
    @Test func sectionsAreFoundByTheirCases() throws {
        let store = try Damaged()
        let plan = try DatabaseQueue(path: store.path).read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(StoreSnapshot.sections)",
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
    @Test func itIsOneMoment() throws {
        let damaged = try Damaged()
        let store = try SQLiteStore(path: damaged.path)
        let snapshot = try StoreSnapshot(path: damaged.path)
        #expect(try snapshot.next(1, opened: ever, logs: [:], sections: []).count == 1)
        let now = Timestamp(milliseconds: 1_000_000)
        try store.transaction { store in
            _ = try store.insert(CaseRow(ref: "CW-3", opened: now, updated: now, trace: "t"))
        }
        #expect(try all(snapshot).flatMap { $0 }.map(\.head.ref) == ["CW-2"])
        #expect(try all(StoreSnapshot(path: damaged.path)).count == 3)
    }

    @Test func aStoreThatSomebodyTakesIntoUseIsNotReadOn() throws {
        let damaged = try Damaged()
        let snapshot = try StoreSnapshot(path: damaged.path)
        let store = try SQLiteStore(path: damaged.path)
        #expect(throws: StoreError.self) { try snapshot.next(opened: ever, logs: nil, sections: []) }
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
