import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An SMTP server on a free loopback port that answers as it is told, one connection after the other.
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

    let port: Int
    private let listener: Int32
    private let behaviour: Behaviour
    private let record = Mutex<(mails: [String], commands: [String])>(([], []))

    var mails: [String] { record.withLock { $0.mails } }
    var commands: [String] { record.withLock { $0.commands } }

    init(_ behaviour: Behaviour = Behaviour()) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        self.behaviour = behaviour
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else {
                    // Closed here and nowhere else: until this thread is done, the number must not become another socket's.
                    close(listener)
                    return
                }
                serve(connection)
                close(connection)
            }
        }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func serve(_ connection: Int32) {
        var reader = LineReader(connection)
        func say(_ line: String) {
            let bytes = Array((line + "\r\n").utf8)
            _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
        say(behaviour.greeting)
        while let line = reader.next() {
            record.withLock { $0.commands.append(line) }
            let verb = line.prefix(4).uppercased()
            switch verb {
            case "EHLO":
                say((["loopback"] + behaviour.extensions.dropLast()).map { "250-\($0)" }.joined(separator: "\r\n"))
                say("250 \(behaviour.extensions.last ?? "8BITMIME")")
            case "HELO", "RSET", "NOOP": say("250 ok")
            case "AUTH":
                say("334 ")
                _ = reader.next()
                say(behaviour.login)
            case "MAIL": say(behaviour.sender)
            case "RCPT":
                let address = line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
                say(behaviour.recipients[String(address)] ?? "250 ok")
            case "DATA":
                say(behaviour.data)
                guard behaviour.data.hasPrefix("354") else { continue }
                var mail = ""
                while let text = reader.next(), text != "." {
                    mail += (text.hasPrefix("..") ? String(text.dropFirst()) : text) + "\r\n"
                }
                record.withLock { $0.mails.append(mail) }
                guard let taken = behaviour.taken else { return }
                say(taken)
            case "QUIT":
                say("221 bye")
                return
            default: say("500 what?")
            }
        }
    }
}

private struct LineReader {
    private let connection: Int32
    private var buffer: [UInt8] = []

    init(_ connection: Int32) { self.connection = connection }

    mutating func next() -> String? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = buffer[..<end]
                let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
                buffer.removeSubrange(...end)
                return text
            }
            var chunk = [UInt8](repeating: 0, count: 4_096)
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            buffer += chunk[..<count]
        }
    }
}
