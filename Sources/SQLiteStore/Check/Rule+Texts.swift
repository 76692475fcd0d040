internal import Crypto
internal import GRDB

// A text is what was judged, and somebody is going to take it further.

extension Rule {
    static let texts = [
        stuck(
            .error,
            what: "and no message is there to take it further",
            where: "says.id NOT IN (SELECT say FROM messages WHERE say IS NOT NULL AND state IN (0, 2))"),
        stuck(
            .warning,
            what: "and its message is a dead letter: see \"casewire dead\"",
            where: """
                says.id NOT IN (SELECT say FROM messages WHERE say IS NOT NULL AND state = 0)
                AND says.id IN (SELECT say FROM messages WHERE say IS NOT NULL AND state = 2)
                """),
        Rule(code: "text-hash") { db, tell in
            let texts = try Row.fetchCursor(db, sql: "SELECT id, text, hash FROM says")
            while let row = try texts.next() {
                guard hex(SHA256.hash(data: row.bytes("text"))) != row["hash"] else { continue }
                tell("the words of text \(row["id"] as Int64) are not those that its hash stands for")
            }
        },
        Rule(
            "unsent",
            sql: """
                SELECT 'text ' || id || ' is ' || state || ', and its final bytes are not there' FROM says
                WHERE state IN ('ready', 'sending', 'sent') AND final IS NULL
                """),
    ]

    private static func stuck(
        _ severity: StoreFinding.Severity, what: String, where condition: String
    ) -> Rule {
        Rule(
            "text-stuck", severity,
            sql: """
                SELECT 'text ' || says.id || ' of case ' || coalesce(ref, case_id) || ' is ' || state || ', \(what)'
                FROM says LEFT JOIN cases ON cases.id = case_id
                WHERE state IN ('proposed', 'ready', 'sending') AND \(condition)
                """)
    }
}
