/// What one mail server found out about where a mail comes from (RFC 8601).
///
/// Anybody can write such a field: it says something only where one's own server wrote it, and takes away others that
/// bear its name.
package struct AuthenticationResults: Codable, Sendable, Equatable {
    /// The name of the server that looked (authserv-id), in lower case.
    package var server: String
    /// `pass`, `fail`, `none` … by method: `spf`, `dkim`, `dmarc`.
    package var results: [String: String]

    package init(server: String, results: [String: String]) {
        self.server = server
        self.results = results
    }

    /// Nil where the field names no server.
    init?(_ field: String) {
        let parts = Self.withoutComments(field).split(separator: ";", omittingEmptySubsequences: false)
        guard let server = parts.first?.split(whereSeparator: \.isWhitespace).first, !server.contains("=") else {
            return nil
        }
        self.server = server.lowercased()
        results = [:]
        for part in parts.dropFirst().prefix(40) {
            guard let found = part.split(whereSeparator: \.isWhitespace).first,
                let equals = found.firstIndex(of: "=")
            else { continue }
            let method = found[..<equals].prefix { $0 != "/" }.lowercased()
            let result = found[found.index(after: equals)...].lowercased()
            guard Self.isWord(method), Self.isWord(result) else { continue }
            // Of several signatures one that holds is enough.
            if results[method] != "pass" { results[method] = result }
        }
    }

    /// One account of what the trusted servers wrote, the newest field first; nil where they wrote nothing.
    package static func trusted(_ fields: [Self], servers: Set<String>) -> Self? {
        let known = Set(servers.map { $0.lowercased() })
        let own = fields.filter { known.contains($0.server) }
        guard var account = own.first else { return nil }
        for field in own.dropFirst() { account.results.merge(field.results) { newest, _ in newest } }
        return account
    }

    private static func isWord(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    private static func withoutComments(_ text: String) -> String {
        var depth = 0
        return text.prefix(4_000).filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")", depth > 0 { depth -= 1 } }
            return depth == 0
        }
    }
}
