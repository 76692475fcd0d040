import Casework
import Language
import StageKit

extension Work {
    /// `case.understood`: what customers say unasked, and criticism and praise in any of their words, is feedback.
    mutating func understood(_ understanding: Understanding) throws {
        let heard = try received.log().filter { $0.kind == "heard" }
        for (index, entry) in heard.enumerated().prefix(understanding.heard) {
            guard let contact = try? entry.body.decode(Contact.self), contact.hasWords else { continue }
            let isLatest = index + 1 == understanding.heard
            guard let kind = kind(of: contact, understanding, isFirst: index == 0, isLatest: isLatest) else { continue }
            let source = "contact-\(index + 1)"
            guard feedback.items?.contains(where: { $0.source == source }) != true else { continue }
            let topic = isSure(understanding) ? understanding.topic : nil
            _ = try enter(contact.words, from: source, channel: contact.channel, kind: kind, topic: topic)
        }
    }

    /// What there is to do about a contact; nil where it is no feedback.
    private func kind(
        of contact: Contact, _ understanding: Understanding, isFirst: Bool, isLatest: Bool
    ) -> FeedbackItem.Kind? {
        let settings = house.settings
        // What is understood is said of the latest contact.
        guard isLatest else { return contact.channel == "feedback" ? .corrective : nil }
        let isPraise = isSure(understanding) && settings.praise.contains(understanding.topic)
        let isNamed = understanding.mood == "happy" && house.colleagues.named(in: contact.words) != nil
        // Praise that is taken for criticism is read by somebody; criticism that is taken for praise is lost. So a happy mood
        // alone makes no praise.
        if contact.channel == "feedback" { return isPraise || isNamed ? .affirmative : .corrective }
        if isSure(understanding), settings.complaints.contains(understanding.topic) {
            // A complaint that takes several mails is one, and who calmly asks for a person has not complained.
            return hasOpenComplaint || onlyAsksForPerson(contact, understanding) ? nil : .corrective
        }
        return (isPraise && isFirst) || isNamed ? .affirmative : nil
    }

    private func onlyAsksForPerson(_ contact: Contact, _ understanding: Understanding) -> Bool {
        PersonWish.isIn(contact.words) && understanding.mood == "calm"
            && !understanding.asks.contains { $0.kind == "complaint" && $0.contact == understanding.heard }
    }

    /// `case.corrected`: where a colleague says that it is about something else, what was taken for criticism by its topic is
    /// none. What was told us as feedback is.
    mutating func corrected(_ correction: Correction) throws {
        guard let topic = correction.topic, !house.settings.complaints.contains(topic) else { return }
        let items = (feedback.items ?? []).filter {
            $0.isOpen && $0.kind == .corrective && $0.source != "vote" && $0.channel != "feedback"
        }
        try putAway(items, because: "it is about \(topic)", by: correction.by)
    }

    /// The data of `case.corrected`.
    struct Correction: Decodable, Sendable {
        /// Who says so: an id in `people.yaml`.
        var by: String
        /// What it is about, where that was corrected.
        var topic: String?
    }

    private var hasOpenComplaint: Bool {
        feedback.items?.contains { $0.isOpen && $0.kind == .corrective && $0.source != "vote" } == true
    }

    private func isSure(_ understanding: Understanding) -> Bool {
        understanding.confidence >= house.standards.grasp?.sure ?? 0.5
    }
}

extension Contact {
    fileprivate var hasWords: Bool { words.contains { !$0.isWhitespace } }
}
