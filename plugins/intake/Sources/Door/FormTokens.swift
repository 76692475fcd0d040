import Crypto
import FoundationEssentials

/// Tokens that our forms carry: a name for one filling-in, signed, good for two days, and on one page only.
struct FormTokens: Sendable {
    private let key: SymmetricKey
    private let place: String
    private let lifetime = 48 * 3600

    /// - Parameter place: the page.
    init(key: SymmetricKey, place: String = "/") {
        self.key = key
        self.place = place
    }

    /// What a token turns out to be.
    enum Finding: Hashable {
        /// Ours; its name.
        case good(String)
        /// Ours, and too old.
        case stale
        case forged
    }

    /// - Parameter now: seconds since 1970.
    func make(at now: Int = Self.now) -> String {
        let name = String(UInt64.random(in: .min ... .max), radix: 36)
        let text = "\(String(now, radix: 36)).\(name)"
        return "\(text).\(mac(text))"
    }

    func check(_ token: String, at now: Int = Self.now) -> Finding {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count < 100, parts.count == 3, let made = Int(parts[0], radix: 36) else { return .forged }
        let expected = Array(mac("\(parts[0]).\(parts[1])").utf8)
        let given = Array(parts[2].utf8)
        guard given.count == expected.count, zip(given, expected).reduce(UInt8(0), { $0 | ($1.0 ^ $1.1) }) == 0 else {
            return .forged
        }
        return (0...lifetime).contains(now - made) ? .good(String(parts[1])) : .stale
    }

    static var now: Int { Int(Date().timeIntervalSince1970) }

    private func mac(_ text: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("casewire/1 form \(place) \(text)".utf8), using: key)
        return Array(code).prefix(12).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
    }
}
