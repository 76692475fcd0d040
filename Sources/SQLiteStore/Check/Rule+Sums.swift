internal import Crypto
internal import GRDB

// What is added up is right: the bytes of a blob, and what is counted.

extension Rule {
    static let sums = [
        Rule(code: "blob") { db, tell in
            let blobs = try Row.fetchCursor(db, sql: "SELECT hash, size, stored FROM blobs")
            while let row = try blobs.next() {
                if let problem = try problem(ofBlob: row["hash"], size: row["size"], stored: row["stored"], db) {
                    tell("blob \(row["hash"] as String) \(problem)")
                }
            }
        },
        Rule(
            "blob",
            sql: """
                SELECT 'submission ' || id || ' rests on blob ' || blob || ', of which ' || stored || ' of ' ||
                blobs.size || ' bytes are there' FROM submissions JOIN blobs ON hash = blob WHERE stored < blobs.size
                """),
        counted("cases", "SELECT status AS value, count(*) AS n FROM cases WHERE kind IS NULL GROUP BY status"),
        counted("submissions", "SELECT state AS value, count(*) AS n FROM submissions GROUP BY state"),
        counted(
            "messages",
            "SELECT CAST(state AS TEXT) AS value, count(*) AS n FROM messages WHERE state = 0 GROUP BY state"),
        counted(
            "load",
            """
            SELECT owner AS value, count(*) AS n FROM cases
            WHERE status = 'open' AND owner IS NOT NULL AND kind IS NULL GROUP BY owner
            """
        ),
    ]

    /// The counts that triggers keep are what a count gives.
    private static func counted(_ what: String, _ count: String) -> Rule {
        Rule(
            "count",
            sql: """
                WITH real AS (\(count)), kept AS (SELECT value, n FROM counts WHERE what = '\(what)' AND n <> 0)
                SELECT '\(what) counted under "' || value || '": ' || sum(kept) || ', there are ' || sum(real)
                FROM (SELECT value, n AS real, 0 AS kept FROM real UNION ALL SELECT value, 0, n FROM kept)
                GROUP BY value HAVING sum(kept) <> sum(real)
                """)
    }

    private static func problem(ofBlob hash: String, size: Int, stored: Int, _ db: Database) throws -> String? {
        var digest = SHA256()
        var length = 0
        let chunks = try Row.fetchCursor(
            db, sql: "SELECT start, bytes FROM chunks WHERE hash = ? ORDER BY start", arguments: [hash])
        while let row = try chunks.next() {
            guard row["start"] == length else { return "lacks the bytes from \(length) to \(row["start"] as Int)" }
            let bytes = row.bytes("bytes")
            digest.update(data: bytes)
            length += bytes.count
        }
        guard length == stored else { return "has \(length) bytes, not the \(stored) it counts" }
        guard stored <= size else { return "has \(stored) bytes, more than its \(size)" }
        // One whose upload was broken off is gone on with, or stays a piece.
        guard stored == size, hex(digest.finalize()) != hash else { return nil }
        return "does not have the bytes that its hash stands for"
    }
}

/// Bytes as lower-case hex digits.
func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
