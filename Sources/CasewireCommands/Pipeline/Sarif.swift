import Pipeline
import StageProtocol

/// Diagnostics in SARIF 2.1.0, the form in which code reviews take the findings of tools.
enum Sarif {
    /// A log with one run.
    static func log(_ diagnostics: [Diagnostic]) -> JSON {
        let codes = Set(diagnostics.map(\.code.rawValue)).sorted()
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": "casewire check", "version": .string(Casewire.version),
                            "rules": .array(codes.map { ["id": .string($0)] }),
                        ]
                    ],
                    "columnKind": "unicodeCodePoints", "results": .array(diagnostics.map(result)),
                ]
            ],
        ]
    }

    private static func result(_ diagnostic: Diagnostic) -> JSON {
        let text = [diagnostic.message, diagnostic.hint].compactMap { $0 }.joined(separator: "\n")
        var result: [String: JSON] = [
            "ruleId": .string(diagnostic.code.rawValue), "level": .string(diagnostic.severity.rawValue),
            "message": ["text": .string(text)], "locations": [location(diagnostic.place, nil)],
        ]
        if !diagnostic.notes.isEmpty {
            result["relatedLocations"] = .array(diagnostic.notes.map { location($0.place, $0.message) })
        }
        return .object(result)
    }

    private static func location(_ place: Place, _ message: String?) -> JSON {
        let scheme = place.file.hasPrefix("/") ? "file://" : ""
        var physical: [String: JSON] = ["artifactLocation": ["uri": .string(scheme + escaped(place.file))]]
        if place.line > 0 {
            physical["region"] = ["startLine": .int(Int64(place.line)), "startColumn": .int(Int64(place.column))]
        }
        var location: [String: JSON] = ["physicalLocation": .object(physical)]
        if let message { location["message"] = ["text": .string(message)] }
        return .object(location)
    }

    /// A path as a URI has it: all but unreserved bytes and slashes in hexadecimal.
    private static func escaped(_ path: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        return path.utf8.map { byte in
            let hex = String(byte, radix: 16, uppercase: true)
            return plain.contains(byte) ? String(UnicodeScalar(byte)) : "%" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
    }
}
