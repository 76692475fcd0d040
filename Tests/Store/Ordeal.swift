import Broker
import GRDB
import Simulation

/// The life of a store on a disk that fails at one operation, beside a model that knows what was committed.
struct Ordeal {
    /// What is not as it should be.
    struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    let disk: Disk
    let steps: [Step]
    let census: [Operation]
    private let model = Candidate.model
    private let sqlite = Candidate.all[1]

    init(_ disk: Disk, _ steps: [Step], _ census: [Operation]) {
        self.disk = disk
        self.steps = steps
        self.census = census
    }

    /// Opens the store, lives through the steps, and through the fault at the n-th operation that it can strike.
    /// - Returns: whether the fault came to pass.
    /// - Throws: `Broken` where the store forgot what it had committed, kept what it had not, or is damaged.
    func run(_ fault: Disk.Fault, at n: Int) throws -> Bool {
        disk.strike(fault, at: n)
        var known = MemoryStore()
        var store = try? disk.open()
        for (index, step) in steps.enumerated() {
            if store == nil {
                // It could not be opened; once the disk works it can.
                guard disk.isStruck, !fault.isDarkness else { break }
                disk.heal()
                store = try disk.open()
                try expect(store, toHold: known, or: nil, "before step \(index)")
            }
            let next = known.copy()
            let expected = model.take(step, next), answers = store.map { sqlite.take(step, $0) }
            if answers == expected {
                known = next
            } else if !disk.isStruck {
                throw Broken(description: "step \(index) answered \(answers ?? []), not \(expected)")
            } else if fault.isDarkness {
                store = nil
                return try end(known, or: next, "after the power went in step \(index)")
            } else {
                // The broker makes its mind anew from what the store now says.
                known = try expect(store, toHold: known, or: next, "after step \(index) had failed")
                disk.heal()
            }
            if case .reopen = step {
                store = nil
                store = try? disk.open()
            }
        }
        store = nil
        return try end(known, or: nil, "at the end")
    }

    private func end(_ known: MemoryStore, or next: MemoryStore?, _ when: String) throws -> Bool {
        disk.cyclePower()
        let problems = try DatabaseQueue(path: disk.path).read {
            try String.fetchAll($0, sql: "PRAGMA integrity_check")
        }
        guard problems == ["ok"] else { throw Broken(description: "\(when): \(problems)") }
        try expect(disk.open(), toHold: known, or: next, when)
        return disk.isStruck
    }

    /// What was committed is there, and nothing else but the transaction whose reply was lost.
    @discardableResult
    private func expect(
        _ store: (any Store)?, toHold known: MemoryStore, or next: MemoryStore?, _ when: String
    ) throws -> MemoryStore {
        guard let store else { throw Broken(description: "\(when): no store") }
        let found = sqlite.take(.read(census), store), expected = model.take(.read(census), known)
        if found == expected { return known }
        if let next, found == model.take(.read(census), next) { return next }
        let first = zip(found, expected).first { $0 != $1 }
        throw Broken(description: "\(when): \(first?.0 ?? "more"), not \(first?.1 ?? "nothing")")
    }
}
