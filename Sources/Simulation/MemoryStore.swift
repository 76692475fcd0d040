package import Broker

/// A store in plain collections: the model that the store on disk is held against, and the ground of the simulation.
///
/// It answers as `SQLiteStore` does, row by row and in the same order. A transaction copies nothing: every change notes
/// how it is taken back, and a transaction that throws is taken back in the reverse order. What goes wrong, and when, is
/// said by `fault`.
package final class MemoryStore: Store {
    /// What goes wrong with a transaction.
    package enum Fault: Sendable, Hashable {
        /// The transaction does not begin.
        case begin
        /// The n-th read in it fails, counted from 1.
        case read(Int)
        /// The n-th write in it fails, counted from 1.
        case write(Int)
        /// Its commit fails: nothing is kept.
        case commit
        /// Its commit succeeds and says that it failed: everything is kept.
        case replyLost
        /// There is no room: every write fails.
        case full
    }

    /// What goes wrong next. `full` stays until it is taken back; all others are used up by one transaction, whether
    /// they came to pass in it or not.
    package var fault: Fault?
    /// Transactions that were committed, those included whose reply was lost.
    package private(set) var commits = 0

    var content: MemoryContent
    private var undo: [(inout MemoryContent) -> Void] = []
    private var phase = Phase.idle
    private var faultNow: Fault?
    private var reads = 0
    private var writes = 0
    /// Whether an operation of this transaction failed by a fault; then it cannot be committed any more.
    private var isBroken = false

    private enum Phase { case idle, reading, writing }

    /// An empty store.
    package init() { content = MemoryContent() }

    private init(_ content: MemoryContent) { self.content = content }

    /// A store of its own with the same content, as one restored from a backup.
    package func copy() -> MemoryStore {
        precondition(phase == .idle, "a store cannot be copied within a transaction")
        return MemoryStore(content)
    }

    package func transaction<T>(_ body: (any StoreTransaction) throws -> T) throws -> T {
        try begin(.writing)
        do {
            let result = try body(MemoryTransaction(store: self))
            if faultNow == .commit || isBroken { throw StoreUnavailable("the commit failed: disk I/O error") }
            commits += 1
            undo.removeAll(keepingCapacity: true)
            phase = .idle
            if faultNow == .replyLost { throw StoreUnavailable("the commit's reply was lost") }
            return result
        } catch {
            while let step = undo.popLast() { step(&content) }
            phase = .idle
            throw error
        }
    }

    package func scrub() throws -> Bool { true }

    package func read<T>(_ body: (any StoreTransaction) throws -> T) throws -> T {
        try begin(.reading)
        defer { phase = .idle }
        return try body(MemoryTransaction(store: self))
    }

    private func begin(_ next: Phase) throws {
        precondition(phase == .idle, "one transaction at a time")
        faultNow = fault
        if fault != .full { fault = nil }
        if faultNow == .begin { throw StoreUnavailable("the transaction could not begin: disk I/O error") }
        (reads, writes, isBroken, phase) = (0, 0, false, next)
    }

    /// Called by every operation that only reads.
    func willRead() throws {
        reads += 1
        if faultNow == .read(reads) { try fail("read \(reads) failed: disk I/O error") }
    }

    /// Called by every operation before it changes anything.
    func willWrite() throws {
        guard phase == .writing else { throw MemoryStoreError.readOnly }
        writes += 1
        if faultNow == .full { try fail("the disk is full") }
        if faultNow == .write(writes) { try fail("write \(writes) failed: disk I/O error") }
    }

    private func fail(_ reason: String) throws {
        isBroken = true
        throw StoreUnavailable(reason)
    }

    /// Notes how a change is taken back.
    func onRollback(_ step: @escaping (inout MemoryContent) -> Void) { undo.append(step) }
}

/// What was wrong with what was asked of a `MemoryStore`.
package enum MemoryStoreError: Error, Hashable, CustomStringConvertible {
    /// A row with this unique value is there already.
    case taken(String)
    /// A write where only reads are allowed.
    case readOnly

    package var description: String {
        switch self {
        case .taken(let what): "\(what) is there already"
        case .readOnly: "attempt to write where only reads are allowed"
        }
    }
}
