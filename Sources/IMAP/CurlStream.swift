import CCurl
import Glibc
import Synchronization

/// A connection that libcurl opens, encrypts and logs in; what is said on it afterwards is ours.
///
/// Used by one thread at a time, but for ``Plug/pull()``.
@safe
final class CurlStream {
    static let isReady = ccurl_global_init() == CURLE_OK

    /// Ends a connection from another thread.
    final class Plug: Sendable {
        private let state = Mutex<(isPulled: Bool, socket: Int32?)>((false, nil))

        var isPulled: Bool { state.withLock { $0.isPulled } }

        /// Whoever waits for the server stops waiting.
        func pull() {
            state.withLock { state in
                state.isPulled = true
                if let socket = state.socket { shutdown(socket, Int32(SHUT_RDWR)) }
            }
        }

        fileprivate func hold(_ socket: Int32?) {
            state.withLock { state in
                state.socket = socket
                if let socket, state.isPulled { shutdown(socket, Int32(SHUT_RDWR)) }
            }
        }
    }

    private let handle: UnsafeMutableRawPointer
    private let server: IMAPServer
    private let plug: Plug
    private let listener = Listener()
    private var socket: Int32 = -1

    /// Connects and logs in.
    init(_ server: IMAPServer, plug: Plug) throws(IMAPError) {
        guard Self.isReady, let handle = unsafe curl_easy_init() else {
            throw IMAPError(.configuration, "libcurl could not be set up.")
        }
        unsafe self.handle = handle
        self.server = server
        self.plug = plug
        guard setUp() else {
            throw IMAPError(
                .configuration, "This libcurl lacks what reading mailboxes needs; version 7.85 or newer does it.")
        }
        let code = unsafe curl_easy_perform(handle)
        guard code == CURLE_OK else { throw failure(code) }
        socket = unsafe ccurl_active_socket(handle)
        guard socket >= 0 else { throw IMAPError(.unreachable, "\(server.place) closed the connection.") }
        plug.hold(socket)
    }

    deinit {
        // Without its socket libcurl has nobody to say goodbye to, and nobody to wait for.
        plug.hold(nil)
        if socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
        unsafe curl_easy_cleanup(handle)
    }

    private func set(_ option: CURLoption, _ value: Int) -> Bool {
        unsafe ccurl_set_long(handle, option, value) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: String) -> Bool {
        unsafe ccurl_set_string(handle, option, value) == CURLE_OK
    }

    private func setUp() -> Bool {
        let level: curl_usessl =
            switch server.security {
            case .tls, .startTLS: CURLUSESSL_ALL
            case .opportunistic: CURLUSESSL_TRY
            case .none: CURLUSESSL_NONE
            }
        if let file = server.trustedCertificates, !set(CURLOPT_CAINFO, file) { return false }
        let words = unsafe Unmanaged.passUnretained(listener).toOpaque()
        let plug = unsafe Unmanaged.passUnretained(plug).toOpaque()
        guard unsafe ccurl_set_debug(handle, noteReplies, words) == CURLE_OK,
            unsafe ccurl_set_progress(handle, stopWhenPulled, plug) == CURLE_OK
        else { return false }
        // Signals are not ours to take in a process with threads; proxies of the environment are for the web.
        return set(CURLOPT_URL, server.url) && set(CURLOPT_PROTOCOLS_STR, "imap,imaps") && set(CURLOPT_NOSIGNAL, 1)
            && set(CURLOPT_PROXY, "") && set(CURLOPT_CONNECTTIMEOUT, server.connectSeconds)
            && set(CURLOPT_TIMEOUT, server.connectSeconds) && set(CURLOPT_SERVER_RESPONSE_TIMEOUT, 5)
            && set(CURLOPT_TCP_KEEPALIVE, 1) && set(CURLOPT_USE_SSL, Int(level.rawValue))
            && set(CURLOPT_USERNAME, server.user) && set(CURLOPT_PASSWORD, server.password)
            && set(CURLOPT_CONNECT_ONLY, 1) && set(CURLOPT_VERBOSE, 1)
    }

    // MARK: Bytes

    func send(_ bytes: [UInt8], within seconds: Int) throws(IMAPError) {
        let end = ContinuousClock.now + .seconds(seconds)
        var done = 0
        while done < bytes.count {
            var count = 0
            let code = unsafe bytes.withUnsafeBytes { buffer in
                unsafe curl_easy_send(handle, buffer.baseAddress?.advanced(by: done), bytes.count - done, &count)
            }
            done += count
            if code == CURLE_AGAIN {
                guard try wait(POLLOUT, until: end) else { throw silence }
            } else if code != CURLE_OK {
                throw lost(code)
            }
        }
    }

    /// What has come; nil where nothing did until the moment named.
    func receive(until end: ContinuousClock.Instant) throws(IMAPError) -> [UInt8]? {
        while true {
            var (code, count) = (CURLE_OK, 0)
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
                code = unsafe curl_easy_recv(handle, buffer.baseAddress, buffer.count, &count)
                filled = code == CURLE_OK ? count : 0
            }
            if code == CURLE_OK {
                guard !bytes.isEmpty else { throw lost(CURLE_GOT_NOTHING) }
                return bytes
            }
            guard code == CURLE_AGAIN else { throw lost(code) }
            guard try wait(POLLIN, until: end) else { return nil }
        }
    }

    private func wait(_ what: Int32, until end: ContinuousClock.Instant) throws(IMAPError) -> Bool {
        while true {
            let left = max(.zero, end - ContinuousClock.now)
            let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
            var descriptor = pollfd(fd: socket, events: Int16(what), revents: 0)
            let count = unsafe poll(&descriptor, 1, Int32(clamping: milliseconds + 1))
            if plug.isPulled { throw lost(CURLE_ABORTED_BY_CALLBACK) }
            if count > 0 { return true }
            if count == 0 { return false }
            guard errno == EINTR else { throw lost(CURLE_RECV_ERROR) }
        }
    }

    // MARK: Errors

    var silence: IMAPError { IMAPError(.unreachable, "\(server.place) does not answer.") }

    private func lost(_ code: CURLcode) -> IMAPError {
        IMAPError(.unreachable, "The connection to \(server.place) broke: \(describe(code)).")
    }

    private func failure(_ code: CURLcode) -> IMAPError {
        let said = listener.lastReply.isEmpty ? "" : " It said: \(listener.lastReply)"
        switch code {
        case CURLE_USE_SSL_FAILED:
            return IMAPError(
                .tls,
                "\(server.place) offers no STARTTLS, so no password was sent. Use imaps://, or ask its operator.")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
            return IMAPError(.tls, "No trusted TLS connection to \(server.place): \(describe(code)).")
        case CURLE_LOGIN_DENIED:
            return IMAPError(
                .login, "\(server.place) does not accept the password of \(server.user).\(said)")
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_FAILED_INIT,
            CURLE_NOT_BUILT_IN, CURLE_UNKNOWN_OPTION:
            return IMAPError(.configuration, "The mail server \(server.place) cannot be used: \(describe(code)).")
        default:
            return IMAPError(.unreachable, "\(server.place) cannot be reached: \(describe(code)).\(said)")
        }
    }

    private func describe(_ code: CURLcode) -> String {
        unsafe curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code.rawValue)"
    }
}

/// Keeps the server's last words while libcurl logs in; our own, with the password in them, are never kept.
private final class Listener {
    var lastReply = ""
}

private func noteReplies(
    _ handle: UnsafeMutableRawPointer?, _ type: curl_infotype, _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int32 {
    guard type == CURLINFO_HEADER_IN, let bytes = unsafe bytes, let context = unsafe context else { return 0 }
    let text = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: min(count, 300)), as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    unsafe Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue().lastReply = line
    return 0
}

private func stopWhenPulled(
    _ context: UnsafeMutableRawPointer?, _ download: curl_off_t, _ downloaded: curl_off_t, _ upload: curl_off_t,
    _ uploaded: curl_off_t
) -> Int32 {
    guard let context = unsafe context else { return 0 }
    return unsafe Unmanaged<CurlStream.Plug>.fromOpaque(context).takeUnretainedValue().isPulled ? 1 : 0
}
