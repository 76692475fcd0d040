/// Reads a mail: bounded in memory and time, synchronous, on the caller's thread.
package enum MailParser {
    package static func parse(_ bytes: [UInt8], limits: MailLimits = .standard) throws(MailError) -> ParsedMail {
        try parse(bytes, limits: limits, depth: 0)
    }

    private static func parse(_ bytes: [UInt8], limits: MailLimits, depth: Int) throws(MailError) -> ParsedMail {
        let preparation = try MailPreparation(bytes, limits: limits)
        guard let message = MimeMessage(preparation.bytes) else {
            throw MailError(
                .unreadable, "There is no header in what was received, so it is no mail. Look at what delivered it.")
        }
        var mail = ParsedMail()
        mail.problems = preparation.problems
        let headers = MailHeaders(message.headerFields(where: HeaderNames.areRead))
        headers.fill(&mail, from: message, limits: limits)

        var walker = PartWalker(limits: limits)
        let harvest = message.withRoot { root in walker.walk(root) } ?? PartHarvest()
        mail.problems += walker.problems
        mail.attachments = harvest.attachments
        readText(of: harvest, limits: limits, depth: depth, into: &mail)

        let bounces = BounceReader(mail: mail, headers: headers, harvest: harvest)
        mail.bounce = bounces.read()
        mail.automatic =
            AutomaticMail(mail: mail, headers: headers, harvest: harvest, isDelivered: bounces.isDelivered).judge()
        return mail
    }

    private static func readText(of harvest: PartHarvest, limits: MailLimits, depth: Int, into mail: inout ParsedMail) {
        var text = MailText(pieces: harvest.pieces, limit: limits.textLength)
        if text.lines.isEmpty { text = MailText(pieces: harvest.stands, limit: limits.textLength) }
        if text.lines.isEmpty, let forwarded = forwarded(mail.attachments, limits: limits, depth: depth) {
            text = MailText(pieces: [forwarded], limit: limits.textLength)
        }
        if text.isCut { mail.problems.append("The text was cut after \(limits.textLength) characters.") }
        mail.text = text.joined
        let folding = QuoteFolding.fold(text.lines)
        mail.words = folding.words
        mail.folded = folding.folded
    }

    /// What a mail that only forwards another one has to say.
    private static func forwarded(
        _ attachments: [ParsedMail.Attachment], limits: MailLimits, depth: Int
    ) -> [MailLine]? {
        guard depth < 3, let message = attachments.first(where: { $0.mediaType == "message/rfc822" }),
            message.bytes <= limits.textPartBytes,
            let inner = try? parse(message.content, limits: limits, depth: depth + 1)
        else { return nil }
        let people = inner.from.map { person in person.name.map { "\($0) <\(person.address)>" } ?? person.address }
        let head = [
            "---------- Forwarded message ----------", "From: " + people.joined(separator: ", "),
            "Date: " + (inner.date?.rfc3339 ?? ""), "Subject: " + inner.subject, "",
        ]
        return (head + inner.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            .map { MailLine($0) }
    }
}
