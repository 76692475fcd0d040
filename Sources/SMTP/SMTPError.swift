/// Why a mail was not handed in.
package struct SMTPError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case configuration = "smtp-configuration"
        /// No connection, or it broke before the mail was handed over.
        case unreachable = "smtp-unreachable"
        case tls = "smtp-tls"
        case login = "smtp-login"
        /// The server said 4xx.
        case deferred = "smtp-deferred"
        /// The server said 5xx.
        case refused = "smtp-refused"
        /// The connection broke when the server had the mail: it may or may not have been sent.
        case inDoubt = "smtp-in-doubt"
    }

    package let code: Code
    package let message: String
    /// The server's reply code.
    package let reply: Int?
    /// What it said of each recipient that it was asked about.
    package let recipients: [SMTPReceipt.Recipient]

    package init(_ code: Code, _ message: String, reply: Int? = nil, recipients: [SMTPReceipt.Recipient] = []) {
        self.code = code
        self.message = message
        self.reply = reply
        self.recipients = recipients
    }

    /// Whether the same mail may succeed later. One in doubt may too, but could then arrive twice: keep its Message-ID.
    package var isRetriable: Bool {
        switch code {
        case .unreachable, .deferred, .inDoubt: true
        case .login: reply.map { $0 < 500 } ?? false
        case .tls, .configuration, .refused: false
        }
    }

    package var mayHaveBeenSent: Bool { code == .inDoubt }

    package var description: String { "\(code.rawValue): \(message)" }
}

/// What the server took.
package struct SMTPReceipt: Sendable, Equatable {
    package struct Recipient: Sendable, Equatable {
        package enum Outcome: String, Sendable { case accepted, deferred, refused }

        package var address: String
        package var outcome: Outcome
        /// The server's words.
        package var reply: String
    }

    package var recipients: [Recipient]
    /// The server's last words, which often hold its queue number.
    package var reply: String
}
