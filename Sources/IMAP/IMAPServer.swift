import Mail

/// Where mail is fetched, and how.
package struct IMAPServer: Sendable {
    package enum Security: String, Sendable {
        /// TLS from the first byte (`imaps://`, port 993).
        case tls
        /// TLS by STARTTLS, or no password is sent.
        case startTLS = "starttls"
        /// TLS by STARTTLS if the server offers it.
        case opportunistic
        case none
    }

    package var host: String
    package var port: Int
    package var security: Security
    package var user: String
    package var password: String
    /// A file of certificates to trust in place of the system's.
    package var trustedCertificates: String?
    /// Seconds for the connection with its login, and for each answer after it.
    package var connectSeconds = 20
    package var answerSeconds = 60
    /// The largest mail that is fetched, in bytes.
    package var largestMail = 64 << 20

    package init(host: String, port: Int, security: Security, user: String, password: String) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
    }

    /// Reads `imap://host:port` or `imaps://host:port`; user and password do not belong into an address that gets logged.
    package init(url: String, startTLS: Security = .startTLS, user: String, password: String) throws(IMAPError) {
        do {
            let address = try ServerAddress(url, plain: ("imap", 143), secure: ("imaps", 993))
            self.init(
                host: address.host, port: address.port, security: address.isTLS ? .tls : startTLS, user: user,
                password: password)
        } catch {
            throw IMAPError(.configuration, error.message)
        }
    }

    var url: String { (security == .tls ? "imaps://" : "imap://") + place }

    /// What to call it in a message.
    package var place: String { "\(host):\(port)" }
}
