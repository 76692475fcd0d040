package import Clocks
package import StageProtocol

/// What reports need to know of one cause: something that went wrong, and is to be mended by a day.
package struct CauseFacts: Sendable {
    package var ref: String
    /// Every day by which it was to be mended, oldest first.
    package var runs: [CauseClock.Run]

    /// - Parameter isOpen: whether it is still looked after.
    package init(
        ref: String, opened: Timestamp, isOpen: Bool, log: [LogEntry], by figures: Figures, now: Timestamp
    ) {
        self.ref = ref
        let log = log.filter { $0.at <= now }
        var clock = CauseClock(opened: log.first?.at ?? opened)
        for entry in log { clock.take(entry) }
        runs = clock.runs(figures, isOpen: isOpen, at: now)
    }
}
