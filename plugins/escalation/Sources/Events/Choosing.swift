import Casework
import Clocks
import StageKit

// Who stands for a customer is chosen once, and told at once. Of somebody new that is as soon as it is known what they write
// about, usually some milliseconds after their words came; nobody's acknowledgment waits longer for it than a share of its time.
extension CaseWork {
    /// Of the time for an acknowledgment, this part may pass before the choice is made without a topic. At half of it the
    /// responder acknowledges with no name.
    private static let share = 6

    /// By when somebody is chosen for a case that has nobody yet; nil where that can be done now.
    var waitsForTopic: Timestamp? {
        guard received.type == "case.contact", !isKnown, understanding == nil,
            office.choice(at: now).known(question) == nil, let receipt = clocks[.acknowledge], let due = receipt.due
        else { return nil }
        let moment = receipt.started + (due - receipt.started) / Self.share
        return moment > now ? moment : nil
    }

    /// Leaves the choice until it is known what the case is about, or until a moment.
    static func choose(at moment: Timestamp, _ outcome: inout OutcomeBuilder) throws {
        let payload = ClockTimer.Payload(clock: ClockName.acknowledge.rawValue, kind: .choose)
        try outcome.timer(ClockTimer.Kind.choose.rawValue, type: "clock.due", at: moment, payload)
    }

    /// What is known when somebody is chosen.
    var question: AdvocateChoice.Question {
        AdvocateChoice.Question(
            before: [head.owner].compactMap { $0 } + (head.history ?? []).compactMap(\.owner),
            topic: understanding?.topic, language: contactSection?.language ?? understanding?.language,
            load: head.load ?? [:])
    }

    /// Names who looks after the case, as somebody is chosen and with every contact, so that it can be acknowledged; one that
    /// was resolved as it was read, such as a thank-you, all the same.
    func announce(_ outcome: inout OutcomeBuilder) throws {
        if !isKnown {
            outcome.cancel(ClockTimer.Kind.choose.rawValue)
            outcome.assign(owner: care.advocate.id)
        }
        // Whether a receipt is still owed is the voice's to know: by a clock that was set meanwhile, its time may be over.
        guard received.type == "case.contact" || !isKnown else { return }
        try outcome.emit(
            "assigned", care.advocate, deadline: clocks.runs.last { $0.name == ClockName.acknowledge.rawValue }?.due)
    }
}
