public import Crypto

/// A link by which somebody joins the appreciation list, or leaves it and all mails that answer nothing: in which case they
/// were asked, and who. It works for good, since a wish to be left alone does not age.
public struct ListLink: Sendable, Hashable {
    /// The case in which they were asked.
    public let ref: String
    /// The person, by a hash of their address: see ``CaseLink/person(_:)``.
    public let who: String
    /// What the link is for.
    public let choice: ListChoice.Choice

    /// A link for the person at an address.
    public init(_ choice: ListChoice.Choice, ref: String, address: String) {
        self.ref = ref
        who = CaseLink.person(address)
        self.choice = choice
    }

    /// The link that a token stands for, or nil where this pipeline did not sign it as one.
    public init?(token: String, key: SymmetricKey) {
        guard let token = SignedToken(verifying: token, with: key) else { return nil }
        switch token.kind {
        case .join: choice = .join
        case .leave: choice = .leave
        default: return nil
        }
        let parts = token.subject.split(separator: ".")
        guard parts.count == 2, parts[1].count == 16 else { return nil }
        ref = parts[0].uppercased()
        who = String(parts[1])
    }

    /// The link as it stands in a mail: `/a/TOKEN` joins, `/u/TOKEN` leaves.
    /// - Parameters:
    ///   - web: where customers reach the web door.
    ///   - language: the language the page greets them in.
    public func url(at web: String, language: String? = nil, key: SymmetricKey) -> String {
        let base = web.hasSuffix("/") ? String(web.dropLast()) : web
        let kind: SignedToken.Kind = choice == .join ? .join : .leave
        let place = choice == .join ? "a" : "u"
        let token = SignedToken(kind, "\(ref).\(who)").signed(with: key)
        return "\(base)/\(place)/\(token)" + (language.map { "?lang=\($0)" } ?? "")
    }
}
