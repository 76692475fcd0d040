import Calendars
import Casework
import StageKit

// What is due of a piece of feedback, and when: first its owner is told, then reminded, then their lead is told again and
// again, until something was done.

/// What is due next of a piece of feedback.
enum Step: Sendable, Hashable {
    /// Its owner is told.
    case hand
    /// Its owner is reminded.
    case remind
    /// The owner's lead is told that it is overdue.
    case raise
}

extension House {
    /// What is due next of an item, and when; nil where nothing is.
    /// - Parameter advocate: who answers the case while it is open, and has the words by its own mail; nil for nobody. Theirs to act on
    ///   is handed to them when it is settled, at the latest when they would be reminded.
    func step(of item: FeedbackItem, at now: Timestamp, advocate: String? = nil) -> (at: Timestamp, step: Step)? {
        guard item.isOpen else { return nil }
        let owner = colleagues[item.owner.id]
        let warning = warning(of: item, owner)
        guard item.handed != nil else {
            var moment = max(now, item.at)
            if item.isAnsweredAsContact, item.owner.id == advocate, let warning { moment = max(moment, warning) }
            return (owner?.opening(after: moment) ?? moment, .hand)
        }
        guard let due = item.due else { return nil }
        // Who has it since then knows.
        if item.reminded == nil, let warning, let handed = item.handed, handed < warning { return (warning, .remind) }
        guard let raised = item.raised else { return (atWork(nil, due), .raise) }
        return standards.actedOn?.within.map { (atWork(nil, standards.moment($0, after: raised)), .raise) }
    }

    /// When the owner is reminded; nil where that would be no sooner than the day it is due.
    private func warning(of item: FeedbackItem, _ owner: Colleagues.Person?) -> Timestamp? {
        guard let due = item.due, let warn = standards.actedOn?.warn else { return nil }
        let share = Double((due - item.at).wholeMilliseconds) * warn
        let moment = atWork(owner, item.at + .milliseconds(Int64(share)))
        return moment < due ? moment : nil
    }

    /// The first moment from one on at which somebody is there; of who has no hours of their own, the desk. Nobody is
    /// reminded at night.
    private func atWork(_ person: Colleagues.Person?, _ moment: Timestamp) -> Timestamp {
        if let person, person.hours != nil { return person.opening(after: moment) }
        let calendar = standards.calendar
        guard !calendar.isOpen(at: moment.milliseconds) else { return moment }
        return Timestamp(milliseconds: calendar.nextOpen(after: moment.milliseconds))
    }
}

extension Work {
    /// Enters a piece of feedback, with who acts on it and by when.
    mutating func enter(
        _ words: String, from source: String, channel: String, kind: FeedbackItem.Kind, topic: String?
    ) throws -> FeedbackItem? {
        guard let owner = owner(of: words, kind, topic: topic) else { return nil }
        let due =
            kind == .corrective
            ? house.standards.actedOn?.within.map { house.standards.moment($0, after: now) } : nil
        let item = FeedbackItem(
            number: (feedback.items?.map(\.number).max() ?? 0) + 1, source: source, channel: channel, at: now,
            words: words,
            kind: kind, topic: topic, owner: owner, due: due)
        keep(item)
        try note([
            "feedback": .int(Int64(item.number)), "kind": .string(kind.rawValue), "owner": .string(owner.id),
        ])
        return item
    }

    /// Who acts on it: of praise, who is praised; of criticism, who is asked first in its topic.
    private func owner(of words: String, _ kind: FeedbackItem.Kind, topic: String?) -> Care.Colleague? {
        let settings = house.settings
        switch kind {
        case .affirmative:
            return house.colleagues.named(in: words)?.colleague ?? care?.advocate
                ?? house.colleagues.owner(of: nil, else: settings.praise, on: day)?.colleague
        case .corrective:
            return house.colleagues.owner(of: topic, else: settings.complaints, on: day)?.colleague
        }
    }

    /// Does all that is due by now.
    mutating func chase() throws {
        for var item in feedback.items ?? [] {
            while let next = house.step(of: item, at: now, advocate: answering), next.at <= now {
                item = try done(next.step, with: item)
                keep(item)
            }
        }
    }

    /// Who answers the case, while it is open.
    var answering: String? { head.status == .open ? care?.advocate.id : nil }

    /// Puts an item in the place of the one with its number, in the order of the numbers.
    mutating func keep(_ item: FeedbackItem) {
        let others = (feedback.items ?? []).filter { $0.number != item.number }
        feedback.items = (others + [item]).sorted { $0.number < $1.number }
    }

    /// Does a step, and returns the item as it is then.
    private mutating func done(_ step: Step, with item: FeedbackItem) throws -> FeedbackItem {
        var item = item
        // Who has left people.yaml is stood in for by whoever led them.
        let owner = house.colleagues[item.owner.id] ?? house.colleagues.lead(of: item.owner.id, on: day)
        let again = item.earlier.map { "-\($0.count)" } ?? ""
        switch (step, item.kind) {
        case (.hand, .affirmative):
            item.handed = now
            try owner.map { try praise($0, with: item) }
            item.done = .init(at: now, what: "passed on to \(item.owner.name)", by: item.owner.id)
        case (.hand, .corrective):
            item.handed = now
            try owner.map { try hand(item, to: $0, "feedback-\(item.number)-hand\(again)") }
        case (.remind, _):
            item.reminded = now
            try owner.map { try hand(item, to: $0, "feedback-\(item.number)-remind", isReminder: true) }
        case (.raise, _):
            item.raised = now
            let lead = house.colleagues.lead(of: item.owner.id, on: day)
            let name = "feedback-\(item.number)-raise-\(now.milliseconds)"
            try (lead ?? owner).map { try hand(item, to: $0, name, isReminder: true, isOverdue: true) }
            try note(["feedback": .int(Int64(item.number)), "overdue": .string(item.owner.id)])
        }
        return item
    }

    private mutating func praise(_ person: Colleagues.Person, with item: FeedbackItem) throws {
        try say(
            "feedback-\(item.number)-praise", Purpose.staffPraise, to: person, ["words": quoted(item.words)])
    }

    /// Tells somebody of an item, or who stands in for them while they are away.
    private mutating func hand(
        _ item: FeedbackItem, to meant: Colleagues.Person, _ name: String, isReminder: Bool = false,
        isOverdue: Bool = false
    ) throws {
        let isOwner = meant.id == item.owner.id
        let topics = isOwner ? [item.topic].compactMap(\.self) + house.settings.complaints : []
        let person = house.colleagues.standIn(
            for: meant, in: topics, except: isOwner ? nil : item.owner.id, on: day)
        let phrases = LedgerPhrases.in(person.languages.map { house.language($0) }.first ?? "en")
        var lines = [item.topic.map { "\(phrases.topic): \($0)" }, "\(phrases.writesIn): \(language)"]
        if person.id != item.owner.id { lines.append("\(phrases.owner): \(item.owner.name)") }
        if person.id != meant.id { lines.append(phrases.standsIn(meant.name)) }
        try say(
            name, Purpose.staffFeedback, to: person,
            [
                "words": quoted(item.words), "understood": lines.compactMap(\.self).joined(separator: "\n"),
                "deadline": item.due.map { house.moments.day($0.milliseconds, language: phrases.language) } ?? "",
                "remaining": isOverdue ? phrases.overdue : isReminder ? phrases.open : "",
            ])
    }
}

extension FeedbackItem {
    /// Whether it stands in words that the desk answers like any others: a complaint by mail, no vote and nothing told as feedback.
    fileprivate var isAnsweredAsContact: Bool {
        kind == .corrective && source.hasPrefix("contact-") && channel != "feedback" && earlier == nil
    }
}
