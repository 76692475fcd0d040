import Calendars
import Casework
import StageProtocol

/// The clocks of a case. Each has one meaning, one start and one end:
///
/// | clock | starts when | is met when |
/// |---|---|---|
/// | `acknowledge` | the customer wrote | an acknowledgment left |
/// | `first-answer` | the customer first wrote | an answer left; a question of ours does not stop it |
/// | `next-answer` | they wrote again after an answer | an answer left; a question of ours stops it |
/// | `update` | they wrote, or had the last update | our turn is over; it starts anew until then |
/// | `urgent` | a sign of danger was found | an answer left |
/// | `resolve` | an answer left | they wrote again, or the time is up and the case is resolved |
/// | `reply` | a question left | they answered, or the time is up and the case is closed with a next step |
enum ClockName: String, Sendable, CaseIterable {
    case acknowledge
    case firstAnswer = "first-answer"
    case nextAnswer = "next-answer"
    case update, urgent, resolve, reply

    /// The clocks that only an answer meets.
    static let answers: [ClockName] = [.firstAnswer, .nextAnswer, .urgent]
    /// The clocks that run while the customer has the next word.
    static let customers: [ClockName] = [.resolve, .reply]
}

/// What each event does to the clocks. Pure: care and event in, care out.
struct Clocks: Sendable {
    let figures: Figures

    private var calendar: BusinessCalendar { figures.calendar }

    /// A day on which less than this is left when the customer writes is not their first business day: the
    /// acknowledgment just told them when the next word comes.
    private static let shortestFirstDay: Int64 = 3_600_000

    /// The moment a span ends.
    func moment(_ span: TimeSpan, after start: Timestamp) -> Timestamp {
        Timestamp(milliseconds: calendar.moment(span, after: start.milliseconds))
    }

    /// The first contact.
    func opened(by advocate: Care.Colleague, at start: Timestamp) -> Care {
        var care = Care(advocate: advocate)
        self.start(&care, .acknowledge, at: start, figures.acknowledge.within)
        self.start(&care, .firstAnswer, at: start, figures.firstAnswer.within)
        startFirstUpdate(&care, at: start)
        return care
    }

    /// The customer wrote at `moment`; `start` is when they wrote the first words that still wait for an answer.
    func heard(_ care: inout Care, at moment: Timestamp, waitingSince start: Timestamp) {
        if care[.acknowledge]?.isRunning != true {
            self.start(&care, .acknowledge, at: moment, figures.acknowledge.within)
        }
        awaitAnswer(&care, from: start)
    }

    /// The case is open again without a word to acknowledge: somebody was not content.
    func reopened(_ care: inout Care, at moment: Timestamp) { awaitAnswer(&care, from: moment) }

    /// An acknowledgment left; `next` is when words came that it had not seen.
    func acknowledged(_ care: inout Care, at moment: Timestamp, next: Timestamp?) {
        meet(&care, .acknowledge, at: moment)
        if let next { start(&care, .acknowledge, at: next, figures.acknowledge.within) }
    }

    /// An answer left; `next` is when words came that it had not seen.
    func answered(_ care: inout Care, at moment: Timestamp, next: Timestamp?) {
        // Who has the answer needs no receipt.
        for name in ClockName.answers + [.acknowledge] { meet(&care, name, at: moment) }
        care.waits_for = nil
        care.rung = 0
        giveTurn(&care, .resolve, at: moment, next: next)
    }

    /// A question left. It is no answer: `first-answer` runs on, so that nobody keeps a time by asking.
    func asked(_ care: inout Care, at moment: Timestamp, next: Timestamp?) {
        if care[.nextAnswer]?.isOpen == true { care[.nextAnswer] = nil }
        giveTurn(&care, .reply, at: moment, next: next)
    }

    private func giveTurn(_ care: inout Care, _ name: ClockName, at moment: Timestamp, next: Timestamp?) {
        ClockName.customers.forEach { care[$0] = nil }
        if let next { return awaitAnswer(&care, from: next) }
        care.turn = "customer"
        care[.update] = nil
        start(&care, name, at: moment, figures.resolve.after)
    }

    /// An update left, or another word that told the customer where things stand; the next one is due.
    func updated(_ care: inout Care, at moment: Timestamp) {
        start(&care, .update, at: moment, figures.update.every)
    }

    /// There is danger: whoever can be reached is told, at any hour, until an answer left.
    func alarmed(_ care: inout Care, at moment: Timestamp) {
        guard care[.urgent]?.isOpen != true else { return }
        care[.urgent] = Care.Clock(started: moment, due: moment, missed: moment)
    }

    /// The case is resolved: nothing runs any more. What was met or missed stays for the report.
    func resolved(_ care: inout Care, at moment: Timestamp) {
        care.clocks = care.clocks.filter { !$0.value.isRunning }
        for name in [ClockName.update] + ClockName.customers { care[name] = nil }
        for name in ClockName.allCases where care[name]?.isOpen == true { care[name]?.met = moment }
        care.rung = 0
        care.waits_for = nil
        care.next_word = nil
        care.turn = "customer"
    }

    /// When the customer can honestly be told to hear from us next; nil while the next word is theirs.
    func nextWord(_ care: Care, now: Timestamp) -> Timestamp? {
        guard care.turn == "us" else { return nil }
        let answer = [ClockName.firstAnswer, .nextAnswer].compactMap { care[$0] }.filter(\.isRunning).map(\.due).min()
        if let answer, answer > now { return answer }
        if let update = care[.update]?.due, update > now { return update }
        return Timestamp(milliseconds: calendar.endOfBusinessDay(after: now.milliseconds))
    }

    private func awaitAnswer(_ care: inout Care, from start: Timestamp) {
        ClockName.customers.forEach { care[$0] = nil }
        care.turn = "us"
        // First answer overrules next answer until it is met, and who already waits does not wait anew.
        if care[.firstAnswer]?.isOpen != true, care[.nextAnswer]?.isOpen != true {
            self.start(&care, .nextAnswer, at: start, figures.nextAnswer.within)
        }
        if care[.update] == nil { startFirstUpdate(&care, at: start) }
    }

    private func startFirstUpdate(_ care: inout Care, at start: Timestamp) {
        let settled = calendar.add(working: Self.shortestFirstDay, to: start.milliseconds)
        let due = Timestamp(milliseconds: calendar.endOfBusinessDay(after: settled))
        care[.update] = Care.Clock(started: start, due: due)
    }

    private func start(_ care: inout Care, _ name: ClockName, at moment: Timestamp, _ span: TimeSpan) {
        care[name] = Care.Clock(started: moment, due: self.moment(span, after: moment))
    }

    /// Met in time is not missed, also where the news of it came late.
    private func meet(_ care: inout Care, _ name: ClockName, at moment: Timestamp) {
        guard var clock = care[name], clock.met == nil else { return }
        clock.met = moment
        clock.missed = moment > clock.due ? clock.missed ?? moment : (name == .urgent ? clock.missed : nil)
        care[name] = clock
    }
}

extension Care {
    subscript(name: ClockName) -> Clock? {
        get { clocks[name.rawValue] }
        set { clocks[name.rawValue] = newValue }
    }

    /// A warning was given.
    mutating func warn(_ name: ClockName, at moment: Timestamp) { self[name]?.warned = moment }
    /// The time is up.
    mutating func miss(_ name: ClockName, at moment: Timestamp) { self[name]?.missed = moment }
}

extension Care.Clock {
    /// Whether somebody still waits for it.
    var isOpen: Bool { met == nil }
    /// Whether its time is not up yet.
    var isRunning: Bool { met == nil && missed == nil }
    /// Whether its time is up and somebody still waits.
    var isMissedAndOpen: Bool { met == nil && missed != nil }
}
