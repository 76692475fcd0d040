import Broker
import StageProtocol

/// What outcomes that took effect have promised, and how each promise ended: once, one way or the other.
struct PromisedThings {
    private enum State { case owed, kept, withdrawn }

    private var states: [Int64: [String: State]] = [:]

    mutating func add(_ outcome: Outcome, _ caseID: Int64) {
        for promise in outcome.promise ?? [] { states[caseID, default: [:]][promise.name] = .owed }
        for name in outcome.keep ?? [] { end(name, caseID, .kept) }
        for name in outcome.withdraw ?? [] { end(name, caseID, .withdrawn) }
    }

    private mutating func end(_ name: String, _ caseID: Int64, _ state: State) {
        if states[caseID]?[name] == .owed { states[caseID]?[name] = state }
    }

    mutating func forget(_ caseID: Int64) { states[caseID] = nil }

    func check(_ store: MemoryStore) throws(Violation) {
        for (caseID, promises) in states {
            let rows = store.content.promises[caseID] ?? []
            guard rows.count == promises.count else {
                throw Violation(
                    rule: "promises are kept track of",
                    detail: "case \(caseID): \(promises.count) were made, \(rows.count) are written down")
            }
            for row in rows {
                let state = promises[row.promise.name]
                guard (row.kept != nil) == (state == .kept), (row.withdrawn != nil) == (state == .withdrawn) else {
                    throw Violation(
                        rule: "promises are kept track of",
                        detail: "\(row.promise.name) of case \(caseID) should be \(state.map { "\($0)" } ?? "unknown")")
                }
            }
        }
    }
}
