/// Codes and phrases of mail servers.
enum BounceWords {
    /// An enhanced status code (RFC 3463) in a text: `5.1.1`, not part of a version or an IP address.
    static func status(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 5 else { return nil }
        for index in 0...(bytes.count - 5)
        where (bytes[index] == 0x34 || bytes[index] == 0x35) && bytes[index + 1] == 0x2E
            && (index == 0 || !isDigit(bytes[index - 1]) && bytes[index - 1] != 0x2E && bytes[index - 1] != 0x2D)
        {
            var end = index + 2
            let subjectStart = end
            while end < bytes.count, isDigit(bytes[end]), end - subjectStart < 3 { end += 1 }
            guard end > subjectStart, end < bytes.count, bytes[end] == 0x2E else { continue }
            end += 1
            let detailStart = end
            while end < bytes.count, isDigit(bytes[end]), end - detailStart < 3 { end += 1 }
            guard end > detailStart else { continue }
            let isOver =
                end == bytes.count
                || !isDigit(bytes[end]) && !(bytes[end] == 0x2E && end + 1 < bytes.count && isDigit(bytes[end + 1]))
            if isOver { return String(decoding: bytes[index..<end], as: UTF8.self) }
        }
        return nil
    }

    /// An SMTP reply code of refusal: `550` as a word by itself.
    static func replyCode(_ text: String) -> Int? {
        for word in text.split(whereSeparator: { !$0.isNumber && $0 != "." && !$0.isLetter && $0 != "@" }).prefix(60)
        where word.utf8.count == 3 {
            if let code = Int(word), codes.contains(code) { return code }
        }
        return nil
    }

    private static let codes: Set<Int> = [
        421, 450, 451, 452, 454, 500, 501, 502, 503, 504, 511, 530, 535, 541, 550, 551, 552, 553, 554, 557, 559, 571,
        572,
    ]

    /// The first mail address in a text.
    static func address(_ text: String) -> String? {
        let separators: Set<Character> = [
            "<", ">", "(", ")", "[", "]", ",", ";", "\"", "'", ":", "`", "|", "=", "«", "»",
        ]
        for word in text.split(whereSeparator: { $0.isWhitespace || separators.contains($0) }) where word.contains("@")
        {
            var candidate = word
            while let last = candidate.last, ".!?…*".contains(last) { candidate = candidate.dropLast() }
            let address = MailAddress(address: String(candidate))
            if address.isDeliverable { return address.normalized }
        }
        return nil
    }

    static func kind(status: String?, reason: String?) -> ParsedMail.Bounce.Kind {
        let lower = reason?.lowercased() ?? ""
        if let status {
            // A full mailbox or a rate limit passes, whatever class its server puts it in.
            if status.hasPrefix("4.") || ["5.2.2", "5.3.1", "5.4.5", "5.4.7"].contains(status) { return .soft }
            if softWords.occur(in: lower), !status.hasPrefix("5.1.") { return .soft }
            return .hard
        }
        if hardWords.occur(in: lower) { return .hard }
        if softWords.occur(in: lower) { return .soft }
        if let code = replyCode(lower), code < 500 { return .soft }
        return .hard
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static let servers: Phrases = [
        "mailer-daemon", "mailerdaemon", "mail-daemon", "maildaemon", "postmaster", "mdaemon", "mail delivery",
        "mailer",
        "mmdf", "uucp", "mail-delivery", "bounce", "no-reply-bounce", "mrelay", "mta-", "complaints",
    ]

    static let serverNames: Phrases = [
        "mail delivery", "mailer-daemon", "postmaster", "mail administrator", "mail router", "mail system",
        "email delivery",
        "delivery subsystem", "mail daemon", "メールサーバ", "mailer daemon", "mail server", "message delivery",
    ]

    static let subjects: Phrases = [
        "undeliver", "delivery status notification", "delivery failure", "delivery notification", "failure notice",
        "returned mail", "mail delivery failed", "mail delivery failure", "mail failure", "delivery has failed",
        "delivery failed", "non remis", "non distribu", "unzustellbar", "no se pudo entregar", "failed delivery",
        "message not delivered", "not delivered", "mail could not be delivered", "could not be delivered",
        "nondeliverable",
        "non-deliverable", "warning: message", "mail system error", "mail error", "delivery report", "rejected mail",
        "message status - undeliverable", "user unknown", "there was an error sending your mail",
        "message you sent blocked",
        "delivery delay", "mail rejected", "returned to sender", "mail warning", "delivery problem",
        "permanent delivery",
        "mancata consegna", "недоставлен", "не доставлено", "配信", "投递失败", "退信", "system administrator", "error mail",
        "undelivery", "mail non trasmissibile", "considered unsolicited bulk", "unable to deliver", "notifica",
        "delivery error", "エラー", "returning to sender", "mail failed", "errors from", "complaint about message",
    ]

    static let complaints: Phrases = [
        "could not be delivered", "couldn't be delivered", "cannot be delivered", "was not delivered",
        "not be delivered",
        "wasn't delivered", "unable to deliver", "delivery failed", "delivery to the following", "undeliver",
        "unknown user",
        "user unknown", "fatal errors", "permanent error", "permanent failure", "permanent fatal", "returned to sender",
        "has been rejected", "was rejected", "did not reach", "has not been delivered", "failed delivery",
        "delivery has failed",
        "mail server", "following addresses", "following address", "no such user", "mailbox unavailable",
        "host unknown",
        "non-delivery", "failed recipient", "not delivered", "message was not", "delivery error", "over quota",
        "unrouteable",
        "recipient address rejected", "delayed", "address rejected", "does not exist", "unable to send",
        "mailbox is full",
        "unzustellbar", "nicht zugestellt", "no se pudo entregar", "n'a pas pu être", "配信", "送信できません",
        "failed to deliver",
        "couldn't deliver", "transcript of session", "out of disk", "exceeded storage", "message transfer",
        "message could not",
    ]

    static let hardWords: Phrases = [
        "user unknown", "unknown user", "no such user", "does not exist", "doesn't exist", "mailbox unavailable",
        "mailbox not found", "unrouteable", "host unknown", "address rejected", "invalid recipient", "no mailbox",
        "unknown recipient", "recipient unknown", "not listed in", "account has been disabled", "no such recipient",
        "unknown address", "no such person", "domain not found", "not our customer", "account disabled",
        "unknown local",
    ]

    static let softWords: Phrases = [
        "over quota", "quota exceeded", "mailbox full", "mailbox is full", "exceeded storage", "disk quota",
        "try again later", "temporarily", "greylist", "too many", "rate limit", "timed out", "connection refused",
        "insufficient", "deferred", "retry time", "mailfull", "out of space", "full mailbox", "storage allocation",
        "not enough disk", "resources temporarily",
    ]

    static let delays: Phrases = [
        "delayed", "will keep trying", "still trying", "no action is required", "warning message only",
        "has not been delivered yet", "delivery delay", "will be retried", "warning: message",
    ]

    static let endings: Phrases = [
        "original message", "copy of the message", "copy of your message", "unsent message", "returned message",
        "message follows", "message header", "below this line is a copy", "headers follow", "text of the message",
        "start of message", "originalnachricht", "元のメール", "body of the message", "original mail",
    ]
}
