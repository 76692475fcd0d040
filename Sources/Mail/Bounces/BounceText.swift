/// A bounce told in words.
struct BounceText {
    let mail: ParsedMail
    let headers: MailHeaders
    let harvest: PartHarvest
    /// The server's words: they end where it prints the message that it sends back.
    private let lines: [String]
    /// What tells most of why: words with a status, else with a reply code, else words that name a cause; those that
    /// follow the recipient's address before others.
    let reason: String?

    init(mail: ParsedMail, headers: MailHeaders, harvest: PartHarvest) {
        self.mail = mail
        self.headers = headers
        self.harvest = harvest
        var lines: [String] = []
        for line in mail.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(400) {
            let bare = line.trimmed
            let isEnd = bare.utf8.count < 100 && BounceWords.endings.occur(in: bare)
            if isEnd, !bare.contains("was received"), lines.contains(where: { !$0.isEmpty }) { break }
            lines.append(String(bare.prefix(600)))
        }
        self.lines = lines
        reason = Self.reason(in: lines)
    }

    func read(original: String?) -> ParsedMail.Bounce? {
        guard let complaint = complaint ?? (subjectTells ? mail.subject : nil) else { return nil }
        // A person answers for some servers, and machines on leave write without a sender too: those must say more.
        guard subjectTells || isDaemon || lines.contains(where: { Self.telling($0) > 0 }) else { return nil }
        let status = self.status
        let beginning = lines.prefix(20)
        let isDelay =
            BounceWords.delays.occur(in: mail.subject) || beginning.contains { BounceWords.delays.occur(in: $0) }
        let diagnosis = reason ?? beginning.joined(separator: " ")
        let kind = BounceKinds.kind(status: status, diagnosis: diagnosis, isDelay: isDelay)
        return ParsedMail.Bounce(
            recipient: recipient, kind: kind, isDelay: isDelay, status: status,
            reason: String((reason ?? complaint).prefix(500)), originalMessageID: original)
    }

    private var isDaemon: Bool {
        let senders = mail.from + (mail.sender.map { [$0] } ?? [])
        return headers["x-failed-recipients"] != nil || senders.contains { BounceWords.daemons.begin($0.local) }
    }

    private var subjectTells: Bool { BounceWords.subjects.occur(in: mail.subject) }

    /// The line that says that something did not arrive.
    var complaint: String? { lines.first { BounceWords.complaints.occur(in: $0) } }

    /// The status that the server names, first where it says why.
    var status: String? { reason.flatMap(StatusCodes.status) ?? lines.lazy.compactMap(StatusCodes.status).first }

    private static func reason(in lines: [String]) -> String? {
        let start = lines.firstIndex { line in line.contains("@") && BounceWords.address(line) != nil } ?? 0
        var best: (index: Int, score: Int)?
        for index in lines.indices where !lines[index].isEmpty {
            let score = telling(lines[index]) * 2 + (index >= start ? 1 : 0)
            if score > 1, score > best?.score ?? 0 { best = (index, score) }
        }
        return best.map { paragraph(lines, from: $0.index) }
    }

    private static func telling(_ line: String) -> Int {
        // The fields of a report that was printed into the text are no words.
        if BounceWords.codeFields.begin(line) { return 0 }
        if StatusCodes.status(line) != nil { return 3 }
        if StatusCodes.reply(line) != nil { return 2 }
        return BounceKinds.tells(line) ? 1 : 0
    }

    /// The line with those it goes on in: to a blank line, or to the next recipient.
    private static func paragraph(_ lines: [String], from start: Int) -> String {
        var text = lines[start]
        for line in lines[(start + 1)...].prefix(8) {
            let beginsAnother = line.prefix(80).contains("@") && BounceWords.beginsWithAddress(line)
            guard !line.isEmpty, !line.contains("-----"), text.utf8.count < 500, !beginsAnother else { break }
            text += " " + line
        }
        return text
    }

    /// Whom the message was for: named by a header, by the server's words, or by the message that came back.
    var recipient: String? {
        if let failed = headers["x-failed-recipients"].flatMap(BounceWords.address) { return failed }
        let own = Set((mail.to + mail.cc + mail.from).map(\.comparable))
        let named = lines.prefix(100).compactMap(BounceWords.address)
        let strangers = named.filter { !own.contains(MailAddress(address: $0).comparable) }
        if let address = strangers.first(where: { !BounceWords.servers.begin($0) }) { return address }
        for returned in harvest.returned {
            for block in FieldBlock.blocks(returned, limit: 2) {
                if let address = block["to"].flatMap(BounceWords.address) { return address }
            }
        }
        for line in mail.text.split(separator: "\n").prefix(400) where line.lowercased().hasPrefix("to:") {
            if let address = BounceWords.address(String(line)) { return address }
        }
        return strangers.first ?? named.first
    }
}
