// Whatever names something else: that is there.

extension Rule {
    static let references =
        [
            reference("messages", "'message ' || t.id || ' (' || t.type || ' for ' || t.stage || ')'", to: "cases"),
            reference("entries", "'entry ' || t.seq", to: "cases"),
            reference("sections", "'section ' || t.name", to: "cases"),
            reference("keys", "'the key ' || t.key", to: "cases"),
            reference("participants", "'the participant ' || t.address", to: "cases"),
            reference("says", "'text ' || t.id", to: "cases"),
            reference("promises", "'the promise ' || t.name", to: "cases"),
            reference("submissions", "'submission ' || t.id", to: "cases"),
            reference("journal", "'line ' || t.id || ' of the journal'", to: "cases"),
            reference("messages", "'message ' || t.id || ' (' || t.type || ')'", "say", to: "says"),
            reference("messages", "'message ' || t.id || ' (' || t.type || ')'", "submission", to: "submissions"),
            reference("recipients", "'the recipient ' || t.address", "say", to: "says"),
            reference("chunks", "'the chunk at ' || t.start", "hash", to: "blobs", "hash"),
            reference("submissions", "'submission ' || t.id", "blob", to: "blobs", "hash"),
            reference("attachments", "'the attachment ' || t.hash", to: "cases"),
            reference("attachments", "'the attachment ' || t.hash", "hash", to: "blobs", "hash"),
            Rule(
                "no-case",
                sql: """
                    SELECT 'submission ' || id || ' is ' || state || ', and no case is named with it' FROM submissions
                    WHERE state IN ('opened', 'followed_up') AND case_id IS NULL
                    """),
            Rule(
                "no-case",
                sql: """
                    SELECT 'case ' || ref || ' goes on from ' || linked || ', which is not there' FROM cases AS t
                    WHERE linked IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cases WHERE ref = t.linked)
                    """),
        ]

    private static func reference(
        _ table: String, _ name: String, _ column: String = "case_id", to target: String, _ key: String = "id"
    ) -> Rule {
        let (noun, code) =
            switch target {
            case "cases": ("case ", "no-case")
            case "says": ("text ", "no-text")
            case "submissions": ("submission ", "no-submission")
            default: ("blob ", "no-blob")
            }
        return Rule(
            code,
            sql: """
                SELECT \(name) || ' belongs to \(noun)' || t.\(column) || ', which is not there' FROM \(table) AS t
                WHERE t.\(column) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \(target) WHERE \(key) = t.\(column))
                """)
    }
}
