import Crypto

/// Walks through the parts of a mail and keeps its limits.
struct PartWalker {
    private let limits: MailLimits
    private var opened = 0
    private(set) var problems: [String] = []

    init(limits: MailLimits) {
        self.limits = limits
    }

    mutating func walk(_ root: MimePart) -> PartHarvest {
        visit(root, depth: 0, inRelated: false, isAfterText: false)
    }

    private mutating func visit(_ part: MimePart, depth: Int, inRelated: Bool, isAfterText: Bool) -> PartHarvest {
        opened += 1
        switch part.kind {
        case .multipart:
            guard depth < limits.depth, opened < limits.parts else { return closed(part) }
            return part.mediaType == "multipart/alternative"
                ? alternative(part, depth: depth) : sequence(part, depth: depth, isAfterText: isAfterText)
        case .message:
            return returnedMessage(part)
        case .leaf:
            return leaf(part, depth: depth, inRelated: inRelated, isAfterText: isAfterText)
        }
    }

    private mutating func sequence(_ part: MimePart, depth: Int, isAfterText: Bool) -> PartHarvest {
        var harvest = PartHarvest()
        let isRelated = part.mediaType == "multipart/related"
        if part.mediaType == "multipart/encrypted" {
            note("The mail is encrypted; its content is attached as it came.")
        }
        for index in 0..<part.childCount {
            guard let child = part.child(index) else { continue }
            guard opened < limits.parts else {
                harvest.append(closed(part))
                break
            }
            let hasText = isAfterText || !harvest.pieces.isEmpty
            harvest.append(visit(child, depth: depth + 1, inRelated: isRelated, isAfterText: hasText))
        }
        if isRelated { harvest.placeImages() }
        if part.childCount == 0, let prologue = part.prologue, !prologue.trimmed.isEmpty {
            note("The mail says that it has parts, but none was found; all of its text is shown.")
            harvest.pieces.append(PlainText.lines(Array(prologue.utf8), isFlowed: false, deletesSpace: false))
        }
        return harvest
    }

    /// The same text several times over: plain if it tells as much, else HTML.
    private mutating func alternative(_ part: MimePart, depth: Int) -> PartHarvest {
        var harvest = PartHarvest()
        var plain: PartHarvest?
        var rich: PartHarvest?
        for index in 0..<part.childCount {
            guard opened < limits.parts, let child = part.child(index) else { break }
            let found = visit(child, depth: depth + 1, inRelated: false, isAfterText: false)
            harvest.appendExceptText(found)
            guard found.textLength > 0 else { continue }
            if found.isHTML {
                rich = rich ?? found
            } else {
                plain = plain ?? found
            }
        }
        let plainLength = plain?.textLength ?? 0
        let richLength = rich?.textLength ?? 0
        // "Your mail program shows no HTML" is not what the sender wanted to say.
        let isPlaceholder = plainLength * 8 < richLength && plainLength < 400
        let chosen = isPlaceholder ? rich : plain ?? rich
        harvest.pieces = chosen?.pieces ?? []
        harvest.isHTML = chosen?.isHTML ?? false
        if part.childCount == 0 { return sequence(part, depth: depth, isAfterText: false) }
        return harvest
    }

    private mutating func returnedMessage(_ part: MimePart) -> PartHarvest {
        var harvest = PartHarvest()
        let content = part.written()
        harvest.returned.append(Array(content.prefix(64 * 1_024)))
        harvest.attachments.append(
            attachment(content, of: part, name: part.name ?? "message.eml", isInline: false))
        return harvest
    }

    /// A part beyond the limits, kept whole.
    private mutating func closed(_ part: MimePart) -> PartHarvest {
        note("The mail has more parts, or deeper ones, than are opened; the rest is attached as it came.")
        opened = max(opened, limits.parts)
        var harvest = PartHarvest()
        harvest.attachments.append(attachment(part.written(), of: part, name: "parts.eml", isInline: false))
        return harvest
    }

    private mutating func leaf(_ part: MimePart, depth: Int, inRelated: Bool, isAfterText: Bool) -> PartHarvest {
        var harvest = PartHarvest()
        let type = part.mediaType
        let content = part.content()
        let isAttached = part.disposition == "attachment" || part.name != nil && isAfterText
        if !isAttached, let lines = text(content, type: type, part: part) {
            harvest.isHTML = type == "text/html"
            takeOutFiles(of: lines, type, into: &harvest)
            return harvest
        }
        switch type {
        case "message/delivery-status", "message/global-delivery-status": harvest.deliveryReports.append(content)
        case "message/feedback-report": harvest.feedbackReports.append(content)
        case "message/disposition-notification", "message/global-disposition-notification":
            harvest.isReadReceipt = true
        case "text/rfc822-headers", "text/rfc822-header", "message/global-headers", "message/rfc822":
            harvest.returned.append(Array(content.prefix(64 * 1_024)))
        case "text/calendar":
            let method = part.parameter("method")?.lowercased() ?? CalendarText.method(content)
            harvest.isCalendarReply = ["reply", "counter", "declinecounter"].contains(method)
            harvest.stands.append(CalendarText.lines(content))
        case "application/pkcs7-mime", "application/x-pkcs7-mime":
            harvest.append(signed(content, depth: depth))
        default: break
        }
        let isWinMail = type.hasSuffix("/ms-tnef") || type.hasSuffix("/vnd.ms-tnef") || part.name == "winmail.dat"
        if isWinMail, let unwrapped = unwrap(content) {
            harvest.append(unwrapped)
            return harvest
        }
        let isInline = part.disposition != "attachment" && (inRelated || part.disposition == "inline")
        if content.isEmpty, part.name == nil, type.hasPrefix("text/") { return harvest }
        harvest.attachments.append(attachment(content, of: part, name: part.name, isInline: isInline))
        return harvest
    }

    /// Readable lines, or nil for what is no text to be read.
    private mutating func text(_ content: [UInt8], type: String, part: MimePart) -> [MailLine]? {
        guard
            ["text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown", "text/x-markdown"]
                .contains(type)
        else { return nil }
        if content.count > limits.textPartBytes {
            note("A text part of \(content.count) bytes was read only to byte \(limits.textPartBytes).")
        }
        let bytes = Array(content.prefix(limits.textPartBytes))
        let declared = part.parameter("charset") ?? (type == "text/html" ? HTMLCharset.declared(in: bytes) : nil)
        let decoded = Charset.decode(bytes, declared: declared)
        if let problem = decoded.problem { note(problem) }
        switch type {
        case "text/html": return HTMLText.lines(decoded.text, limit: limits.textLength)
        case "text/enriched", "text/richtext": return PlainText.enriched(decoded.text)
        default:
            let isFlowed = part.parameter("format")?.lowercased() == "flowed"
            let deletesSpace = part.parameter("delsp")?.lowercased() == "yes"
            return PlainText.lines(decoded.text, isFlowed: isFlowed, deletesSpace: deletesSpace)
        }
    }

    // MARK: What is wrapped in a part

    private mutating func takeOutFiles(of lines: [MailLine], _ type: String, into harvest: inout PartHarvest) {
        guard type == "text/plain" else {
            harvest.pieces.append(lines)
            return
        }
        let text = Uuencoded(lines)
        harvest.pieces.append(ClearSigned.marked(text.lines))
        for file in text.files.prefix(max(0, limits.parts - opened)) {
            opened += 1
            harvest.attachments.append(
                attachment(file.content, mediaType: "application/octet-stream", name: file.name, isInline: false))
        }
    }

    /// The part inside of an S/MIME signature.
    private mutating func signed(_ content: [UInt8], depth: Int) -> PartHarvest {
        guard depth < limits.depth, opened < limits.parts, let inner = SignedData.content(of: content),
            let entity = MimeMessage(inner),
            let harvest = entity.withRoot({ visit($0, depth: depth + 1, inRelated: false, isAfterText: false) })
        else {
            note(
                "The mail is encrypted by S/MIME, or signed in a way that cannot be opened; it is attached as it came.")
            return PartHarvest()
        }
        note("The mail is signed by S/MIME; the signature was not checked.")
        return harvest
    }

    /// What is in Outlook's wrapping; nil where it is best kept as it came.
    private mutating func unwrap(_ content: [UInt8]) -> PartHarvest? {
        guard let wrapped = WinMail(content, textLimit: limits.textPartBytes) else {
            note("Outlook wrapped what it sent into a winmail.dat that cannot be opened; it is attached as it came.")
            return nil
        }
        var harvest = PartHarvest()
        let decoded = Charset.decode(Array(wrapped.text.prefix(limits.textPartBytes)), declared: wrapped.charset).text
        harvest.stands.append(
            wrapped.isHTML
                ? HTMLText.lines(decoded, limit: limits.textLength)
                : PlainText.lines(decoded, isFlowed: false, deletesSpace: false))
        for file in wrapped.files.prefix(max(0, limits.parts - opened)) {
            opened += 1
            harvest.attachments.append(
                attachment(
                    file.content, mediaType: file.mediaType ?? "application/octet-stream",
                    name: file.name.isEmpty ? nil : file.name, isInline: false, contentID: file.contentID))
        }
        guard wrapped.isWhole, !harvest.attachments.isEmpty || !wrapped.text.isEmpty else {
            note("Outlook wrapped what it sent into a winmail.dat that cannot be read whole; it is attached, too.")
            harvest.attachments.append(
                attachment(content, mediaType: "application/ms-tnef", name: "winmail.dat", isInline: false))
            return harvest
        }
        note("Outlook wrapped what it sent into a winmail.dat; its files were taken out.")
        return harvest
    }

    private func attachment(
        _ content: [UInt8], of part: MimePart, name: String?, isInline: Bool
    ) -> ParsedMail.Attachment {
        attachment(content, mediaType: part.mediaType, name: name, isInline: isInline, contentID: part.contentID)
    }

    private func attachment(
        _ content: [UInt8], mediaType: String, name: String?, isInline: Bool, contentID: String? = nil
    ) -> ParsedMail.Attachment {
        let digest = SHA256.hash(data: content).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return ParsedMail.Attachment(
            name: name.map(Self.safeName), mediaType: mediaType, bytes: content.count, sha256: digest.joined(),
            inline: isInline, contentID: contentID, content: content)
    }

    /// The last component, without what could lead out of a folder or off a line.
    private static func safeName(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "attachment"
        let scalars = last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        let clean = String(String.UnicodeScalarView(scalars)).trimmed
        let bare = clean.allSatisfy { $0 == "." } ? "attachment" : clean
        return String(bare.prefix(200))
    }

    private mutating func note(_ problem: String) {
        if !problems.contains(problem) { problems.append(problem) }
    }
}
