import Casework
import StageProtocol

/// By when somebody counts on a colleague's word.
enum Due: Sendable, Hashable {
    case atOnce
    case by(Timestamp)
    /// The next word is the customer's.
    case nothing
    /// The case is resolved.
    case settled

    var moment: Timestamp? {
        guard case .by(let moment) = self else { return nil }
        return moment
    }
}

extension [Due] {
    /// What several come to: the soonest.
    var soonest: Due {
        if contains(.atOnce) { return .atOnce }
        return compactMap(\.moment).min().map(Due.by) ?? (contains(.nothing) ? .nothing : .settled)
    }
}

/// What went before in a case, so that whoever takes it on asks nobody again.
struct Background: Sendable, Hashable {
    /// Words, when they were written and by whom.
    struct Words: Sendable, Hashable {
        var at: Timestamp
        var by: String?
        var words: String
    }

    /// The latest of our words that answered the customer or asked them back.
    var told: Words?
    /// What colleagues wrote down for each other, oldest first.
    var notes: [Words] = []
}
