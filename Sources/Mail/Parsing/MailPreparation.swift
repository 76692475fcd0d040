/// The bytes of a mail, made safe to hand to the parser: limits kept before anything is built from them.
struct MailPreparation {
    private(set) var bytes: [UInt8]
    private(set) var problems: [String] = []
    private let limits: MailLimits

    init(_ original: [UInt8], limits: MailLimits) throws(MailError) {
        self.limits = limits
        guard original.count <= limits.bytes else {
            throw MailError(
                .tooLarge,
                "The mail is larger than \(limits.bytes) bytes. Ask the sender for a smaller one, or raise the limit.")
        }
        guard original.contains(where: { $0 > 0x20 }) else {
            throw MailError(.empty, "There is nothing in the mail. Look at what delivered it.")
        }
        bytes = original
        unifyLineEnds()
        dropPreface()
        allowForNoHeader()
        declareLostStructure()
        try mendHeader()
        try refuseMazes()
    }

    /// Mails of systems that end lines with CR alone would be one endless line.
    private mutating func unifyLineEnds() {
        guard bytes.contains(0x0D), !bytes.contains(0x0A) else { return }
        for index in bytes.indices where bytes[index] == 0x0D { bytes[index] = 0x0A }
    }

    /// A byte order mark, blank lines and the `From ` line of an mbox stand before the header, none belongs to it.
    private mutating func dropPreface() {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
        if Mbox.isSeparator(bytes[start...].drop { $0 == 0x3E }.prefix(200)) { start = lineEnd(from: start) }
        if start > 0 { bytes.removeFirst(start) }
    }

    /// A text without a header is still something that somebody wrote.
    private mutating func allowForNoHeader() {
        guard !HeaderNames.beginHeader(bytes[...]) else { return }
        bytes.insert(0x0A, at: 0)
        problems.append("There is no header; all of it was read as text.")
    }

    private mutating func declareLostStructure() {
        let end = headerEnd()
        guard let declaration = LostStructure.declaration(header: bytes[..<end], body: bytes[end...]) else { return }
        bytes.insert(contentsOf: declaration, at: end)
        problems.append("The header does not say that the mail has parts; they were found all the same.")
    }

    private mutating func mendHeader() throws(MailError) {
        var end = headerEnd()
        if end == bytes.count { problems.append("The mail ends inside of its header.") }
        if let first = bytes[..<end].firstIndex(of: 0) {
            for index in first..<end where bytes[index] == 0 { bytes[index] = 0x20 }
            problems.append("There were NUL bytes in the header.")
        }
        if bytes[..<end].contains(where: { $0 >= 0x80 }) {
            let mended = EncodedWords.mended(bytes[..<end])
            bytes.replaceSubrange(..<end, with: mended)
            end = decodeFields(end: mended.count)
        }
        try shortenHeader(end: end)
    }

    private static let mostFields = 100_000

    /// Keeps what is needed of a header that is too long: in one pass, since it may be as long as a mail can be.
    private mutating func shortenHeader(end: Int) throws(MailError) {
        var count = 0
        var start = 0
        var kept: [UInt8] = []
        while start < end {
            let next = fieldEnd(from: start, before: end)
            count += 1
            guard count <= Self.mostFields else {
                throw MailError(
                    .tooComplex,
                    "The header has more than \(Self.mostFields) fields, so no honest mailer wrote it. Open the mail as it "
                        + "came by hand, if it is expected.")
            }
            if kept.count < limits.headerBytes, Self.matters(bytes[start..<next]) {
                // A cut field must still end its line.
                kept += bytes[start..<next].prefix(limits.headerBytes / 4)
                if kept.last != 0x0A { kept.append(0x0A) }
            }
            start = next
        }
        guard end > limits.headerBytes || count > limits.headerFields else { return }
        bytes.replaceSubrange(..<end, with: kept)
        problems.append("The header was too long (\(count) fields, \(end) bytes); only what is needed was read.")
    }

    /// Turns fields of raw 8-bit text into UTF-8: by the charset that the mail names for its text, else by their look.
    private mutating func decodeFields(end: Int) -> Int {
        guard !Charset.isUTF8(Array(bytes[..<end])) else { return end }
        let declared = HTMLCharset.declared(in: Array(bytes.prefix(16 * 1_024)))
        let header = headerFields(end: end).reduce(into: [UInt8]()) { header, field in
            header += Charset.decode(Array(bytes[field]), declared: declared).text
        }
        bytes.replaceSubrange(..<end, with: header)
        return header.count
    }

    /// The index after the last header line; the blank line follows.
    private func headerEnd() -> Int {
        var start = 0
        while start < bytes.count {
            if bytes[start] == 0x0A || bytes[start] == 0x0D && start + 1 < bytes.count && bytes[start + 1] == 0x0A {
                return start
            }
            start = lineEnd(from: start)
        }
        return bytes.count
    }

    private func headerFields(end: Int) -> [Range<Int>] {
        var fields: [Range<Int>] = []
        var start = 0
        while start < end {
            let next = fieldEnd(from: start, before: end)
            fields.append(start..<next)
            start = next
        }
        return fields
    }

    /// The end of a field with the lines that it is folded into.
    private func fieldEnd(from start: Int, before end: Int) -> Int {
        var next = lineEnd(from: start)
        while next < end, bytes[next] == 0x20 || bytes[next] == 0x09 { next = lineEnd(from: next) }
        return min(next, end)
    }

    private func lineEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return min(index + 1, bytes.count)
    }

    private static func matters(_ field: ArraySlice<UInt8>) -> Bool {
        let name = asciiLowercased(field.prefix(60).prefix { $0 != 0x3A }).trimmed
        return HeaderNames.areRead(name) || name.hasPrefix("content-") || name == "mime-version"
    }

    /// Refuses mails built so that taking them apart costs far more than their size: a part needs memory and every
    /// open boundary is compared with every line that begins like one.
    private func refuseMazes() throws(MailError) {
        var scan = BoundaryScan()
        scan.read(bytes)
        let isMaze =
            scan.boundaryLines > 20_000 || scan.comparisons > 50_000_000 || scan.headerLines > 100_000
            || scan.headerBytes > 4 * 1_024 * 1_024 || scan.mostColons > 1_000
        guard !isMaze else {
            throw MailError(
                .tooComplex,
                "The mail has too many parts, part headers or groups of addresses to be an honest one (\(scan.boundaryLines) separators, "
                    + "\(scan.headerLines) header lines). Open the mail as it came by hand, if it is expected.")
        }
    }
}
