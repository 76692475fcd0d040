import Broker
import StageProtocol

/// One call of a store, with words that say which: applied to two stores it must give the same.
struct Operation: CustomStringConvertible {
    let description: String
    private let call: (any StoreTransaction) throws -> String

    init<T>(_ description: String, _ call: @escaping (any StoreTransaction) throws -> T) {
        self.description = description
        self.call = { render(try call($0)) }
    }

    /// What the store answers, as text.
    func apply(to store: any StoreTransaction) throws -> String { try call(store) }
}

/// A step in the life of a store.
enum Step: CustomStringConvertible {
    /// Operations in one transaction, which is given up at its end where `givesUp`.
    case transaction([Operation], givesUp: Bool)
    case read([Operation])
    /// The store is closed and opened again.
    case reopen

    var operations: [Operation] {
        switch self {
        case .transaction(let operations, _), .read(let operations): operations
        case .reopen: []
        }
    }

    /// The same step with other operations.
    func with(_ operations: [Operation]) -> Step {
        switch self {
        case .transaction(_, let givesUp): .transaction(operations, givesUp: givesUp)
        case .read: .read(operations)
        case .reopen: .reopen
        }
    }

    var description: String {
        let lines = operations.map { "\n    \($0)" }.joined()
        return switch self {
        case .transaction(_, let givesUp): (givesUp ? "transaction, given up:" : "transaction:") + lines
        case .read: "read:" + lines
        case .reopen: "reopen"
        }
    }
}

/// A value as text that is the same for equal values.
private func render(_ value: some Any) -> String {
    switch value {
    case is Void: "done"
    case let counts as [CaseStatus: Int]: "\(counts.map { "\($0): \($1)" }.sorted())"
    case let counts as [SubmissionState: Int]: "\(counts.map { "\($0): \($1)" }.sorted())"
    case let counts as [String: Int]: "\(counts.map { "\($0): \($1)" }.sorted())"
    default: "\(value)"
    }
}
