internal import GRDB

/// The tables, as named steps that only ever get longer: a store of an older version is brought up to date, one of a
/// newer version is refused.
enum Schema {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 cases, messages, texts, blobs") { db in try db.execute(sql: first) }
        migrator.registerMigration("2 counts, recipients") { db in
            try db.execute(sql: counts)
            try moveRecipients(db)
        }
        migrator.registerMigration("3 ways in") { db in try db.execute(sql: ways) }
        migrator.registerMigration("4 raw mail") { db in
            // What came in as it came, to be forgotten in time, and who else needs it.
            try db.execute(
                sql: """
                    CREATE INDEX submissions_raw ON submissions (at, id)
                    WHERE blob IS NOT NULL AND state IN ('opened', 'followed_up', 'duplicate');
                    CREATE INDEX submissions_by_blob ON submissions (blob) WHERE blob IS NOT NULL;
                    """)
        }
        migrator.registerMigration("5 attachments, erasure") { db in
            try attachments(db)
            try db.execute(sql: waysOfErased)
        }
        migrator.registerMigration("6 standards") { db in
            // By which standards the open cases were looked at, and up to which case that is done.
            try db.execute(
                sql: """
                    CREATE TABLE standards (
                        one INTEGER PRIMARY KEY CHECK (one = 1), digest TEXT NOT NULL, after INTEGER);
                    CREATE INDEX cases_open ON cases (id) WHERE status = 'open';
                    """)
        }
        migrator.registerMigration("7 wishes") { db in
            // What operators asked of stages by command.
            try db.execute(
                sql: """
                    CREATE TABLE wishes (stage TEXT PRIMARY KEY, replicas INTEGER, drained INTEGER NOT NULL) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("8 promises withdrawn") { db in
            // When a promise ended without being kept.
            try db.execute(
                sql: """
                    ALTER TABLE promises ADD COLUMN withdrawn INTEGER;
                    DROP INDEX promises_open;
                    CREATE INDEX promises_open ON promises (due) WHERE kept IS NULL AND withdrawn IS NULL;
                    """)
        }
        migrator.registerMigration("9 cases of the house, counts by the hour") { db in
            try db.execute(
                sql: """
                    ALTER TABLE cases ADD COLUMN kind TEXT;
                    CREATE TABLE hours (
                        series TEXT NOT NULL, hour INTEGER NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL,
                        PRIMARY KEY (series, hour, value)) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("10 ways in are counted by who asks") { db in
            // The report on what came in reads it all by itself, and has no need of counts that are kept as it comes.
            try db.execute(
                sql: """
                    DROP TRIGGER ways_insert;
                    DROP TRIGGER ways_update;
                    DROP TRIGGER ways_delete;
                    DELETE FROM counts WHERE what = 'ways';
                    """)
        }
        migrator.registerMigration("11 cases of the house apart") { db in try db.execute(sql: houseApart) }
        migrator.registerMigration("12 cases of the house are not counted") { db in
            try db.execute(sql: customersCases)
        }
        migrator.registerMigration("13 retries apart from timers") { db in
            // Few at most times, among as many timers as there are open cases.
            try db.execute(
                sql: """
                    CREATE INDEX messages_retried ON messages (not_before) WHERE state = 0 AND attempts > 0;
                    -- Every open case is looked at once: some were left without a timer.
                    UPDATE standards SET digest = '', after = NULL;
                    """)
        }
        return migrator
    }()

    /// Version 5: since when a submission is settled, so that what was parked for long is not forgotten the moment it is
    /// let go; who has which attachment, so that what came in as it came can be forgotten without it; and what a case is
    /// found by when it is erased.
    private static func attachments(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE submissions ADD COLUMN settled INTEGER;
                UPDATE submissions SET settled = at WHERE state <> 'received';
                DROP INDEX submissions_raw;
                CREATE INDEX submissions_raw ON submissions (settled, id)
                WHERE blob IS NOT NULL AND state NOT IN ('received', 'parked');
                CREATE TABLE attachments (
                    hash TEXT NOT NULL, case_id INTEGER NOT NULL, PRIMARY KEY (hash, case_id)) WITHOUT ROWID;
                CREATE INDEX attachments_by_case ON attachments (case_id);
                CREATE INDEX keys_by_case ON keys (case_id);
                CREATE INDEX participants_by_address ON participants (address);
                CREATE INDEX submissions_by_case ON submissions (case_id) WHERE case_id IS NOT NULL;
                CREATE INDEX journal_by_submission ON journal (json_extract(CAST(detail AS TEXT), '$.submission'))
                WHERE case_id IS NULL;
                CREATE INDEX cases_by_linked ON cases (linked) WHERE linked IS NOT NULL;
                INSERT OR IGNORE INTO attachments
                SELECT json_extract(part.value, '$.sha256'), case_id FROM entries,
                json_each(CASE WHEN json_valid(CAST(body AS TEXT)) THEN CAST(body AS TEXT) END, '$.attachments') AS part
                WHERE part.type = 'object' AND json_type(part.value, '$.sha256') = 'text'
                AND json_extract(part.value, '$.sha256') IN (SELECT hash FROM blobs);
                """)
    }

    /// Refuses a store with steps in it that are not known here.
    static func refuseNewer(_ applied: Set<String>, _ path: String) throws {
        guard applied.isSubset(of: migrator.migrations) else {
            throw StoreError(
                path: path, problem: "was written by a newer Casewire; run that version, or restore a backup")
        }
    }

    private static let first = """
        CREATE TABLE holder (one INTEGER PRIMARY KEY CHECK (one = 1), incarnation INTEGER NOT NULL);
        INSERT INTO holder VALUES (1, 0);

        CREATE TABLE cases (
            id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, status TEXT NOT NULL, heard INTEGER NOT NULL,
            entries INTEGER NOT NULL, opened INTEGER NOT NULL, updated INTEGER NOT NULL, resolved INTEGER,
            customer TEXT, subject TEXT, owner TEXT, linked TEXT, trace TEXT NOT NULL);
        CREATE INDEX cases_by_customer ON cases (customer, opened);
        CREATE INDEX cases_by_update ON cases (updated);
        CREATE INDEX cases_by_owner ON cases (owner) WHERE status = 'open';

        CREATE TABLE entries (
            case_id INTEGER NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
            body BLOB NOT NULL, PRIMARY KEY (case_id, seq)) WITHOUT ROWID;

        CREATE TABLE sections (
            case_id INTEGER NOT NULL, name TEXT NOT NULL, schema TEXT NOT NULL, version INTEGER NOT NULL,
            at INTEGER NOT NULL, by TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (case_id, name)) WITHOUT ROWID;
        CREATE INDEX sections_by_name ON sections (name, at);

        CREATE TABLE keys (key TEXT PRIMARY KEY, case_id INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE participants (
            case_id INTEGER NOT NULL, address TEXT NOT NULL, PRIMARY KEY (case_id, address)) WITHOUT ROWID;

        CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER, stage TEXT NOT NULL, type TEXT NOT NULL,
            source TEXT NOT NULL, at INTEGER NOT NULL, deadline INTEGER NOT NULL, not_before INTEGER NOT NULL,
            state INTEGER NOT NULL, rank INTEGER NOT NULL, attempts INTEGER NOT NULL, put_backs INTEGER NOT NULL,
            timer TEXT, data BLOB, say INTEGER, submission INTEGER, customer TEXT, trace TEXT NOT NULL, epoch TEXT,
            error TEXT, finished INTEGER);
        CREATE INDEX messages_waiting ON messages (not_before) WHERE state = 0;
        CREATE INDEX messages_finished ON messages (finished) WHERE state = 1;
        CREATE INDEX messages_dead ON messages (id) WHERE state = 2;
        CREATE UNIQUE INDEX messages_timer ON messages (case_id, stage, timer, id) WHERE timer IS NOT NULL;

        CREATE TABLE submissions (
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, via TEXT NOT NULL, name TEXT, source TEXT NOT NULL,
            at INTEGER NOT NULL, state TEXT NOT NULL, case_id INTEGER, code TEXT, reason TEXT, blob TEXT, size INTEGER,
            media TEXT);
        CREATE INDEX submissions_by_state ON submissions (state, id);

        CREATE TABLE says (
            id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, name TEXT NOT NULL, proposal BLOB NOT NULL,
            by TEXT NOT NULL, recipient TEXT NOT NULL, text BLOB NOT NULL, hash TEXT NOT NULL, heard INTEGER NOT NULL,
            state TEXT NOT NULL, at INTEGER NOT NULL, final BLOB, message_id TEXT, findings BLOB, result BLOB,
            sent INTEGER, UNIQUE (case_id, name));
        CREATE INDEX says_by_recipient ON says (recipient, sent);

        CREATE TABLE promises (
            case_id INTEGER NOT NULL, name TEXT NOT NULL, promise BLOB NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
            due INTEGER NOT NULL, kept INTEGER, PRIMARY KEY (case_id, name)) WITHOUT ROWID;
        CREATE INDEX promises_open ON promises (due) WHERE kept IS NULL;

        CREATE TABLE journal (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, case_id INTEGER, message INTEGER, by TEXT NOT NULL,
            what TEXT NOT NULL, detail BLOB NOT NULL);
        CREATE INDEX journal_by_case ON journal (case_id, id);

        CREATE TABLE blobs (hash TEXT PRIMARY KEY, size INTEGER NOT NULL, stored INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE chunks (hash TEXT NOT NULL, start INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (hash, start));
        """
}
