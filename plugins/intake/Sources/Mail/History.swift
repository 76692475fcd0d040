import Casework
import Mail
import StageKit

/// Mails of old times: on record with the case that they belonged to, for whoever writes on. Nobody is told, and
/// nothing is answered.
extension MailJudge {
    /// - Parameters:
    ///   - raw: SHA-256 of the bytes as they were received.
    ///   - received: when it was handed in, for a mail that does not say when it was written.
    func remember(_ mail: ParsedMail, raw: String, received: Timestamp, _ history: Orders.History) -> Decision {
        guard let sender = mail.from.first ?? mail.sender else {
            return .park(
                code: "no-sender",
                reason: "An old mail that does not say whom it is from. Look at it, and discard it or mend it.")
        }
        let ours = Set((history.ours ?? []).map { MailAddress(address: $0).withoutTag })
        func isOurs(_ address: MailAddress) -> Bool { own.isDesk(address) || ours.contains(address.withoutTag) }
        let isStaff = history.staff ?? isOurs(sender)
        guard let customer = isStaff ? (mail.to + mail.cc).first(where: { !isOurs($0) }) : sender else {
            return .park(
                code: "no-customer",
                reason: "An old mail from the desk to itself: no customer is named in it. Discard it, or mend it.")
        }
        var admitted = AdmittedMail(
            role: isStaff ? .staff : .customer, output: isStaff ? "staff" : "contact", mail: mail,
            from: party(sender),
            evidence: Evidence(remembered: mail, customer: customer.comparable, conversation: history.conversation),
            raw: raw)
        let written = mail.date.flatMap { Timestamp($0.rfc3339) } ?? received
        admitted.past = min(written, received)
        admitted.customer = customer.comparable
        admitted.participants = [customer.comparable]
        // An answer may be met before what it answers: then that is found by being named here.
        admitted.index += Array((mail.inReplyTo + mail.references).suffix(20)).map { Evidence.key($0) }
        if let conversation = history.conversation { admitted.index.append(Evidence.key(conversation: conversation)) }
        if customer.isDeliverable { admitted.answerTo = party(customer) }
        return .admit(admitted)
    }
}
