import Foundation
import StageProtocol

/// A value in a person's editor.
enum Editing {
    /// JSON from a file, or from standard input for `-`.
    static func read(_ path: String) throws -> JSON {
        let name = path == "-" ? "standard input" : path
        let bytes: Data?
        do {
            bytes = try path == "-" ? FileHandle.standardInput.readToEnd() : Data(contentsOf: URL(filePath: path))
        } catch {
            throw CommandFailure(.data, "\(name) cannot be read: \(error.localizedDescription)")
        }
        return try value(Array(bytes ?? Data()), "\(name) does not hold one JSON value")
    }

    /// The value that bytes stand for; where they are none, what is wrong in words, and in which line.
    private static func value(_ bytes: [UInt8], _ complaint: String) throws -> JSON {
        do {
            return try JSON(bytes: bytes)
        } catch DecodingError.dataCorrupted(let context) {
            guard let broken = context.underlyingError as? BrokenJSON else {
                throw CommandFailure(.data, "\(complaint): \(context.debugDescription)")
            }
            let before = bytes.prefix(broken.byte).split(
                separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let column = String(decoding: before.last ?? [], as: UTF8.self).count + 1
            throw CommandFailure(
                .data, "\(complaint): line \(before.count), column \(column): expected \(broken.expected)")
        }
    }

    /// What a person makes of a value in their editor, handed on; nil where they left it as it was.
    static func edit<T>(_ value: JSON, _ use: (JSON) async throws -> T) async throws -> T? {
        let pretty = try JSONSerialization.data(
            withJSONObject: JSONSerialization.jsonObject(with: Data(value.bytes), options: .fragmentsAllowed),
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
        return try await TextEditor.edit(String(decoding: pretty, as: UTF8.self), name: "data.json", keptFor: "--data")
        {
            let after = try Self.value(Array($0.utf8), "what you wrote is not one JSON value")
            return after == value ? nil : try await use(after)
        }
    }
}
