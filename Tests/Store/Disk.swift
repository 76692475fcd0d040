import FaultyDisk
import SQLiteStore

/// A disk in memory that fails when it is told to, with a store on it.
final class Disk {
    /// What goes wrong.
    enum Fault: String, CaseIterable, Sendable {
        /// An operation fails once.
        case error
        /// There is no room from then on.
        case full
        /// The power goes before an operation.
        case power
        /// The power goes in the middle of an operation.
        case torn
        /// A read brings half of what was asked for, and then fails.
        case shortRead

        fileprivate var kind: faulty_kind {
            switch self {
            case .error: FAULTY_ERROR
            case .full: FAULTY_FULL
            case .power: FAULTY_POWER
            case .torn: FAULTY_TORN
            case .shortRead: FAULTY_SHORT
            }
        }

        /// The operations that it strikes.
        fileprivate var operations: Int {
            switch self {
            case .error: FAULTY_READ | FAULTY_WRITE | FAULTY_SYNC | FAULTY_TRUNCATE
            case .full, .torn: FAULTY_WRITE
            case .power: FAULTY_WRITE | FAULTY_SYNC | FAULTY_TRUNCATE
            case .shortRead: FAULTY_READ
            }
        }

        /// Whether nothing works after it until the power is back.
        var isDarkness: Bool { self == .power || self == .torn }
    }

    private let disk: OpaquePointer
    let path: String

    /// A disk, empty or with what is safe on another; the seed decides what is lost when the power goes.
    init(seed: UInt64, copying other: Disk? = nil) {
        let name = "disk-\(UInt64.random(in: 0...UInt64.max))"
        disk = other.map { faulty_disk_copy($0.disk, name, seed) } ?? faulty_disk_make(name, seed)
        path = "file:store.db?vfs=\(name)"
    }

    deinit { faulty_disk_free(disk) }

    /// The n-th operation that the fault can strike, from now on, is struck; counted from 1.
    func strike(_ fault: Fault, at n: Int) { faulty_disk_strike(disk, fault.kind, Int32(fault.operations), n) }
    var isStruck: Bool { faulty_disk_is_struck(disk) }
    func heal() { faulty_disk_heal(disk) }
    func cyclePower() { faulty_disk_cycle_power(disk) }
    /// Says from now on that it synced, and does not.
    func lie() { faulty_disk_lie(disk, true) }

    func open() throws -> SQLiteStore { try SQLiteStore(path: path) }
}
