#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder of mails, one file each, that many may read and write at a time (`tmp`, `new`, `cur`).
package struct Maildir: Sendable {
    package enum Delivery: Sendable, Equatable {
        case delivered
        /// A mail of that name is there from before; nothing was written.
        case alreadyThere
    }

    package let path: String

    package init(path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// Whether the folder is laid out as a Maildir.
    package var isLaidOut: Bool {
        FileSystem.isFolder(path + "/new") && FileSystem.isFolder(path + "/cur")
    }

    /// Makes the folders, for their owner only. Folders above must be there.
    package func create() throws(MailError) {
        try FileSystem.makeFolder(path)
        for folder in ["tmp", "new", "cur"] { try FileSystem.makeFolder("\(path)/\(folder)") }
    }

    /// Delivers a mail once, however often and by however many it is delivered under this name.
    ///
    /// When it returns, the mail is on the disk. The name must be one component of a path, without `:`.
    package func deliver(_ bytes: [UInt8], name: String) throws(MailError) -> Delivery {
        try check(name)
        try create()
        if try contains(name) { return .alreadyThere }
        let draft = "\(path)/tmp/\(name).\(getpid()).\(UInt64.random(in: .min ... .max))"
        try FileSystem.write(bytes, to: draft)
        defer { FileSystem.remove(draft) }
        guard try FileSystem.link(draft, as: "\(path)/new/\(name)") else { return .alreadyThere }
        try FileSystem.syncFolder("\(path)/new")
        return .delivered
    }

    /// Removes from `tmp` what writers left behind that were killed. A mail lies there for the moment of its writing; as with every
    /// Maildir, what has lain for 36 hours is nobody's.
    package func removeAbandoned() throws(MailError) {
        let youngest = time(nil) - 36 * 3600
        for name in try FileSystem.names(in: "\(path)/tmp") {
            guard let written = FileSystem.modified("\(path)/tmp/\(name)"), written < youngest else { continue }
            FileSystem.remove("\(path)/tmp/\(name)")
        }
    }

    /// Whether a mail of that name is in `new` or, under any flags, in `cur`.
    package func contains(_ name: String) throws(MailError) -> Bool {
        if FileSystem.exists("\(path)/new/\(name)") || FileSystem.exists("\(path)/cur/\(name)") { return true }
        return try FileSystem.names(in: "\(path)/cur").contains { Self.base($0) == name }
    }

    /// Every mail of `new` and `cur`: its name without flags, and its file. Sorted by name.
    package func mails() throws(MailError) -> [(name: String, file: String)] {
        var mails: [(name: String, file: String)] = []
        for folder in ["new", "cur"] {
            for name in try FileSystem.names(in: "\(path)/\(folder)")
            where FileSystem.isFile("\(path)/\(folder)/\(name)") {
                mails.append((Self.base(name), "\(path)/\(folder)/\(name)"))
            }
        }
        return mails.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The name before the flags of `cur`.
    private static func base(_ name: String) -> String {
        name.firstIndex(of: ":").map { String(name[..<$0]) } ?? name
    }

    private func check(_ name: String) throws(MailError) {
        let isComponent =
            !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 200
            && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x2F && $0 != 0x3A && $0 != 0x7F }
        guard isComponent else {
            throw MailError(
                .refusedName,
                "\"\(name.prefix(80))\" cannot name a mail: up to 200 bytes without / and :, not beginning with a dot.")
        }
    }
}
