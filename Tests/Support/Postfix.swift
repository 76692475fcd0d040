import Foundation
import Glibc

/// A real mail server of Debian's postfix on a free loopback port, with configuration, queue and log in a folder of its own.
///
/// Every mail for `hearth.example` goes down a pipe. Postfix needs root to start.
package final class Postfix {
    package let folder: String
    package let port: UInt16

    package static var isUsable: Bool {
        getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/lib/postfix/sbin/master")
    }

    /// Starts the server and waits until it takes mail.
    /// - Parameter pipe: the command that each mail goes to, as nobody; arguments without blanks.
    package init(pipe: String) async throws {
        var template = Array("/tmp/cw-mta-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw NeverSo(what: "a folder in /tmp", limit: .zero) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        port = Places.freePort()
        chmod(folder, 0o755)
        for name in ["etc", "spool", "data"] { mkdir("\(folder)/\(name)", 0o755) }
        if let owner = getpwnam("postfix") { chown(folder + "/data", owner.pointee.pw_uid, owner.pointee.pw_gid) }
        try settings.write(toFile: folder + "/etc/main.cf", atomically: true, encoding: .utf8)
        try services(pipe).write(toFile: folder + "/etc/master.cf", atomically: true, encoding: .utf8)
        let started = try await control("start")
        guard started.status == 0 else { throw NeverSo(what: "postfix starts: \(started.errors)", limit: .zero) }
    }

    /// Ends the server; also where a test failed.
    package func stop() async throws {
        _ = try await control("stop")
        try? FileManager.default.removeItem(atPath: folder)
    }

    package var log: String { (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "" }

    /// Hands a mail in by SMTP, as another server would.
    package func send(_ mail: String, from: String, to: String) async throws {
        let sent = try await Command.run(
            "/usr/bin/curl",
            [
                "--silent", "--show-error", "--max-time", "20", "smtp://127.0.0.1:\(port)", "--mail-from", from,
                "--mail-rcpt", to, "--upload-file", "-",
            ], input: Data(mail.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8),
            environment: ["PATH": "/usr/bin:/bin"])
        guard sent.status == 0 else { throw NeverSo(what: "a mail is taken: \(sent.errors)", limit: .zero) }
    }

    private func control(_ word: String) async throws -> Finished {
        try await Command.run(
            "/usr/sbin/postfix", ["-c", folder + "/etc", word], environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    }

    private var settings: String {
        """
        compatibility_level = 3.6
        queue_directory = \(folder)/spool
        data_directory = \(folder)/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        mail_owner = postfix
        setgid_group = postdrop
        maillog_file = \(folder)/log
        maillog_file_prefixes = /tmp
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mx.hearth.example
        mydestination =
        mynetworks = 127.0.0.0/8
        alias_maps =
        alias_database =
        virtual_mailbox_domains = hearth.example
        virtual_transport = casewire
        recipient_delimiter = +
        queue_run_delay = 1s
        minimal_backoff_time = 1s
        maximal_backoff_time = 2s
        smtpd_peername_lookup = no

        """
    }

    private func services(_ pipe: String) -> String {
        """
        127.0.0.1:\(port) inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 1 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd
        casewire unix - n n - 1 pipe
          flags=DORX user=nobody argv=\(pipe)

        """
    }
}
