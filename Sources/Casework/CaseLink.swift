public import Crypto
public import StageProtocol

/// A link to a customer's private page about a case: which case, whose page, and when the link was made.
///
/// It stands in mails, so it names the person by a hash and not by their address. When it was made is part of it: links
/// age, and those made before a moment can be ended while later ones work.
public struct CaseLink: Sendable, Hashable {
    /// The case's reference.
    public let ref: String
    /// The person, as the broker knows them when it is asked what they were told: see ``person(_:)``.
    public let who: String
    /// When it was made, to the second.
    public let made: Timestamp

    /// A link for the person at an address.
    public init(ref: String, address: String, made: Timestamp) {
        self.ref = ref
        who = Self.person(address)
        self.made = Timestamp(milliseconds: made.milliseconds / 1000 * 1000)
    }

    /// The link that a token stands for, or nil where this pipeline did not sign it as one.
    public init?(token: String, key: SymmetricKey) {
        guard let token = SignedToken(verifying: token, with: key), token.kind == .page else { return nil }
        let parts = token.subject.split(separator: ".")
        guard parts.count == 3, parts[1].count == 16, let seconds = Int64(parts[2], radix: 36) else { return nil }
        ref = parts[0].uppercased()
        who = String(parts[1])
        made = Timestamp(milliseconds: seconds * 1000)
    }

    /// The link's token: what stands behind `/c/`.
    public func token(key: SymmetricKey) -> String {
        let seconds = String(made.milliseconds / 1000, radix: 36)
        return SignedToken(.page, "\(ref).\(who).\(seconds)").signed(with: key)
    }

    /// The link as it stands in a mail.
    /// - Parameters:
    ///   - web: where customers reach the web door.
    ///   - language: the language the page greets them in.
    public func url(at web: String, language: String?, key: SymmetricKey) -> String {
        let base = web.hasSuffix("/") ? String(web.dropLast()) : web
        return "\(base)/c/\(token(key: key))" + (language.map { "?lang=\($0)" } ?? "")
    }

    /// A person in a link: the first 16 hex digits of SHA-256 of their address in lower case.
    public static func person(_ address: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let hash = Array(SHA256.hash(data: Array(address.lowercased().utf8))).prefix(8)
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
