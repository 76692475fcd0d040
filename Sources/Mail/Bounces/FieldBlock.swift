/// "Name: value" lines with folds, as delivery reports and returned headers hold them.
struct FieldBlock {
    private(set) var fields: [(name: String, value: String)] = []

    /// Every block of the text, divided by blank lines.
    static func blocks(_ bytes: [UInt8], limit: Int = 50) -> [FieldBlock] {
        let text = Charset.decode(bytes, declared: nil).text
        var blocks: [FieldBlock] = []
        var current = FieldBlock()
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(5_000) {
            let line = String(decoding: line, as: UTF8.self)
            let bare = line.trimmed
            if bare.isEmpty {
                if !current.fields.isEmpty { blocks.append(current) }
                if blocks.count >= limit { return blocks }
                current = FieldBlock()
            } else if line.first == " " || line.first == "\t", let last = current.fields.indices.last {
                if current.fields[last].value.utf8.count < 4_000 { current.fields[last].value += " " + bare }
            } else if let colon = bare.firstIndex(of: ":") {
                current.fields.append((bare[..<colon].trimmed.lowercased(), bare[bare.index(after: colon)...].trimmed))
            }
        }
        if !current.fields.isEmpty { blocks.append(current) }
        return blocks
    }

    subscript(name: String) -> String? {
        fields.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// The value behind a type such as `rfc822;` or `smtp;`.
    func typed(_ name: String) -> String? {
        guard let value = self[name] else { return nil }
        guard let semicolon = value.firstIndex(of: ";"), value.distance(from: value.startIndex, to: semicolon) < 20
        else {
            return value
        }
        let inner = value[value.index(after: semicolon)...].trimmed
        return inner.isEmpty ? nil : inner
    }
}
