import FoundationEssentials
import IMAP
import StageKit

/// A mailbox on an IMAP server, as `pipeline.yaml` names it.
struct MailboxSettings: Decodable, Sendable {
    enum TLS: String, Decodable, Sendable { case required, offered, none }
    /// What becomes of a mail in the mailbox once it is on the broker's disk.
    enum WhenTaken: String, Decodable, Sendable { case seen, move, leave }
    enum Wait: String, Decodable, Sendable { case idle, poll }

    var name: String
    var url: String
    var user: String
    var password_file: String
    var folder: String?
    var tls: TLS?
    var certificates: String?
    var when_taken: WhenTaken?
    var move_to: String?
    var wait: Wait?
    /// Milliseconds between two looks.
    var every: Int?

    /// The server with its password, read from its file.
    func server(largest: Int) throws -> IMAPServer {
        let security: IMAPServer.Security =
            switch tls ?? .required {
            case .required: .startTLS
            case .offered: .opportunistic
            case .none: .none
            }
        do {
            var server = try IMAPServer(url: url, startTLS: security, user: user, password: try password())
            server.trustedCertificates = certificates
            server.largestMail = largest
            return server
        } catch let error as IMAPError {
            throw StageFailure.config("mailboxes", "mailbox \(name): \(error.message)")
        }
    }

    private func password() throws -> String {
        guard let bytes = FileManager.default.contents(atPath: password_file),
            let line = bytes.split(separator: 10).first
        else {
            throw StageFailure.config(
                "mailboxes", "mailbox \(name): the password file \(password_file) cannot be read or is empty")
        }
        return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
    }

    /// - Throws: a configuration failure for what the manifest cannot say.
    func check() throws {
        guard when_taken == .move, (move_to ?? "").isEmpty else { return }
        throw StageFailure.config("mailboxes", "mailbox \(name): when_taken is move, so move_to must name a folder")
    }
}

/// A Maildir that somebody else delivers into, as `pipeline.yaml` names it.
struct MaildirSettings: Decodable, Sendable {
    var name: String
    var path: String
    /// Milliseconds between two looks.
    var every: Int?
}
