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
}
