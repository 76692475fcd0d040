/// Refuses what would not arrive, or would say in a header what nobody meant to say.
struct OutgoingCheck {
    private let mail: OutgoingMail

    init(_ mail: OutgoingMail) {
        self.mail = mail
    }

    func check() throws(MailError) {
        try check(mail.from, as: "From")
        if let replyTo = mail.replyTo { try check(replyTo, as: "Reply-To") }
        guard !mail.to.isEmpty else { throw MailError(.refusedAddress, "The mail has no recipient.") }
        for address in mail.to { try check(address, as: "To") }
        try line(mail.subject, of: "Subject")
        for identifier in [mail.messageID] + (mail.inReplyTo.map { [$0] } ?? []) + mail.references {
            guard MessageID.isWellFormed(Self.bracketed(identifier)) else {
                throw MailError(
                    .refusedMessageID,
                    "\(quoted(identifier)) is no message identifier; it must read like <something@host>.")
            }
        }
        for header in mail.headers { try check(header) }
        for attachment in mail.attachments { try check(attachment) }
    }

    static func bracketed(_ identifier: String) -> String {
        identifier.hasPrefix("<") ? identifier : "<\(identifier)>"
    }

    private func check(_ address: MailAddress, as field: String) throws(MailError) {
        guard address.isDeliverable else {
            throw MailError(
                .refusedAddress,
                "\(field): \(quoted(address.address)) is no address that can be written to. "
                    + "A domain with letters beyond ASCII must be given in its xn-- form.")
        }
        if let name = address.name { try line(name, of: field) }
    }

    private func check(_ header: OutgoingMail.Header) throws(MailError) {
        let isToken =
            !header.name.isEmpty && header.name.utf8.count <= 76
            && header.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
        guard isToken else { throw MailError(.refusedHeader, "\(quoted(header.name)) is no name for a header.") }
        let name = header.name.lowercased()
        guard !Self.reserved.contains(name), !name.hasPrefix("content-") else {
            throw MailError(.refusedHeader, "\(header.name) is set by the mail itself and cannot be added.")
        }
        try line(header.value, of: header.name)
    }

    private func check(_ attachment: OutgoingMail.Attachment) throws(MailError) {
        try line(attachment.name, of: "an attachment's name")
        let parts = attachment.mediaType.split(separator: "/", omittingEmptySubsequences: false)
        let isType =
            parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(lowercased(byte))
                            || "!#$&-^_.+".utf8.contains(byte)
                    }
            }
        guard isType, !["multipart", "message"].contains(parts[0].lowercased()) else {
            throw MailError(.refusedHeader, "\(quoted(attachment.mediaType)) is no media type of an attachment.")
        }
    }

    /// A line end in a value would begin a header of its own.
    private func line(_ text: String, of field: String) throws(MailError) {
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            scalar == "\t"
                || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x2028
                    && scalar.value != 0x2029
        }
        guard isClean else {
            throw MailError(
                .refusedHeader, "\(field) holds a line break or another control character: \(quoted(text)).")
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.prefix(80).unicodeScalars.map { $0.escaped(asASCII: false) }.joined() + "\""
    }

    private static let reserved: Set<String> = [
        "from", "sender", "reply-to", "to", "cc", "bcc", "subject", "message-id", "in-reply-to", "references", "date",
        "mime-version", "received", "return-path",
    ]
}
