import Mail

/// Where mail is handed in, and how.
package struct SMTPServer: Sendable {
    package enum Security: String, Sendable {
        /// TLS from the first byte (`smtps://`, port 465).
        case tls
        /// TLS by STARTTLS, or nothing is sent.
        case startTLS = "starttls"
        /// TLS by STARTTLS if the server offers it.
        case opportunistic
        case none
    }

    package struct Credentials: Sendable {
        package var user: String
        package var password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    package var host: String
    package var port: Int
    package var security: Security
    package var credentials: Credentials?
    /// The name by which we greet; the host's own when nil.
    package var localName: String?
    /// A file of certificates to trust in place of the system's.
    package var trustedCertificates: String?
    /// Seconds for the connection, and for the whole of one mail.
    package var connectSeconds = 20
    package var totalSeconds = 120

    package init(host: String, port: Int, security: Security, credentials: Credentials? = nil) {
        self.host = host
        self.port = port
        self.security = security
        self.credentials = credentials
    }

    /// Reads `smtp://host:port` or `smtps://host:port`; user and password do not belong into an address that gets logged.
    package init(url: String, startTLS: Security = .startTLS, credentials: Credentials? = nil) throws(SMTPError) {
        do {
            let address = try ServerAddress(url, plain: ("smtp", 587), secure: ("smtps", 465))
            self.init(
                host: address.host, port: address.port, security: address.isTLS ? .tls : startTLS,
                credentials: credentials)
        } catch {
            throw SMTPError(.configuration, error.message)
        }
    }

    var url: String { (security == .tls ? "smtps://" : "smtp://") + host + ":\(port)" }
}
