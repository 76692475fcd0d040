/// Where a mail server listens: `scheme://host:port`, with or without TLS from the first byte.
package struct ServerAddress: Sendable, Hashable {
    package var host: String
    package var port: Int
    /// Whether the scheme is the one that speaks TLS from the first byte.
    package var isTLS: Bool

    /// What is wrong with an address, as a sentence for the person who wrote it.
    package struct Problem: Error, Equatable {
        package let message: String
    }

    /// Reads an address. User and password do not belong into one that gets logged.
    /// - Parameters:
    ///   - plain: a scheme such as `smtp`, with the port that is meant where none is named.
    ///   - secure: the same for TLS from the first byte.
    package init(
        _ url: String, plain: (scheme: String, port: Int), secure: (scheme: String, port: Int)
    ) throws(Problem) {
        let lower = url.lowercased()
        let isTLS = lower.hasPrefix(secure.scheme + "://")
        guard isTLS || lower.hasPrefix(plain.scheme + "://") else {
            throw Problem(
                message: "The mail server must be given as \(plain.scheme)://host:port or \(secure.scheme)://host:port."
            )
        }
        var rest = url.dropFirst((isTLS ? secure.scheme : plain.scheme).count + 3)
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        guard !rest.contains("@") else {
            throw Problem(
                message: "The mail server's address holds a user; give user and password on their own.")
        }
        var port = isTLS ? secure.port : plain.port
        if let colon = rest.lastIndex(of: ":"), !rest.hasSuffix("]") {
            guard let number = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(number) else {
                throw Problem(message: "The mail server's port is no number from 1 to 65535.")
            }
            port = number
            rest = rest[..<colon]
        }
        let isHost =
            !rest.isEmpty
            && rest.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(lowercased(byte)) || "-._[]:".utf8.contains(byte)
            }
        guard isHost else { throw Problem(message: "The mail server's address names no host.") }
        self.host = String(rest)
        self.port = port
        self.isTLS = isTLS
    }
}
