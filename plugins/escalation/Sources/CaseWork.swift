import Casework
import StageKit

/// One delivery at work: the case as it came, the care as it will be, and the outcome so far.
///
/// Events change `care`; `finish` turns its clocks into timers. So whatever happened, an open case leaves with every
/// timer that its clocks call for.
struct CaseWork {
    let office: Office
    let received: Received
    let now: Timestamp
    let head: CaseHead
    let story: Story
    let understanding: Understanding?
    let contactSection: ContactSection?
    let answering: Answering?
    var outcome: OutcomeBuilder
    var care: Care
    /// Whether the case is open once this is done.
    var isOpen: Bool
    /// What people said of what was understood.
    var review: Review?
    private let before: Care?
    private let reviewBefore: Review?

    init(_ received: Received, office: Office, outcome: OutcomeBuilder) throws {
        self.office = office
        self.received = received
        now = received.now
        self.outcome = outcome
        head = try received.case
        story = Story(try received.log())
        understanding = try received.section("understanding")
        contactSection = try received.section("contact")
        answering = try received.section("answering")
        reviewBefore = try received.section("review")
        review = reviewBefore
        before = try received.section("care")
        isOpen = head.status == .open
        care = Care(advocate: Care.Colleague(id: "", name: ""))
        care = try before ?? opening()
        if before == nil { self.outcome.assign(owner: care.advocate.id) }
        try followPromises()
    }

    var ref: String { head.ref }
    var clocks: Clocks { office.clocks }
    /// Whether the case had an advocate before this delivery.
    var isKnown: Bool { before != nil }

    /// The person who stands for the customer, while `people.yaml` has them.
    var advocate: People.Person? { office.people[care.advocate.id] }

    /// Sets the care and the timers of its clocks.
    func finish() throws -> OutcomeBuilder {
        var outcome = outcome
        var care = care
        care.next_word = isOpen ? clocks.nextWord(care, now: now) : nil
        if care != before { try outcome.set("care", schema: Care.schema, care) }
        if let review, review != reviewBefore { try outcome.set("review", schema: Review.schema, review) }
        let ladder = office.ladder(at: now)
        let timers = isOpen ? self.timers(care, ladder) : []
        let earlier = before.map { self.timers($0, ladder) } ?? []
        for name in Set(earlier.map(\.name)).subtracting(timers.map(\.name)).sorted() { outcome.cancel(name) }
        for timer in timers {
            try outcome.timer(timer.name, type: "clock.due", at: moment(of: timer), timer.payload)
        }
        return outcome
    }

    /// Every timer that clocks and promises call for.
    func timers(_ care: Care, _ ladder: Ladder) -> [ClockTimer] {
        clocks.timers(care, ladder: ladder) + clocks.timers(of: story.promises, care)
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
        try releaseWords()
        clocks.resolved(&care, at: now)
        isOpen = false
        outcome.resolve(reason)
        try outcome.emit("resolved", ["reason": .string(reason)] as JSON)
    }

    /// Writes a line into the case's story.
    mutating func note(_ body: JSON) throws { try outcome.append("noted", body) }

    private func opening() throws -> Care {
        let choice = office.choice(at: now)
        var question = AdvocateChoice.Question()
        question.before = [head.owner].compactMap { $0 } + (head.history ?? []).compactMap(\.owner)
        question.topic = understanding?.topic
        question.language = contactSection?.language ?? understanding?.language
        question.load = head.load ?? [:]
        guard let person = choice.choose(question) else {
            throw StageFailure.config("no-people", "people.yaml names nobody who could look after a case")
        }
        let start = story.heard.first?.at ?? head.opened
        return clocks.opened(by: Care.Colleague(id: person.id, name: person.name), at: start)
    }
}
