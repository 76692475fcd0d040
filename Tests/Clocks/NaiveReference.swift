import Calendars
import StageProtocol

@testable import Clocks

/// The answer clocks of a case by a second, slow way: minute by minute, each judged by looking through the whole log again.
///
/// It holds for logs whose moments are whole minutes and whose texts had seen all that stands above them.
struct NaiveReference {
    private enum What { case word, answer, question, end, other }

    struct Result: Hashable {
        var started: Timestamp
        var isMet = false
        var isMissed = false
        var left: Int
    }

    private let log: [(minute: Int64, what: What)]
    private let calendar: BusinessCalendar
    private let allowed: (minutes: Int, isInHours: Bool)
    private let now: Int64

    /// - Parameter allowed: minutes that an answer may take, in opening hours where those count.
    init(_ log: [Entry], _ calendar: BusinessCalendar, allowed: (minutes: Int, isInHours: Bool), at now: Timestamp) {
        self.log = log.map { entry in
            let what: What =
                switch (entry.kind, entry.body["purpose"]?.string) {
                case ("heard", _): .word
                case ("said", "answer"): .answer
                case ("said", "clarifying-question"): .question
                case ("decided", _): .end
                default: .other
                }
            return (entry.at.milliseconds / 60_000, what)
        }
        self.calendar = calendar
        self.allowed = allowed
        self.now = now.milliseconds / 60_000
    }

    /// The last run of a first or a next answer.
    func last(_ name: ClockName) -> Result? {
        guard let first = log.first?.minute else { return nil }
        var result: Result?
        var was = false
        for minute in first...now {
            let past = log.filter { $0.minute <= minute }.map(\.what)
            let isWanted = isWanted(name, past)
            if isWanted, !was {
                result = Result(started: Timestamp(milliseconds: minute * 60_000), left: allowed.minutes)
            } else if was, !isWanted {
                result?.isMet = past.last == .answer
            }
            was = isWanted
            // The minute that begins here counts where it is over by now, somebody waits through it, and the desk is open.
            guard isWanted, minute < now, !stands(name, past), result?.left ?? 0 > 0,
                !allowed.isInHours || calendar.isOpen(at: minute * 60_000)
            else { continue }
            result?.left -= 1
            if result?.left == 0 { result?.isMissed = true }
        }
        return result
    }

    /// Whether somebody waits for such an answer once these things have happened.
    private func isWanted(_ name: ClockName, _ past: [What]) -> Bool {
        let over = past.lastIndex { $0 == .answer || $0 == .end } ?? -1
        return past[(over + 1)...].contains(.word) && (name == .firstAnswer) != past.contains(.answer)
    }

    /// Whether the clock stands: we have asked, and the customer has not written since.
    private func stands(_ name: ClockName, _ past: [What]) -> Bool {
        guard name == .nextAnswer, let asked = past.lastIndex(of: .question) else { return false }
        return !past[asked...].contains(.word)
    }
}
