#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// For who takes mails out of a Maildir that somebody else delivers into.
extension Maildir {
    /// The names of the mails in `new`, sorted. Whoever delivers makes names that begin with the time, so the oldest is first.
    package func arrivals() throws(MailError) -> [String] {
        try FileSystem.names(in: path + "/new").filter { FileSystem.isFile("\(path)/new/\($0)") }
    }

    /// The bytes of a mail in `new`, up to a limit; nil where somebody else has taken it.
    package func arrival(_ name: String, limit: Int) throws(MailError) -> [UInt8]? {
        do {
            return try FileSystem.read("\(path)/new/\(name)", limit: limit)
        } catch {
            if error.cause == ENOENT { return nil }
            throw error
        }
    }

    /// Moves a mail from `new` to `cur` and marks it as seen; nothing where somebody else did so already.
    package func settle(_ name: String) throws(MailError) {
        // The flags stand behind the colon; a name that has some already keeps them.
        let settled = name.contains(":") ? name : name + ":2,S"
        let (old, new) = ("\(path)/new/\(name)", "\(path)/cur/\(settled)")
        guard unsafe rename(old, new) != 0, errno != ENOENT else { return }
        throw FileSystem.failure("move", old, errno)
    }
}
