/// The processes of one stage: which are to be started and which are to leave. Names are reused, the lowest first.
struct Roster {
    /// One process.
    struct Member: Hashable {
        let name: String
        /// What it was started with.
        let revision: String
        /// Whether it was told to leave.
        var isLeaving = false
    }

    /// What is to be done.
    struct Change: Hashable {
        var start: [String] = []
        var stop: [String] = []
        /// Those that others take the place of: they work on until the others are there, and are not started again.
        var outdated: [String] = []
    }

    let stage: String
    private(set) var members: [Member] = []

    init(stage: String) { self.stage = stage }

    /// Brings about that so many are there, all of one revision.
    /// - Parameter working: those that take work. One that has greeted the broker may still end, since its settings are wrong.
    mutating func settle(_ wanted: Int, revision: String, working: Set<String>) -> Change {
        var change = Change()
        let current = members.filter { $0.revision == revision && !$0.isLeaving }.map(\.name)
        change.start = free(max(0, wanted - current.count))
        change.stop = Array(current.dropFirst(wanted))
        let old = members.filter { $0.revision != revision && !$0.isLeaving }.map(\.name)
        // A new one that does not come to work leaves the old ones where they are.
        let areReplaced = change.start.isEmpty && current.prefix(wanted).allSatisfy(working.contains)
        if areReplaced { change.stop += old } else { change.outdated = old }
        members += change.start.map { Member(name: $0, revision: revision) }
        for place in members.indices where change.stop.contains(members[place].name) { members[place].isLeaving = true }
        return change
    }

    /// Names that nobody has, the lowest first.
    private func free(_ count: Int) -> [String] {
        let taken = Set(members.map(\.name))
        return (0..<taken.count + count).map { "\(stage)-\($0)" }.filter { !taken.contains($0) }.prefix(count).map(
            \.self)
    }

    /// Forgets one that has gone.
    mutating func remove(_ name: String) { members.removeAll { $0.name == name } }

    /// Whether so many are there, have greeted, and no others are left.
    func isSettled(_ wanted: Int, revision: String, present: Set<String>) -> Bool {
        members.count == wanted
            && members.allSatisfy { $0.revision == revision && !$0.isLeaving && present.contains($0.name) }
    }
}
