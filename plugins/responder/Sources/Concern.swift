import Casework
import Language

/// What a receipt says before all else to somebody who writes of danger or of a death, or who asks for a person. Nobody who has just
/// had a fire, or lost somebody, should read the same words as who asks for an invoice.
enum Concern: String, Sendable {
    /// Something may burn or be live: what did it is not to be used any more, and unplugged.
    case danger
    /// Somebody may be hurt, with `danger` where what did it may be live.
    case injury
    /// A card or an account may be misused.
    case fraud
    /// The customer may do themselves harm.
    case distress
    /// Somebody close to the customer has died.
    case bereavement
    /// The customer would rather deal with a person than with a program.
    case person

    /// What these words call for: of dangers the gravest, condolence and the word of a person besides; empty where there is neither. A threat, and a
    /// matter for the law, are for a person to answer: a receipt says nothing to them.
    ///
    /// They are read here, and not taken from what triage understood: a receipt waits for nobody.
    static func all(in heard: [Story.Heard]) -> [Concern] {
        let texts = heard.map(words)
        let kinds = Set(texts.flatMap { Safety.findings(in: $0).map(\.kind) })
        let isLive = texts.contains(where: Safety.namesDevice)
        let wishesForPerson = heard.contains { PersonWish.isIn($0.contact.words) }
        return [
            kinds.contains(.bereavement) ? [bereavement] : [], gravest(kinds, isLive: isLive),
            wishesForPerson ? [person] : [],
        ].flatMap { $0 }
    }

    /// Whether a receipt counts on somebody to be called at any hour. Beside a death a wish for a person waits for the advocate's
    /// hours, as escalation has it.
    static func areUrgent(_ concerns: [Concern]) -> Bool {
        concerns.contains { $0 != .bereavement && ($0 != .person || !concerns.contains(.bereavement)) }
    }

    private static func gravest(_ kinds: Set<SafetyFinding.Kind>, isLive: Bool) -> [Concern] {
        if kinds.contains(.selfHarm) { return [distress] }
        let isHurt = kinds.contains(.injury)
        let harm = [
            !kinds.isDisjoint(with: [.fire, .electricShock]) || isHurt && isLive ? danger : nil, isHurt ? injury : nil,
        ].compactMap { $0 }
        return harm.isEmpty && kinds.contains(.fraud) ? [fraud] : harm
    }

    /// The subject counts where it is new: replies carry it on, and what was burning then burns no more.
    private static func words(of heard: Story.Heard) -> String {
        let subject = heard.number == 1 ? heard.contact.subject : nil
        return [subject, heard.contact.words].compactMap { $0 }.joined(separator: "\n")
    }
}
