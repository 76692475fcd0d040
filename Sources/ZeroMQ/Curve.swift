import CZeroMQ
import Glibc

/// Keys for CURVE, the encryption of the wire (ZMTP, RFC 26). A key is 40 characters of Z85 text (RFC 32).
public enum Curve {
    /// The length of a key as text.
    static let keyLength = 40

    /// Makes a fresh pair of keys.
    public static func keyPair() throws(ZeroMQError) -> (public: String, secret: String) {
        var publicKey = [CChar](repeating: 0, count: keyLength + 1)
        var secretKey = publicKey
        let result = unsafe czmq_keypair(&publicKey, &secretKey)
        if result < 0 { throw failure(result, "make a pair of keys") }
        return (text(publicKey), text(secretKey))
    }

    /// The public key that belongs to a secret one.
    public static func publicKey(ofSecret secret: String) throws(ZeroMQError) -> String {
        let operation = "derive a public key"
        guard isKey(secret) else { throw ZeroMQError(EINVAL, operation, because: malformed("secret key", secret)) }
        var publicKey = [CChar](repeating: 0, count: keyLength + 1)
        let result = unsafe czmq_public_key(&publicKey, secret)
        if result < 0 { throw failure(result, operation) }
        return text(publicKey)
    }

    /// A key of 32 bytes, as an authenticator is handed it, as text; nil for anything else.
    public static func text(ofKey key: [UInt8]) -> String? {
        guard key.count == 32 else { return nil }
        var written = [CChar](repeating: 0, count: keyLength + 1)
        return unsafe czmq_key_text(&written, key) == 0 ? text(written) : nil
    }

    /// Whether a text has the shape of a key.
    static func isKey(_ text: String) -> Bool {
        text.utf8.count == keyLength && text.utf8.allSatisfy(alphabet.contains)
    }

    /// Says what is wrong with a key without showing any of it.
    static func malformed(_ name: String, _ key: String) -> String {
        "the \(name) must be \(keyLength) characters of Z85 text, and it has \(key.utf8.count)"
            + "\(key.utf8.count == keyLength ? ", of which some are not of that alphabet" : "")."
    }

    private static let alphabet = Set(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8)

    private static func text(_ key: [CChar]) -> String {
        String(decoding: key.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func failure(_ result: Int32, _ operation: String) -> ZeroMQError {
        ZeroMQError(
            -result, operation,
            because: result == -ENOTSUP
                ? "this libzmq was built without encryption. Install one with CURVE."
                : ErrorAdvice.text(for: -result, endpoint: nil))
    }
}

/// A socket's part in an encrypted connection. Never printed with its keys.
public enum CurveRole: Sendable, CustomStringConvertible, CustomReflectable {
    /// Proves itself by its secret key, and asks the authenticator about each client, under the name `domain`. With
    /// no authenticator at work nobody is let in.
    case server(secretKey: String, domain: String)
    /// Proves itself by its own keys, and talks only to the owner of `serverKey`.
    case client(publicKey: String, secretKey: String, serverKey: String)

    /// The role, without keys.
    public var description: String {
        switch self {
        case .server(_, let domain): "CURVE server, domain \(domain)"
        case .client: "CURVE client"
        }
    }

    /// The role, without keys.
    public var customMirror: Mirror { Mirror(self, children: []) }

    func apply(with setter: OptionSetter) throws(ZeroMQError) {
        switch self {
        case .server(let secretKey, let domain):
            try check(secretKey, "secret key", setter)
            guard !domain.isEmpty else {
                throw setter.failure(
                    EINVAL, "curve",
                    because: "a server needs an authentication domain: without one it would let anybody in.")
            }
            try setter.set(ZMQ_CURVE_SERVER, "curve", true)
            try setter.set(ZMQ_CURVE_SECRETKEY, "curve secret key", secretKey)
            try setter.set(ZMQ_ZAP_DOMAIN, "curve domain", domain)
            try setter.set(ZMQ_ZAP_ENFORCE_DOMAIN, "curve domain", true)
        case .client(let publicKey, let secretKey, let serverKey):
            try check(publicKey, "public key", setter)
            try check(secretKey, "secret key", setter)
            try check(serverKey, "server key", setter)
            try setter.set(ZMQ_CURVE_PUBLICKEY, "curve public key", publicKey)
            try setter.set(ZMQ_CURVE_SECRETKEY, "curve secret key", secretKey)
            try setter.set(ZMQ_CURVE_SERVERKEY, "curve server key", serverKey)
        }
    }

    private func check(_ key: String, _ name: String, _ setter: OptionSetter) throws(ZeroMQError) {
        if !Curve.isKey(key) { throw setter.failure(EINVAL, "curve", because: Curve.malformed(name, key)) }
    }
}
