import Casework
import Crypto
import Mail
import StageKit

/// Decides what a mail is: whose word, on which case, on what evidence. No I/O.
struct MailJudge: Sendable {
    let own: OwnMail

    init(desk: String, key: SymmetricKey) { own = OwnMail(desk: desk, key: key) }

    /// What becomes of a mail.
    enum Decision: Sendable {
        case admit(AdmittedMail)
        case park(code: String, reason: String)
    }

    /// - Parameters:
    ///   - raw: SHA-256 of the bytes as they were received.
    ///   - orders: what the operator wishes it to be read as.
    func decide(_ mail: ParsedMail, raw: String, orders: Orders = .none) -> Decision {
        let mail = orders.applied(to: mail)
        if orders.as == nil, let messageID = mail.messageID, own.isOurs(messageID: messageID) {
            return .park(
                code: "own-mail",
                reason: "This is a mail that the desk itself sent. Some mailbox sends the desk's mails back to it: "
                    + "look at its forwarding.")
        }
        guard let sender = mail.from.first ?? mail.sender else {
            if mail.automatic != nil || mail.bounce != nil { return notice(mail, from: nil, raw) }
            return .park(
                code: "no-sender",
                reason: "The mail does not say whom it is from, so nobody could be answered. Read it, and look in the "
                    + "mail server's log for the envelope sender.")
        }
        if own.isDesk(sender) {
            return .park(
                code: "own-mail",
                reason: "The mail says that it is from the desk's own address. Where a colleague wrote it, ask them to "
                    + "write from their own; else a forwarding loop or a forger is behind it.")
        }
        if mail.automatic != nil || mail.bounce != nil { return notice(mail, from: sender, raw) }
        let evidence = Evidence(mail, sender: sender.comparable, own: own, vouched: orders.to)
        if case .staff(_, let person)? = own.bearer(mail) {
            return .admit(
                AdmittedMail(
                    role: .staff, output: "staff", mail: mail, from: party(sender), evidence: evidence, raw: raw,
                    person: person))
        }
        return customer(mail, sender, evidence, raw)
    }

    private func customer(_ mail: ParsedMail, _ sender: MailAddress, _ evidence: Evidence, _ raw: String) -> Decision {
        let answerTo = self.answerTo(mail, sender, evidence)
        guard answerTo.isDeliverable else {
            return .park(
                code: "bad-sender",
                reason: "No answer can be sent to \"\(CardNumbers.masked(answerTo.address))\". Read the mail; where "
                    + "you find out who wrote it, write to them.")
        }
        var admitted = AdmittedMail(
            role: .customer, output: "contact", mail: mail, from: party(sender), evidence: evidence, raw: raw,
            channel: own.isFeedback(mail) ? "feedback" : "mail")
        admitted.customer = sender.comparable
        admitted.participants = [sender.comparable]
        if answerTo.comparable != sender.comparable { admitted.participants.append(answerTo.comparable) }
        admitted.answerTo = party(answerTo)
        admitted.sender = party(sender)
        admitted.topic = SubjectLine.topic(CardNumbers.masked(mail.subject))
        return .admit(admitted)
    }

    /// Where answers go: where the customer wishes, unless the mail might be forged. Someone who knows a reference and an
    /// address could else have a case's answers sent to themselves.
    private func answerTo(_ mail: ParsedMail, _ sender: MailAddress, _ evidence: Evidence) -> MailAddress {
        guard let wished = mail.replyTo.first, !own.isDesk(wished), wished.isDeliverable else { return sender }
        if wished.comparable == sender.comparable || (evidence.isWeak && own.bearer(mail) == nil) { return sender }
        return MailAddress(name: wished.name ?? sender.name, address: wished.address)
    }

    private func notice(_ mail: ParsedMail, from sender: MailAddress?, _ raw: String) -> Decision {
        let evidence = Evidence(mail, sender: sender?.comparable ?? "", own: own)
        // No mail server takes part in a case: what it reports counts only where it names a mail of ours.
        let isHopeless = mail.bounce != nil && evidence.matches.allSatisfy { $0.participant != nil }
        guard !evidence.matches.isEmpty, !isHopeless else {
            return .park(code: code(mail), reason: reason(mail))
        }
        let party = sender.map(party) ?? Party(address: "")
        return .admit(
            AdmittedMail(role: .notice, output: "notice", mail: mail, from: party, evidence: evidence, raw: raw))
    }

    private func code(_ mail: ParsedMail) -> String {
        mail.bounce != nil ? "bounce" : mail.automatic?.kind.rawValue ?? "automatic"
    }

    private func reason(_ mail: ParsedMail) -> String {
        if let bounce = mail.bounce {
            let who = bounce.recipient.map { " to \($0)" } ?? ""
            let why = bounce.reason ?? bounce.status
            return CardNumbers.masked(
                "A mail\(who) could not be delivered, and nothing in the report says which case it was about."
                    + (why.map { " The server says: \($0)" } ?? ""))
        }
        let evidence = CardNumbers.masked(mail.automatic?.evidence ?? "")
        return
            "A program wrote this mail (\(evidence)), and it names no case. Where a person is behind it, let it in by "
            + "hand; where it is a newsletter, unsubscribe."
    }

    func party(_ address: MailAddress) -> Party {
        let name = address.name.map { CardNumbers.masked(SubjectLine.oneLine($0)) }
        return Party(name: name.flatMap { $0.isEmpty ? nil : $0 }, address: address.normalized)
    }
}
