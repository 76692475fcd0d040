import Casework
import Clocks
import StageKit

// People have hours. What is not urgent waits until they begin, and then all that waits for somebody is one mail.
extension CaseWork {
    /// Everybody whose hours may be waited for.
    var people: [String] { office.people.people.filter { $0.hours != nil }.map(\.id) }

    /// Keeps something for a colleague until their hours begin.
    mutating func hold(_ reason: String, for person: People.Person) throws {
        guard !story.held.of(person.id).contains(where: { $0.reason == reason }) else { return }
        var body: [String: JSON] = ["held": .string(person.id), "reason": .string(reason)]
        if isShared, !isOfPromise { body["shared"] = true }
        try note(.object(body))
    }

    /// The timers of what is kept.
    var quiet: [ClockTimer] {
        office.openings(for: story.held).map { ClockTimer.quiet($0.person.id, at: $0.at) }
    }

    /// A colleague's hours have begun.
    mutating func tellHeld(_ id: String) throws {
        let words = story.held.of(id)
        guard let person = office.people[id], !words.isEmpty else { return }
        try note(["told-later": .string(id)])
        // Other cases may have waited for the same hours. What is taken on by a reply is said only where a reply can do so.
        let reasons = words.map { $0.reason.replacing(Self.taking, with: "") }
        try gather(reasons.joined(separator: "; "), for: person, due: due)
    }
}

extension Office {
    /// When those whom something waits for hear of it.
    func openings(for held: HeldWords) -> [(person: People.Person, at: Timestamp)] {
        held.since.compactMap { id, at in people[id].map { ($0, opening(of: $0, after: at)) } }
    }
}
