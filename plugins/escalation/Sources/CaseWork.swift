import Casework
import Clocks
import StageKit

/// One delivery at work: the case as it came, the care as it will be, and the outcome so far.
///
/// What an event brings about goes into the log; clocks, rung and timers are worked out from that. So whatever happened, an
/// open case leaves with every timer that its clocks call for, and nothing has to be kept in step by hand.
struct CaseWork {
    let office: Office
    let received: Received
    let now: Timestamp
    let head: CaseHead
    /// What the log tells, with what this delivery has added to it.
    private(set) var story: Story
    private(set) var clocks: CaseClocks
    let understanding: Understanding?
    let contactSection: ContactSection?
    let answering: Answering?
    var outcome: OutcomeBuilder
    var care: Care
    /// Whether the case is open once this is done.
    var isOpen: Bool
    /// Whether a time is dealt with that other cases most likely have at the same moment: colleagues hear of all of them together.
    var isShared = false
    /// Whether that time is a promise's: an answer to something else does not end it.
    var isOfPromise = false
    /// What colleagues are to be told.
    var notices: [Notice] = []
    /// What people said of what was understood.
    var review: Review?
    /// What the customer was granted in their other cases.
    var grantedElsewhere: [Care.Grant] = []
    /// Causes that are mended, by what they are known by, and when they were.
    var mended: [String: (ref: String, ended: Timestamp?)] = [:]
    private var log: [Entry]
    private let before: Care?
    private let reviewBefore: Review?

    init(_ received: Received, office: Office, outcome: OutcomeBuilder) throws {
        self.office = office
        self.received = received
        now = received.now
        self.outcome = outcome
        head = try received.case
        log = try received.log()
        story = Story(log)
        clocks = office.clocks(log, head, at: received.now)
        understanding = try received.section("understanding")
        contactSection = try received.section("contact")
        answering = try received.section("answering")
        reviewBefore = try received.section("review")
        review = reviewBefore
        before = try received.section("care")
        isOpen = head.status == .open
        care = Care(advocate: Care.Colleague(id: "", name: ""))
        care = try before ?? opening()
        try keepAlarm()
        try followPromises()
    }

    var ref: String { head.ref }
    var figures: Figures { office.figures }
    var ladder: Ladder { office.ladder(at: now, topic: understanding?.topic) }
    /// Whether the case had an advocate before this delivery.
    var isKnown: Bool { before != nil }

    /// The person who stands for the customer, while `people.yaml` has them.
    var advocate: People.Person? { office.people[care.advocate.id] }

    /// Sets the care and the timers of its clocks.
    mutating func finish() throws -> OutcomeBuilder {
        try tellNotices()
        var outcome = outcome
        var care = care
        try announce(&outcome)
        care.clocks = Care.clocks(of: clocks)
        care.turn = isOpen ? clocks.turn : "customer"
        care.rung = isOpen ? story.climb.rung : 0
        care.next_word = isOpen ? clocks.nextWord : nil
        if !isOpen { care.waits_for = nil }
        care.granted = story.granted.isEmpty ? nil : story.granted
        if care != before { try outcome.set("care", schema: Care.schema, care) }
        for result in clocks.standards(since: before) {
            outcome.standard(result.standard, met: result.met, due: result.due)
        }
        if let review, review != reviewBefore { try outcome.set("review", schema: Review.schema, review) }
        let timers = wanted
        let earlier = (before?.timers ?? []).union(people.map { ClockTimer.quiet($0).name })
        for name in earlier.subtracting(timers.map(\.name)).sorted() { outcome.cancel(name) }
        for timer in timers {
            try outcome.timer(timer.name, type: "clock.due", at: moment(of: timer), timer.payload)
        }
        return outcome
    }

    /// The timers that are to wait. Of a case that is settled nothing is due, but somebody may still have to hear of it.
    var wanted: [ClockTimer] { isOpen ? timers(clocks) : quiet }

    /// Every timer that clocks and ladder call for.
    func timers(_ clocks: CaseClocks) -> [ClockTimer] {
        let rung = clocks.climbing.flatMap { ladder.timer(for: $0.clock, since: $0.since, story.climb, figures) }
        return clocks.timers(figures) + predictions(clocks) + quiet + (rung.map { [$0] } ?? [])
    }

    /// A timer that has just fired and is called for again comes back a minute later, never in a loop.
    private func moment(of timer: ClockTimer) -> Timestamp {
        guard received.type == "clock.due", timer.at <= now, let payload: ClockTimer.Payload = try? received.data(),
            payload == timer.payload
        else { return timer.at }
        return timer.kind == .ladder ? timer.at : now + .seconds(60)
    }

    /// Resolves the case, and tells survey.
    mutating func resolve(_ reason: String) throws {
        guard isOpen else { return }
        try withdrawWords()
        isOpen = false
        outcome.resolve(reason)
        foresee("decided", ["resolved": .string(reason)])
        try outcome.emit("resolved", ["reason": .string(reason)] as JSON)
        try followUpCauses()
    }

    /// Opens the case again.
    mutating func reopen(_ reason: String) {
        isOpen = true
        outcome.reopen(reason)
        foresee("decided", ["reopened": .string(reason)])
    }

    /// Writes a line into the case's story.
    mutating func note(_ body: JSON) throws { try record("noted", body) }

    /// Writes an entry, and works out what follows from it.
    mutating func record(_ kind: String, _ body: JSON) throws {
        try outcome.append(kind, body)
        foresee(kind, body)
    }

    /// Takes into account what the broker will write as it commits this outcome.
    mutating func foresee(_ kind: String, _ body: JSON) {
        let seq = (log.last?.seq ?? 0) + 1
        log.append(Entry(seq: seq, kind: kind, at: now, by: Escalation.name, body: body))
        story = Story(log)
        clocks = office.clocks(log, head, at: now)
    }

    /// Versions before 0.2 kept an alarm in the section alone.
    private mutating func keepAlarm() throws {
        guard let urgent = before?[.urgent], urgent.met == nil, urgent.stopped == nil, clocks[.urgent] == nil else {
            return
        }
        try record("decided", ["urgent": .string(care.waits_for ?? "safety"), "reason": "it was urgent already"])
    }

    private func opening() throws -> Care {
        guard let person = office.choose(question, for: ref, at: now) else {
            throw StageFailure.config("no-people", "people.yaml names nobody who could look after a case")
        }
        return Care(advocate: Care.Colleague(id: person.id, name: person.name))
    }
}
