import Calendars
import StageProtocol

/// What customers may expect is kept by somebody, at hours at which it can be.
struct StandardsCheck {
    let document: StandardsDocument
    let stages: [PipelineDocument.Stage]
    /// The year from here on is looked at.
    let now: Timestamp
    let findings: Findings

    /// Standards that the broker keeps with any stages.
    private static let kept: Set = ["equal", "reopen", "trust"]
    /// Times that people have to keep.
    private static let peoplesTimes = [("first_answer", "within"), ("next_answer", "within"), ("update", "every")]
    /// The longest that anybody should have to wait for a word, in milliseconds.
    private static let tooLong: Int64 = 7 * 86_400_000

    func run() {
        checkThatEachIsServed()
        checkFloor()
        checkRetention()
        let closed = longestClosed()
        for (standard, figure) in Self.peoplesTimes { checkTime(of: standard, figure, closed) }
    }

    private func checkThatEachIsServed() {
        // A manifest that cannot be read says nothing of what its stage keeps.
        guard stages.allSatisfy({ $0.manifest != nil }) else { return }
        let served = Set(stages.flatMap { $0.manifest?.manifest.serves ?? [] }).union(Self.kept)
        for standard in document.standards.standards where !standard.isKeptByPeople && !served.contains(standard.id) {
            guard let place = document.places[standard.id] else { continue }
            findings.warning(
                .unservedStandard, at: place, "no stage of this pipeline keeps the standard \"\(standard.id)\"",
                hint: "add a stage whose manifest serves it, or write by: people where people keep it")
        }
    }

    private func checkFloor() {
        guard let quiet = document.standards.span("floor", "quiet")?.milliseconds,
            let most = document.standards.span("floor", "at_most")?.milliseconds, quiet > most,
            let place = document.places["floor.quiet"]
        else { return }
        findings.error(
            .badValue, at: place,
            "nobody can be quiet for \(TimeSpan.elapsed(quiet)) and answered within \(TimeSpan.elapsed(most))",
            hint: "let at_most be at least as long as quiet")
    }

    /// A case that customers may go on with is not erased before.
    private func checkRetention() {
        guard let kept = document.standards.span("trust", "cases")?.milliseconds,
            let place = document.places["trust.cases"],
            let reopen = document.standards.span("reopen", "within")?.milliseconds, kept < reopen
        else { return }
        findings.warning(
            .untenable, at: place,
            "a case is erased after \(TimeSpan.elapsed(kept)), and its customer may go on with it for \(TimeSpan.elapsed(reopen))",
            hint: "keep cases for at least as long as reopen.within, or shorten that")
    }

    private func checkTime(of standard: String, _ figure: String, _ closed: (start: Int64, length: Int64)) {
        guard let span = document.standards.span(standard, figure), let place = document.places["\(standard).\(figure)"]
        else { return }
        switch span {
        case .elapsed(let length) where length < closed.length:
            findings.warning(
                .untenable, at: place,
                "\(span) run on the clock, and the desk is closed for \(words(closed.length)) from \(spoken(closed.start)) on",
                hint: "write business hours or business days where people are to keep it")
        case .business, .businessDays:
            let waits = document.standards.calendar.moment(span, after: closed.start) - closed.start
            guard waits > Self.tooLong else { return }
            findings.warning(
                .untenable, at: place,
                "who writes on \(spoken(closed.start)) waits \(words(waits)) for \(span): the desk is closed that long",
                hint: "open it for some hours in between: other_hours")
        default: break
        }
    }

    /// The longest time of the coming year in which nobody is there; milliseconds.
    private func longestClosed() -> (start: Int64, length: Int64) {
        let calendar = document.standards.calendar
        var moment = now.milliseconds
        let end = moment + 366 * 86_400_000
        var longest: (start: Int64, length: Int64) = (moment, 0)
        while moment < end {
            let opening = calendar.nextOpen(after: moment)
            if opening - moment > longest.length { longest = (moment, opening - moment) }
            // Always on, by at least a millisecond: a day that is open all through ends where the next one begins.
            moment = max(calendar.endOfBusinessDay(after: opening), opening + 1)
        }
        return longest
    }

    private func spoken(_ moment: Int64) -> String {
        SpokenTime(zone: document.standards.calendar.zone).moment(moment, language: "en")
    }

    private func words(_ length: Int64) -> String {
        let hours = (length + 1_800_000) / 3_600_000
        return hours < 48 ? "\(hours) hours" : "\((hours + 12) / 24) days"
    }
}
