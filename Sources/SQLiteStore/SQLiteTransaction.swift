import Broker
internal import GRDB
import StageProtocol

/// The store within one SQLite transaction.
struct SQLiteTransaction: StoreTransaction {
    let db: Database
    let statements: StatementCache

    func run(_ sql: StaticString, _ arguments: [any Bindable]) throws {
        try telling { try statements.prepared(sql, on: db).run(arguments) { _ in true } }
    }

    func rows<T>(
        _ sql: StaticString, _ arguments: [any Bindable], _ map: (ResultRow) throws -> T
    ) throws -> [T] {
        var result: [T] = []
        try telling {
            try statements.prepared(sql, on: db).run(arguments) { row in
                result.append(try map(row))
                return true
            }
        }
        return result
    }

    func first<T>(_ sql: StaticString, _ arguments: [any Bindable], _ map: (ResultRow) throws -> T) throws -> T? {
        var result: T?
        try telling {
            try statements.prepared(sql, on: db).run(arguments) { row in
                result = try map(row)
                return false
            }
        }
        return result
    }

    func number(_ sql: StaticString, _ arguments: [any Bindable] = []) throws -> Int64 {
        try first(sql, arguments) { $0[0] } ?? 0
    }

    /// What the triggers have counted, by value; what there is none of is not in it.
    func counts<Key>(_ what: String, _ key: (String) -> Key) throws -> [Key: Int] {
        Dictionary(
            try rows("SELECT value, n FROM counts WHERE what = ? AND n > 0", [what]) {
                (key($0["value"]), $0["n"] as Int)
            }, uniquingKeysWith: +)
    }

    func beginIncarnation() throws -> Int64 {
        try run("UPDATE holder SET incarnation = incarnation + 1", [])
        return try incarnation()
    }

    func incarnation() throws -> Int64 { try number("SELECT incarnation FROM holder") }
}

/// Tells an error of the disk or the file from one that a single statement brought about.
func telling<T>(_ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch let error as DatabaseError {
        switch error.resultCode {
        case .SQLITE_CONSTRAINT, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_RANGE, .SQLITE_TOOBIG: throw error
        default: throw StoreUnavailable("\(error)")
        }
    }
}

// How Casewire's values stand in a row: moments as milliseconds since 1970, JSON as its bytes.

extension Timestamp {
    var column: Int64 { milliseconds }
}

extension ResultRow {
    func moment(_ name: String) -> Timestamp { Timestamp(milliseconds: self[name]) }
    func optionalMoment(_ name: String) -> Timestamp? {
        (self[name] as Int64?).map { Timestamp(milliseconds: $0) }
    }
    func bytes(_ name: String) -> Frame { self[name] }
    func optionalBytes(_ name: String) -> Frame? { self[name] }
    func json<T: Decodable>(_ name: String) throws -> T { try JSONCoding.decode(from: bytes(name)) }
    func optionalJSON(_ name: String) throws -> JSON? { try optionalBytes(name).map { try JSON(bytes: $0) } }
    func state<T: RawRepresentable>(_ name: String, else fallback: T) -> T where T.RawValue == String {
        T(rawValue: self[name]) ?? fallback
    }
}
