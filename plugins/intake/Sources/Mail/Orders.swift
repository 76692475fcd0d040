import Mail
import StageKit

/// What the operator wishes a mail to be read as: one that was parked and is let in, or one of old times.
struct Orders: Decodable, Sendable, Hashable {
    /// A person has read it: it is somebody's word, whatever its headers say.
    var release: Bool?
    /// Whose word it is.
    var `as`: String?
    /// The case that it belongs to.
    var to: String?
    /// It is history: it is put on record, and nobody is told.
    var history: History?

    /// How old mails are told apart.
    struct History: Decodable, Sendable, Hashable {
        /// Addresses that the desk wrote from, besides its own.
        var ours: [String]?
        /// Whether this very mail was written by the desk, whatever its sender.
        var staff: Bool?
        /// The conversation that it belongs to, where an export says so.
        var conversation: String?
    }

    static let none = Orders()

    /// The mail as the operator wants it to be read.
    func applied(to mail: ParsedMail) -> ParsedMail {
        var mail = mail
        if release == true {
            mail.automatic = nil
            mail.bounce = nil
        }
        if let address = self.as {
            let known = (mail.from + [mail.sender].compactMap(\.self)).first {
                $0.comparable == MailAddress(address: address).comparable
            }
            mail.from = [known ?? MailAddress(address: address)]
            mail.replyTo = []
        }
        return mail
    }
}
