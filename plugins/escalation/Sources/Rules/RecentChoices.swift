import StageKit
import Synchronization

/// Whom this process has chosen for which case a moment ago. The count of open cases that comes with a delivery is as old as that:
/// of what is chosen at the same time it knows nothing, and in a burst the same person would be the least busy for all of it.
///
/// It may be lost at any time; then a few cases go to one person.
final class RecentChoices: Sendable {
    private struct Choice {
        var person: String
        var at: Timestamp
    }

    /// After that a choice is in the count for sure.
    private static let span = Duration.seconds(5)
    private let choices = Mutex<[String: Choice]>([:])

    /// Chooses for a case, one at a time.
    /// - Parameters:
    ///   - load: open cases by person, as they were counted.
    ///   - choose: chooses by the load that is given to it.
    func choose(
        for ref: String, at now: Timestamp, load: [String: Int], _ choose: ([String: Int]) -> People.Person?
    ) -> People.Person? {
        choices.withLock { choices in
            choices = choices.filter { $0.key != ref && $0.value.at <= now && now - $0.value.at < Self.span }
            let person = choose(choices.values.reduce(into: load) { $0[$1.person, default: 0] += 1 })
            if let person { choices[ref] = Choice(person: person.id, at: now) }
            return person
        }
    }
}
