import Casework
import Clocks
import StageKit

// What came of the standards that have a clock, told once for each run of it: as it is met in time, or as its time is up. What
// is met late was missed, and is not told again.

extension CaseClocks {
    /// What has come of standards since the section was written last.
    /// - Parameter before: the section as it was; of each clock it holds the run that counted then.
    func standards(since before: Care?) -> [StandardResult] {
        runs.compactMap { run in
            guard let standard = Self.standard(of: run.name), let due = run.due, run.isDecided,
                let current = self[run.name], run.started <= current.started
            else { return nil }
            if let known = before?.clocks[run.name] {
                guard run.started > known.started || (run.started == known.started && known.isUndecided) else {
                    return nil
                }
            }
            return StandardResult(standard: standard, met: run.missed == nil, due: due)
        }
    }

    /// The standard that a clock keeps, as `standards.yaml` calls it; nil where it only paces what we do.
    private static func standard(of clock: String) -> String? {
        if clock.hasPrefix(ClockName.promises) { return "promises" }
        return switch ClockName(rawValue: clock) {
        case .acknowledge: "acknowledge"
        case .firstAnswer: "first_answer"
        case .nextAnswer: "next_answer"
        case .resolution: "resolve"
        case .update, .urgent, .resolve, .reply, nil: nil
        }
    }
}

extension Clock {
    /// Whether it is clear what came of it. What nobody waits for any more came to nothing.
    fileprivate var isDecided: Bool { missed != nil || met != nil }
}

extension Care.Clock {
    fileprivate var isUndecided: Bool { missed == nil && met == nil && stopped == nil }
}
