/// Reads what mail servers write when a message did not arrive: RFC 3464 and the free forms from before and beside it.
struct BounceReader {
    let mail: ParsedMail
    let headers: MailHeaders
    let harvest: PartHarvest

    func read() -> ParsedMail.Bounce? {
        if let complaint = AbuseReport(mail: mail, harvest: harvest).read(original: originalMessageID) {
            return complaint
        }
        if let notice = ProviderNotice(mail.text).read() { return notice }
        let reports = harvest.deliveryReports + printedReport
        if let report = reports.lazy.compactMap(recipientFields).first { return bounce(report) }
        return isFromServer ? words.read(original: originalMessageID) : nil
    }

    /// Whether a mail server writes, not a person who talks about one.
    private var isFromServer: Bool {
        if mail.returnPath == "" || headers["x-failed-recipients"] != nil { return true }
        // A From that names nobody, as in `MAILER-DAEMON <>`, still has its words.
        if mail.from.isEmpty, headers["from"].map({ BounceWords.servers.begin($0) }) ?? false { return true }
        let senders = mail.from + (mail.sender.map { [$0] } ?? [])
        let isServer = senders.contains { sender in
            BounceWords.servers.begin(sender.local) || BounceWords.serverNames.occur(in: sender.name ?? "")
                || BounceWords.robots.begin(sender.local) && BounceWords.subjects.occur(in: mail.subject)
        }
        return isServer || mail.returnPath.map { $0.lowercased().hasPrefix("mailer-daemon") } ?? false
    }

    /// Whether a delivery report says that all went well.
    var isDelivered: Bool {
        (harvest.deliveryReports + printedReport).lazy.compactMap(recipientFields).first.map(isSuccess) ?? false
    }

    private var words: BounceText { BounceText(mail: mail, headers: headers, harvest: harvest) }

    /// A delivery report that lost its media type on the way stands in the text.
    private var printedReport: [[UInt8]] {
        guard harvest.deliveryReports.isEmpty, BounceWords.reportFields.occur(in: mail.text.prefix(20_000)) else {
            return []
        }
        return [Array(mail.text.utf8)]
    }

    /// The fields of the recipient that counts: one that failed tells more than one that was only delayed.
    private func recipientFields(_ report: [UInt8]) -> FieldBlock? {
        let recipients = FieldBlock.blocks(report).filter {
            $0["final-recipient"] != nil || $0["original-recipient"] != nil || $0["action"] != nil
        }
        return recipients.first { $0["action"]?.lowercased().hasPrefix("fail") ?? false } ?? recipients.first
    }

    private func isSuccess(_ fields: FieldBlock) -> Bool {
        let action = fields["action"]?.lowercased() ?? ""
        return ["deliver", "relay", "expand"].contains { action.hasPrefix($0) }
    }

    private func bounce(_ fields: FieldBlock) -> ParsedMail.Bounce? {
        guard !isSuccess(fields) else { return nil }
        let diagnostic = fields.typed("diagnostic-code").flatMap { $0.contains(where: \.isLetter) ? $0 : nil }
        let described = diagnostic.flatMap(StatusCodes.status)
        let given = fields["status"].flatMap(StatusCodes.status)
        let words = self.words
        // 5.0.0 says no more than "failed": what the other server said is better.
        let status =
            [given, described, words.status].compactMap(\.self).first { !$0.hasSuffix(".0.0") } ?? given ?? described
        let reason = diagnostic ?? words.reason ?? words.complaint
        let isDelay = fields["action"]?.lowercased().hasPrefix("delay") ?? false
        // Where the report gives codes alone, the words of the letter around it may say why.
        let diagnosis = diagnostic.flatMap { BounceKinds.tells($0) ? $0 : nil } ?? words.reason ?? diagnostic ?? ""
        return ParsedMail.Bounce(
            recipient: recipient(fields) ?? words.recipient,
            kind: BounceKinds.kind(status: status, diagnosis: diagnosis, isDelay: isDelay), isDelay: isDelay,
            status: status, reason: reason.map { String($0.prefix(500)) }, originalMessageID: originalMessageID)
    }

    private func recipient(_ fields: FieldBlock) -> String? {
        ["original-recipient", "final-recipient", "x-actual-recipient"].lazy
            .compactMap { fields.typed($0).flatMap(BounceWords.address) }.first
    }

    private var originalMessageID: String? {
        // Where the returned message was not marked as such, its header stands in another part.
        let parts = harvest.deliveryReports + mail.attachments.map(\.content)
        for part in harvest.returned + parts.map({ Array($0.prefix(64 * 1_024)) }) {
            for block in FieldBlock.blocks(part, limit: 20) {
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
