import Foundation
import StageProtocol

/// A value in a person's editor.
enum Editing {
    /// JSON from a file, or from standard input for `-`.
    static func read(_ path: String) throws -> JSON {
        do {
            let bytes = try path == "-" ? FileHandle.standardInput.readToEnd() : Data(contentsOf: URL(filePath: path))
            return try JSON(bytes: Array(bytes ?? Data()))
        } catch {
            throw CommandFailure(
                .data, "\(path == "-" ? "standard input" : path) does not hold one JSON value: \(error)")
        }
    }

    /// What a person makes of a value in their editor, handed on; nil where they left it as it was.
    static func edit<T>(_ value: JSON, _ use: (JSON) async throws -> T) async throws -> T? {
        let pretty = try JSONSerialization.data(
            withJSONObject: JSONSerialization.jsonObject(with: Data(value.bytes), options: .fragmentsAllowed),
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
        return try await TextEditor.edit(String(decoding: pretty, as: UTF8.self), name: "data.json", keptFor: "--data")
        {
            let after: JSON
            do {
                after = try JSON(bytes: Array($0.utf8))
            } catch {
                throw CommandFailure(.data, "what you wrote is not one JSON value: \(error)")
            }
            return after == value ? nil : try await use(after)
        }
    }
}
