/// Reads a mail: bounded in memory and time, synchronous, on the caller's thread.
package enum MailParser {
    package static func parse(_ bytes: [UInt8], limits: MailLimits = .standard) throws(MailError) -> ParsedMail {
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

        let text = MailText(pieces: harvest.pieces, limit: limits.textLength)
        if text.isCut { mail.problems.append("The text was cut after \(limits.textLength) characters.") }
        mail.text = text.joined
        let folding = QuoteFolding.fold(text.lines)
        mail.words = folding.words
        mail.folded = folding.folded

        let bounces = BounceReader(mail: mail, headers: headers, harvest: harvest)
        mail.bounce = bounces.read()
        mail.automatic =
            AutomaticMail(mail: mail, headers: headers, harvest: harvest, isDelivered: bounces.isDelivered).judge()
        return mail
    }
}
