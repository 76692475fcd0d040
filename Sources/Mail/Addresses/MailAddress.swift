/// Somebody who writes or is written to.
package struct MailAddress: Codable, Sendable, Hashable {
    package var name: String?
    package var address: String

    package init(name: String? = nil, address: String) {
        self.name = name
        self.address = address
    }

    package var local: String { Self.split(address).local }
    package var domain: String { Self.split(address).domain }

    /// As it is written to: spaces and angle brackets off, the domain in lower case.
    package var normalized: String {
        let parts = Self.split(address)
        return parts.domain.isEmpty ? parts.local : parts.local + "@" + parts.domain.lowercased()
    }

    /// As it is looked up. No mail system in use tells local parts apart by case, and people write them as they like.
    package var comparable: String { normalized.lowercased() }

    /// What follows the first `+` of the local part: `desk+c.17.mac@x` has `c.17.mac`.
    package var tag: String? {
        let local = self.local
        guard let plus = local.firstIndex(of: "+") else { return nil }
        let tag = local[local.index(after: plus)...]
        return tag.isEmpty ? nil : String(tag)
    }

    /// The address without its plus tag, for comparing.
    package var withoutTag: String {
        let parts = Self.split(comparable)
        let local = parts.local.prefix { $0 != "+" }
        return parts.domain.isEmpty || local.isEmpty ? comparable : local + "@" + parts.domain
    }

    /// Whether it can be written to as it stands: one mailbox, printable ASCII, a domain.
    package var isDeliverable: Bool {
        let parts = Self.split(address)
        guard address.utf8.count <= 320, !parts.local.isEmpty, parts.local.utf8.count <= 64, !parts.domain.isEmpty,
            !parts.domain.hasPrefix("."), !parts.domain.hasSuffix("."), !parts.domain.contains("..")
        else { return false }
        let isLiteral = parts.domain.hasPrefix("[") && parts.domain.hasSuffix("]")
        return parts.local.utf8.allSatisfy(Self.isLocalByte)
            && parts.domain.utf8.allSatisfy {
                Self.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E
                    || isLiteral && ($0 == 0x3A || $0 == 0x5B || $0 == 0x5D)
            }
    }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func split(_ address: String) -> (local: String, domain: String) {
        var text = address.trimmed
        if text.hasPrefix("<"), text.hasSuffix(">") { text = text.dropFirst().dropLast().trimmed }
        guard let at = text.lastIndex(of: "@") else { return (text, "") }
        return (String(text[..<at]), String(text[text.index(after: at)...]))
    }

    /// Writes both keys, so that a reader need not ask whether there is a name.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(address, forKey: .address)
    }

    enum CodingKeys: String, CodingKey { case name, address }
}
