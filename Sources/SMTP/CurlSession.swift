import CCurl
import Mail

/// What libcurl's callbacks read and write; used on the one thread that performs the transfer.
final class SMTPExchange {
    private let mail: [UInt8]
    private var offset = 0
    var dialogue: SMTPDialogue
    /// libcurl's own words about what went wrong.
    var detail: String?

    init(mail: [UInt8], recipients: [String]) {
        self.mail = mail
        dialogue = SMTPDialogue(recipients: recipients)
    }

    /// Whether libcurl has taken the last byte of the mail.
    var isHandedOver: Bool { offset == mail.count }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, mail.count - offset)
        unsafe buffer.copyBytes(from: mail[offset..<(offset + count)])
        offset += count
        return count
    }
}

/// One transfer by libcurl's easy interface.
@safe
final class CurlSession {
    static let isReady = ccurl_global_init() == CURLE_OK

    let exchange: SMTPExchange
    private let handle: UnsafeMutableRawPointer
    private var recipients: UnsafeMutablePointer<curl_slist>?

    init(_ server: SMTPServer, mail: [UInt8], from: MailAddress, to: [String]) throws(SMTPError) {
        guard let handle = unsafe curl_easy_init() else {
            throw SMTPError(.configuration, "libcurl could not be set up.")
        }
        unsafe self.handle = handle
        exchange = SMTPExchange(mail: mail, recipients: to)
        for address in to { unsafe recipients = curl_slist_append(recipients, "<\(address)>") }
        let isSet = setConnection(server) && setSecurity(server) && setLogin(server) && setMail(mail, from: from)
        guard isSet else {
            throw SMTPError(
                .configuration, "This libcurl lacks what sending mail needs; version 7.85 or newer does it.")
        }
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        unsafe curl_slist_free_all(recipients)
    }

    func perform() -> CURLcode {
        var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE) + 1)
        let code = unsafe words.withUnsafeMutableBufferPointer { buffer in
            unsafe ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, buffer.baseAddress)
            let code = unsafe curl_easy_perform(handle)
            unsafe ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, nil)
            return code
        }
        let text = String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if code != CURLE_OK, !text.isEmpty { exchange.detail = text }
        return code
    }

    private func set(_ option: CURLoption, _ value: Int) -> Bool {
        unsafe ccurl_set_long(handle, option, value) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: String) -> Bool {
        unsafe ccurl_set_string(handle, option, value) == CURLE_OK
    }

    private func setConnection(_ server: SMTPServer) -> Bool {
        var url = server.url
        if let name = server.localName { url += "/" + name }
        // Signals are not ours to take in a process with threads; proxies of the environment are for the web.
        return set(CURLOPT_URL, url) && set(CURLOPT_PROTOCOLS_STR, "smtp,smtps") && set(CURLOPT_NOSIGNAL, 1)
            && set(CURLOPT_PROXY, "") && set(CURLOPT_CONNECTTIMEOUT, server.connectSeconds)
            && set(CURLOPT_TIMEOUT, server.totalSeconds) && set(CURLOPT_FRESH_CONNECT, 1)
            && set(CURLOPT_FORBID_REUSE, 1)
    }

    private func setSecurity(_ server: SMTPServer) -> Bool {
        let level: curl_usessl =
            switch server.security {
            case .tls, .startTLS: CURLUSESSL_ALL
            case .opportunistic: CURLUSESSL_TRY
            case .none: CURLUSESSL_NONE
            }
        guard set(CURLOPT_USE_SSL, Int(level.rawValue)) else { return false }
        guard let file = server.trustedCertificates else { return true }
        return set(CURLOPT_CAINFO, file)
    }

    private func setLogin(_ server: SMTPServer) -> Bool {
        guard let credentials = server.credentials else { return true }
        return set(CURLOPT_USERNAME, credentials.user) && set(CURLOPT_PASSWORD, credentials.password)
    }

    private func setMail(_ mail: [UInt8], from: MailAddress) -> Bool {
        let context = unsafe Unmanaged.passUnretained(exchange).toOpaque()
        let codes = unsafe [
            ccurl_set_read(handle, readMail, context), ccurl_set_write(handle, dropBytes, nil),
            ccurl_set_debug(handle, noteDialogue, context), ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipients),
        ]
        // One bad address must not keep the mail from the others.
        return codes.allSatisfy { $0 == CURLE_OK } && set(CURLOPT_MAIL_FROM, "<\(from.normalized)>")
            && set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1) && set(CURLOPT_UPLOAD, 1) && set(CURLOPT_INFILESIZE, mail.count)
            && set(CURLOPT_VERBOSE, 1)
    }
}

private func readMail(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let buffer = unsafe buffer, let context = unsafe context else { return 0 }
    let exchange = unsafe Unmanaged<SMTPExchange>.fromOpaque(context).takeUnretainedValue()
    return unsafe exchange.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
}

private func dropBytes(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    size * count
}

/// Listens to the commands and replies; libcurl would print them otherwise.
private func noteDialogue(
    _ handle: UnsafeMutableRawPointer?, _ type: curl_infotype, _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int32 {
    guard let bytes = unsafe bytes, let context = unsafe context,
        type == CURLINFO_HEADER_IN || type == CURLINFO_HEADER_OUT
    else { return 0 }
    let exchange = unsafe Unmanaged<SMTPExchange>.fromOpaque(context).takeUnretainedValue()
    let text = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    for line in text.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" }) {
        if type == CURLINFO_HEADER_OUT {
            exchange.dialogue.sent(String(line))
        } else {
            exchange.dialogue.received(String(line))
        }
    }
    return 0
}
