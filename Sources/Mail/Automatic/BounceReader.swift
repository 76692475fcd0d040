/// Reads what mail servers write when a message did not arrive: RFC 3464 and the free forms from before and beside it.
struct BounceReader {
    let mail: ParsedMail
    let headers: MailHeaders
    let harvest: PartHarvest

    func read() -> ParsedMail.Bounce? {
        if let complaint = complaint() { return complaint }
        if let report = report() { return report }
        return BounceText(mail: mail, headers: headers, harvest: harvest).read()
    }

    /// A report of abuse by somebody who received a message (RFC 5965).
    private func complaint() -> ParsedMail.Bounce? {
        guard let report = harvest.feedbackReports.first else { return nil }
        let fields = FieldBlock.blocks(report)
        guard let type = fields.lazy.compactMap({ $0["feedback-type"] }).first?.lowercased(),
            type != "not-spam", type != "auth-failure", type != "dmarc"
        else { return nil }
        let recipient = fields.lazy.compactMap { $0.typed("original-rcpt-to") ?? $0.typed("removal-recipient") }.first
        return ParsedMail.Bounce(
            recipient: recipient.flatMap(BounceWords.address), kind: .complaint, status: nil, reason: type,
            originalMessageID: originalMessageID)
    }

    private func report() -> ParsedMail.Bounce? {
        for content in harvest.deliveryReports {
            let blocks = FieldBlock.blocks(content)
            // The first recipient that failed tells more than one that was only delayed.
            let recipients = blocks.filter {
                $0["final-recipient"] != nil || $0["original-recipient"] != nil || $0["action"] != nil
            }
            let failed = recipients.first { $0["action"]?.lowercased().hasPrefix("failed") ?? false }
            guard let block = failed ?? recipients.first else { continue }
            let action = block["action"]?.lowercased() ?? "failed"
            guard !["delivered", "relayed", "expanded"].contains(where: { action.hasPrefix($0) }) else { return nil }
            let diagnostic = block.typed("diagnostic-code")
            let described = diagnostic.flatMap(BounceWords.status)
            let given = block["status"].flatMap(BounceWords.status)
            // 5.0.0 says no more than "failed": what the other server said is better.
            let status = given.map { $0.hasSuffix(".0.0") ? described ?? $0 : $0 } ?? described
            let text = BounceText(mail: mail, headers: headers, harvest: harvest)
            let reason = diagnostic ?? text.reason
            let kind: ParsedMail.Bounce.Kind =
                action.hasPrefix("delayed") ? .delayed : BounceWords.kind(status: status, reason: reason)
            let recipient = [
                block.typed("original-recipient"), block.typed("final-recipient"), block.typed("x-actual-recipient"),
            ]
            .lazy.compactMap { $0.flatMap(BounceWords.address) }.first
            return ParsedMail.Bounce(
                recipient: recipient ?? text.recipient, kind: kind, status: status,
                reason: reason.map { String($0.prefix(500)) }, originalMessageID: originalMessageID)
        }
        return nil
    }

    var originalMessageID: String? {
        for returned in harvest.returned {
            for block in FieldBlock.blocks(returned, limit: 3) {
                if let identifier = block["message-id"].flatMap(MessageID.normalized) { return identifier }
            }
        }
        return headers["x-original-message-id"].flatMap(MessageID.normalized) ?? quotedMessageID
    }

    /// Old servers print the message below their own words.
    private var quotedMessageID: String? {
        for line in mail.text.split(separator: "\n").prefix(2_000) {
            let bare = line.drop { $0 == " " || $0 == ">" || $0 == "\t" || $0 == "|" }
            guard bare.utf8.count < 1_000, bare.prefix(11).lowercased() == "message-id:" else { continue }
            return MessageID.normalized(String(bare.dropFirst(11)))
        }
        return mail.inReplyTo.first
    }
}
