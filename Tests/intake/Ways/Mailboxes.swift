import Foundation
import IMAP
import StageKit
import Synchronization
import TestSupport

@testable import intake

extension MailboxSettings {
    /// A mailbox of a server on this machine.
    static func loopback(
        port: Int, folder: String? = nil, whenTaken: WhenTaken = .seen, moveTo: String? = nil, wait: Wait = .poll
    ) -> MailboxSettings {
        MailboxSettings(
            name: "desk", url: "imap://127.0.0.1:\(port)", user: "desk", password_file: "-", folder: folder,
            tls: TLS.none,
            when_taken: whenTaken, move_to: moveTo, wait: wait, every: 50)
    }
}

/// Watches a mailbox while a test looks on.
func watching<R>(
    _ settings: MailboxSettings, port: Int, _ desk: ScriptedDesk, hint: ProgressFile? = nil, largest: Int = 1 << 20,
    _ body: () async throws -> R
) async throws -> R {
    var server = IMAPServer(host: "127.0.0.1", port: port, security: .none, user: "desk", password: Dovecot.password)
    server.largestMail = largest
    server.answerSeconds = 2
    var watch = MailboxWatch(
        settings: settings, server: server,
        intake: RawIntake(desk: desk, logger: .silent, pauses: (.milliseconds(20), .milliseconds(50))), hint: hint,
        logger: .silent)
    watch.pauses = (.milliseconds(20), .milliseconds(100))
    let running = watch
    let task = Task { try await running.run() }
    do {
        let result = try await body()
        task.cancel()
        _ = await task.result
        return result
    } catch {
        task.cancel()
        _ = await task.result
        throw error
    }
}

extension ScriptedDesk {
    /// Waits until so many mails were taken, each once.
    func takes(_ count: Int) async throws -> [SubmissionDraft] {
        try await eventually("\(count) mails are taken; there are \(drafts.count)", within: .seconds(40)) {
            drafts.count >= count ? drafts : nil
        }
    }
}

/// An IMAP server that lies, as each test tells it to.
final class LyingServer: Sendable {
    struct Script: Sendable {
        var validity: UInt32 = 7
        var mails: [UInt32: String] = [:]
        /// What it answers to a search; the truth where nil.
        var search: String?
        /// What it says before each answer to a search.
        var noise = ""
        /// What it answers to a request for a mail, by its UID; the connection ends where it ends in `HANG UP`.
        var fetch: [UInt32: String] = [:]
        /// What it says of a mail's size, by its UID; the truth where nil.
        var size: [UInt32: Int] = [:]
        /// What it calls itself able to do.
        var capabilities = "IMAP4rev1"
    }

    let server: LoopbackServer
    private let shared: Shared
    var port: Int { server.port }

    private final class Shared: Sendable {
        let script: Mutex<Script>
        let commands = Mutex<[String]>([])
        init(_ script: Script) { self.script = Mutex(script) }
    }

    init(_ script: Script) throws {
        let shared = Shared(script)
        self.shared = shared
        server = try LoopbackServer { connection in
            connection.say("* OK ready\n")
            while let line = connection.line() {
                let words = line.split(separator: " ").map(String.init)
                guard words.count > 1 else { continue }
                shared.commands.withLock { $0.append(words.dropFirst().joined(separator: " ")) }
                let script = shared.script.withLock { $0 }
                guard Self.answer(words, script, &connection) else { return }
            }
        }
    }

    deinit { server.stop() }

    func change(_ body: (inout Script) -> Void) { shared.script.withLock { body(&$0) } }
    var commands: [String] { shared.commands.withLock { $0 } }

    private static func answer(
        _ words: [String], _ script: Script, _ connection: inout LoopbackServer.Connection
    ) -> Bool {
        let tag = words[0]
        switch words.dropFirst().prefix(2).joined(separator: " ").uppercased() {
        case "CAPABILITY": connection.say("* CAPABILITY \(script.capabilities)\n")
        case let command where command.hasPrefix("SELECT"):
            connection.say("* 99999 EXISTS\n* OK [UIDVALIDITY \(script.validity)] ok\n")
        case "UID SEARCH":
            let truth = script.mails.keys.sorted().map { " \($0)" }.joined()
            connection.say(script.noise + "* SEARCH\(script.search ?? truth)\n")
        case "UID FETCH":
            guard fetch(words, script, &connection) else { return false }
        case "LOGOUT":
            connection.say("* BYE\n\(tag) OK\n")
            return false
        default: break
        }
        connection.say("\(tag) OK done\n")
        return true
    }

    private static func fetch(
        _ words: [String], _ script: Script, _ connection: inout LoopbackServer.Connection
    ) -> Bool {
        if words.contains("RFC822.SIZE)") {
            for (uid, mail) in script.mails {
                connection.say("* 1 FETCH (UID \(uid) RFC822.SIZE \(script.size[uid] ?? mail.utf8.count))\n")
            }
            return true
        }
        guard let uid = UInt32(words[3]) else { return true }
        if let lie = script.fetch[uid] {
            connection.say(lie.replacing("HANG UP", with: ""))
            return !lie.hasSuffix("HANG UP")
        }
        guard let mail = script.mails[uid] else { return true }
        let bytes = mail.replacing("\n", with: "\r\n")
        connection.say("* 1 FETCH (UID \(uid) \(words.last == "BODY.PEEK[HEADER])" ? "BODY[HEADER]" : "BODY[]") ")
        connection.say("{\(bytes.utf8.count)}\n\(mail))\n")
        return true
    }
}
