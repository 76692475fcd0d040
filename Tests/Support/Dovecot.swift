import Foundation
import Glibc

/// A real IMAP server of Debian's dovecot-imapd on free loopback ports, with all that is its own in a folder that goes with it.
///
/// Any user may log in with the password `secret`; their mail is a Maildir.
package final class Dovecot {
    package let folder: String
    package let port: UInt16
    package let securePort: UInt16
    /// The server's own certificate, for who is to trust it.
    package var certificate: String { folder + "/cert.pem" }
    private var process: Process?

    package static let password = "secret"
    /// Whether the package is there; `make setup` installs it.
    package static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: "/usr/sbin/dovecot") }

    /// Starts the server and waits until it listens.
    package init() async throws {
        var template = Array("/tmp/cw-imap-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw NeverSo(what: "a folder in /tmp", limit: .zero) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        chmod(folder, 0o755)
        (port, securePort) = (Places.freePort(), Places.freePort())
        for name in ["run", "state", "mail"] { mkdir("\(folder)/\(name)", 0o755) }
        // Dovecot reads no mail as root: the mail is nobody's where the tests are root's.
        if getuid() == 0 { chown(folder + "/mail", Self.owner.uid, Self.owner.gid) }
        let made = try await Command.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", folder + "/key.pem", "-out", certificate,
            ], environment: ["PATH": "/usr/bin:/bin", "HOME": folder])
        guard made.status == 0 else { throw NeverSo(what: made.errors, limit: .zero) }
        try configuration.write(toFile: folder + "/dovecot.conf", atomically: true, encoding: .utf8)
        try await start()
    }

    deinit {
        if let process { kill(process.processIdentifier, SIGTERM) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Starts the server, again after `stop`.
    package func start() async throws {
        let process = Process()
        // A thread of ours blocks signals, a child inherits that, and Dovecot would never hear TERM.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        let hear =
            "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execv(sys.argv[1], sys.argv[1:])"
        process.arguments = ["-c", hear, "/usr/sbin/dovecot", "-F", "-c", folder + "/dovecot.conf"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = process
        let port = port
        _ = try await eventually("dovecot listens: \(log)", within: .seconds(20)) { Self.listens(port) ? true : nil }
    }

    /// Ends the server and all its conversations.
    package func stop() async throws {
        guard let process else { return }
        // Foundation takes it for running while any of its children holds on to what it was started with.
        let pid = process.processIdentifier
        kill(pid, SIGTERM)
        _ = try await eventually("dovecot ends", within: .seconds(20)) { Processes.isAlive(pid) ? nil : true }
        self.process = nil
    }

    package var log: String { (try? String(contentsOfFile: folder + "/dovecot.log", encoding: .utf8)) ?? "" }

    // MARK: Mail

    /// Puts a mail into a user's inbox, as a delivery agent would.
    package func deliver(_ mail: String, to user: String, name: String = UUID().uuidString) throws {
        let box = "\(folder)/mail/\(user)"
        for part in ["", "/tmp", "/new", "/cur"] where mkdir(box + part, 0o700) == 0 { own(box + part) }
        let bytes = Data(mail.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
        try bytes.write(to: URL(fileURLWithPath: "\(box)/tmp/\(name)"))
        own("\(box)/tmp/\(name)")
        rename("\(box)/tmp/\(name)", "\(box)/new/\(name)")
    }

    /// The files of a user's folder; their names end in the flags, `S` for seen.
    package func files(of user: String, folder name: String? = nil) -> [String] {
        let box = "\(folder)/mail/\(user)" + (name.map { "/.\($0)" } ?? "")
        return ["new", "cur"].flatMap {
            (try? FileManager.default.contentsOfDirectory(atPath: "\(box)/\($0)")) ?? []
        }.sorted()
    }

    /// Removes a user's mails behind the server's back, those that a test chooses.
    package func expunge(_ user: String, where isGone: (String) -> Bool = { _ in true }) {
        for part in ["new", "cur"] {
            let box = "\(folder)/mail/\(user)/\(part)"
            for name in (try? FileManager.default.contentsOfDirectory(atPath: box)) ?? [] where isGone(name) {
                unlink("\(box)/\(name)")
            }
        }
    }

    /// Makes the server forget its numbers: it gives the folder a new UIDVALIDITY, and its mails new UIDs.
    package func renumber(_ user: String) {
        let box = "\(folder)/mail/\(user)"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: box)) ?? [] where name.hasPrefix("dovecot") {
            unlink("\(box)/\(name)")
        }
    }

    private func own(_ path: String) { if getuid() == 0 { chown(path, Self.owner.uid, Self.owner.gid) } }

    private static let owner: (uid: uid_t, gid: gid_t) = (65_534, 65_534)

    private static func listens(_ port: UInt16) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private var configuration: String {
        let isRoot = getuid() == 0
        let me = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "nobody"
        let (uid, gid) = isRoot ? Self.owner : (getuid(), getgid())
        return """
            base_dir = \(folder)/run
            state_dir = \(folder)/state
            log_path = \(folder)/dovecot.log
            protocols = imap
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <\(certificate)
            ssl_key = <\(folder)/key.pem
            disable_plaintext_auth = no
            mail_location = maildir:\(folder)/mail/%u
            first_valid_uid = 1
            first_valid_gid = 1
            auth_mechanisms = plain
            \(isRoot ? "" : "default_internal_user = \(me)\ndefault_login_user = \(me)\ndefault_internal_group =")
            passdb {
              driver = static
              args = password=\(Self.password)
            }
            userdb {
              driver = static
              args = uid=\(uid) gid=\(gid) home=\(folder)/mail/%u
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = \(port)
              }
              inet_listener imaps {
                port = \(securePort)
                ssl = yes
              }
            }
            service anvil {
              chroot =
            }

            """
    }
}
