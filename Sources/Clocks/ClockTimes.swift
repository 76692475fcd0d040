package import StageProtocol

/// When one run of a clock began and what came of it: as much of a `Clock` as is counted over many cases.
package struct ClockTimes: Sendable, Hashable {
    /// Which clock it is of; nil for that of a promise.
    package var clock: ClockName?
    package var name: String
    package var started: Timestamp
    package var due: Timestamp?
    package var warned: Timestamp?
    package var met: Timestamp?
    package var missed: Timestamp?
    package var stopped: Timestamp?
    /// For a promise: whether any word keeps it.
    package var isWord: Bool

    package init(
        clock: ClockName?, name: String, started: Timestamp, due: Timestamp? = nil, warned: Timestamp? = nil,
        met: Timestamp? = nil, missed: Timestamp? = nil, stopped: Timestamp? = nil, isWord: Bool = false
    ) {
        self.clock = clock
        self.name = name
        self.started = started
        self.due = due
        self.warned = warned
        self.met = met
        self.missed = missed
        self.stopped = stopped
        self.isWord = isWord
    }

    /// Whether somebody still waits for it.
    package var isOpen: Bool { met == nil && stopped == nil }
    package var isPromise: Bool { clock == nil }

    /// The runs of all clocks of a case but those that run while the customer has the next word, in the order in which they
    /// started. The parameters are those of `CaseClocks`.
    package static func ours(
        _ log: [LogEntry], heard: Int?, opened: Timestamp, figures: Figures, at moment: Timestamp
    ) -> [ClockTimes] {
        let runs = Reckoning(log, heard: heard, opened: opened, figures, until: moment).runs
        var times: [ClockTimes] = []
        times.reserveCapacity(runs.count)
        for index in runs.indices where !runs[index].isCustomers {
            times.append(runs[index].times(at: moment, figures.calendar))
        }
        return times
    }
}
