import Casework
import Mail

/// The entry of a mail: a contact, with what only mails of colleagues and of mail servers tell.
struct HeardMail: Encodable, Sendable {
    let contact: Contact
    /// The colleague, by their id, whose signed address it was sent to.
    let person: String?
    /// What a mail server could not deliver.
    let bounce: Bounce?

    /// A delivery that failed.
    struct Bounce: Encodable, Sendable {
        /// Whom the mail was for.
        let recipient: String?
        /// `hard`, `soft`, `full`, `blocked` or `spam`.
        let kind: String
        /// Whether the mail server still tries.
        let delayed: Bool
        /// An enhanced status code such as `5.1.1` (RFC 3463).
        let status: String?
        /// What the other server said.
        let reason: String?
        /// The Message-ID of the mail that came back.
        let original: String?

        init(_ bounce: ParsedMail.Bounce) {
            recipient = bounce.recipient
            kind = bounce.kind.rawValue
            delayed = bounce.isDelay
            status = bounce.status
            reason = bounce.reason.map(CardNumbers.masked)
            original = bounce.originalMessageID
        }
    }

    private enum CodingKeys: String, CodingKey { case person, bounce }

    /// The members stand beside the contact's own, so that who reads a contact needs to know nothing of them.
    func encode(to encoder: any Encoder) throws {
        try contact.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(person, forKey: .person)
        try container.encodeIfPresent(bounce, forKey: .bounce)
    }
}
