import Mail

/// What was said between us and the server, as far as it tells about the mail; logins are never kept.
struct SMTPDialogue {
    private enum Phase { case other, login, recipient, data, farewell }

    private(set) var recipients: [SMTPReceipt.Recipient] = []
    private(set) var lastReply = ""
    private(set) var lastCode: Int?
    private(set) var isLoggingIn = false
    /// Whether the server asked for the mail.
    private(set) var gotData = false
    private(set) var finished = false

    private var phase = Phase.other
    private var pending: [String] = []
    private var isNext = 0
    private var lines: [String] = []

    init(recipients: [String]) {
        pending = recipients
    }

    mutating func sent(_ command: String) {
        let upper = command.prefix(10).uppercased()
        // What is sent after AUTH is part of the login, whatever it looks like.
        if phase == .login, !["MAIL FROM", "EHLO", "QUIT"].contains(where: { upper.hasPrefix($0) }) { return }
        if upper.hasPrefix("RCPT TO") {
            phase = .recipient
        } else if upper.hasPrefix("DATA") {
            phase = .data
        } else {
            phase = upper.hasPrefix("AUTH") ? .login : upper.hasPrefix("QUIT") ? .farewell : .other
        }
        // The farewell changes nothing about what was said before.
        if phase != .farewell { isLoggingIn = phase == .login }
    }

    mutating func received(_ line: String) {
        guard phase != .farewell, line.utf8.count >= 3, let code = Int(line.prefix(3)) else { return }
        let isLast = line.utf8.count == 3 || !line.dropFirst(3).hasPrefix("-")
        if phase != .login || code != 334, lines.count < 20 { lines.append(String(line.trimmed.prefix(300))) }
        guard isLast else { return }
        lastCode = code
        lastReply = lines.joined(separator: " ")
        lines.removeAll()
        switch phase {
        case .recipient:
            if isNext < pending.count {
                let outcome: SMTPReceipt.Recipient.Outcome =
                    code < 400 ? .accepted : code < 500 ? .deferred : .refused
                recipients.append(.init(address: pending[isNext], outcome: outcome, reply: lastReply))
                isNext += 1
            }
        case .data:
            if code == 354 {
                gotData = true
            } else if gotData, code < 400 {
                finished = true
            }
        case .login where code != 334:
            isLoggingIn = code >= 400
        default:
            break
        }
    }
}
