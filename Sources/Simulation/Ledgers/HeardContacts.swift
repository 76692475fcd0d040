/// Contacts heard in each case, counted from the journal.
struct HeardContacts {
    private var counts: [Int64: Int] = [:]
    /// How many had been heard when the beat began, of the cases that were written to in it.
    private var earlier: [Int64: Int] = [:]

    subscript(caseID: Int64) -> Int { counts[caseID] ?? 0 }

    /// A beat's worth of the journal begins.
    mutating func begin() { earlier = [:] }

    mutating func add(_ caseID: Int64) {
        if earlier[caseID] == nil { earlier[caseID] = self[caseID] }
        counts[caseID, default: 0] += 1
    }

    /// How many had been heard when the beat began.
    func before(_ caseID: Int64) -> Int { earlier[caseID] ?? self[caseID] }

    mutating func forget(_ caseID: Int64) {
        counts[caseID] = nil
        earlier[caseID] = nil
    }
}
