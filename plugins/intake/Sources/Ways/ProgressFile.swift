import FoundationEssentials
import Logging

/// The file that a mailbox's progress is kept in. Whatever happens to it, no mail is lost: see ``MailboxProgress``.
struct ProgressFile: Sendable {
    let path: String

    /// - Parameters:
    ///   - folder: where the files of all mailboxes lie.
    ///   - name: the mailbox's own, whatever it is made of.
    init(folder: String, name: String) {
        let safe = name.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
                ? String(character) : "%\(String(byte, radix: 16))"
        }
        path = "\(folder)/\(safe.joined()).uids"
    }

    func read() -> MailboxProgress {
        guard let bytes = FileManager.default.contents(atPath: path) else { return MailboxProgress() }
        return MailboxProgress(text: String(decoding: bytes, as: UTF8.self)) ?? MailboxProgress()
    }

    func write(_ progress: MailboxProgress, _ logger: Logger) {
        do {
            let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(progress.text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            logger.warning(
                "how far the mailbox was read cannot be written down; after a restart it is read again",
                metadata: ["file": "\(path)", "reason": "\(error)"])
        }
    }
}
