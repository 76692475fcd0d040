/// A report that somebody called a message spam (ARF, RFC 5965), and the forms of it without a machine's part.
struct AbuseReport {
    let mail: ParsedMail
    let harvest: PartHarvest

    func read(original: String?) -> ParsedMail.Bounce? {
        guard let type = feedbackType ?? subjectType else { return nil }
        return ParsedMail.Bounce(
            recipient: recipient, kind: .spam, isDelay: false, status: nil, reason: reason(type),
            originalMessageID: original)
    }

    private func reason(_ type: String) -> String {
        switch type {
        case "abuse", "fraud", "virus", "other", "complaint": "The recipient reported the message as spam (\(type))."
        case "opt-out", "opt-out-list", "unsubscribe": "The recipient wishes no more mail (\(type))."
        default: "The receiving server reports the message (\(type))."
        }
    }

    private var fields: [FieldBlock] { harvest.feedbackReports.first.map { FieldBlock.blocks($0) } ?? [] }

    /// `not-spam` says the opposite.
    private var feedbackType: String? {
        guard !harvest.feedbackReports.isEmpty else { return nil }
        let type = fields.lazy.compactMap { $0["feedback-type"] }.first?.lowercased() ?? "abuse"
        return type == "not-spam" ? nil : String(type.prefix(40))
    }

    /// Providers that send no such part name the complaint in the subject and send the message along.
    private var subjectType: String? {
        guard !harvest.returned.isEmpty, BounceWords.complaintSubjects.begin(mail.subject) else { return nil }
        return "complaint"
    }

    private var recipient: String? {
        let named = fields.lazy.compactMap { $0.typed("original-rcpt-to") ?? $0.typed("removal-recipient") }
        if let address = named.compactMap(BounceWords.address).first { return address }
        for returned in harvest.returned {
            for block in FieldBlock.blocks(returned, limit: 2) {
                for name in ["x-hmxmroriginalrecipient", "x-original-to", "delivered-to", "to"] {
                    if let address = block[name].flatMap(BounceWords.address) { return address }
                }
            }
        }
        return nil
    }
}
