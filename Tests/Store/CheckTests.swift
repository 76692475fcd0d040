import Broker
import Foundation
import GRDB
import SQLiteStore
import StageProtocol
import Testing

/// `StoreCheck` finds nothing wrong with a store that is whole, and names each way in which one can be damaged.
@Suite struct CheckTests {
    @Test func aStoreThatIsWholeIsInOrder() throws {
        let store = try Damaged()
        let report = try StoreCheck.check(path: store.path)
        #expect(report.findings == [])
        #expect((report.cases, report.messages, report.submissions) == (2, 4, 2))
    }

    @Test(arguments: Damage.all)
    func aDamageIsNamed(_ damage: Damage) throws {
        let store = try Damaged()
        try store.change(damage.sql)
        let found = try StoreCheck.check(path: store.path).findings
        #expect(found.contains { $0.code == damage.code && $0.message.contains(damage.words) }, "\(found)")
        #expect(found.first?.severity == (damage.isWarning ? .warning : .error))
    }

    @Test func aDamagedPageIsNamed() throws {
        let store = try Damaged()
        try store.change("DROP INDEX cases_by_update; CREATE INDEX cases_by_update ON cases (updated) WHERE id > 1")
        try store.change(
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = 'CREATE INDEX cases_by_update ON cases (updated)'
            WHERE name = 'cases_by_update'
            """)
        let found = try StoreCheck.check(path: store.path).findings
        #expect(found.first?.code == "damaged")
        #expect(found.first?.message.contains("missing from index cases_by_update") == true, "\(found)")
    }

    @Test(arguments: ["messages", "grdb_migrations"])
    func aDestroyedPageIsAFindingAndNotTheEnd(table: String) throws {
        let store = try Damaged()
        let (page, size) = try DatabaseQueue(path: store.path).read { db in
            (
                try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [table]) ?? 0,
                try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
            )
        }
        let file = try FileHandle(forUpdating: URL(filePath: store.path))
        try file.seek(toOffset: UInt64((page - 1) * size))
        try file.write(contentsOf: Data(count: size))
        try file.close()
        let found = try StoreCheck.check(path: store.path).findings
        #expect(found.contains { $0.code == "damaged" && $0.severity == .error }, "\(found)")
    }

    @Test func ofManyOfAKindSomeAreToldAndTheRestCounted() throws {
        let store = try Damaged()
        try store.change((1...50).map { "INSERT INTO keys VALUES ('key \($0)', 99);" }.joined())
        let found = try StoreCheck.check(path: store.path).findings
        #expect(found.count == 21)
        #expect(found.last?.message == "and 30 more of this kind")
    }

    @Test func itIsLookedThroughWhileABrokerWorksOnIt() throws {
        let store = try Damaged()
        let broker = try SQLiteStore(path: store.path)
        try broker.transaction { transaction in
            // What is not committed yet is not there for others.
            _ = try transaction.insert(
                SubmissionRow(
                    key: "half", via: "test", source: "intake", at: Timestamp(milliseconds: 0), state: .received))
            #expect(try StoreCheck.check(path: store.path).findings == [])
        }
        #expect(try StoreCheck.check(path: store.path).findings.map(\.code) == ["unread"])
    }

    @Test func aPathMayHaveAnyCharacters() throws {
        let store = try Damaged()
        let path = store.folder + "/a ?b#c%25 \u{E9}.db"
        try FileManager.default.copyItem(atPath: store.path, toPath: path)
        #expect(try StoreCheck.check(path: path).cases == 2)
    }

    @Test func whatIsNoStoreIsRefusedInWords() throws {
        let store = try Damaged()
        for (name, content, words) in [
            ("none.db", nil, "cannot be read: No such file or directory; \"casewire up\" makes a store"),
            ("text.db", "Dear reader, this is a letter, and no database.", "file is not a database"),
            ("empty.db", "", "is no store of Casewire's"),
        ] {
            let path = store.folder + "/" + name
            try content?.write(toFile: path, atomically: true, encoding: .utf8)
            let error = #expect(throws: StoreError.self) { try StoreCheck.check(path: path) }
            #expect(error?.description.contains(words) == true, "\(String(describing: error))")
        }
    }
}

/// One way to damage a store, and what is said of it.
struct Damage: CustomTestStringConvertible, Sendable {
    let code: String
    let words: String
    let sql: String
    var isWarning = false

    var testDescription: String { words }

    static let all = [
        Damage(
            code: "no-case", words: "message 1 (case.contact for triage) belongs to case 9",
            sql: "UPDATE messages SET case_id = 9 WHERE id = 1"),
        Damage(code: "no-case", words: "text 1 belongs to case 9", sql: "UPDATE says SET case_id = 9 WHERE id = 1"),
        Damage(
            code: "no-case", words: "entry 1 belongs to case 9",
            sql: "INSERT INTO entries VALUES (9, 1, 'noted', 0, 'x', '{}')"),
        Damage(code: "no-case", words: "the key lost belongs to case 9", sql: "INSERT INTO keys VALUES ('lost', 9)"),
        Damage(code: "no-case", words: "the participant eva", sql: "INSERT INTO participants VALUES (9, 'eva')"),
        Damage(
            code: "no-case", words: "section care belongs to case 9",
            sql: "INSERT INTO sections VALUES (9, 'care', 'care/1', 1, 0, 'x', '{}')"),
        Damage(
            code: "no-case", words: "submission 1 is opened, and no case is named",
            sql: "UPDATE submissions SET case_id = NULL WHERE id = 1"),
        Damage(
            code: "no-case", words: "case CW-2 goes on from CW-0", sql: "UPDATE cases SET linked = 'CW-0' WHERE id = 2"),
        Damage(
            code: "no-text", words: "message 2 (say.ready) belongs to text 9",
            sql: "UPDATE messages SET say = 9 WHERE id = 2"),
        Damage(
            code: "no-submission", words: "message 4 (submission.received) belongs to submission 9",
            sql: "UPDATE messages SET submission = 9 WHERE id = 4"),
        Damage(code: "no-blob", words: "submission 1 belongs to blob", sql: "DELETE FROM blobs; DELETE FROM chunks"),
        Damage(
            code: "log-gap", words: "the log of case CW-1 has 2 entries, numbered 1 to 3",
            sql: "DELETE FROM entries WHERE case_id = 1 AND seq = 2"),
        Damage(
            code: "log-count", words: "case CW-1 counts 3 entries in its log; there are 2",
            sql: "DELETE FROM entries WHERE case_id = 1 AND seq = 3"),
        Damage(
            code: "heard-count", words: "case CW-1 counts 5 contacts of the customer; its log has 1",
            sql: "UPDATE cases SET heard = 5 WHERE id = 1"),
        Damage(
            code: "journal-gap", words: "the journal lacks 1 lines before line 3",
            sql: "DELETE FROM journal WHERE id = 2"),
        Damage(
            code: "unread", words: "submission 2 was received, and no message is there",
            sql: "DELETE FROM messages WHERE submission = 2"),
        Damage(
            code: "idle", words: "nothing is going to happen in case CW-1",
            sql:
                "UPDATE messages SET state = 1 WHERE id IN (1, 3); UPDATE says SET state = 'sent'; DELETE FROM messages WHERE id = 2",
            isWarning: true),
        Damage(
            code: "text-stuck", words: "text 1 of case CW-1 is sending, and no message is there",
            sql: "UPDATE says SET state = 'sending'; DELETE FROM messages WHERE say = 1"),
        Damage(
            code: "text-stuck", words: "text 1 of case CW-1 is ready, and its message is a dead letter",
            sql: "UPDATE messages SET state = 2 WHERE say = 1", isWarning: true),
        Damage(code: "text-hash", words: "the words of text 1", sql: "UPDATE says SET text = 'Dear Anna'"),
        Damage(
            code: "unsent", words: "text 1 is ready, and its final bytes are not there",
            sql: "UPDATE says SET final = NULL"),
        Damage(
            code: "blob", words: "does not have the bytes that its hash stands for",
            sql: "UPDATE chunks SET bytes = 'sweet' WHERE start = 4"),
        Damage(code: "blob", words: "lacks the bytes from 4 to 9", sql: "UPDATE chunks SET start = 9 WHERE start = 4"),
        Damage(code: "blob", words: "has 4 bytes, not the 9 it counts", sql: "DELETE FROM chunks WHERE start = 4"),
        Damage(
            code: "blob", words: "of which 4 of 9 bytes are there",
            sql: "DELETE FROM chunks WHERE start = 4; UPDATE blobs SET stored = 4"),
        Damage(
            code: "count", words: "cases counted under \"open\": 7, there are 1",
            sql: "UPDATE counts SET n = 7 WHERE what = 'cases' AND value = 'open'"),
        Damage(
            code: "count", words: "messages counted under \"0\": 0, there are 4",
            sql: "UPDATE counts SET n = 0 WHERE what = 'messages'"),
        Damage(
            code: "unreadable", words: "entry 2 of case 1 cannot be read",
            sql: "UPDATE entries SET body = '{\"half\":' WHERE case_id = 1 AND seq = 2"),
        Damage(
            code: "unreadable", words: "the proposal of text 1", sql: "UPDATE says SET proposal = '{\"name\":\"x\"}'"),
        Damage(
            code: "unknown-state", words: "case CW-2 is \"asleep\", which this Casewire does not know",
            sql: "UPDATE cases SET status = 'asleep' WHERE id = 2"),
    ]
}
