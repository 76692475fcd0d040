import Calendars
import StageProtocol

@testable import Clocks

/// The answer clocks of a case by a second, slow way: minute by minute, each judged by looking through the whole log again.
///
/// It holds for logs whose moments are whole minutes and whose texts had seen all that stands above them.
struct NaiveReference {
    let log: [Entry]
    let calendar: BusinessCalendar
    /// Minutes that a first and a next answer may take, in opening hours where those count.
    let allowed: [ClockName: (minutes: Int, isInHours: Bool)]
    let now: Timestamp

    struct Result: Hashable {
        var started: Timestamp
        var isMet = false
        var isMissed = false
        var left: Int
    }

    /// The last run of a first or a next answer.
    func last(_ name: ClockName) -> Result? {
        guard let first = log.first?.at, let allowed = allowed[name] else { return nil }
        var result: Result?
        var minute = first
        while minute <= now {
            let past = log.filter { $0.at <= minute }
            let wanted = isWanted(name, past)
            let was = log.filter { $0.at < minute }
            if wanted, result == nil || !isWanted(name, was) {
                result = Result(started: minute, left: allowed.minutes)
            }
            if !wanted, isWanted(name, was) {
                result?.isMet = past.contains { $0.at == minute && isAnswer($0) }
            }
            // The minute that begins here counts where it is over by now, somebody waits through it, and the desk is open.
            if wanted, minute < now, !stands(name, past), !allowed.isInHours || calendar.isOpen(at: minute.milliseconds)
            {
                result?.left -= 1
                if result?.left == 0 { result?.isMissed = true }
            }
            minute = minute + .seconds(60)
        }
        return result.map { Result(started: $0.started, isMet: $0.isMet, isMissed: $0.isMissed, left: max(0, $0.left)) }
    }

    /// Whether somebody waits for such an answer once these entries are written.
    private func isWanted(_ name: ClockName, _ past: [Entry]) -> Bool {
        let answer = past.last(where: isAnswer)
        let end = past.last { $0.body["resolved"] != nil }
        let words = past.filter { $0.kind == "heard" || $0.body["reopened"] != nil }
        let open = words.contains { $0.seq > max(answer?.seq ?? 0, end?.seq ?? 0) }
        return open && (name == .firstAnswer) == (answer == nil)
    }

    /// Whether the clock stands: we have asked, and the customer has not written since.
    private func stands(_ name: ClockName, _ past: [Entry]) -> Bool {
        guard name == .nextAnswer, let asked = past.last(where: { $0.body["purpose"] == "clarifying-question" }) else {
            return false
        }
        return !past.contains { $0.seq > asked.seq && ($0.kind == "heard" || $0.body["reopened"] != nil) }
    }

    private func isAnswer(_ entry: Entry) -> Bool { entry.body["purpose"] == "answer" }
}
