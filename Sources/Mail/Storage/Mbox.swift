/// A file of mails, each after a `From ` line (the `mboxrd` variety, and what the others have in common with it).
package struct Mbox: ~Copyable {
    private var reader: FileReader
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var hasEnded = false
    private var hasBegun = false

    /// Mails longer than the limit are cut to one byte more, which the parser then refuses as too large.
    package init(path: String, limits: MailLimits = .standard) throws(MailError) {
        reader = try FileReader(path)
        limit = limits.bytes + 1
    }

    /// All mails of a file, in order.
    package static func split(
        path: String, limits: MailLimits = .standard, _ body: ([UInt8]) throws -> Void
    ) throws {
        var mbox = try Mbox(path: path, limits: limits)
        while let mail = try mbox.next() { try body(mail) }
    }

    /// The next mail without its `From ` line and with `>From ` as it was written; nil at the end.
    package mutating func next() throws(MailError) -> [UInt8]? {
        if !hasBegun {
            hasBegun = true
            // What stands before the first `From ` line belongs to no mail.
            var line = try nextLine()
            while let text = line, !Self.isSeparator(text) { line = try nextLine() }
            guard line != nil else { return nil }
        } else if hasEnded {
            return nil
        }
        var mail: [UInt8] = []
        var isAfterBlank = false
        while let line = try nextLine() {
            if isAfterBlank, Self.isSeparator(line) {
                dropSeparatingLine(&mail)
                return mail
            }
            isAfterBlank = line.elementsEqual([0x0A]) || line.elementsEqual([0x0D, 0x0A])
            if mail.count < limit { mail += Self.unescaped(line).prefix(limit - mail.count) }
        }
        hasEnded = true
        dropSeparatingLine(&mail)
        return mail
    }

    /// The blank line before a `From ` line is the mbox's own.
    private func dropSeparatingLine(_ mail: inout [UInt8]) {
        if mail.count >= limit { return }
        if mail.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) {
            mail.removeLast(2)
        } else if mail.suffix(2).elementsEqual([0x0A, 0x0A]) {
            mail.removeLast()
        }
    }

    /// A `From ` line, which is not the field `From :` with a space before its colon.
    static func isSeparator(_ line: some Collection<UInt8>) -> Bool {
        line.starts(with: "From ".utf8) && line.dropFirst(5).first { $0 != 0x20 } != 0x3A
    }

    /// `>From ` was `From `, `>>From ` was `>From `.
    private static func unescaped(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.first == 0x3E, isSeparator(line.drop { $0 == 0x3E }) else { return line }
        return line.dropFirst()
    }

    /// The next line with its end; a line far longer than any mail has comes in pieces.
    private mutating func nextLine() throws(MailError) -> ArraySlice<UInt8>? {
        var scanned = start
        while true {
            if let end = buffer[scanned...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return buffer[start...end]
            }
            if buffer.count - start > 8 * 1_024 * 1_024 {
                defer { start = buffer.count }
                return buffer[start...]
            }
            scanned = buffer.count - start
            buffer.removeFirst(start)
            start = 0
            guard let more = try reader.next() else {
                guard !buffer.isEmpty else { return nil }
                defer { start = buffer.count }
                return buffer[...]
            }
            buffer += more
        }
    }
}
