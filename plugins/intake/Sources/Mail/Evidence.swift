import Mail
import StageKit

/// Why a mail may belong to a case, strongest first.
struct Evidence {
    private(set) var matches: [Match] = []
    /// Whether some of it rests on the sender's address alone, which anybody can write.
    var isWeak: Bool { matches.contains { $0.participant != nil } }

    /// Nobody but us and whom we wrote to knows our Message-IDs and signed addresses: they count by themselves. All
    /// else that a stranger can know or guess counts only for who takes part in the case already.
    /// - Parameter vouched: the case that the operator says it belongs to.
    init(_ mail: ParsedMail, sender: String, own: OwnMail, vouched: String? = nil) {
        if let vouched { add(Match(key: Reference.key(vouched))) }
        if let bearer = own.bearer(mail) { add(Match(key: Reference.key(bearer.ref))) }
        if let original = mail.bounce?.originalMessageID { add(original, sender, own) }
        for identifier in mail.inReplyTo { add(identifier, sender, own) }
        for identifier in mail.references.reversed() { add(identifier, sender, own) }
        for reference in Reference.all(in: mail.subject).prefix(3) {
            add(Match(key: Reference.key(reference), participant: sender))
        }
    }

    /// Of an old mail: what it names, in the cases of its own customer.
    init(remembered mail: ParsedMail, customer: String, conversation: String?) {
        if let conversation { add(Match(key: Self.key(conversation: conversation))) }
        let named = mail.inReplyTo + mail.references.reversed() + [mail.messageID].compactMap(\.self)
        for identifier in named { add(Match(key: Self.key(identifier), participant: customer)) }
        for reference in Reference.all(in: mail.subject).prefix(3) {
            add(Match(key: Reference.key(reference), participant: customer))
        }
    }

    private mutating func add(_ identifier: String, _ sender: String, _ own: OwnMail) {
        let isOurs = own.isOurs(messageID: identifier)
        add(Match(key: Self.key(identifier), participant: isOurs ? nil : sender))
    }

    private mutating func add(_ match: Match) {
        // A thread of a hundred mails proves no more than its newest.
        guard matches.count < 40, !matches.contains(match) else { return }
        matches.append(match)
    }

    /// The key under which a conversation of another help desk is found.
    static func key(conversation: String) -> String { "import:\(conversation)" }

    /// The key under which a mail is found by its Message-ID.
    static func key(_ messageID: String) -> String { "mid:\(messageID.lowercased())" }
}
