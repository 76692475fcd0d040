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

    /// What a person makes of a value in `$VISUAL` or `$EDITOR`. What cannot be read afterwards is kept in its file.
    static func edit(_ value: JSON) async throws -> JSON {
        let variables = ProcessInfo.processInfo.environment
        guard let editor = variables["VISUAL"] ?? variables["EDITOR"], !editor.isEmpty else {
            throw CommandFailure(.usage, "no $EDITOR is set; give the mended data with --data FILE.")
        }
        let folder = URL(filePath: "/tmp/casewire-edit-\(UUID().uuidString)")
        // It holds a customer's words: nobody else may look into the folder.
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let file = folder.appending(path: "data.json")
        let pretty = try JSONSerialization.data(
            withJSONObject: JSONSerialization.jsonObject(with: Data(value.bytes), options: .fragmentsAllowed),
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
        try pretty.write(to: file)
        let ended = try await run(
            .name("sh"), arguments: ["-c", "\(editor) \"$1\"", "edit", file.path],
            input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
            output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
            error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
        guard ended.terminationStatus.isSuccess else {
            throw CommandFailure(
                .failed, "the editor ended with an error; nothing was changed. Your text is in \(file.path).")
        }
        guard let after = try? JSON(bytes: Array(Data(contentsOf: file))) else {
            throw CommandFailure(
                .data, "what you wrote is no JSON; nothing was changed. Mend \(file.path) and give it with --data.")
        }
        try FileManager.default.removeItem(at: folder)
        return after
    }
}
