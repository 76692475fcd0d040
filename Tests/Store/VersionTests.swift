import Broker
import GRDB
import StageProtocol
import Testing

@testable import SQLiteStore

/// A store from an older version is brought up to date; one from a newer is refused.
@Suite struct VersionTests {
    /// A store as version 1 left it: two cases, two messages, two texts.
    private func old() throws -> Damaged {
        let store = try Damaged(empty: true)
        let queue = try DatabaseQueue(path: store.path)
        try Schema.migrator.migrate(queue, upTo: "1 cases, messages, texts, blobs")
        let say =
            #"{"name":"n","audience":"customer","to":["Ann@Example.com","bo@example.com"],"purpose":"p","#
            + #""answers":false,"body":0}"#
        try queue.write {
            try $0.execute(
                sql:
                    "INSERT INTO journal (at, by, what, detail) VALUES (0, 'x', 'y', CAST('{\"submission\":7}' AS BLOB))"
            )
            try $0.execute(
                sql: """
                    INSERT INTO cases (id, ref, status, heard, entries, opened, updated, owner, trace) VALUES
                    (1, 'CW-1', 'open', 0, 0, 0, 0, 'rosa', 't'), (2, 'CW-2', 'resolved', 0, 0, 0, 0, 'rosa', 't');
                    INSERT INTO messages (case_id, stage, type, source, at, deadline, not_before, state, rank, attempts,
                    put_backs, trace) VALUES
                    (1, 's', 't', 'x', 0, 0, 0, 0, 0, 0, 0, 't'), (1, 's', 't', 'x', 0, 0, 0, 2, 0, 0, 0, 't');
                    INSERT INTO submissions (key, via, source, at, state) VALUES ('k', 'v', 's', 0, 'parked');
                    INSERT INTO blobs VALUES ('here', 3, 3);
                    INSERT INTO entries (case_id, seq, kind, at, by, body) VALUES (1, 1, 'heard', 0, 'intake',
                    CAST('{"attachments":[{"sha256":"here"},{"sha256":"gone"},{"name":"x"}]}' AS BLOB)),
                    (1, 2, 'heard', 0, 'intake', CAST('{}' AS BLOB)), (1, 3, 'heard', 0, 'intake', CAST('no' AS BLOB));
                    INSERT INTO submissions (key, via, source, at, state, case_id, blob, size) VALUES
                    ('l', 'v', 's', 5, 'opened', 1, 'here', 3);
                    """)
            for (id, sent) in [(1, 5000), (2, nil)] as [(Int, Int?)] {
                try $0.execute(
                    sql: """
                        INSERT INTO says (id, case_id, name, proposal, by, recipient, text, hash, heard, state, at, sent)
                        VALUES (?, 1, ?, CAST(? AS BLOB), 's', 'Ann@Example.com', x'', 'h', 0, 'refused', 0, ?)
                        """, arguments: [id, "n\(id)", say, sent])
            }
        }
        return store
    }

    @Test func anOlderStoreIsBroughtUpToDate() throws {
        let old = try old()
        let store = try SQLiteStore(path: old.path)
        try store.read { store throws in
            #expect(try store.countCases() == [.open: 1, .resolved: 1])
            #expect(try store.load() == ["rosa": 1])
            #expect(try store.countMessages(.waiting) == 1)
            #expect(try store.countMessages(.dead) == 1)
            #expect(try store.countSubmissions() == [.parked: 1, .opened: 1])
            #expect(try store.findSubmission(key: "l")?.settled == Timestamp(milliseconds: 5))
            for address in ["ann@example.com", "BO@example.com"] {
                #expect(try store.countTexts(to: address, since: Timestamp(milliseconds: 5000)) == 1)
            }
            #expect(
                try store.says(1).map(\.proposal.to) == [
                    ["Ann@Example.com", "bo@example.com"], ["Ann@Example.com", "bo@example.com"],
                ])
        }
        // And it goes on counting.
        try store.transaction { store throws in
            #expect(try store.forgetRaw(before: Timestamp(milliseconds: 6), limit: 9) == 1)
            #expect(try store.blobSize("here") != nil, "it is attached to a case")
            var row = try #require(try store.findCase(1))
            (row.status, row.owner) = (.resolved, nil)
            try store.update(row)
            #expect(try store.countCases() == [.resolved: 2])
            #expect(try store.load() == [:])
        }
    }

    @Test func aCheckOfAnOlderStoreSaysSoAndLeavesItAsItIs() throws {
        let store = try old()
        for _ in 1...2 {
            let report = try StoreCheck.check(path: store.path)
            #expect(report.version == 1)
            #expect(report.findings.map(\.code) == ["older"])
        }
    }

    @Test func aNewerStoreIsRefusedInWords() throws {
        let store = try Damaged()
        try store.change("INSERT INTO grdb_migrations VALUES ('99 what nobody knows yet')")
        for open in [{ _ = try SQLiteStore(path: $0) }, { _ = try StoreCheck.check(path: $0) }]
            as [(String) throws -> Void]
        {
            let error = #expect(throws: StoreError.self) { try open(store.path) }
            #expect(error?.description.contains("was written by a newer Casewire; run that version") == true)
        }
    }
}
