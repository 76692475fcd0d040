package import StageProtocol

/// What the log of a cause means to the day by which it is to be mended: the standard `repair_first`. Escalation keeps it,
/// reports count it.
package struct CauseClock: Sendable, Hashable {
    /// One day by which it was to be mended, and what came of that.
    package struct Run: Sendable, Hashable {
        package var due: Timestamp
        /// When it was mended, or was given another day.
        package var ended: Timestamp?
        package var isMissed: Bool
        /// Whether it is not known yet what comes of it.
        package var isOpen: Bool { ended == nil && !isMissed }
    }

    /// When it began to be looked after.
    package let opened: Timestamp
    /// By when it is to be mended, where its owner has said another day than the standard.
    package private(set) var later: Timestamp?
    package private(set) var mended: Timestamp?
    /// The day that passed with it unmended, and when that was noticed; nil once it has another day.
    package var missed: (due: Timestamp, at: Timestamp)? {
        inherited.map { ($0.due, $0.ended ?? $0.due) } ?? (isPast ? passed.last.map { ($0.due, noticed) } : nil)
    }

    /// The soonest day of those that turned out to be the same and go on in this one.
    private var sooner: Timestamp?
    /// Such a day that had passed already, until it was noticed: it was told, and counts, where it was missed.
    private var inherited: Run?
    private var passed: [Run] = []
    private var noticed = Timestamp(milliseconds: 0)
    private var isPast = false

    package init(opened: Timestamp) { self.opened = opened }

    /// Takes in what the log says next.
    package mutating func take(_ entry: LogEntry) {
        func moment(_ name: String) -> Timestamp? { entry.body[name]?.string.flatMap(Timestamp.init) }
        if let day = moment("later") {
            later = day
            end(at: entry.at)
            (isPast, sooner, inherited) = (false, nil, nil)
        }
        if let other = entry.body["same"] { join(other) }
        if entry.body["mended"]?.string != nil {
            mended = entry.at
            end(at: entry.at)
        }
        if let due = moment("overdue") {
            passed.append(Run(due: due, ended: nil, isMissed: true))
            noticed = entry.at
            isPast = true
        }
    }

    /// Another one goes on in this one, with the sooner day of both.
    private mutating func join(_ other: JSON) {
        func moment(_ name: String) -> Timestamp? { other[name]?.string.flatMap(Timestamp.init) }
        guard let due = moment("due") else { return }
        sooner = min(sooner ?? due, due)
        guard let noticed = moment("missed"), missed.map({ due < $0.due }) ?? true else { return }
        inherited = Run(due: due, ended: noticed, isMissed: true)
    }

    private mutating func end(at moment: Timestamp) {
        guard isPast, let last = passed.indices.last, passed[last].ended == nil else { return }
        passed[last].ended = moment
    }

    /// By when it is to be mended; nil where neither a standard nor its owner has said.
    package func due(_ figures: Figures) -> Timestamp? {
        let own = later ?? figures.repairFirst?.within.map { figures.moment($0, after: opened) }
        return [own, sooner].compactMap(\.self).min()
    }

    /// Every day that it had, oldest first.
    /// - Parameter isOpen: whether it is still looked after; of one that was closed unmended, the last day came to nothing.
    package func runs(_ figures: Figures, isOpen: Bool, at now: Timestamp) -> [Run] {
        guard !isPast, inherited == nil, let due = due(figures) else { return passed }
        if let mended { return passed + [Run(due: due, ended: mended, isMissed: mended >= due)] }
        return isOpen ? passed + [Run(due: due, ended: nil, isMissed: now >= due)] : passed
    }
}
