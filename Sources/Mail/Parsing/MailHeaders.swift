/// The fields of a mail's header, for asking by name.
struct MailHeaders {
    private let fields: [HeaderField]

    init(_ fields: [HeaderField]) {
        self.fields = fields
    }

    subscript(name: String) -> String? {
        fields.first { $0.name == name }?.decoded
    }

    func all(_ name: String) -> [HeaderField] {
        fields.filter { $0.name == name }
    }

    /// The name of the first field that begins so, as evidence.
    func first(prefix: String) -> HeaderField? {
        fields.first { $0.name.hasPrefix(prefix) }
    }

    /// Whether a mailing list has put its own fields there.
    var isList: Bool { fields.contains { $0.name == "list-id" || $0.name == "list-post" } }

    /// Reads what the header tells into the mail.
    func fill(_ mail: inout ParsedMail, from message: borrowing MimeMessage, limits: MailLimits) {
        func addresses(_ name: String) -> [MailAddress] {
            var found: [MailAddress] = []
            for field in all(name) where found.count < limits.addresses {
                let parsed = message.addresses(field.raw, limit: limits.addresses - found.count)
                found += parsed.isEmpty ? lenient(message.decodedText(field.raw)) : parsed
            }
            return found
        }
        mail.from = addresses("from")
        mail.to = addresses("to")
        mail.cc = addresses("cc")
        mail.replyTo = addresses("reply-to")
        mail.sender = addresses("sender").first
        mail.subject = readable(self["subject"] ?? "")
        mail.messageID = self["message-id"].flatMap(MessageID.normalized)
        mail.inReplyTo = MessageID.all(in: joined("in-reply-to"), limit: limits.references)
        mail.references = MessageID.all(in: joined("references"), limit: limits.references)
        if let path = self["return-path"] {
            mail.returnPath = String(path.filter { $0 != "<" && $0 != ">" }).trimmed
        }
        mail.authentication = all("authentication-results").prefix(50).compactMap { AuthenticationResults($0.decoded) }
        for field in fields where HeaderNames.own.contains(field.name) && mail.own[field.name] == nil {
            mail.own[field.name] = readable(field.decoded)
        }
        if let date = self["date"], !date.isEmpty {
            mail.date = MimeMessage.date(date)
            if mail.date == nil { mail.problems.append("The date cannot be read: \(readable(date.prefix(80))).") }
        } else {
            mail.problems.append("The mail has no date.")
        }
        if mail.from.isEmpty { mail.problems.append("The mail does not say whom it is from.") }
        if mail.messageID == nil { mail.problems.append("The mail has no Message-ID.") }
        if all("from").count > 1 {
            mail.problems.append("The mail has several From fields; the addresses of all were read.")
        }
    }

    private func joined(_ name: String) -> String {
        all(name).map { String(decoding: $0.raw, as: UTF8.self) }.joined(separator: " ")
    }

    /// The one address of a value with comments or spaces where strict readers allow none.
    private func lenient(_ value: String) -> [MailAddress] {
        var depth = 0
        let bare = value.prefix(2_000).filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")", depth > 0 { depth -= 1 } }
            return depth == 0
        }
        guard let open = bare.lastIndex(of: "<"), let close = bare[open...].firstIndex(of: ">") else {
            return BounceWords.address(bare).map { [MailAddress(address: $0)] } ?? []
        }
        let address = String(bare[bare.index(after: open)..<close].filter { !$0.isWhitespace })
        let name = bare[..<open].filter { $0 != "\"" }.trimmed
        return address.contains("@") ? [MailAddress(name: name.isEmpty ? nil : name, address: address)] : []
    }

    /// One line without control characters: header values end up in lists and logs.
    private func readable(_ text: some StringProtocol) -> String {
        let scalars = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        return String(String.UnicodeScalarView(scalars)).trimmed
    }
}
