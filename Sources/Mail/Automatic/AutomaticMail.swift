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
            let isReply = submitted.hasPrefix("auto-replied") || !mail.inReplyTo.isEmpty
            return reply("Auto-Submitted: \(submitted)", else: isReply ? .autoReply : .bulk)
        }
        return byOlderHeaders() ?? byLists() ?? bySender() ?? byWords()
    }

    private func byOlderHeaders() -> ParsedMail.Automatic? {
        for name in AutomaticWords.fields {
            guard let value = headers[name], !["no", "none", "false"].contains(value.lowercased()) else { continue }
            return reply("\(name): \(value.prefix(80))", else: .autoReply)
        }
        if let name = AutomaticWords.challengeFields.first(where: { headers[$0] != nil }) {
            return result(.autoReply, "\(name): a question whether a person wrote")
        }
        if let precedence = headers["precedence"]?.lowercased().trimmed {
            switch precedence {
            case "auto_reply", "auto-reply": return reply("Precedence: \(precedence)", else: .autoReply)
            case "list": return result(.list, "Precedence: list")
            case "bulk", "junk": return reply("Precedence: \(precedence)", else: headers.isList ? .list : .bulk)
            default: break
            }
        }
        if let suppress = headers["x-auto-response-suppress"]?.trimmed, !suppress.isEmpty,
            suppress.lowercased() != "none"
        {
            return reply("X-Auto-Response-Suppress: \(suppress.prefix(80))", else: .autoReply)
        }
        return nil
    }

    private func byLists() -> ParsedMail.Automatic? {
        headers.first(prefix: "list-").map { result(.list, "\($0.name): \($0.decoded.prefix(80))") }
    }

    private func bySender() -> ParsedMail.Automatic? {
        let path = mail.returnPath.map { [MailAddress(address: $0)] } ?? []
        for sender in mail.from + (mail.sender.map { [$0] } ?? []) + path {
            let written = sender.local.lowercased()
            let local = written.filter { $0 != "-" && $0 != "_" && $0 != "." }
            if local.hasPrefix("mailerdaemon") || local == "postmaster" {
                return result(.bounce, "from \(sender.normalized)")
            }
            if AutomaticWords.isListSender(written) { return result(.list, "from \(sender.normalized)") }
            if AutomaticWords.noReply.contains(where: { local.hasPrefix($0) || local.hasSuffix($0) }) {
                return reply("from \(sender.normalized)", else: .bulk)
            }
        }
        return mail.returnPath == "" ? reply("a null return path", else: .autoReply) : nil
    }

    /// Words alone are weak: they count where a subject begins as only machines write.
    private func byWords() -> ParsedMail.Automatic? {
        var subject = Substring(mail.subject)
        while let first = subject.first, "[(*<".contains(first) { subject.removeFirst() }
        if let phrase = AutomaticWords.subjects.beginning(of: subject) {
            return reply("subject: \(phrase)", else: .outOfOffice)
        }
        let beginning = mail.text.prefix(600)
        if AutomaticWords.receiptSubjects.begin(subject), AutomaticWords.receipts.occur(in: beginning) {
            return result(.receipt, "subject and words of a read receipt")
        }
        if AutomaticWords.challenges.occur(in: subject) {
            return result(.autoReply, "subject: a question whether a person wrote")
        }
        return nil
    }

    /// An answer of a machine: out of office where it speaks of absence.
    private func reply(_ evidence: String, else kind: ParsedMail.Automatic.Kind) -> ParsedMail.Automatic {
        let isAbsence =
            AutomaticWords.subjects.occur(in: mail.subject) && !mail.subject.lowercased().contains("receipt")
            || AutomaticWords.absences.occur(in: mail.subject)
            || AutomaticWords.absences.occur(in: mail.words.prefix(600))
        return result(isAbsence && kind != .list ? .outOfOffice : kind, evidence)
    }

    private func result(_ kind: ParsedMail.Automatic.Kind, _ evidence: String) -> ParsedMail.Automatic {
        ParsedMail.Automatic(kind: kind, evidence: String(evidence.prefix(200)))
    }
}
