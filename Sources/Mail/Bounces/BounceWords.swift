/// Codes and phrases of mail servers.
enum BounceWords {
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

    /// Whether the line is about a recipient that it names first: `<a@b>: …`, `"a@b":`, `a@b: …`.
    static func beginsWithAddress(_ line: String) -> Bool {
        let head = line.drop { "<\"'* ".contains($0) }.prefix { !$0.isWhitespace }
        return head.contains("@") && address(String(head)) != nil
    }

    static let servers: Phrases = [
        "mailer-daemon", "mailerdaemon", "mail-daemon", "maildaemon", "postmaster", "mdaemon", "mail delivery",
        "mailer",
        "mmdf", "uucp", "mail-delivery", "bounce", "no-reply-bounce", "mrelay", "mta-", "complaints", "mailsystem",
        "mail-system", "mailerd", "poostmaster", "maildelivery", "delivery-failure", "majordomo", "listmaster",
    ]

    /// Senders that no person writes as.
    static let daemons: Phrases = ["mailer-daemon", "mailerdaemon", "mail-daemon", "maildaemon", "mmdf", "mailer"]

    /// Senders of which only a subject tells that it is a bounce.
    static let robots: Phrases = [
        "no-reply", "noreply", "do-not-reply", "donotreply", "staff", "abuse", "autoresponder",
    ]

    /// Fields that only a delivery report has.
    static let reportFields: Phrases = ["final-recipient:", "original-recipient:"]

    static let codeFields: Phrases = [
        "status:", "action:", "final-recipient:", "original-recipient:", "last-attempt-date:", "reporting-mta:",
        "remote-mta:", "arrival-date:", "subject:", "message-id:", "date:", "received:",
    ]

    static let complaintSubjects: Phrases = [
        "complaint about message", "abuse report", "spam complaint", "fw: complaint",
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
        "mancata consegna", "недоставлен", "не доставлено", "не может быть доставлено", "配信", "投递失败", "退信",
        "system administrator", "error mail", "undelivery", "mail non trasmissibile", "considered unsolicited bulk",
        "unable to deliver", "notifica di", "could not send message", "message could not be delivered", "[bounce]",
        "returned message", "message returned", "bounced mail", "bounced message", "mail not delivered",
        "email not delivered", "failed to deliver", "failure delivery", "couldn't be delivered", "wasn't delivered",
        "problem delivering", "error delivering", "delivery incomplete", "delayed mail", "message delayed",
        "nicht zugestellt", "zustellung fehlgeschlagen", "zustellungsfehler", "fehlgeschlagene zustellung",
        "échec de la remise", "échec de remise", "échec d'envoi", "message non délivré", "courrier non délivré",
        "no entregado", "error de entrega", "fallo en la entrega", "fallo de entrega", "devuelto", "não entregue",
        "falha na entrega", "mislukte bezorging", "onbestelbaar", "niet bezorgd", "olevererbar", "kunde inte levereras",
        "kunne ikke leveres", "kan ikke leveres", "toimitus epäonnistui", "niedostarczon", "nie dostarczono",
        "nedoručiteľn", "nedoručiteln", "kézbesíthetetlen", "teslim edilemedi", "不達", "送信失敗", "送信できません",
        "傳送失敗", "无法投递", "傳遞失敗", "반송", "전송 실패", "配送不能",
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
        "failed to deliver", "konnte nicht", "kunde inte levereras", "не может быть доставлен", "не удалось доставить",
        "non è stato possibile", "não pôde ser entregue", "kon niet worden", "无法", "반송",
        "couldn't deliver", "transcript of session", "out of disk", "exceeded storage", "message transfer",
        "message could not",
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
