import Mail

/// A mail as it comes from a server. It is read or refused, within its limits, and what is said about it is text that JSON can carry.
struct MailTarget: FuzzTarget {
    static let name = "mail"

    func run(_ input: [UInt8]) {
        guard let mail = try? MailParser.parse(input) else { return }
        precondition(
            mail.attachments.allSatisfy { $0.bytes == $0.content.count }, "an attachment has another size than it says")
        precondition(
            mail.attachments.allSatisfy { $0.sha256.utf8.count == 64 }, "an attachment has no name by its content")
        for text in [mail.subject, mail.text, mail.words, mail.folded] {
            precondition(!text.utf8.contains(0), "a text holds the character U+0000")
        }
        for line in [mail.subject, mail.messageID ?? ""] {
            precondition(!line.utf8.contains { $0 == 10 || $0 == 13 }, "a header field holds a line end")
        }
    }
}
