import Foundation

@testable import Casework

/// The labelled texts of `Texts/*.csv`, which people may read and add to.
enum GateTexts {
    static let development = texts("development")
    static let heldOut = texts("held-out")

    struct Text: Sendable {
        var id: String
        var language: String
        var example: GateCase
    }

    private static func texts(_ name: String) -> [Text] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Texts/\(name).csv")
        guard let content = try? String(contentsOf: file, encoding: .utf8) else {
            preconditionFailure("\(file.path) cannot be read")
        }
        var rows = rows(of: content)[...]
        guard let header = rows.popFirst() else { preconditionFailure("\(file.path) is empty") }
        return rows.map { row in
            let fields = Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
            return text(fields.filter { !$0.value.isEmpty })
        }
    }

    private static func text(_ fields: [String: String]) -> Text {
        var example = GateCase(fields["text"] ?? "")
        example.rules = Set(
            (fields["expected"] ?? "").split(separator: " ").map { name in
                guard let rule = GateRule(rawValue: String(name)) else {
                    preconditionFailure("there is no rule \(name)")
                }
                return rule
            })
        example.purpose = fields["purpose"] ?? "answer"
        example.mood = fields["mood"]
        switch fields["authority"] {
        case nil: example.authority = .none
        case "desk": example.authority = GateCase.authority
        case let words?: example.authority = Authority(words: words)
        }
        return Text(id: fields["id"] ?? "", language: fields["language"] ?? "", example: example)
    }

    /// CSV as RFC 4180 has it.
    private static func rows(of content: String) -> [[String]] {
        var rows: [[String]] = []
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        for character in content {
            switch character {
            case "\"":
                if !isQuoted, !field.isEmpty { field.append(character) }
                isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                rows.append(fields + [field])
                fields = []
                field = ""
            default: field.append(character)
            }
        }
        return rows
    }
}
