import Broker
import Foundation
import GRDB
import SQLiteStore
import Simulation
import Testing

/// A kind of store that is held against the contract. Another kind is another element of `all`.
struct Candidate: CustomTestStringConvertible, Sendable {
    let name: String
    /// Whether what it holds outlives it.
    let lasts: Bool
    /// Opens the store in a folder, empty at first.
    let open: @Sendable (_ folder: String) throws -> any Store
    /// What kind of error it threw: `taken`, `readOnly`, or its own words.
    let kind: @Sendable (any Error) -> String

    var testDescription: String { name }

    static let all = [
        Candidate(name: "SQLite in memory", lasts: false, open: { _ in try SQLiteStore() }, kind: kindOfSQLite),
        Candidate(
            name: "SQLite on disk", lasts: true, open: { try SQLiteStore(path: $0 + "/store.db") }, kind: kindOfSQLite),
    ]

    /// What all are held against.
    static let model = Candidate(name: "model", lasts: false, open: { _ in MemoryStore() }) {
        switch $0 as? MemoryStoreError {
        case .taken: "taken"
        case .readOnly: "readOnly"
        default: "\($0)"
        }
    }

    static let kindOfSQLite: @Sendable (any Error) -> String = {
        if let failure = $0 as? StoreUnavailable, failure.description.hasPrefix("SQLite error 8") { return "readOnly" }
        return switch ($0 as? DatabaseError)?.resultCode.primaryResultCode {
        case .SQLITE_CONSTRAINT: "taken"
        case .SQLITE_READONLY: "readOnly"
        default: "\($0)"
        }
    }

    /// Leads a new store through steps.
    /// - Returns: what it answered, a line for each operation and each end of a transaction.
    func live(_ steps: [Step]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.path + "/casewire-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var store: (any Store)? = try open(folder)
        var lines: [String] = []
        for step in steps {
            if case .reopen = step, lasts {
                store = nil
                store = try open(folder)
            }
            if let store { lines += take(step, store) }
        }
        return lines
    }

    /// Takes one step.
    /// - Returns: a line for each operation, and one for the end of a transaction: `committed`, `given up`, or `failed`.
    func take(_ step: Step, _ store: any Store) -> [String] {
        var lines: [String] = []
        func apply(_ transaction: any StoreTransaction) throws {
            for operation in step.operations { lines.append(try operation.apply(to: transaction)) }
        }
        do {
            switch step {
            case .transaction(_, let givesUp):
                try store.transaction {
                    try apply($0)
                    if givesUp { throw GivenUp() }
                }
                lines.append("committed")
            case .read: try store.read(apply)
            case .reopen: break
            }
        } catch is GivenUp {
            lines.append("given up")
        } catch {
            lines.append("failed: \(kind(error))")
        }
        return lines
    }
}

private struct GivenUp: Error {}
