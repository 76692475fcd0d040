import Broker
internal import GRDB
import StageProtocol

// What is counted by the hour.
extension SQLiteTransaction {
    func count(_ series: String, _ value: String, hour: Timestamp) throws {
        try run(
            """
            INSERT INTO hours (series, hour, value, n) VALUES (?, ?, ?, 1)
            ON CONFLICT (series, hour, value) DO UPDATE SET n = n + 1
            """, [series, hour.column, value])
    }

    func counts(_ series: String, from: Timestamp, until: Timestamp, limit: Int) throws -> [HourRow] {
        try rows(
            "SELECT hour, value, n FROM hours WHERE series = ? AND hour >= ? AND hour < ? ORDER BY hour, value LIMIT ?",
            [series, from.column, until.column, limit]
        ) { HourRow(value: $0["value"], hour: $0.moment("hour"), count: $0["n"]) }
    }
}
