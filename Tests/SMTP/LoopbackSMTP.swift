import Synchronization
import TestSupport

/// An SMTP server on a free loopback port that answers as it is told.
final class LoopbackSMTP: Sendable {
    struct Behaviour: Sendable {
        var greeting = "220 loopback ready"
        var extensions = ["8BITMIME"]
        var login = "235 welcome"
        var sender = "250 ok"
        /// By recipient; others are accepted.
        var recipients: [String: String] = [:]
        var data = "354 go on"
        /// Nil hangs up when it has the mail.
        var taken: String? = "250 queued as 4711"
    }

    private let server: LoopbackServer
    private let record: Record

    var port: Int { server.port }
    var mails: [String] { record.state.withLock { $0.mails } }
    var commands: [String] { record.state.withLock { $0.commands } }

    init(_ behaviour: Behaviour = Behaviour()) throws {
        let record = Record()
        self.record = record
        server = try LoopbackServer { connection in record.serve(&connection, behaviour) }
    }

    func stop() { server.stop() }
}

/// What was said and handed in.
private final class Record: Sendable {
    let state = Mutex<(mails: [String], commands: [String])>(([], []))

    func serve(_ connection: inout LoopbackServer.Connection, _ behaviour: LoopbackSMTP.Behaviour) {
        connection.answer(behaviour.greeting)
        while let line = connection.line() {
            state.withLock { $0.commands.append(line) }
            let verb = line.prefix(4).uppercased()
            switch verb {
            case "EHLO":
                connection.answer(
                    (["loopback"] + behaviour.extensions.dropLast()).map { "250-\($0)" }.joined(separator: "\r\n"))
                connection.answer("250 \(behaviour.extensions.last ?? "8BITMIME")")
            case "HELO", "RSET", "NOOP": connection.answer("250 ok")
            case "AUTH":
                connection.answer("334 ")
                _ = connection.line()
                connection.answer(behaviour.login)
            case "MAIL": connection.answer(behaviour.sender)
            case "RCPT":
                let address = line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
                connection.answer(behaviour.recipients[String(address)] ?? "250 ok")
            case "DATA":
                connection.answer(behaviour.data)
                guard behaviour.data.hasPrefix("354") else { continue }
                var mail = ""
                while let text = connection.line(), text != "." {
                    mail += (text.hasPrefix("..") ? String(text.dropFirst()) : text) + "\r\n"
                }
                state.withLock { $0.mails.append(mail) }
                guard let taken = behaviour.taken else { return }
                connection.answer(taken)
            case "QUIT":
                connection.answer("221 bye")
                return
            default: connection.answer("500 what?")
            }
        }
    }
}

extension LoopbackServer.Connection {
    fileprivate func answer(_ line: String) { say(line + "\n") }
}
