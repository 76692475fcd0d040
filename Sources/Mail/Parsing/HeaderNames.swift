/// The header fields that are read at all.
enum HeaderNames {
    static let addresses: Set<String> = ["from", "to", "cc", "reply-to", "sender"]

    /// Shown as they are, since they decide how a mail is handled.
    static let own: Set<String> = [
        "auto-submitted", "precedence", "x-auto-response-suppress", "x-autoreply", "x-autorespond", "list-id",
        "list-unsubscribe", "list-post", "x-loop", "delivered-to", "x-original-to", "content-language", "importance",
        "x-priority",
    ]

    static let other: Set<String> = [
        "subject", "date", "message-id", "in-reply-to", "references", "return-path", "x-failed-recipients",
        "content-type", "received", "x-autoresponder", "x-auto-reply-from", "x-mail-autoreply", "x-vacation",
        "x-ms-exchange-inbox-rules-loop", "feedback-id", "list-help", "list-subscribe", "list-owner", "list-archive",
        "x-mailer-daemon", "x-original-message-id",
    ]

    static func areRead(_ name: String) -> Bool {
        addresses.contains(name) || own.contains(name) || other.contains(name)
    }

    /// Whether a mail's header begins here: up to a blank line most lines are fields, and one is a field that mails have.
    static func beginHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
        var isKnown = false
        var fields = 0
        var others = 0
        var rest = bytes.drop { $0 == 0x0A || $0 == 0x0D }
        while let first = rest.first, first != 0x0A, first != 0x0D {
            let line = rest.prefix { $0 != 0x0A }
            rest = rest[line.endIndex...].dropFirst()
            if first == 0x20 || first == 0x09 { continue }
            let start = line.prefix(80)
            let name = start.firstIndex(of: 0x3A).map { asciiLowercased(start[..<$0]).trimmed } ?? ""
            guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
                others += 1
                continue
            }
            fields += 1
            if areRead(name) || name == "mime-version" || name.hasPrefix("content-") { isKnown = true }
        }
        return isKnown && fields > others
    }
}
