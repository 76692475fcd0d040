import Casework
import Crypto
import Mail

/// What tells our own mail: the desk's address, the tokens in its tags, and the Message-IDs we give.
struct OwnMail: Sendable {
    private let desk: MailAddress
    private let key: SymmetricKey

    init(desk: String, key: SymmetricKey) {
        self.desk = MailAddress(address: desk)
        self.key = key
    }

    /// Whether it is the desk's address, with or without a tag.
    func isDesk(_ address: MailAddress) -> Bool { address.withoutTag == desk.withoutTag }

    /// Whether a mail was sent to the desk's address for feedback: with the tag `feedback`.
    func isFeedback(_ mail: ParsedMail) -> Bool {
        addressees(of: mail).contains { isDesk($0) && $0.tag?.lowercased() == "feedback" }
    }

    /// Whether we gave this Message-ID: `casewire.REF.RANDOM@domain`. The random part is what nobody can guess.
    func isOurs(messageID: String) -> Bool {
        let parts = messageID.lowercased().split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1] == desk.domain.lowercased() else { return false }
        let words = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return words.count == 3 && words[0] == "casewire" && Reference.canonical(words[1]) != nil && words[2].count >= 8
    }

    /// Who may speak on which case, by a reply address that we signed.
    enum Bearer: Hashable {
        case customer(ref: String)
        case staff(ref: String, person: String)

        var ref: String {
            switch self {
            case .customer(let ref), .staff(let ref, _): ref
            }
        }

        var isStaff: Bool { if case .staff = self { true } else { false } }
    }

    /// What the tag of an address grants; nil for another's address and for a tag we did not sign.
    func bearer(_ address: MailAddress) -> Bearer? {
        guard isDesk(address), let tag = address.tag, let token = SignedToken(verifying: tag, with: key) else {
            return nil
        }
        let parts = token.subject.split(separator: ".", maxSplits: 1)
        guard let ref = parts.first.flatMap({ Reference.canonical($0) }) else { return nil }
        switch token.kind {
        case .customer: return parts.count == 1 ? .customer(ref: ref) : nil
        case .staff: return parts.count == 2 ? .staff(ref: ref, person: String(parts[1])) : nil
        case .vote, .page, .join, .leave: return nil
        }
    }

    /// What the addresses that a mail was sent to grant. A colleague's comes first: only they were given it.
    func bearer(_ mail: ParsedMail) -> Bearer? {
        let found = addressees(of: mail).compactMap(bearer)
        return found.first(where: \.isStaff) ?? found.first
    }

    /// The addresses that a mail was sent to, also where its own header does not name them.
    private func addressees(of mail: ParsedMail) -> [MailAddress] {
        mail.to + mail.cc
            + ["delivered-to", "x-original-to"].compactMap { mail.own[$0] }.map { MailAddress(address: $0) }
    }
}
