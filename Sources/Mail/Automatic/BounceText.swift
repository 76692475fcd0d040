/// A bounce told in words.
struct BounceText {
    let mail: ParsedMail
    let headers: MailHeaders
    let harvest: PartHarvest
    /// The server's words: they end where it prints the message that it sends back.
    private let lines: [String]

    init(mail: ParsedMail, headers: MailHeaders, harvest: PartHarvest) {
        self.mail = mail
        self.headers = headers
        self.harvest = harvest
        var lines: [String] = []
        for line in mail.text.split(separator: "\n").prefix(300) {
            let bare = line.trimmed
            if !lines.isEmpty, bare.utf8.count < 100, BounceWords.endings.occur(in: bare) { break }
            if !bare.isEmpty { lines.append(String(bare.prefix(600))) }
        }
        self.lines = lines
    }

    func read() -> ParsedMail.Bounce? {
        guard isFromServer, let complaint = complaintLine ?? (subjectTells ? mail.subject : nil) else { return nil }
        let status = lines.lazy.compactMap(BounceWords.status).first
        let isDelay =
            BounceWords.delays.occur(in: mail.subject) || lines.prefix(12).contains { BounceWords.delays.occur(in: $0) }
        let kind = BounceWords.kind(status: status, reason: lines.prefix(60).joined(separator: " "))
        let reader = BounceReader(mail: mail, headers: headers, harvest: harvest)
        return ParsedMail.Bounce(
            recipient: recipient, kind: isDelay && kind != .hard ? .delayed : kind, status: status,
            reason: String((reason ?? complaint).prefix(500)), originalMessageID: reader.originalMessageID)
    }

    /// Whether a mail server writes, not a person who talks about one.
    private var isFromServer: Bool {
        if mail.returnPath == "" || headers["x-failed-recipients"] != nil { return true }
        // A From that names nobody, as in `MAILER-DAEMON <>`, still has its words.
        if mail.from.isEmpty, headers["from"].map({ BounceWords.servers.begin($0) }) ?? false { return true }
        let senders = mail.from + (mail.sender.map { [$0] } ?? [])
        return senders.contains { sender in
            BounceWords.servers.begin(sender.local) || BounceWords.serverNames.occur(in: sender.name ?? "")
        } || (mail.returnPath.map { $0.lowercased().hasPrefix("mailer-daemon") } ?? false)
    }

    private var subjectTells: Bool {
        BounceWords.subjects.occur(in: mail.subject)
    }

    private var complaintLine: String? {
        lines.first { BounceWords.complaints.occur(in: $0) }
    }

    /// The line with a reply code, a status or words of refusal, and the one it goes on in.
    var reason: String? {
        let coded = lines.firstIndex { BounceWords.status($0) != nil || BounceWords.replyCode($0) != nil }
        let told = lines.firstIndex { BounceWords.hardWords.occur(in: $0) }
        guard let index = coded ?? told else { return complaintLine }
        var reason = lines[index]
        if index + 1 < lines.count, reason.utf8.count < 200, !reason.hasSuffix(".") { reason += " " + lines[index + 1] }
        return reason
    }

    /// Whom the message was for: named by a header, by the server's words, or by the message that came back.
    var recipient: String? {
        if let failed = headers["x-failed-recipients"].flatMap(BounceWords.address) { return failed }
        let own = Set((mail.to + mail.cc + mail.from).map(\.comparable))
        for line in lines.prefix(80) {
            guard let address = BounceWords.address(line), !own.contains(MailAddress(address: address).comparable),
                !BounceWords.servers.begin(address)
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
