import StageProtocol

/// Why a text was held back, in words: the rule, the words that it is about, and a better wording.
struct FindingText {
    private let finding: JSON

    /// The findings of a text, in whatever shape the voice gives them.
    static func all(_ findings: JSON?) -> [FindingText] {
        guard let findings, findings != .null else { return [] }
        let list = findings.array ?? findings["findings"]?.array ?? [findings]
        return list.map { FindingText(finding: $0) }
    }

    /// `blame-customer: “You forgot it”; say what happens next`
    var line: String {
        func words(_ name: String) -> String? {
            finding[name]?.string.map(\.oneLine).flatMap { $0.isEmpty ? nil : $0 }
        }
        if let plain = finding.string { return plain.oneLine }
        let what = [words("rule"), words("words").map { "“\($0)”" }].compactMap(\.self).joined(separator: ": ")
        let told = [what, words("advice") ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        // Of what another voice found under other names, all is told.
        guard told.isEmpty, let members = finding.object else { return told }
        return members.sorted { $0.key < $1.key }.map { name, value in
            "\(name) \(value.string ?? String(decoding: value.bytes, as: UTF8.self))"
        }.joined(separator: ", ").oneLine
    }
}
