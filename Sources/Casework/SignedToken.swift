public import Crypto
import FoundationEssentials

/// A short text that only this pipeline can have written: who may speak on which case. It stands in reply addresses and
/// links, so it is lower-case letters, digits, `.` and `-` only.
///
/// Form: `KIND.SUBJECT.MAC`, where the MAC is the first 80 bits of HMAC-SHA256 over kind and subject, in base 32.
public struct SignedToken: Sendable, Hashable {
    /// What the bearer may do.
    public enum Kind: String, Sendable {
        /// Speak as the customer of a case; the subject is its reference.
        case customer = "c"
        /// Speak as a colleague on a case; the subject is `REFERENCE.PERSON`.
        case staff = "s"
        /// Vote on a case; the subject is `REFERENCE.QUESTION.WHO`, with whom as in a ``CaseLink``.
        case vote = "v"
        /// See a case's private page and write there; the subject is that of a ``CaseLink``.
        case page = "p"
        /// Join the appreciation list; the subject is that of a ``ListLink``.
        case join = "j"
        /// Leave the list and all mails that answer nothing; the subject is that of a ``ListLink``.
        case leave = "u"
    }

    /// What the bearer may do.
    public let kind: Kind
    /// What it is about, in lower case.
    public let subject: String

    /// A token of a kind about something.
    public init(_ kind: Kind, _ subject: String) {
        self.kind = kind
        self.subject = subject.lowercased()
    }

    /// The token as text.
    public func signed(with key: SymmetricKey) -> String { "\(kind.rawValue).\(subject).\(mac(key))" }

    /// The token a text stands for, or nil where this pipeline did not write it. Letter case does not matter, since mail
    /// servers change it.
    public init?(verifying text: String, with key: SymmetricKey) {
        let parts = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 3, let kind = Kind(rawValue: String(parts[0])), let given = parts.last else { return nil }
        self.init(kind, parts[1..<(parts.count - 1)].joined(separator: "."))
        guard constantTimeEqual(Array(given.utf8), Array(mac(key).utf8)) else { return nil }
    }

    private func mac(_ key: SymmetricKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("casewire/1 \(kind.rawValue) \(subject)".utf8), using: key)
        return base32(Array(code).prefix(10))
    }
}

/// Reading the pipeline's signing key: 32 random bytes in a file that only its user can read.
public enum SigningKey {
    /// The key in a file.
    /// - Throws: `SigningKeyError` where the file is missing or no key.
    public static func load(path: String) throws -> SymmetricKey {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw SigningKeyError(
                path: path, problem: "cannot be read; `casewire up` makes var/keys/signing.key at its first start")
        }
        guard bytes.count == 32 else {
            throw SigningKeyError(path: path, problem: "holds \(bytes.count) bytes; a signing key has 32")
        }
        return SymmetricKey(data: bytes)
    }
}

/// Why there is no signing key.
public struct SigningKeyError: Error, Sendable, CustomStringConvertible {
    let path: String
    let problem: String

    /// Where, what, and what to do.
    public var description: String { "signing key \(path) \(problem)" }
}

private func base32(_ bytes: some Sequence<UInt8>) -> String {
    let alphabet = Array("abcdefghjkmnpqrstvwxyz0123456789")
    var text = ""
    var buffer = 0
    var bits = 0
    for byte in bytes {
        buffer = buffer << 8 | Int(byte)
        bits += 8
        while bits >= 5 {
            bits -= 5
            text.append(alphabet[buffer >> bits & 31])
        }
    }
    return text
}

private func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
