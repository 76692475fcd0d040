import Broker
import StageProtocol

/// Cases of the house, and what outcomes had to tell of them: one is open under a key at a time, and each entry stands in
/// the log of one of them, once.
struct HouseCases {
    private var keys: [Int64: String] = [:]
    /// Entries of this beat, with the key they were told under.
    private var entries: [(key: String, entry: Frame)] = []

    mutating func begun(_ row: JournalRow) {
        if let id = row.caseID { keys[id] = Self.key(row.detail["kind"]?.string, row.detail["key"]?.string) }
    }

    mutating func add(_ outcome: Outcome, _ bodies: [Frame]) {
        for wish in outcome.open ?? [] { entries.append((Self.key(wish.kind, wish.key), bodies[wish.entry])) }
    }

    mutating func forget(_ caseID: Int64) { keys[caseID] = nil }

    /// The beat is over.
    mutating func forgetEntries() { entries = [] }

    func check(_ store: MemoryStore) throws(Violation) {
        guard !entries.isEmpty else { return }
        var open: [String: Int64] = [:]
        for (id, key) in keys where store.content.cases[id]?.status == .open {
            if let other = open.updateValue(id, forKey: key) {
                throw Violation(rule: "one case of the house", detail: "\(key) is open as case \(other) and \(id)")
            }
        }
        for (key, entry) in entries {
            let count = keys.filter { $0.value == key }.keys.reduce(0) { sum, id in
                sum + store.entries(id).count { $0.kind == "noted" && $0.body == entry }
            }
            guard count == 1 else {
                throw Violation(
                    rule: "one case of the house", detail: "\(text(entry)) stands \(count) times under \(key)")
            }
        }
    }

    private static func key(_ kind: String?, _ key: String?) -> String { "\(kind ?? "")/\(key ?? "")" }
}
