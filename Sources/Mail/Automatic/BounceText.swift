/// A bounce told in words.
struct BounceText {
    let mail: ParsedMail
    let headers: MailHeaders
    let harvest: PartHarvest

    func read() -> ParsedMail.Bounce? {
        guard isFromServer, let complaint = complaintLine ?? (subjectTells ? mail.subject : nil) else { return nil }
        let lines = text
        let status = lines.lazy.compactMap(BounceWords.status).first
        let isDelay = BounceWords.delays.contains { phrase in
            mail.subject.lowercased().contains(phrase) || lines.prefix(12).contains { $0.lowercased().contains(phrase) }
        }
        let kind = BounceWords.kind(status: status, reason: lines.prefix(60).joined(separator: " "))
        let reader = BounceReader(mail: mail, headers: headers, harvest: harvest)
        return ParsedMail.Bounce(
            recipient: recipient, kind: isDelay && kind != .hard ? .delayed : kind, status: status,
            reason: String((reason ?? complaint).prefix(500)), originalMessageID: reader.originalMessageID)
    }

    /// Whether a mail server writes, not a person who talks about one.
    private var isFromServer: Bool {
        if mail.returnPath == "" || headers["x-failed-recipients"] != nil { return true }
        let senders = mail.from + (mail.sender.map { [$0] } ?? [])
        return senders.contains { sender in
            let local = sender.local.lowercased()
            let name = sender.name?.lowercased() ?? ""
            return BounceWords.servers.contains { local.hasPrefix($0) }
                || BounceWords.serverNames.contains { name.contains($0) }
        } || (mail.returnPath?.lowercased().hasPrefix("mailer-daemon") ?? false)
    }

    private var subjectTells: Bool {
        let subject = mail.subject.lowercased()
        return BounceWords.subjects.contains { subject.contains($0) }
    }

    /// The server's words end where it prints the message that it sends back.
    private var text: [String] {
        var lines: [String] = []
        for line in mail.text.split(separator: "\n").prefix(300) {
            let bare = line.trimmed
            let lower = bare.lowercased()
            if !lines.isEmpty, BounceWords.endings.contains(where: { lower.contains($0) }), bare.utf8.count < 100 {
                break
            }
            if !bare.isEmpty { lines.append(String(bare.prefix(600))) }
        }
        return lines
    }

    private var complaintLine: String? {
        text.first { line in
            let lower = line.lowercased()
            return BounceWords.complaints.contains { lower.contains($0) }
        }
    }

    /// The line with a reply code, a status or words of refusal, and the one it goes on in.
    var reason: String? {
        let lines = text
        let coded = lines.firstIndex { BounceWords.status($0) != nil || BounceWords.replyCode($0) != nil }
        let told = lines.firstIndex { line in BounceWords.hardWords.contains { line.lowercased().contains($0) } }
        guard let index = coded ?? told else { return complaintLine }
        var reason = lines[index]
        if index + 1 < lines.count, reason.utf8.count < 200, !reason.hasSuffix(".") { reason += " " + lines[index + 1] }
        return reason
    }

    /// Whom the message was for: named by a header, by the server's words, or by the message that came back.
    var recipient: String? {
        if let failed = headers["x-failed-recipients"].flatMap(BounceWords.address) { return failed }
        let own = Set((mail.to + mail.cc + mail.from).map(\.comparable))
        for line in text.prefix(80) {
            guard let address = BounceWords.address(line), !own.contains(MailAddress(address: address).comparable),
                !BounceWords.servers.contains(where: { address.lowercased().hasPrefix($0) })
            else { continue }
            return address
        }
        for returned in harvest.returned {
            for block in FieldBlock.blocks(returned, limit: 2) {
                if let address = block["to"].flatMap(BounceWords.address) { return address }
            }
        }
        for line in mail.text.split(separator: "\n").prefix(400) where line.lowercased().hasPrefix("to:") {
            if let address = BounceWords.address(String(line)) { return address }
        }
        return nil
    }
}
