/// Mails of a file or a folder, whatever they are kept in: `.eml` files, an mbox, a Maildir, or a tree of all of these.
package struct MailSource: Sendable {
    package struct StoredMail: Sendable, Equatable {
        /// The same for the same mail each time: the path below the source, with `#n` for the nth of an mbox.
        package var name: String
        package var bytes: [UInt8]
    }

    package struct Skipped: Sendable, Equatable {
        package var path: String
        package var reason: String
    }

    package let path: String
    private let limits: MailLimits

    package init(path: String, limits: MailLimits = .standard) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
        self.limits = limits
    }

    /// Hands over one mail after the other; only one is in memory. Returns the files that are no mails, and why.
    @discardableResult
    package func forEach(_ body: (StoredMail) throws -> Void) throws -> [Skipped] {
        var skipped: [Skipped] = []
        if FileSystem.isFolder(path) {
            try walk(path, below: "", depth: 0, &skipped, body)
        } else {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            try visit(path, name: name, &skipped, body)
        }
        return skipped
    }

    /// The bytes of a file that is one mail: one more than the limit where there are more, which the parser refuses.
    package static func bytes(of file: String, limits: MailLimits = .standard) throws(MailError) -> [UInt8] {
        try FileSystem.read(file, limit: limits.bytes + 1)
    }

    /// The one mail on standard input.
    package static func standardInput(limits: MailLimits = .standard) throws(MailError) -> [UInt8] {
        try bytes(of: "/dev/stdin", limits: limits)
    }

    private func walk(
        _ folder: String, below prefix: String, depth: Int, _ skipped: inout [Skipped],
        _ body: (StoredMail) throws -> Void
    ) throws {
        guard depth < 32 else {
            skipped.append(Skipped(path: folder, reason: "the folder lies too deep"))
            return
        }
        let maildir = Maildir(path: folder)
        if maildir.isLaidOut {
            for mail in try maildir.mails() {
                try body(
                    StoredMail(name: prefix + mail.name, bytes: Self.bytes(of: mail.file, limits: limits)))
            }
            return
        }
        for name in try FileSystem.names(in: folder) {
            let file = "\(folder)/\(name)"
            if FileSystem.isFolder(file) {
                try walk(file, below: prefix + name + "/", depth: depth + 1, &skipped, body)
            } else if FileSystem.isFile(file) {
                try visit(file, name: prefix + name, &skipped, body)
            }
        }
    }

    private func visit(
        _ file: String, name: String, _ skipped: inout [Skipped], _ body: (StoredMail) throws -> Void
    ) throws {
        switch MailFileKind.of(name: name, beginning: try FileSystem.read(file, limit: 16 * 1_024)) {
        case .mail:
            try body(StoredMail(name: name, bytes: Self.bytes(of: file, limits: limits)))
        case .mbox:
            var number = 0
            try Mbox.split(path: file, limits: limits) { bytes in
                number += 1
                try body(StoredMail(name: "\(name)#\(number)", bytes: bytes))
            }
        case .other(let reason):
            skipped.append(Skipped(path: file, reason: reason))
        }
    }
}

/// What a file holds, by its name and its first bytes.
enum MailFileKind: Equatable {
    case mail
    case mbox
    case other(String)

    static func of(name: String, beginning: [UInt8]) -> MailFileKind {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let kind = last.lastIndex(of: ".").map { last[last.index(after: $0)...].lowercased() } ?? ""
        if kind == "json" { return .other("a companion of a mail") }
        if beginning.isEmpty { return .other("the file is empty") }
        if beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return .other("Outlook's own .msg format; save the mail as .eml")
        }
        if kind == "eml" { return .mail }
        if kind == "mbox" || Mbox.isSeparator(beginning) {
            return Mbox.isSeparator(beginning) ? .mbox : .other("an mbox begins with a From line")
        }
        let start = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return HeaderNames.beginHeader(beginning[start...]) ? .mail : .other("it does not begin like a mail")
    }
}
