import CZeroMQ
import Glibc

/// Something that happened to a socket's connections.
public enum MonitorEvent: Sendable, Equatable, CustomStringConvertible {
    /// A connector reached the other side; the handshake comes next.
    case connected(endpoint: String)
    /// A listener took a connection; the handshake comes next.
    case accepted(endpoint: String)
    /// A listener could not take a connection, for the reason in `code`, an `errno`.
    case acceptFailed(endpoint: String, code: Int32)
    /// The handshake succeeded: messages flow.
    case ready(endpoint: String)
    /// The handshake failed; a connector tries again.
    case handshakeFailed(endpoint: String, reason: HandshakeFailure)
    /// A connection ended.
    case disconnected(endpoint: String)
    /// A connector could not reach the other side and tries again after the pause.
    case retrying(endpoint: String, after: Duration)

    /// What happened, where, and where it helps what to look at.
    public var description: String {
        switch self {
        case .connected(let endpoint): "connected to \(endpoint)"
        case .accepted(let endpoint): "connection accepted on \(endpoint)"
        case .acceptFailed(let endpoint, let code):
            "connection refused on \(endpoint): \(ErrorAdvice.text(for: code, endpoint: nil))"
        case .ready(let endpoint): "handshake done on \(endpoint)"
        case .handshakeFailed(let endpoint, let reason): "handshake failed on \(endpoint): \(reason)"
        case .disconnected(let endpoint): "disconnected from \(endpoint)"
        case .retrying(let endpoint, let pause): "nobody answers on \(endpoint); next attempt after \(pause)"
        }
    }
}

/// Why two sides did not come to terms.
public enum HandshakeFailure: Sendable, Equatable, CustomStringConvertible {
    /// The authenticator said no, with its status: 300 for "later", 400 for "no", 500 for a fault of its own.
    case refused(status: Int)
    /// The keys do not fit each other: as a rule a wrong server key.
    case wrongKey
    /// One side uses encryption and the other does not.
    case differentSecurity
    /// The other side broke the protocol; the code is libzmq's.
    case brokenProtocol(code: UInt32)
    /// The connection ended in the middle, with an `errno`.
    case interrupted(code: Int32)

    /// The reason, and what to look at.
    public var description: String {
        switch self {
        case .refused(let status): "the authenticator refused it (status \(status)). Is the client's key on the list?"
        case .wrongKey: "the keys do not fit. Compare the server key on both sides."
        case .differentSecurity: "only one side uses encryption. Give both sides keys, or neither."
        case .brokenProtocol(let code): "the other side does not keep to the protocol (code \(code))."
        case .interrupted(let code):
            "the other side ended it (error \(code)). A wrong server key looks like this from the client's side."
        }
    }
}

extension MonitorEvent {
    /// The events worth asking for. Not the one for the monitor's own end, which nobody would be there to read.
    static let asked =
        ZMQ_EVENT_CONNECTED | ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_ACCEPT_FAILED | ZMQ_EVENT_HANDSHAKE_SUCCEEDED
        | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL
        | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_DISCONNECTED | ZMQ_EVENT_CONNECT_RETRIED

    /// Reads an event from its two frames: 16 bits of kind and 32 of value as this machine orders bytes, and the address.
    init?(_ frames: [Frame]) {
        guard frames.count == 2, frames[0].count == 6 else { return nil }
        let (kind, value) = unsafe frames[0].withUnsafeBytes {
            unsafe ($0.loadUnaligned(as: UInt16.self), $0.loadUnaligned(fromByteOffset: 2, as: UInt32.self))
        }
        let endpoint = String(decoding: frames[1], as: UTF8.self)
        let code = Int32(truncatingIfNeeded: value)
        switch Int32(kind) {
        case ZMQ_EVENT_CONNECTED: self = .connected(endpoint: endpoint)
        case ZMQ_EVENT_ACCEPTED: self = .accepted(endpoint: endpoint)
        case ZMQ_EVENT_ACCEPT_FAILED: self = .acceptFailed(endpoint: endpoint, code: code)
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: self = .ready(endpoint: endpoint)
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH:
            self = .handshakeFailed(endpoint: endpoint, reason: .refused(status: Int(value)))
        case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
            self = .handshakeFailed(endpoint: endpoint, reason: HandshakeFailure(protocolError: code))
        case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL:
            self = .handshakeFailed(endpoint: endpoint, reason: .interrupted(code: code))
        case ZMQ_EVENT_DISCONNECTED: self = .disconnected(endpoint: endpoint)
        case ZMQ_EVENT_CONNECT_RETRIED: self = .retrying(endpoint: endpoint, after: .milliseconds(code))
        default: return nil
        }
    }
}

extension HandshakeFailure {
    init(protocolError code: Int32) {
        switch code {
        case ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC, ZMQ_PROTOCOL_ERROR_ZMTP_KEY_EXCHANGE: self = .wrongKey
        case ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH: self = .differentSecurity
        default: self = .brokenProtocol(code: UInt32(bitPattern: code))
        }
    }
}
