/// A case's reference as customers know it: `CW-` and seven letters and digits.
enum Reference {
    private static let letters = Set("23456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// The reference that a text is, whatever its case and the spaces around it; nil for any other text.
    static func canonical(_ text: some StringProtocol) -> String? {
        let text = String(text.filter { !$0.isWhitespace }).uppercased()
        guard text.count == 10, text.hasPrefix("CW-"), text.dropFirst(3).allSatisfy(letters.contains) else {
            return nil
        }
        return text
    }

    /// The references that stand in a line, each once, in order.
    static func all(in line: String) -> [String] {
        let words = line.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
        return words.compactMap(canonical).reduce(into: []) { found, reference in
            if !found.contains(reference) { found.append(reference) }
        }
    }

    /// The key under which the broker knows a case by its reference.
    static func key(_ reference: String) -> String { "ref:\(reference)" }
}
