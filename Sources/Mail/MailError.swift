/// Why a mail could not be read, written or stored, in words for the person who must act.
package struct MailError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case empty = "mail-empty"
        case tooLarge = "mail-too-large"
        case tooComplex = "mail-too-complex"
        case unreadable = "mail-unreadable"
        case refusedHeader = "mail-header-refused"
        case refusedAddress = "mail-address-refused"
        case refusedMessageID = "mail-message-id-refused"
        case refusedName = "mail-name-refused"
        case file = "mail-file"
    }

    package let code: Code
    package let message: String
    /// The error number of the operating system, where it was the one to say no.
    package let cause: Int32?
    package let isRetriable: Bool

    package init(_ code: Code, _ message: String, cause: Int32? = nil, isRetriable: Bool = false) {
        self.code = code
        self.message = message
        self.cause = cause
        self.isRetriable = isRetriable
    }

    package var description: String { "\(code.rawValue): \(message)" }
}
