import Casework
import Clocks
import StageProtocol

/// How far one standard was kept: what came of it in one case.
struct StandardFigure: Sendable {
    /// Times it was kept, and times it was decided.
    var kept = 0
    var of = 0
    /// Times that are not decided yet.
    var open = 0
    var worst = Worst()

    mutating func count(_ isKept: Bool, _ ref: String, late: Int64 = 1) {
        of += 1
        if isKept { kept += 1 } else { worst.add(ref, by: late) }
    }

    /// Counts the runs of a clock. One that nobody waited for any more before its time was up came to nothing.
    mutating func count(_ runs: some Sequence<ClockTimes>, of facts: CaseFacts, at now: Int64) {
        for run in runs {
            guard let due = run.due else { continue }
            if run.missed != nil {
                let end = run.met?.milliseconds ?? run.stopped?.milliseconds ?? now
                count(false, facts.ref, late: end - due.milliseconds)
            } else if run.met != nil {
                count(true, facts.ref)
            } else if run.isOpen {
                open += 1
            }
        }
    }

    /// Counts each day by which a cause was to be mended.
    mutating func count(_ cause: CauseFacts, at now: Int64) {
        for run in cause.runs {
            guard !run.isOpen else {
                open += 1
                continue
            }
            count(!run.isMissed, cause.ref, late: (run.ended?.milliseconds ?? now) - run.due.milliseconds)
        }
    }
}

/// What a standard's figure counts; nil for the standards that have none.
struct StandardMeasure: Sendable {
    /// What one of it is: `contacts`, `answers`.
    var unit: String
    /// Counts what came of it in a customer's case; nil for what is kept in none.
    var count: (@Sendable (inout StandardFigure, CaseFacts, _ now: Int64) -> Void)?
    /// Counts what came of it in a cause; nil for what is kept in none.
    var countCause: (@Sendable (inout StandardFigure, CauseFacts, _ now: Int64) -> Void)?

    static let all: [String: StandardMeasure] = [
        "acknowledge": clock(.acknowledge, "contacts"), "first_answer": clock(.firstAnswer, "first answers"),
        "next_answer": clock(.nextAnswer, "answers after the first"), "update": clock(.update, "updates"),
        "resolve": clock(.resolution, "matters"),
        "floor": .init(unit: "answers") { figure, facts, _ in
            for text in facts.texts where text.answers { figure.count(text.sawAll, facts.ref) }
        },
        "grasp": .init(unit: "asks in answered cases") { figure, facts, _ in
            guard facts.texts.contains(where: { $0.answers && $0.author == nil }) else { return }
            for ask in facts.asks { figure.count(ask.isCovered, facts.ref) }
        },
        "promises": .init(unit: "promises") { figure, facts, now in
            figure.count(facts.clocks.lazy.filter(\.isPromise), of: facts, at: now)
        },
        "honest_wait": .init(unit: "times told for the next word") { figure, facts, now in
            figure.count(facts.clocks.lazy.filter { $0.isPromise && $0.isWord }, of: facts, at: now)
        },
        "never_silent": .init(unit: "cases") { figure, facts, now in
            let runs = facts.runs(.update).filter { $0.due != nil }
            guard !runs.isEmpty else { return }
            let late = runs.filter { $0.missed != nil }.compactMap { run in
                run.due.map { ((run.met ?? run.stopped)?.milliseconds ?? now) - $0.milliseconds }
            }
            if late.isEmpty, runs.contains(where: \.isOpen) {
                figure.open += 1
            } else {
                figure.count(late.isEmpty, facts.ref, late: late.max() ?? 0)
            }
        },
        "always_helped": .init(unit: "settled cases") { figure, facts, _ in
            guard !facts.isOpen else { return figure.open += 1 }
            figure.count(facts.texts.contains { !Purpose.noWord.contains($0.purpose) }, facts.ref)
        },
        "advocate": .init(unit: "cases") { figure, facts, _ in
            guard let last = facts.owners.last else { return }
            let changes = zip(facts.owners, facts.owners.dropFirst()).count { $0 != $1 }
            figure.count(!last.isEmpty && changes == 0, facts.ref, late: Int64(changes))
        },
        "no_surprises": .init(unit: "times missed") { figure, facts, _ in
            for run in facts.clocks where run.missed != nil && run.isAnswerOrPromise {
                let warned = run.warned.map { told in run.missed.map { told < $0 } ?? true } ?? false
                figure.count(warned, facts.ref)
            }
        },
        "acted_on": .init(unit: "pieces of criticism") { figure, facts, now in
            for item in facts.feedback.items where item.kind == "corrective" && !item.isNone {
                guard let due = item.due?.milliseconds else { continue }
                if let done = item.done?.milliseconds {
                    figure.count(done < due, facts.ref, late: done - due)
                } else if let end = item.quiet?.milliseconds ?? (now >= due ? now : nil) {
                    figure.count(false, facts.ref, late: end - due)
                } else {
                    figure.open += 1
                }
            }
        },
        "repair_first": .init(
            unit: "days by which a cause was to be mended", countCause: { $0.count($1, at: $2) }),
    ]

    private static func clock(_ name: ClockName, _ unit: String) -> StandardMeasure {
        .init(unit: unit) { figure, facts, now in figure.count(facts.runs(name), of: facts, at: now) }
    }
}

extension ClockTimes {
    fileprivate var isAnswerOrPromise: Bool {
        clock == .firstAnswer || clock == .nextAnswer || (isPromise && !isWord)
    }
}
