import Dispatch
import FoundationEssentials
import Mail
import StageProtocol
import ZeroMQ

/// Walks files and folders for mails on a thread of its own, so many mails ahead and no more.
struct MailReading: Sendable {
    enum Item: Sendable {
        /// A mail; of an old one with what is known of it besides.
        case mail(path: String, bytes: [UInt8], history: JSON? = nil)
        /// A file that was passed over; `isMail` where it is or was meant to be a mail.
        case passed(path: String, reason: String, isMail: Bool)
    }

    let items: AsyncStream<Item>
    private let room: DispatchSemaphore

    init(_ paths: [String], ahead: Int) throws {
        try self.init(ahead: ahead) { tell in
            let walk = MailWalk(tell: tell)
            for path in paths { walk.visit(path, isNamed: true) }
        }
    }

    /// - Parameter read: tells one item after the other; it has a thread of its own, and is held up while nobody is ready.
    init(ahead: Int, _ read: @escaping @Sendable (_ tell: @escaping (Item) -> Void) -> Void) throws {
        let room = DispatchSemaphore(value: ahead)
        let (items, tell) = AsyncStream<Item>.makeStream()
        self.room = room
        self.items = items
        _ = try SocketThread(name: "mail-reading", stackBytes: 4 << 20) {
            read { item in
                if case .mail = item { room.wait() }
                tell.yield(item)
            }
            tell.finish()
        }
    }

    /// Tells that a mail needs no more memory.
    func done() { room.signal() }
}

/// Finds the mails below a path. What cannot be read is told and does not end the walk.
private struct MailWalk {
    let tell: (MailReading.Item) -> Void

    /// - Parameter isNamed: whether a person named this very path.
    func visit(_ path: String, isNamed: Bool, depth: Int = 0) {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return tell(.passed(path: path, reason: "it is not there any more", isMail: true))
        }
        guard isFolder, !Maildir(path: path).isLaidOut else { return read(path, isNamed, isFolder) }
        guard depth < 32 else {
            return tell(.passed(path: path, reason: "the folder lies too deep", isMail: true))
        }
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
                visit(path.hasSuffix("/") ? path + name : "\(path)/\(name)", isNamed: false, depth: depth + 1)
            }
        } catch {
            tell(.passed(path: path, reason: "the folder cannot be read; check its permissions", isMail: true))
        }
    }

    private func read(_ path: String, _ isNamed: Bool, _ isFolder: Bool) {
        do {
            let passed = try MailSource(path: path).forEach { mail in
                let number = mail.name.lastIndex(of: "#").map { String(mail.name[$0...]) } ?? ""
                tell(.mail(path: isFolder ? "\(path)/\(mail.name)" : path + number, bytes: mail.bytes))
            }
            for file in passed {
                tell(.passed(path: file.path, reason: file.reason, isMail: isNamed || isMeant(file.path)))
            }
        } catch {
            let reason = (error as? MailError)?.message ?? "\(error)"
            tell(.passed(path: path, reason: reason, isMail: true))
        }
    }

    /// Whether a file's name says that it is a mail.
    private func isMeant(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        return [".eml", ".mbox", ".msg"].contains { name.hasSuffix($0) }
    }
}
