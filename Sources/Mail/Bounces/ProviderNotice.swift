/// A notice that a sending service mails as JSON (Amazon's, forwarded by its notification service).
struct ProviderNotice {
    private let text: String

    init(_ text: String) {
        // The notice is a text within the JSON of the service that forwards it.
        let isNotice = text.prefix(4_000).contains("notificationType") || text.prefix(4_000).contains("eventType")
        self.text = isNotice ? text.prefix(60_000).filter { $0 != "\\" } : ""
    }

    func read() -> ParsedMail.Bounce? {
        switch (value("notificationType") ?? value("eventType"))?.lowercased() {
        case "bounce":
            let status = value("status").flatMap(StatusCodes.status)
            let reason = value("diagnosticCode") ?? value("bounceSubType") ?? ""
            let isPassing = value("bounceType")?.lowercased() == "transient" && status == nil
            let kind = BounceKinds.kind(status: isPassing ? "4.0.0" : status, diagnosis: reason)
            return bounce(kind, status: status, reason: reason)
        case "complaint":
            let type = value("complaintFeedbackType") ?? "abuse"
            return bounce(.spam, status: nil, reason: "The recipient reported the message as spam (\(type)).")
        default: return nil
        }
    }

    private func bounce(_ kind: ParsedMail.Bounce.Kind, status: String?, reason: String) -> ParsedMail.Bounce {
        // The service's own identifier of the message is no Message-ID of ours; the headers that it quotes hold that.
        let original = value("Message-ID\",\"value") ?? value("Message-Id\",\"value")
        return ParsedMail.Bounce(
            recipient: value("emailAddress").flatMap(BounceWords.address), kind: kind, isDelay: false, status: status,
            reason: String(reason.prefix(500)), originalMessageID: original.flatMap(MessageID.normalized))
    }

    /// The text behind `"name":`.
    private func value(_ name: String) -> String? {
        guard let key = text.firstRange(of: "\"\(name)\"") else { return nil }
        let rest = text[key.upperBound...].drop { $0 == " " || $0 == ":" }
        guard rest.first == "\"" else { return nil }
        let value = rest.dropFirst().prefix { $0 != "\"" }
        return value.isEmpty ? nil : String(value)
    }
}
