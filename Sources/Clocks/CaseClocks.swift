package import Calendars
package import StageProtocol

/// The clocks of a case at a moment: a function of its log, the standards and their calendar, and of nothing else.
///
/// They are worked out anew whenever somebody wants to know. What stands behind the moment in the log is not looked at, so
/// that the past can be asked about, and a moment ahead as if nothing happened until then.
package struct CaseClocks: Sendable {
    /// Every run of every clock, in the order in which they started.
    package let runs: [Clock]
    /// Whose turn it is: `us` or `customer`.
    package let turn: String
    /// Since when the customer waits for a word of ours.
    package let waitingSince: Timestamp?
    package let moment: Timestamp

    private let figures: Figures

    /// - Parameters:
    ///   - log: the entries in their order.
    ///   - heard: how many contacts there were, where entries may be left out of a long log.
    ///   - opened: when the case was opened, for one of which no contact is on record.
    package init(
        _ log: [LogEntry], heard: Int? = nil, opened: Timestamp? = nil, figures: Figures, at moment: Timestamp
    ) {
        let reckoning = Reckoning(log, heard: heard, opened: opened, figures, until: moment)
        runs = reckoning.runs.map { $0.clock(at: moment, figures.calendar) }
        turn = reckoning.waitingSince != nil || !reckoning.overdue.isEmpty ? "us" : "customer"
        waitingSince = reckoning.waitingSince
        self.moment = moment
        self.figures = figures
    }

    /// The same of a log whose entries are whole.
    package init(_ log: [Entry], heard: Int? = nil, opened: Timestamp? = nil, figures: Figures, at moment: Timestamp) {
        self.init(log.map { LogEntry($0) }, heard: heard, opened: opened, figures: figures, at: moment)
    }

    /// The run of a clock that counts now: the oldest that somebody waits for, else the last one.
    package subscript(name: ClockName) -> Clock? { self[name.rawValue] }

    package subscript(name: String) -> Clock? {
        runs.first { $0.name == name && $0.isOpen } ?? runs.last { $0.name == name }
    }

    /// The run of a clock that something is to be done about next: the oldest that nobody has dealt with.
    package func next(_ name: String) -> Clock? {
        runs.first { $0.name == name && $0.isOpen && $0.noticed == nil } ?? self[name]
    }

    /// The clocks as they stand now, one of each name, in the order in which they started.
    package var current: [Clock] {
        let names = runs.reduce(into: [String]()) { names, run in
            if !names.contains(run.name) { names.append(run.name) }
        }
        return names.compactMap { self[$0] }
    }

    /// Whether somebody has set a clock to wait for a customer who was waiting for us.
    package var isGamed: Bool { runs.contains { $0.pauses.contains(where: \.isGamed) } }

    /// By when the customer counts on an answer; nil where that is over or no answer is due.
    package var answerDue: Timestamp? {
        [ClockName.firstAnswer, .nextAnswer].compactMap { self[$0] }.filter { $0.isRunning && !$0.isPaused }
            .compactMap(\.due).min()
    }

    /// When the customer can honestly be told to hear from us next; nil while the next word is theirs.
    package var nextWord: Timestamp? {
        guard turn == "us" else { return nil }
        if let answerDue, answerDue > moment { return answerDue }
        if let update = self[.update], update.isOpen, let due = update.due, due > moment { return due }
        return Timestamp(milliseconds: figures.calendar.endOfBusinessDay(after: moment.milliseconds))
    }

    /// The same for a text that brings news now: the next news is due anew then.
    package var nextWordAfterNews: Timestamp {
        if turn == "us", let answerDue, answerDue > moment { return answerDue }
        return figures.moment(figures.update.every, after: moment)
    }

    /// As `casewire clocks --format json` shows them.
    package var json: JSON {
        [
            "at": .string(moment.description), "turn": .string(turn),
            "waiting_since": waitingSince.map { .string($0.description) } ?? nil,
            "next_word": nextWord.map { .string($0.description) } ?? nil, "gamed": .bool(isGamed),
            "clocks": .array(current.map(\.json)), "runs": .array(runs.map(\.json)),
        ]
    }
}

extension Figures {
    /// The moment a span ends.
    package func moment(_ span: TimeSpan, after start: Timestamp) -> Timestamp {
        Timestamp(milliseconds: calendar.moment(span, after: start.milliseconds))
    }
}
