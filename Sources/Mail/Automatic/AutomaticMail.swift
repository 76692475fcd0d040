/// Tells mail of machines from mail of people (RFC 3834, and the headers that came before it).
struct AutomaticMail {
    let mail: ParsedMail
    let headers: MailHeaders
    let harvest: PartHarvest

    /// Whether a server says that a message arrived.
    let isDelivered: Bool

    func judge() -> ParsedMail.Automatic? {
        if let bounce = mail.bounce {
            let evidence = bounce.status.map { "delivery status \($0)" } ?? bounce.reason ?? mail.subject
            return result(.bounce, evidence)
        }
        if isDelivered { return result(.receipt, "a report of delivery") }
        if harvest.isReadReceipt { return result(.receipt, "message/disposition-notification") }
        if harvest.isCalendarReply { return result(.calendar, "text/calendar with a reply") }
        let submitted = headers["auto-submitted"].map { value in
            value.prefix { $0 != ";" && $0 != "(" }.trimmed.lowercased()
        }
        // The sender's own word that a person is behind it outweighs every other sign.
        if submitted == "no" { return nil }
        if let submitted, !submitted.isEmpty {
            if isOutOfOffice { return result(.outOfOffice, "Auto-Submitted: \(submitted)") }
            let isReply = submitted.hasPrefix("auto-replied") || !mail.inReplyTo.isEmpty
            return result(isReply ? .autoReply : .bulk, "Auto-Submitted: \(submitted)")
        }
        return byOlderHeaders() ?? bySender() ?? bySubject()
    }

    private func byOlderHeaders() -> ParsedMail.Automatic? {
        if let field = replyHeaders.lazy.compactMap({ name in headers.all(name).first }).first,
            field.decoded.lowercased() != "no", field.decoded.lowercased() != "none"
        {
            return result(isOutOfOffice ? .outOfOffice : .autoReply, "\(field.name): \(field.decoded.prefix(80))")
        }
        if let precedence = headers["precedence"]?.lowercased().trimmed {
            switch precedence {
            case "auto_reply": return result(isOutOfOffice ? .outOfOffice : .autoReply, "Precedence: auto_reply")
            case "list": return result(.list, "Precedence: list")
            case "bulk", "junk": return result(isOutOfOffice ? .outOfOffice : .bulk, "Precedence: \(precedence)")
            default: break
            }
        }
        if let suppress = headers["x-auto-response-suppress"], suppress.lowercased().trimmed != "none",
            !suppress.isEmpty
        {
            return result(isOutOfOffice ? .outOfOffice : .autoReply, "X-Auto-Response-Suppress: \(suppress)")
        }
        if let list = headers.first(prefix: "list-") {
            return result(.list, "\(list.name): \(list.decoded.prefix(80))")
        }
        return nil
    }

    private func bySender() -> ParsedMail.Automatic? {
        let senders = mail.from + (mail.sender.map { [$0] } ?? [])
        for sender in senders {
            let local = sender.local.lowercased().filter { $0 != "-" && $0 != "_" && $0 != "." }
            if local.hasPrefix("mailerdaemon") || local == "postmaster" {
                return result(.bounce, "from \(sender.normalized)")
            }
            if noReply.contains(where: { local.hasPrefix($0) || local.hasSuffix($0) }) {
                return result(isOutOfOffice ? .outOfOffice : .bulk, "from \(sender.normalized)")
            }
        }
        guard mail.returnPath == "" else { return nil }
        return result(isOutOfOffice ? .outOfOffice : .autoReply, "a null return path")
    }

    private func bySubject() -> ParsedMail.Automatic? {
        // Words in a subject alone are weak: they count only where it begins with them, as the machines write.
        guard let phrase = Self.outOfOffice.beginning(of: mail.subject) else { return nil }
        return result(.outOfOffice, "subject: \(phrase)")
    }

    private var isOutOfOffice: Bool {
        Self.outOfOffice.occur(in: mail.subject) || Self.absences.occur(in: mail.text.prefix(600))
    }

    private func result(_ kind: ParsedMail.Automatic.Kind, _ evidence: String) -> ParsedMail.Automatic {
        ParsedMail.Automatic(kind: kind, evidence: String(evidence.prefix(200)))
    }

    private let replyHeaders = [
        "x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply-from", "x-mail-autoreply", "x-vacation",
        "x-ms-exchange-inbox-rules-loop",
    ]

    private let noReply = ["noreply", "donotreply", "nichtantworten", "neparepondre", "noresponder"]

    private static let outOfOffice: Phrases = [
        "out of office", "out-of-office", "automatic reply", "auto reply", "autoreply", "auto-reply", "auto response",
        "autoresponse", "auto:", "away from", "on vacation", "vacation", "abwesenheit", "automatische antwort",
        "abwesend",
        "réponse automatique", "absence du bureau", "absent", "respuesta automática", "fuera de la oficina",
        "resposta automática", "fora do escritório", "risposta automatica", "fuori ufficio", "automatisch antwoord",
        "afwezig", "autosvar", "automatiskt svar", "automatisk svar", "fraværende", "frånvarande", "poissa",
        "automaattinen vastaus", "odpowiedź automatyczna", "autoodpowiedź", "automatická odpověď", "mimo kancelář",
        "автоматический ответ", "автоответ", "автоматична відповідь", "otomatik yanıt", "自动答复", "自动回复", "自動回覆",
        "自動応答", "不在", "자동 회신", "부재중", "αυτόματη απάντηση", "תשובה אוטומטית", "رد تلقائي", "i am out of", "i'm out of",
    ]

    private static let absences: Phrases = [
        "i am currently out of", "i'm currently out of", "i am out of the office", "i'm out of the office",
        "i will be out of the office", "i am on vacation", "i am on leave", "on annual leave", "on parental leave",
        "limited access to", "i am away", "i'm away", "will be back on", "i am currently away", "bin ich nicht im büro",
        "ich bin derzeit nicht", "ich bin bis", "nicht im haus", "je suis absent", "actuellement absent",
        "estoy fuera de",
        "estaré fuera", "sono fuori", "sarò assente", "ben ik afwezig", "休暇", "不在",
    ]
}
