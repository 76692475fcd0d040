import Calendars
import Casework
import StageProtocol

/// A promise to the customer, as the case's log tells it.
struct Promise: Sendable, Hashable {
    /// Counted from 1 in the case, in the order in which they were made.
    var number: Int
    var name: String
    /// What sort of thing it is, as the gate calls it.
    var kind: String?
    var what: String
    var due: Timestamp
    /// When it was made, and where in the log that stands.
    var at: Timestamp
    var seq: Int
    var isKept = false

    /// Whether any word to the customer keeps it.
    var isWord: Bool { kind == PromiseKind.contact.rawValue }
    /// Its clock in the section `care`.
    var clock: String { Self.clock(of: name) }

    static func clock(of name: String) -> String { "promise-\(name)" }
}

extension Promise {
    /// The text that keeps it: for a word any that is no receipt, for a thing one that says that it is done.
    func kept(by told: [Story.Told]) -> Story.Told? {
        told.first { text in
            guard text.seq > seq else { return false }
            if isWord { return !Purpose.receipts.contains(text.purpose) && text.purpose != Purpose.survey }
            return PromiseFinder.promises(in: text.text, now: text.at).contains {
                $0.what.rawValue == kind && !$0.isOpen
            }
        }
    }
}

extension Care {
    /// A warning was given.
    mutating func warn(_ promise: Promise, at moment: Timestamp) { clocks[promise.clock]?.warned = moment }
    /// The time is up.
    mutating func miss(_ promise: Promise, at moment: Timestamp) { clocks[promise.clock]?.missed = moment }
}

extension Clocks {
    /// The timers of the promises that are still open: a warning before the time is up, and the end of it. A word needs no
    /// warning; the answer's own clock gives it.
    func timers(of promises: [Promise], _ care: Care) -> [ClockTimer] {
        promises.flatMap { promise -> [ClockTimer] in
            guard !promise.isKept, let clock = care.clocks[promise.clock], clock.isRunning else { return [] }
            let end = ClockTimer(clock: promise.clock, kind: .due, at: clock.due)
            guard !promise.isWord, clock.warned == nil else { return [end] }
            return [ClockTimer(clock: promise.clock, kind: .warn, at: warning(of: clock)), end]
        }
    }

    /// The share of the time in opening hours, so that nobody is warned at night.
    private func warning(of clock: Care.Clock) -> Timestamp {
        let (start, due) = (clock.started.milliseconds, clock.due.milliseconds)
        let share = figures.promises?.warn ?? Self.defaultWarning
        let working = figures.calendar.working(between: start, and: due)
        guard working > 0 else { return Timestamp(milliseconds: start + Int64(Double(due - start) * share)) }
        return Timestamp(
            milliseconds: min(figures.calendar.add(working: Int64(Double(working) * share), to: start), due))
    }

    private static let defaultWarning = 0.75
}
