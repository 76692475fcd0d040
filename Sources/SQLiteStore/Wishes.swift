import Broker
internal import GRDB

extension SQLiteTransaction {
    func wishes() throws -> [String: Wish] {
        let rows = try rows("SELECT stage, replicas, drained FROM wishes", []) { row in
            (row["stage"] as String, Wish(replicas: row["replicas"], isDrained: row["drained"] as Int != 0))
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    func put(_ wish: Wish?, stage: String) throws {
        guard let wish else { return try run("DELETE FROM wishes WHERE stage = ?", [stage]) }
        try run(
            "INSERT OR REPLACE INTO wishes (stage, replicas, drained) VALUES (?, ?, ?)",
            [stage, wish.replicas, wish.isDrained ? 1 : 0])
    }
}
