internal import GRDB
internal import GRDBSQLite
import StageProtocol

/// A value that a statement takes.
protocol Bindable {
    func bind(to statement: Statement, at place: Int32) -> Int32
}

/// A prepared statement of one connection. Used again and again, it stays with its thread.
@safe
final class Statement {
    fileprivate let raw: OpaquePointer
    private let connection: OpaquePointer
    private let columns: [String]
    /// The column after the one that was read last: where columns are read in their order, none is searched for.
    private var next = 0

    init(_ sql: StaticString, connection: OpaquePointer) throws {
        var raw: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(
            connection, sql.utf8Start, Int32(sql.utf8CodeUnitCount), UInt32(SQLITE_PREPARE_PERSISTENT), &raw, nil)
        guard code == SQLITE_OK, let raw = unsafe raw else { throw unsafe Self.error(code, connection, "\(sql)") }
        unsafe self.raw = raw
        unsafe self.connection = connection
        unsafe columns = (0..<sqlite3_column_count(raw)).map { unsafe String(cString: sqlite3_column_name(raw, $0)) }
    }

    deinit { unsafe sqlite3_finalize(raw) }

    /// Binds the arguments and hands each row to the body until it returns false.
    func run(_ arguments: [any Bindable], _ row: (ResultRow) throws -> Bool) throws {
        defer { unsafe sqlite3_reset(raw) }
        for (index, argument) in arguments.enumerated() {
            let code = argument.bind(to: self, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code) }
        }
        while true {
            switch unsafe sqlite3_step(raw) {
            case SQLITE_ROW:
                next = 0
                guard try row(ResultRow(statement: self)) else { return }
            case SQLITE_DONE: return
            case let code: throw failure(code)
            }
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        unsafe Self.error(code, connection, String(cString: sqlite3_sql(raw)))
    }

    private static func error(_ code: Int32, _ connection: OpaquePointer, _ sql: String) -> DatabaseError {
        unsafe DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }

    /// The place of a column.
    fileprivate func column(_ name: String) -> Int32 {
        if next < columns.count, columns[next] == name {
            next += 1
            return Int32(next - 1)
        }
        guard let place = columns.firstIndex(of: name) else { preconditionFailure("no column \(name)") }
        next = place + 1
        return Int32(place)
    }
}

/// The statements of one connection, prepared when they are first needed; each is known by the place of its text.
@safe
final class StatementCache {
    private var statements: [Int: Statement] = [:]

    func prepared(_ sql: StaticString, on db: Database) throws -> Statement {
        let place = unsafe Int(bitPattern: sql.utf8Start)
        if let statement = statements[place] { return statement }
        guard let connection = unsafe db.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the store is closed")
        }
        let statement = unsafe try Statement(sql, connection: connection)
        statements[place] = statement
        return statement
    }
}

// MARK: Binding

/// Tells SQLite to copy what it is given.
nonisolated(unsafe) private let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Int64: Bindable {
    func bind(to statement: Statement, at place: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement.raw, place, self)
    }
}

extension Int: Bindable {
    func bind(to statement: Statement, at place: Int32) -> Int32 { Int64(self).bind(to: statement, at: place) }
}

extension String: Bindable {
    func bind(to statement: Statement, at place: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
                // An empty text has no address of its own, and none would be NULL.
                unsafe sqlite3_bind_text(
                    statement.raw, place, bytes.baseAddress ?? sqlite3_libversion(), Int32(bytes.count), transient)
            }
        }
    }
}

extension [UInt8]: Bindable {
    func bind(to statement: Statement, at place: Int32) -> Int32 {
        guard !isEmpty else { return unsafe sqlite3_bind_zeroblob(statement.raw, place, 0) }
        return unsafe withUnsafeBytes { bytes in
            unsafe sqlite3_bind_blob(statement.raw, place, bytes.baseAddress, Int32(bytes.count), transient)
        }
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    func bind(to statement: Statement, at place: Int32) -> Int32 {
        switch self {
        case .some(let value): value.bind(to: statement, at: place)
        case .none: unsafe sqlite3_bind_null(statement.raw, place)
        }
    }
}

// MARK: Reading

/// A value that a column holds.
protocol Columnar {
    static func read(_ statement: Statement, _ column: Int32) -> Self
}

/// The row at which a statement stands.
struct ResultRow {
    fileprivate let statement: Statement

    subscript<T: Columnar>(_ name: String) -> T { T.read(statement, statement.column(name)) }
    subscript<T: Columnar>(_ column: Int32) -> T { T.read(statement, column) }

    /// Some members of the object that a column holds as JSON, read where SQLite has it; none where it holds no object.
    func members(_ names: [MemberName], _ column: Int32) -> JSONMembers {
        guard let blob = unsafe sqlite3_column_blob(statement.raw, column) else { return JSONMembers() }
        let count = unsafe Int(sqlite3_column_bytes(statement.raw, column))
        return unsafe (try? JSONMembers(names, of: UnsafeRawBufferPointer(start: blob, count: count))) ?? JSONMembers()
    }
}

extension Int64: Columnar {
    static func read(_ statement: Statement, _ column: Int32) -> Int64 {
        unsafe sqlite3_column_int64(statement.raw, column)
    }
}

extension Int: Columnar {
    static func read(_ statement: Statement, _ column: Int32) -> Int { Int(Int64.read(statement, column)) }
}

extension String: Columnar {
    static func read(_ statement: Statement, _ column: Int32) -> String {
        guard let text = unsafe sqlite3_column_text(statement.raw, column) else { return "" }
        let count = unsafe Int(sqlite3_column_bytes(statement.raw, column))
        return unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }
}

extension [UInt8]: Columnar {
    static func read(_ statement: Statement, _ column: Int32) -> [UInt8] {
        guard let blob = unsafe sqlite3_column_blob(statement.raw, column) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(statement.raw, column))
        return unsafe Array(UnsafeRawBufferPointer(start: blob, count: count))
    }
}

extension Optional: Columnar where Wrapped: Columnar {
    static func read(_ statement: Statement, _ column: Int32) -> Wrapped? {
        unsafe sqlite3_column_type(statement.raw, column) == SQLITE_NULL ? nil : Wrapped.read(statement, column)
    }
}
