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
        let lower = url.lowercased()
        let isTLS = lower.hasPrefix("smtps://")
        guard isTLS || lower.hasPrefix("smtp://") else {
            throw SMTPError(.configuration, "The mail server must be given as smtp://host:port or smtps://host:port.")
        }
        var rest = url.dropFirst(isTLS ? 8 : 7)
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        guard !rest.contains("@") else {
            throw SMTPError(
                .configuration, "The mail server's address holds a user; give user and password on their own.")
        }
        var port = isTLS ? 465 : 587
        if let colon = rest.lastIndex(of: ":"), !rest.hasSuffix("]") {
            guard let number = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(number) else {
                throw SMTPError(.configuration, "The mail server's port is no number from 1 to 65535.")
            }
            port = number
            rest = rest[..<colon]
        }
        let isHost =
            !rest.isEmpty
            && rest.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(lowercased(byte)) || "-._[]:".utf8.contains(byte)
            }
        guard isHost else { throw SMTPError(.configuration, "The mail server's address names no host.") }
        self.init(host: String(rest), port: port, security: isTLS ? .tls : startTLS, credentials: credentials)
    }

    var url: String { (security == .tls ? "smtps://" : "smtp://") + host + ":\(port)" }
}
