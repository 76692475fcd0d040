internal import GRDB
import StageProtocol

// What is read as JSON is JSON, and every state is one of those there are: a row that cannot be read stops a broker.

extension Rule {
    static let forms = [
        json("entries", "body", "'entry ' || seq || ' of case ' || case_id"),
        json("sections", "body", "'section ' || name || ' of case ' || case_id"),
        json("journal", "detail", "'the detail of line ' || id || ' of the journal'"),
        json("says", "findings", "'the findings about text ' || id"),
        json("says", "result", "'the result of text ' || id"),
        decodable("says", "proposal", "'the proposal of text ' || id", as: Say.self),
        decodable("promises", "promise", "'the promise ' || name || ' of case ' || case_id", as: MakePromise.self),
        state("cases", "status", "'case ' || ref", ["open", "resolved"]),
        state("messages", "state", "'message ' || id", ["0", "1", "2"]),
        state(
            "submissions", "state", "'submission ' || id",
            ["received", "opened", "followed_up", "duplicate", "parked", "discarded"]),
        state(
            "says", "state", "'text ' || id",
            ["proposed", "refused", "ready", "sending", "sent", "failed", "superseded"]),
    ]

    private static func json(_ table: String, _ column: String, _ name: String) -> Rule {
        readable(table, column, name) { JSONSyntax.isValid($0) }
    }

    private static func decodable<T: Decodable & Sendable>(
        _ table: String, _ column: String, _ name: String, as type: T.Type
    ) -> Rule {
        readable(table, column, name) { (try? JSONCoding.decode(type, from: $0)) != nil }
    }

    private static func readable(
        _ table: String, _ column: String, _ name: String, _ isReadable: @escaping @Sendable (Frame) -> Bool
    ) -> Rule {
        Rule(code: "unreadable") { db, tell in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT \(name) AS name, \(column) AS bytes FROM \(table) WHERE \(column) IS NOT NULL")
            while let row = try rows.next() {
                guard !isReadable(row.bytes("bytes")) else { continue }
                tell("\(row["name"] as String) cannot be read as JSON of its kind")
            }
        }
    }

    private static func state(_ table: String, _ column: String, _ name: String, _ known: [String]) -> Rule {
        Rule(
            "unknown-state",
            sql: """
                SELECT \(name) || ' is "' || \(column) || '", which this Casewire does not know' FROM \(table)
                WHERE CAST(\(column) AS TEXT) NOT IN (\(known.map { "'\($0)'" }.joined(separator: ", ")))
                """)
    }
}
