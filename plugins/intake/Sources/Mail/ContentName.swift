import Mail
import StageKit

/// Names what a mail says, so that the same mail on two ways is known as one.
enum ContentName {
    /// The Message-ID with a hash of what no transport changes. Senders use Message-IDs twice and forgers copy them, so
    /// the Message-ID alone names nothing; and the headers that each server adds are left out.
    static func of(_ mail: ParsedMail, raw: String) -> String {
        guard let messageID = mail.messageID else { return "mail:raw:\(raw)" }
        let parts =
            mail.from.map(\.comparable) + ["", mail.subject, mail.date?.rfc3339 ?? "", mail.text]
            + mail.attachments.map(\.sha256)
        // Lengths keep two different lists of parts from being one text.
        let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
        return "mail:\(messageID.lowercased()):\(Blobs.hash(of: Array(text.utf8)))"
    }
}
