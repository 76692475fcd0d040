/// A mail as a person and a program can read it.
///
/// It is written as JSON without the attachments' bytes: those are reached by `Attachment.content`, hash-named elsewhere.
package struct ParsedMail: Codable, Sendable, Equatable {
    package struct Attachment: Codable, Sendable, Equatable {
        package var name: String?
        package var mediaType: String
        package var bytes: Int
        /// Lower-case hexadecimal.
        package var sha256: String
        /// Whether the text shows it in place, as an image between the lines.
        package var inline: Bool
        package var contentID: String?
        /// The content, transfer encoding undone; empty after a round through JSON.
        package var content: [UInt8] = []

        enum CodingKeys: String, CodingKey {
            case name, bytes, sha256, inline
            case mediaType = "media_type"
            case contentID = "content_id"
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(mediaType, forKey: .mediaType)
            try container.encode(bytes, forKey: .bytes)
            try container.encode(sha256, forKey: .sha256)
            try container.encode(inline, forKey: .inline)
            try container.encode(contentID, forKey: .contentID)
        }
    }

    /// Why a mail was written by a machine and not by a person for us (RFC 3834).
    package struct Automatic: Codable, Sendable, Equatable {
        package enum Kind: String, Codable, Sendable {
            case outOfOffice = "out-of-office"
            case autoReply = "auto-reply"
            case list, bulk, bounce, calendar
            /// A message arrived or was read.
            case receipt
        }

        package var kind: Kind
        /// The header or words that say so.
        package var evidence: String
    }

    /// What a mail server tells about a message that it could not deliver (RFC 3464).
    package struct Bounce: Codable, Sendable, Equatable {
        package enum Kind: String, Codable, Sendable {
            /// The address is wrong or no longer in use.
            case hard
            /// It did not arrive this time: a busy server, a message too large. The address may be good.
            case soft
            /// The recipient's mailbox is full.
            case full
            /// Refused for who sends it or by a policy.
            case blocked
            /// Refused as spam, or reported as such (RFC 5965).
            case spam
        }

        package var recipient: String?
        package var kind: Kind
        /// Whether it is still being tried.
        package var isDelay = false
        /// An enhanced status code such as `5.1.1` (RFC 3463).
        package var status: String?
        package var reason: String?
        package var originalMessageID: String?

        enum CodingKeys: String, CodingKey {
            case recipient, kind, status, reason
            case isDelay = "delayed"
            case originalMessageID = "original_message_id"
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(recipient, forKey: .recipient)
            try container.encode(kind, forKey: .kind)
            try container.encode(isDelay, forKey: .isDelay)
            try container.encode(status, forKey: .status)
            try container.encode(reason, forKey: .reason)
            try container.encode(originalMessageID, forKey: .originalMessageID)
        }
    }

    package var from: [MailAddress] = []
    package var to: [MailAddress] = []
    package var cc: [MailAddress] = []
    package var replyTo: [MailAddress] = []
    package var sender: MailAddress?
    /// The envelope sender; empty is the null return path of bounces, nil is not known.
    package var returnPath: String?
    package var subject = ""
    package var date: MailDate?
    package var messageID: String?
    package var inReplyTo: [String] = []
    package var references: [String] = []
    /// All that can be read.
    package var text = ""
    /// What the person wrote.
    package var words = ""
    /// Quoted text and signature.
    package var folded = ""
    package var attachments: [Attachment] = []
    package var automatic: Automatic?
    package var bounce: Bounce?
    /// What mail servers say of where the mail comes from, the newest first: anybody may have written these.
    package var authentication: [AuthenticationResults] = []
    /// Headers that decide how a mail is handled, by lower-case name.
    package var own: [String: String] = [:]
    /// What was wrong with the mail, a sentence each.
    package var problems: [String] = []

    package init() {}

    enum CodingKeys: String, CodingKey {
        case from, to, cc, sender, subject, date, references, text, words, folded, attachments, automatic, bounce, own,
            problems, authentication
        case replyTo = "reply_to"
        case returnPath = "return_path"
        case messageID = "message_id"
        case inReplyTo = "in_reply_to"
    }

    /// Writes every key, `null` where nothing is known: readers in other languages need not ask whether a key exists.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(from, forKey: .from)
        try container.encode(to, forKey: .to)
        try container.encode(cc, forKey: .cc)
        try container.encode(replyTo, forKey: .replyTo)
        try container.encode(sender, forKey: .sender)
        try container.encode(returnPath, forKey: .returnPath)
        try container.encode(subject, forKey: .subject)
        try container.encode(date, forKey: .date)
        try container.encode(messageID, forKey: .messageID)
        try container.encode(inReplyTo, forKey: .inReplyTo)
        try container.encode(references, forKey: .references)
        try container.encode(text, forKey: .text)
        try container.encode(words, forKey: .words)
        try container.encode(folded, forKey: .folded)
        try container.encode(attachments, forKey: .attachments)
        try container.encode(automatic, forKey: .automatic)
        try container.encode(bounce, forKey: .bounce)
        try container.encode(authentication, forKey: .authentication)
        try container.encode(own, forKey: .own)
        try container.encode(problems, forKey: .problems)
    }
}
