import Casework
import Clocks
import StageKit

// People have hours. What is not urgent waits until they begin, and then all of a case that waits is one mail.
extension CaseWork {
    /// Everybody whose hours may be waited for.
    var people: [String] { office.people.people.filter { $0.hours != nil }.map(\.id) }

    /// Keeps something for a colleague until their hours begin.
    mutating func hold(_ reason: String, for person: People.Person) throws {
        guard !story.held.contains(where: { $0.person == person.id && $0.reason == reason }) else { return }
        try note(["held": .string(person.id), "reason": .string(reason)])
    }

    /// The timers of what is kept.
    var quiet: [ClockTimer] {
        var first: [String: Timestamp] = [:]
        for held in story.held { first[held.person] = min(first[held.person] ?? held.at, held.at) }
        return first.sorted { $0.key < $1.key }.compactMap { id, at in
            office.people[id].map { ClockTimer.quiet(id, at: office.opening(of: $0, after: at)) }
        }
    }

    /// A colleague's hours have begun.
    mutating func tellHeld(_ id: String) throws {
        guard let person = office.people[id], let since = story.held.first(where: { $0.person == id })?.at else {
            return
        }
        let reasons = story.held.filter { $0.person == id }.map(\.reason)
        try note(["told-later": .string(id)])
        try notice(
            "morning-\(since.milliseconds)", to: [person], reason: reasons.joined(separator: "; "), deadline: deadline,
            draft: answering?.draft, isUrgent: true)
    }
}
