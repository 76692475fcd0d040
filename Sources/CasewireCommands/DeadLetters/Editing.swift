import Foundation
import StageProtocol
import Subprocess
import SystemPackage

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

    /// What a person makes of a value in `$VISUAL` or `$EDITOR`, handed on; nil where they left it as it was. Until that has succeeded, their text is
    /// kept in its file.
    static func edit<T>(_ value: JSON, _ use: (JSON) async throws -> T) async throws -> T? {
        let variables = ProcessInfo.processInfo.environment
        guard let editor = variables["VISUAL"] ?? variables["EDITOR"], !editor.isEmpty else {
            throw CommandFailure(.usage, "no $EDITOR is set; give the mended data with --data FILE.")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "casewire-edit-\(UUID().uuidString)")
        // It holds a customer's words: nobody else may look into the folder.
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let file = folder.appending(path: "data.json")
        let pretty = try JSONSerialization.data(
            withJSONObject: JSONSerialization.jsonObject(with: Data(value.bytes), options: .fragmentsAllowed),
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
        try pretty.write(to: file)
        let result: T?
        do {
            let ended = try await run(
                .name("sh"), arguments: ["-c", "\(editor) \"$1\"", "edit", file.path],
                input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
                output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
                error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
            guard ended.terminationStatus.isSuccess else {
                throw CommandFailure(.failed, "the editor ended with an error.")
            }
            let after = try read(file.path)
            result = after == value ? nil : try await use(after)
        } catch {
            Console.standardError.line("casewire: what you wrote is kept in \(file.path); give it with --data.")
            throw error
        }
        try FileManager.default.removeItem(at: folder)
        return result
    }
}
