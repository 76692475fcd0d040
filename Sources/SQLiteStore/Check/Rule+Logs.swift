// A case's log is whole, the journal is whole, and something is going to happen wherever somebody waits.

extension Rule {
    static let logs = [
        Rule(
            "log-gap",
            sql: """
                SELECT 'the log of case ' || coalesce(ref, case_id) || ' has ' || count(*) || ' entries, numbered ' ||
                min(seq) || ' to ' || max(seq) || ': some are missing'
                FROM entries LEFT JOIN cases ON cases.id = case_id
                GROUP BY case_id HAVING min(seq) <> 1 OR max(seq) <> count(*)
                """),
        Rule(
            "log-count",
            sql: """
                SELECT 'case ' || ref || ' counts ' || entries || ' entries in its log; there are ' || n FROM
                (SELECT ref, entries, (SELECT count(*) FROM entries WHERE case_id = cases.id) AS n FROM cases)
                WHERE entries <> n
                """),
        Rule(
            "heard-count",
            sql: """
                SELECT 'case ' || ref || ' counts ' || heard || ' contacts of the customer; its log has ' || n FROM
                (SELECT ref, heard,
                (SELECT count(*) FROM entries WHERE case_id = cases.id AND kind = 'heard') AS n FROM cases)
                WHERE heard <> n
                """),
        Rule(
            "journal-gap",
            sql: """
                SELECT 'the journal lacks ' || (id - before - 1) || ' lines before line ' || id FROM
                (SELECT id, lag(id, 1, 0) OVER (ORDER BY id) AS before FROM journal) WHERE id - before > 1
                """),
        Rule(
            "unread",
            sql: """
                SELECT 'submission ' || id || ' was received, and no message is there to have it read' FROM submissions
                WHERE state = 'received'
                AND id NOT IN (SELECT submission FROM messages WHERE submission IS NOT NULL AND state = 0)
                """),
        Rule(
            "idle", .warning,
            sql: """
                SELECT 'nothing is going to happen in case ' || ref || ': it is open, and no message or timer waits'
                FROM cases WHERE status = 'open'
                AND id NOT IN (SELECT case_id FROM messages WHERE state = 0 AND case_id IS NOT NULL)
                """),
    ]
}
