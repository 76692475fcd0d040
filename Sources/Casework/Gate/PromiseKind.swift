/// What sort of thing a promise promises.
package enum PromiseKind: String, Codable, Sendable, Hashable, CaseIterable {
    /// Money back.
    case refund
    /// A voucher or goodwill.
    case credit
    /// A lower price.
    case discount
    /// Another piece for the one that was sent.
    case replacement
    /// Something sent or delivered.
    case delivery
    /// A word: a call, a mail, an answer, an update.
    case contact
    /// Something looked into.
    case check
    /// Something else done.
    case action

    /// Those of a sentence's promises that a sum in it can belong to: money where money is promised, else whatever can cost.
    static func carriers(among kinds: [PromiseKind]) -> Set<PromiseKind> {
        let money: Set<PromiseKind> = [.refund, .credit, .discount]
        return money.isDisjoint(with: kinds) ? [.replacement, .delivery, .action] : money
    }
}
