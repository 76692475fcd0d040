import StageProtocol

/// How far an import has come. However many messages there are, only those on their way are kept.
struct ImportLedger: Sendable {
    /// On the broker's disk without a gap from the first on: where an import that is broken off goes on.
    private(set) var taken: Int
    private(set) var read: Int
    private(set) var skipped: Int
    private var takenBeyond: Set<Int> = []
    private var unsettled: [String] = []
    private(set) var counts: [SubmissionState: Int] = [:]
    private(set) var problems = 0
    private(set) var bytes = 0
    var isComplete = false

    /// - Parameter taken: how many messages an earlier run has brought in.
    init(taken: Int = 0) {
        self.taken = taken
        read = 0
        skipped = 0
    }

    var pending: Int { unsettled.count }
    var settled: Int { counts.values.reduce(0, +) }
    func count(_ state: SubmissionState) -> Int { counts[state] ?? 0 }

    /// Counts a message in; false where an earlier run has brought it in.
    mutating func begin(bytes: Int) -> Bool {
        read += 1
        self.bytes += bytes
        guard read > taken else {
            skipped += 1
            return false
        }
        return true
    }

    mutating func note(problem: Bool) { if problem { problems += 1 } }

    /// The broker has it on disk.
    mutating func accept(_ number: Int, _ id: String, _ state: SubmissionState) {
        takenBeyond.insert(number)
        while takenBeyond.remove(taken + 1) != nil { taken += 1 }
        if state == .received { unsettled.append(id) } else { counts[state, default: 0] += 1 }
    }

    /// The broker is never going to have it; it is no reason to stop.
    mutating func refuse(_ number: Int) {
        problems += 1
        takenBeyond.insert(number)
        while takenBeyond.remove(taken + 1) != nil { taken += 1 }
    }

    /// Those to ask for; nil when nothing is left to come.
    mutating func ask(most: Int) -> [String]? {
        if isComplete, unsettled.isEmpty { return nil }
        let asked = Array(unsettled.prefix(most))
        unsettled = Array(unsettled.dropFirst(asked.count)) + asked
        return asked
    }

    /// Takes the broker's word. Returns whether any is settled by it.
    mutating func settle(_ states: [JSON]) -> Bool {
        var gone: Set<String> = []
        for item in states {
            guard let id = item["id"]?.string,
                let state = item["state"]?.string.flatMap(SubmissionState.init(rawValue:)), state != .received
            else { continue }
            gone.insert(id)
            counts[state, default: 0] += 1
        }
        unsettled.removeAll { gone.contains($0) }
        return !gone.isEmpty
    }

    var json: JSON {
        [
            "read": .int(Int64(read)), "skipped": .int(Int64(skipped)), "received": .int(Int64(settled + pending)),
            "opened": .int(Int64(count(.opened))), "followed_up": .int(Int64(count(.followed_up))),
            "duplicates": .int(Int64(count(.duplicate))), "parked": .int(Int64(count(.parked))),
            "pending": .int(Int64(pending)), "problems": .int(Int64(problems)),
        ]
    }
}
