import StageProtocol

/// Fills a store with cases that are over, row by row as a year of work would leave them, so that what a new case costs
/// among them can be measured.
enum Fill {
    /// What the rows of the cases numbered from `first` to `last` are made of. References and Message-IDs are spread over
    /// their indexes as random ones are.
    private static func rows(_ first: Int, _ last: Int) -> String {
        let numbers = """
            WITH RECURSIVE numbers(n) AS (SELECT \(first) UNION ALL SELECT n + 1 FROM numbers WHERE n < \(last)),
            spread(n, s) AS (SELECT n, printf('%08x', n * 2654435761 % 4294967296) FROM numbers)
            """
        let contact = "cast('{\"words\":\"' || hex(zeroblob(150)) || '\"}' AS BLOB)"
        return """
            \(numbers) INSERT INTO cases SELECT n, 'CW-' || s, iif(n % 50, 'resolved', 'open'), 1, 3, n, n + 1,
            iif(n % 50, n + 1, NULL), 'c' || s || '@example.net', 'Where is my order ' || n || '?',
            'owner' || (n % 7), NULL, s || s || s || s, NULL FROM spread;
            \(numbers) INSERT INTO entries SELECT n, seq, kind, n, by, \(contact) FROM spread, (SELECT 1 AS seq, 'heard'
            AS kind, 'intake' AS by UNION ALL SELECT 2, 'said', 'responder' UNION ALL SELECT 3, 'decided', 'broker');
            \(numbers) INSERT INTO sections SELECT n, name, name || '/1', 1, n, name, \(contact) FROM spread,
            (SELECT 'care' AS name UNION ALL SELECT 'understanding');
            \(numbers) INSERT INTO keys SELECT 'ref:CW-' || s, n FROM spread UNION ALL SELECT 'mid:' || s || '@x', n FROM spread;
            \(numbers) INSERT INTO participants SELECT n, 'c' || s || '@example.net' FROM spread;
            \(numbers) INSERT INTO submissions SELECT n, 'imap:' || s, 'imap', NULL, 'intake', n, 'opened', n, NULL, NULL,
            NULL, NULL, NULL FROM spread;
            \(numbers) INSERT INTO journal SELECT NULL, n, n, n, 'intake', 'done',
            cast('{"epoch":"1.' || n || '","stage":"s1","type":"bench.hop"}' AS BLOB)
            FROM spread, (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4);
            """
    }

    static func run(path: String, cases: Int) throws {
        let database = try RawDatabase(path, synchronous: "OFF")
        try database.run("PRAGMA cache_size = -4000000")
        let step = 50_000
        let start = ContinuousClock.now
        for first in stride(from: 1, through: cases, by: step) {
            try database.run("BEGIN; \(rows(first, min(first + step - 1, cases))) COMMIT")
        }
        try database.run("PRAGMA wal_checkpoint(TRUNCATE)")
        report(["cases": .int(Int64(cases)), "seconds": .double((ContinuousClock.now - start).seconds)])
    }
}
