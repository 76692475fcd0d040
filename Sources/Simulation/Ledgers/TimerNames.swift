import Broker
import StageProtocol

/// Timers that outcomes have set and cancelled: one that is cancelled, such as that of a promise that was withdrawn, does
/// not go off.
struct TimerNames {
    private struct Name: Hashable {
        let stage: String
        let name: String
    }

    /// Whether what was said last of a name is that it waits, by case.
    private var waits: [Int64: [Name: Bool]] = [:]

    mutating func add(_ outcome: Outcome, _ caseID: Int64, by stage: String) {
        for name in outcome.cancel ?? [] { waits[caseID, default: [:]][Name(stage: stage, name: name)] = false }
        for timer in outcome.timers ?? [] { waits[caseID, default: [:]][Name(stage: stage, name: timer.name)] = true }
    }

    mutating func forget(_ caseID: Int64) { waits[caseID] = nil }

    /// Looks at a message that is handed out.
    func lookAt(_ row: MessageRow) throws(Violation) {
        guard let timer = row.timer, let caseID = row.caseID else { return }
        guard waits[caseID]?[Name(stage: row.stage, name: timer)] != false else {
            throw Violation(rule: "cancelled is cancelled", detail: "timer \(timer) of case \(caseID) goes off")
        }
    }
}
