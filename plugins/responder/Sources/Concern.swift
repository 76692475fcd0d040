import Casework
import Language

/// What a receipt says before all else to somebody who writes of danger: that it concerns us, that a person looks at once, and
/// what to do until then. Nobody who has just had a fire should read the same words as who asks for an invoice.
enum Concern: String, Sendable {
    /// Somebody may be hurt, or something burn: what did it is not to be used any more.
    case danger
    /// A card or an account may be misused.
    case fraud
    /// The customer may do themselves harm.
    case distress

    /// What these words call for; the gravest where it is several, nil where there is no danger. A threat, and a matter
    /// for the law, are for a person to answer: a receipt says nothing to them.
    ///
    /// They are read here, and not taken from what triage understood: a receipt waits for nobody.
    init?(_ heard: [Story.Heard]) {
        let kinds = Set(heard.flatMap { Safety.findings(in: Self.words(of: $0)).map(\.kind) })
        if kinds.contains(.selfHarm) {
            self = .distress
        } else if !kinds.isDisjoint(with: [.fire, .electricShock, .injury]) {
            self = .danger
        } else if kinds.contains(.fraud) {
            self = .fraud
        } else {
            return nil
        }
    }

    /// The subject counts where it is new: replies carry it on, and what was burning then burns no more.
    private static func words(of heard: Story.Heard) -> String {
        let subject = heard.number == 1 ? heard.contact.subject : nil
        return [subject, heard.contact.words].compactMap { $0 }.joined(separator: "\n")
    }
}
