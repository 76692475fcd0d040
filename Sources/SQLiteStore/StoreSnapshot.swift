internal import GRDB
package import StageProtocol

/// Every case of a store and all that came in, as it stood at one moment, read beside a broker at work or with none there.
/// Of the cases of the house, those about a cause come with the customers'.
///
/// Nothing is changed, and no commit waits for it. One that is read for long keeps the write-ahead log from being emptied.
package struct StoreSnapshot: Sendable {
    /// Who reads it: each by itself, all the same moment.
    package let readers: [SnapshotReader]
    /// The numbers that cases have; some are no case's.
    private let numbers: Range<Int64>
    /// When the broker last did something, on its own clock; nil where it never did.
    package let latest: Timestamp?

    /// - Parameter count: how many are to read at a time. There are fewer where the store is written to so often that no moment is
    ///   found for all.
    /// - Throws: `StoreError` where it is no store, cannot be read, or is of another version.
    package init(path: String, readers count: Int = 1) throws {
        do {
            let (name, isAlone) = try StoreReading.name(of: path)
            let readers = try (0..<max(1, count)).map { _ in
                try SnapshotReader(path: path, name: name, isAlone: isAlone)
            }
            self.readers = try Self.begun(readers)
            (numbers, latest) = try readers[0].reading { store in
                guard try StoreReading.version(store.db, path) == Schema.migrator.migrations.count else {
                    throw StoreError(
                        path: path,
                        problem: "is of an older version; it is brought up to date when this Casewire starts with it")
                }
                let last = try store.number("SELECT max(id) FROM cases")
                let first = try store.number("SELECT min(id) FROM cases")
                let latest: Int64? = try store.first("SELECT at FROM journal ORDER BY id DESC LIMIT 1", []) { $0[0] }
                return (first..<last + 1, latest.map { Timestamp(milliseconds: $0) })
            }
        } catch { throw SnapshotReader.failure(error, path) }
    }

    /// The numbers of cases, so many at a time; some are no case's.
    package func parts(_ count: Int64) -> [Range<Int64>] {
        stride(from: numbers.lowerBound, to: numbers.upperBound, by: Int(count)).map {
            $0..<min($0 + count, numbers.upperBound)
        }
    }

    /// Begins to read with all at one moment: what each sees in its transaction is what it saw before any of them began. While
    /// somebody writes without a pause, one reads alone.
    private static func begun(_ readers: [SnapshotReader]) throws -> [SnapshotReader] {
        for _ in 0..<100 {
            let before = try readers.map { try $0.version() }
            for reader in readers { try reader.begin() }
            if try readers.map({ try $0.version() }) == before { return readers }
            for reader in readers { try reader.end() }
        }
        try readers[0].begin()
        return [readers[0]]
    }
}
