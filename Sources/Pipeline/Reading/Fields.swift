/// A value and the place it was written at.
struct Located<Value> {
    var value: Value
    var place: Place

    func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(value: transform(value), place: place)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// The keys of one mapping, each asked for by name; a key that nobody knows was found on the way in.
struct Fields {
    /// Where the mapping stands.
    let place: Place
    let entries: [YAMLNode.Entry]
    private let what: String
    private let findings: Findings

    /// - Parameters:
    ///   - what: the mapping in words, as in `unknown key "sokcet" in the stage door`.
    ///   - keys: all that may stand there; nil where any name may.
    init?(_ node: YAMLNode, _ what: String, keys: [String]?, findings: Findings) {
        guard case .mapping(let entries) = node.content else {
            findings.error(.wrongType, at: node.place, "\(what) must be a mapping of keys to values, not \(node.kind)")
            return nil
        }
        self.entries = entries
        self.what = what
        self.findings = findings
        place = node.place
        guard let keys else { return }
        for entry in entries where !keys.contains(entry.key) {
            findings.unknown(
                .unknownKey, at: entry.keyPlace, "unknown key \"\(entry.key)\" in \(what)", name: entry.key, among: keys
            )
        }
    }

    func entry(_ key: String) -> YAMLNode.Entry? { entries.first { $0.key == key } }

    /// The value of a key; nil where the key is left out or has nothing behind it.
    subscript(key: String) -> YAMLNode? {
        guard let value = entry(key)?.value, !value.isNull else { return nil }
        return value
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> YAMLNode? {
        if let value = self[key] { return value }
        if let entry = entry(key) {
            findings.error(.missingKey, at: entry.keyPlace, "\"\(key)\" has no value")
        } else {
            findings.missing(key, at: place, in: what)
        }
        return nil
    }
}
