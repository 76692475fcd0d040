import Foundation
internal import GRDB
import StageProtocol

// Version 2: what status, depth and caps ask for is counted as it changes, since the tables grow for ever.

extension Schema {
    static let counts = """
        CREATE TABLE counts (
            what TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (what, value)) WITHOUT ROWID;
        INSERT INTO counts SELECT 'cases', status, count(*) FROM cases GROUP BY status;
        INSERT INTO counts SELECT 'load', owner, count(*) FROM cases WHERE status = 'open' AND owner IS NOT NULL
            GROUP BY owner;
        INSERT INTO counts SELECT 'submissions', state, count(*) FROM submissions GROUP BY state;
        INSERT INTO counts SELECT 'messages', '0', count(*) FROM messages WHERE state = 0;
        DROP INDEX cases_by_owner;

        \(counting("cases", by: "status"))
        \(counting("submissions", by: "state"))

        -- Of messages those that wait: the others have small indexes of their own, and this is the busiest table.
        CREATE TRIGGER waiting_insert AFTER INSERT ON messages WHEN new.state = 0 BEGIN \(waits); END;
        CREATE TRIGGER waiting_delete AFTER DELETE ON messages WHEN old.state = 0 BEGIN \(waitsNoMore); END;
        CREATE TRIGGER waiting_begin AFTER UPDATE OF state ON messages WHEN old.state <> 0 AND new.state = 0
        BEGIN \(waits); END;
        CREATE TRIGGER waiting_end AFTER UPDATE OF state ON messages WHEN old.state = 0 AND new.state <> 0
        BEGIN \(waitsNoMore); END;

        CREATE TRIGGER load_insert AFTER INSERT ON cases BEGIN \(takesOn); END;
        CREATE TRIGGER load_delete AFTER DELETE ON cases BEGIN \(letsGo); END;
        CREATE TRIGGER load_update AFTER UPDATE OF status, owner ON cases
        WHEN old.status <> new.status OR old.owner IS NOT new.owner BEGIN \(letsGo); \(takesOn); END;
        """

    /// Triggers that keep the numbers of a table's rows by a column.
    /// - Parameter counts: the rows that count, given the name of one.
    private static func counting(
        _ table: String, by column: String, where counts: (_ row: String) -> String = { _ in "TRUE" }
    ) -> String {
        let more = """
            INSERT INTO counts VALUES ('\(table)', new.\(column), 1) ON CONFLICT DO UPDATE SET n = n + 1
            """
        let fewer = "UPDATE counts SET n = n - 1 WHERE what = '\(table)' AND value = old.\(column)"
        return """
            CREATE TRIGGER \(table)_insert AFTER INSERT ON \(table) WHEN \(counts("new")) BEGIN \(more); END;
            CREATE TRIGGER \(table)_delete AFTER DELETE ON \(table) WHEN \(counts("old")) BEGIN \(fewer); END;
            CREATE TRIGGER \(table)_update AFTER UPDATE OF \(column) ON \(table)
            WHEN old.\(column) <> new.\(column) AND \(counts("new")) BEGIN \(fewer); \(more); END;
            """
    }

    /// Version 3: what came by each way, since the report reconciles them one by one.
    static let ways = """
        INSERT INTO counts SELECT 'ways', state || ' ' || via, count(*) FROM submissions GROUP BY state, via;
        CREATE TRIGGER ways_insert AFTER INSERT ON submissions BEGIN \(oneMoreWay); END;
        CREATE TRIGGER ways_update AFTER UPDATE OF state ON submissions WHEN old.state <> new.state
        BEGIN \(oneWayFewer); \(oneMoreWay); END;
        """

    /// Version 5: submissions are erased.
    static let waysOfErased = "CREATE TRIGGER ways_delete AFTER DELETE ON submissions BEGIN \(oneWayFewer); END;"

    private static let oneMoreWay = """
        INSERT INTO counts VALUES ('ways', new.state || ' ' || new.via, 1) ON CONFLICT DO UPDATE SET n = n + 1
        """
    private static let oneWayFewer = """
        UPDATE counts SET n = n - 1 WHERE what = 'ways' AND value = old.state || ' ' || old.via
        """

    /// Version 11: cases of the house are no load of customers' cases, and are found without going through those.
    static let houseApart = """
        DROP TRIGGER load_insert;
        DROP TRIGGER load_delete;
        DROP TRIGGER load_update;
        DELETE FROM counts WHERE what = 'load';
        INSERT INTO counts SELECT 'load', owner, count(*) FROM cases
            WHERE status = 'open' AND owner IS NOT NULL AND kind IS NULL GROUP BY owner;
        CREATE TRIGGER load_insert AFTER INSERT ON cases WHEN new.kind IS NULL BEGIN \(takesOn); END;
        CREATE TRIGGER load_delete AFTER DELETE ON cases WHEN old.kind IS NULL BEGIN \(letsGo); END;
        CREATE TRIGGER load_update AFTER UPDATE OF status, owner ON cases
        WHEN new.kind IS NULL AND (old.status <> new.status OR old.owner IS NOT new.owner)
        BEGIN \(letsGo); \(takesOn); END;
        CREATE INDEX cases_of_house ON cases (id) WHERE kind IS NOT NULL;
        """

    /// Version 12: what is counted as cases are customers' cases. What is of the house stays so.
    static let customersCases = """
        DROP TRIGGER cases_insert;
        DROP TRIGGER cases_delete;
        DROP TRIGGER cases_update;
        DELETE FROM counts WHERE what = 'cases';
        INSERT INTO counts SELECT 'cases', status, count(*) FROM cases WHERE kind IS NULL GROUP BY status;
        \(counting("cases", by: "status", where: { "\($0).kind IS NULL" }))
        """

    private static let waits = "UPDATE counts SET n = n + 1 WHERE what = 'messages' AND value = '0'"
    private static let waitsNoMore = "UPDATE counts SET n = n - 1 WHERE what = 'messages' AND value = '0'"

    private static let takesOn = """
        INSERT INTO counts SELECT 'load', new.owner, 1 WHERE new.status = 'open' AND new.owner IS NOT NULL
        ON CONFLICT DO UPDATE SET n = n + 1
        """
    private static let letsGo = """
        UPDATE counts SET n = n - 1 WHERE what = 'load' AND value = old.owner AND old.status = 'open'
        """

    /// The first recipient of a text gives way to all of them, in lower case.
    static func moveRecipients(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE recipients (
                    say INTEGER NOT NULL, address TEXT NOT NULL, sent INTEGER, PRIMARY KEY (say, address)) WITHOUT ROWID;
                CREATE INDEX recipients_by_address ON recipients (address, sent);
                DROP INDEX says_by_recipient;
                ALTER TABLE says DROP COLUMN recipient;
                """)
        let says = try Row.fetchCursor(db, sql: "SELECT id, proposal, sent FROM says")
        while let row = try says.next() {
            for address in try JSON(bytes: Array(row["proposal"] as Data))["to"]?.array ?? [] {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO recipients VALUES (?, ?, ?)",
                    arguments: [row["id"] as Int64, (address.string ?? "").lowercased(), row["sent"] as Int64?])
            }
        }
    }
}
