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
}
