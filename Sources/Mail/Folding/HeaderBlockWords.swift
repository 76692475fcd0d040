/// Names of the fields that Outlook and others print above a quoted mail.
enum HeaderBlockWords {
    enum Role { case from, sent, to, cc, subject, other }

    /// What field the line is, or nil if it is none. Emphasis marks around the name do not matter.
    static func role(_ line: String) -> Role? {
        guard let colon = line.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let name = line[..<colon].filter { !"*_>|".contains($0) }.trimmed.lowercased()
        guard !name.isEmpty else { return nil }
        return roles[name]
    }

    private static let roles: [String: Role] = {
        var table: [String: Role] = [:]
        for (role, names) in names {
            for name in names.split(separator: ",") { table[name.trimmed] = role }
        }
        return table
    }()

    private static let names: [(Role, String)] = [
        (
            .from,
            """
            from, von, de, da, van, från, fra, lähettäjä, od, от, від, kimden, gönderen, 发件人, 寄件者, 差出人, 보낸 사람, από, \
            feladó, expéditeur, remitente, mittente, afzender, absender, nadawca, pengirim, מאת, من, od koho, saatja, nuo, no
            """
        ),
        (
            .sent,
            """
            sent, date, gesendet, datum, envoyé, envoyé le, enviado, enviado el, enviada em, fecha, data, inviato, verzonden, \
            skickat, sendt, dato, lähetetty, päivämäärä, wysłano, wyslano, odesláno, odoslané, отправлено, дата, надіслано, \
            gönderildi, tarih, 发送时间, 日期, 時間, 寄件日期, 送信日時, 日付, 보낸 날짜, 날짜, στάλθηκε, ημερομηνία, elküldve, dátum, \
            trimis, תאריך, נשלח, التاريخ, when
            """
        ),
        (
            .to,
            """
            to, an, à, a, para, aan, till, til, vastaanottaja, do, komu, кому, kime, alıcı, 收件人, 收件者, 宛先, 받는 사람, προς, \
            címzett, către, destinataire, destinatario, para:, אל, إلى, untuk, kam
            """
        ),
        (.cc, "cc, kopie, copie, copia, kopia, kopi, kopio, dw, копия, копія, bilgi, 抄送, 副本, 참조, κοιν, másolatot kap"),
        (
            .subject,
            """
            subject, betreff, objet, asunto, assunto, oggetto, onderwerp, ämne, emne, aihe, temat, předmět, predmet, тема, \
            konu, 主题, 主旨, 件名, 제목, θέμα, tárgy, subiect, נושא, الموضوع, perihal, re, betr
            """
        ),
        (
            .other,
            """
            reply-to, antwort an, répondre à, responder a, rispondi a, rispondere a, risposta, importance, wichtigkeit, \
            priority, priorität, attachments, anlagen, pièces jointes, bcc, organization, organisation, newsgroups, message-id
            """
        ),
    ]
}

/// "Original Message" and "Forwarded message" between dashes.
enum OriginalMarks {
    static func isMark(_ line: String) -> Bool {
        guard line.utf8.count <= 120, line.utf8.count >= 10 else { return false }
        let inner = line.drop { "-*_=># ".contains($0) }
        let dashes = line.distance(from: line.startIndex, to: inner.startIndex)
        var core = inner
        while let last = core.last, "-*_=<># :：".contains(last) { core = core.dropLast() }
        let words = core.lowercased()
        if announcements.contains(words) { return true }
        guard dashes >= 2, core.count <= 60 else { return false }
        if phrases.contains(where: { words.hasPrefix($0) }) { return true }
        // Between dashes on both sides a word for "message" or "original" is enough.
        let isFramed = dashes >= 4 && line.hasSuffix("----")
        return isFramed && core.count <= 40 && stems.contains { words.contains($0) }
    }

    private static let stems: [String] = [
        "original", "forwarded", "message", "mail", "nachricht", "weitergeleitet", "ursprünglich", "mensaje",
        "mensagem",
        "messaggio", "bericht", "meddel", "melding", "viesti", "wiadomo", "zpráva", "zpráv", "správa", "poruka",
        "poruk", "sporočilo", "üzenet", "mesaj", "ileti", "mesaj", "сообщени", "письмо", "повідомлення", "съобщение",
        "порука", "μήνυμα", "הודעה", "رسالة", "邮件", "郵件", "メッセージ", "メール", "메시지", "pesan", "thư", "ข้อความ",
        "ziņojum", "laiškas", "sõnum",
    ]

    private static let announcements: Set<String> = [
        "begin forwarded message", "anfang der weitergeleiteten nachricht", "début du message transféré",
        "début du message réexpédié", "inicio del mensaje reenviado", "inizio messaggio inoltrato",
        "início da mensagem encaminhada", "begin doorgestuurd bericht", "vidarebefordrat brev",
    ]

    private static let phrases: [String] = [
        "original message", "original-nachricht", "originalnachricht", "ursprüngliche nachricht", "ursprüngliche mail",
        "original appointment", "message d'origine", "message d’origine", "message original", "message transféré",
        "mensaje original", "mensaje reenviado", "mensagem original", "mensagem encaminhada", "messaggio originale",
        "messaggio inoltrato", "messaggio da inoltrare", "oorspronkelijk bericht", "originele bericht",
        "doorgestuurd bericht", "ursprungligt meddelande", "originalmeddelande", "original meddelelse",
        "oprindelig meddelelse", "opprinnelig melding", "alkuperäinen viesti", "wiadomość oryginalna",
        "oryginalna wiadomość", "wiadomość przekazana", "původní zpráva", "původní e-mail", "pôvodná správa",
        "исходное сообщение", "пересылаемое сообщение", "пересланное сообщение", "вихідне повідомлення",
        "orijinal mesaj", "özgün ileti", "原始邮件", "原始郵件", "转发邮件", "元のメッセージ", "원본 메시지", "eredeti üzenet",
        "mesaj original", "forwarded message", "forwarded by", "weitergeleitete nachricht", "weitergeleitet von",
        "reply message", "reply above this line", "αρχικό μήνυμα", "הודעה מקורית",
    ]
}
