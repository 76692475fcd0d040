import Calendars
import Casework
import Crypto
import FoundationEssentials
import Mail
import StageKit

/// Makes the mail that a text leaves as. The same text in the same case gives the same bytes, however often it is made.
struct Composer: Sendable {
    let desk: Settings.Desk
    let key: SymmetricKey
    let time: SpokenTime

    /// A mail that is ready to leave.
    struct Composed: Sendable {
        var bytes: [UInt8]
        /// Without angle brackets.
        var messageID: String
    }

    /// Why no mail can be made of a text: an address or a line that no header may hold.
    struct Unsendable: Error, CustomStringConvertible {
        var words: String
        var description: String
    }

    /// - Parameters:
    ///   - moment: what the mail bears as its date.
    ///   - writer: the colleague whose own words it brings to a customer, who sees whom they have before them.
    /// - Throws: ``Unsendable`` where what was given cannot stand in a mail.
    func compose(
        _ say: SayHead, text: String, ref: String, contact: ContactSection?, at moment: Timestamp, writer: String? = nil
    ) throws -> Composed {
        let isForCustomer = say.proposal.audience == .customer
        let messageID = messageID(of: say, ref: ref)
        var mail = OutgoingMail(
            from: MailAddress(name: writer.map { "\($0), \(desk.name)" } ?? desk.name, address: desk.address),
            to: say.proposal.to.map { address in
                MailAddress(name: isForCustomer ? name(of: address, contact) : nil, address: address)
            },
            subject: Self.subject(say.proposal, ref: ref, contact: isForCustomer ? contact : nil), messageID: messageID,
            date: MailDate(
                unixSeconds: moment.milliseconds / 1000, offsetSeconds: time.offset(at: moment.milliseconds)),
            body: text)
        mail.replyTo = replyAddress(say.proposal, ref: ref)
        if isForCustomer, let last = contact?.last_message_id, MessageID.isWellFormed("<\(last)>") {
            mail.inReplyTo = last
            let earlier = (contact?.references ?? []).filter { $0 != last && MessageID.isWellFormed("<\($0)>") }
            mail.references = earlier.suffix(19) + [last]
        }
        mail.headers = [
            // RFC 3834: what answers a message is "replied", what we begin ourselves is "generated".
            .init("Auto-Submitted", mail.inReplyTo == nil ? "auto-generated" : "auto-replied"),
            .init("X-Auto-Response-Suppress", "All"),
        ]
        mail.headers += Self.leaving(say.proposal.details)
        do {
            return Composed(bytes: try mail.bytes(), messageID: messageID)
        } catch {
            if error.isRetriable { throw error }
            throw Unsendable(words: say.proposal.to.joined(separator: ", "), description: error.message)
        }
    }

    /// How a reader ends mails such as this by one click in their mail program (RFC 8058).
    private static func leaving(_ details: JSON?) -> [OutgoingMail.Header] {
        guard let link = details?["unsubscribe"]?.string, link.utf8.count < 900,
            link.hasPrefix("https://") || link.hasPrefix("http://"),
            link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") })
        else { return [] }
        return [.init("List-Unsubscribe", "<\(link)>"), .init("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]
    }

    /// Unique, in lower case, and always the same for the same text: an answer to it finds the case, and a text that is
    /// sent again after a crash can be known as the same.
    private func messageID(of say: SayHead, ref: String) -> String {
        let subject = "casewire/1 message-id \(ref) \(say.say) \(say.hash)"
        let code = HMAC<SHA256>.authenticationCode(for: Array(subject.utf8), using: key)
        let digits = Array("0123456789abcdef".utf8)
        let random = Array(code).prefix(10).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        let domain = MailAddress(address: desk.address).domain.lowercased()
        return "casewire.\(ref.lowercased()).\(String(decoding: random, as: UTF8.self))@\(domain)"
    }

    /// The desk's address with a token that says whose words a reply is.
    private func replyAddress(_ proposal: Say, ref: String) -> MailAddress? {
        let token: SignedToken
        switch proposal.audience {
        case .customer: token = SignedToken(.customer, ref)
        case .staff:
            guard let person = proposal.details?["person"]?.string else { return nil }
            token = SignedToken(.staff, "\(ref).\(person)")
        }
        let address = MailAddress(address: desk.address)
        return MailAddress(name: desk.name, address: "\(address.local)+\(token.signed(with: key))@\(address.domain)")
    }

    private func name(of address: String, _ contact: ContactSection?) -> String? {
        guard let customer = contact?.customer else { return nil }
        return customer.address.lowercased() == address.lowercased() ? Writing.spoken(customer.name) : nil
    }

    /// The customer's own subject, so that the mail stands where they look for it; ours where they gave none.
    static func subject(_ proposal: Say, ref: String, contact: ContactSection?) -> String {
        let tag = "[\(ref)]"
        let own = contact?.subject.map { bare($0, tag) } ?? ""
        if !own.isEmpty { return "Re: \(own) \(tag)" }
        let given = bare(proposal.subject ?? "", tag)
        return given.isEmpty ? tag : given.contains(ref) ? given : "\(given) \(tag)"
    }

    /// One line of at most 120 characters, without our tag and without marks of earlier replies.
    private static func bare(_ subject: String, _ tag: String) -> String {
        let line = subject.unicodeScalars.map { scalar -> Character in
            scalar.properties.generalCategory == .control || scalar.properties.isWhitespace ? " " : Character(scalar)
        }
        var words = String(line).replacing(tag, with: " ").split(separator: " ")
        while let first = words.first, replyMarks.contains(first.lowercased()) { words.removeFirst() }
        let text = words.joined(separator: " ")
        return text.count > 120 ? text.prefix(119) + "…" : text
    }

    private static let replyMarks: Set<String> = ["re:", "aw:", "sv:", "antw:", "rv:", "tr:", "fwd:", "fw:", "wg:"]
}
