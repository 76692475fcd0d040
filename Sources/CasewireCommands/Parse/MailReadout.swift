import Mail
import StageProtocol

/// What was read in one mail, as JSON and as lines for a person.
struct MailReadout {
    let file: String
    private let mail: ParsedMail
    /// Whether there was a mail to be read.
    let isReadable: Bool

    init(file: String, bytes: [UInt8]) {
        self.file = file
        do {
            mail = try MailParser.parse(bytes)
            isReadable = true
        } catch {
            var nothing = ParsedMail()
            nothing.problems = [error.message]
            mail = nothing
            isReadable = false
        }
    }

    // MARK: For programs

    var json: JSON {
        [
            "file": .string(file),
            "readable": .bool(isReadable),
            "from": addresses(mail.from),
            "to": addresses(mail.to),
            "cc": addresses(mail.cc),
            "reply_to": addresses(mail.replyTo),
            "sender": mail.sender.map(address) ?? .null,
            "return_path": text(mail.returnPath),
            "subject": .string(mail.subject),
            "date": text(mail.date.map { MailDate(unixSeconds: $0.unixSeconds).rfc3339 }),
            "message_id": text(mail.messageID),
            "in_reply_to": texts(mail.inReplyTo),
            "references": texts(mail.references),
            "text": .string(mail.text),
            "words": .string(mail.words),
            "folded": .string(mail.folded),
            "attachments": .array(mail.attachments.map(attachment)),
            "automatic": text(mail.automatic?.kind.rawValue),
            "automatic_evidence": text(mail.automatic?.evidence),
            "bounce": mail.bounce.map(bounce) ?? .null,
            "authentication": .array(mail.authentication.map(authentication)),
            "problems": texts(mail.problems),
        ]
    }

    private func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
    private func texts(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }
    private func addresses(_ values: [MailAddress]) -> JSON { .array(values.map(address)) }

    private func address(_ value: MailAddress) -> JSON {
        ["name": text(value.name), "address": .string(value.address)]
    }

    private func attachment(_ file: ParsedMail.Attachment) -> JSON {
        [
            "name": text(file.name), "media_type": .string(file.mediaType), "bytes": .int(Int64(file.bytes)),
            "sha256": .string(file.sha256), "inline": .bool(file.inline), "content_id": text(file.contentID),
        ]
    }

    private func authentication(_ account: AuthenticationResults) -> JSON {
        ["server": .string(account.server), "results": .object(account.results.mapValues(JSON.string))]
    }

    private func bounce(_ bounce: ParsedMail.Bounce) -> JSON {
        [
            "recipient": text(bounce.recipient), "kind": .string(bounce.kind.rawValue),
            "delayed": .bool(bounce.isDelay),
            "status": text(bounce.status), "reason": text(bounce.reason),
            "original_message_id": text(bounce.originalMessageID),
        ]
    }

    // MARK: For people

    func lines(width: Int, paint: Paint) -> [String] {
        var lines = [paint.bold(file.printable)]
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            let padding = String(repeating: " ", count: max(1, 13 - name.count))
            lines.append(paint.faint(name) + padding + value.oneLine.shortened(to: max(40, width - 13)))
        }
        add("from", people(mail.from))
        add("to", people(mail.to))
        add("cc", people(mail.cc))
        add("date", mail.date?.rfc3339)
        add("subject", mail.subject)
        add("message id", mail.messageID)
        add("in reply to", mail.inReplyTo.joined(separator: " "))
        add("automatic", mail.automatic.map { "\($0.kind.rawValue), by its \($0.evidence)" })
        add("bounce", mail.bounce.map(told))
        for file in mail.attachments {
            let place = file.inline ? "in the text" : "attached"
            add("file", "\(file.name ?? "without a name"), \(file.mediaType), \(file.bytes) bytes, \(place)")
        }
        for problem in mail.problems { add("odd", problem) }
        lines += mail.words.wrapped(to: max(40, width - 4)).map { $0.isEmpty ? "  │" : "  │ \($0)" }
        let folded = mail.folded.split(separator: "\n").count
        if folded > 0 { lines.append(paint.faint("  │ … \(folded) \(folded == 1 ? "line" : "lines") folded")) }
        return lines
    }

    private func people(_ addresses: [MailAddress]) -> String {
        addresses.map { person in person.name.map { "\($0) <\(person.address)>" } ?? person.address }
            .joined(separator: ", ")
    }

    private func told(_ bounce: ParsedMail.Bounce) -> String {
        let status = bounce.status.map { " \($0)" } ?? ""
        let recipient = bounce.recipient.map { " for \($0)" } ?? ""
        return bounce.kind.rawValue + status + recipient + (bounce.reason.map { ": \($0)" } ?? "")
    }
}
