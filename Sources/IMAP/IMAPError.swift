/// Why a mailbox could not be read.
package struct IMAPError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case configuration = "imap-configuration"
        /// No connection, or it broke, or the server said nothing for too long.
        case unreachable = "imap-unreachable"
        case tls = "imap-tls"
        case login = "imap-login"
        /// The server said NO or BAD to a command.
        case refused = "imap-refused"
        /// What the server said is no IMAP, or more than is read.
        case nonsense = "imap-nonsense"
        /// The folder's mails have got other numbers since it was opened.
        case renumbered = "imap-renumbered"
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { "\(code.rawValue): \(message)" }
}
