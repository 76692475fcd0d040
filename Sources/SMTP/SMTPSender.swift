import CCurl
import Dispatch
package import Mail

/// Hands mails to a server by SMTP (RFC 5321), one connection a mail.
package struct SMTPSender: Sendable {
    private let server: SMTPServer

    package init(_ server: SMTPServer) {
        self.server = server
    }

    /// Sends on a thread of its own, so that waiting for the server blocks nobody else.
    package func send(_ mail: [UInt8], from: MailAddress, to: [MailAddress]) async throws(SMTPError) -> SMTPReceipt {
        let result: Result<SMTPReceipt, SMTPError> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: Result { () throws(SMTPError) in try sendNow(mail, from: from, to: to) })
            }
        }
        return try result.get()
    }

    /// Sends on the caller's thread.
    ///
    /// Succeeds when the server took the mail for at least one recipient; the receipt tells for which. The error keeps
    /// apart what may be tried again, what may not, and what may have been sent already.
    package func sendNow(_ mail: [UInt8], from: MailAddress, to: [MailAddress]) throws(SMTPError) -> SMTPReceipt {
        for address in to + [from] where !address.isDeliverable {
            throw SMTPError(.configuration, "\(address.address.debugDescription) is no address that can be written to.")
        }
        guard !to.isEmpty else { throw SMTPError(.configuration, "The mail has no recipient.") }
        guard CurlSession.isReady else { throw SMTPError(.configuration, "libcurl could not be set up.") }
        let session = try CurlSession(server, mail: mail, from: from, to: to.map(\.normalized))
        let code = session.perform()
        let dialogue = session.exchange.dialogue
        if code == CURLE_OK {
            return SMTPReceipt(recipients: dialogue.recipients, reply: dialogue.lastReply)
        }
        throw SMTPFailure(code: code, exchange: session.exchange, server: server).error
    }
}

/// Turns libcurl's code and what the server said into an error for the person who must act.
struct SMTPFailure {
    let code: CURLcode
    let exchange: SMTPExchange
    let server: SMTPServer

    var error: SMTPError {
        let dialogue = exchange.dialogue
        let said = dialogue.lastReply
        let place = "\(server.host):\(server.port)"
        let reply = dialogue.lastCode
        func make(_ code: SMTPError.Code, _ message: String) -> SMTPError {
            SMTPError(code, message, reply: reply, recipients: dialogue.recipients)
        }
        switch code {
        case CURLE_USE_SSL_FAILED:
            return make(.tls, "\(place) offers no STARTTLS, which is required. Ask its operator, or allow plain text.")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
            return make(.tls, "No trusted TLS connection to \(place): \(exchange.detail ?? describe(code)).")
        case CURLE_LOGIN_DENIED:
            return make(.login, "\(place) does not accept the user and password. \(said)")
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_FAILED_INIT,
            CURLE_NOT_BUILT_IN, CURLE_UNKNOWN_OPTION:
            return make(.configuration, "The mail server \(place) cannot be used: \(describe(code)).")
        default:
            break
        }
        // The server's refusal is the last word, if the mail as a whole was refused or every recipient was.
        if let reply, reply >= 400, code != CURLE_RECV_ERROR, code != CURLE_GOT_NOTHING,
            code != CURLE_OPERATION_TIMEDOUT
        {
            if dialogue.isLoggingIn { return make(.login, "\(place) does not accept the user and password. \(said)") }
            let isDeferred = reply < 500 || dialogue.recipients.contains { $0.outcome == .deferred }
            return make(isDeferred ? .deferred : .refused, "\(place) said: \(said)")
        }
        if dialogue.gotData, exchange.isHandedOver, !dialogue.finished {
            return make(
                .inDoubt,
                "\(place) had the whole mail and did not say whether it took it: \(exchange.detail ?? describe(code)).")
        }
        return make(.unreachable, "\(place) cannot be reached: \(exchange.detail ?? describe(code)).")
    }

    private func describe(_ code: CURLcode) -> String {
        unsafe curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code.rawValue)"
    }
}
