import Foundation
import Subprocess
import SystemPackage

/// A person's own editor, as `$VISUAL` or `$EDITOR` names it.
enum TextEditor {
    /// What a person makes of a text, handed on. Until that has succeeded, their text is kept in its file.
    /// - Parameters:
    ///   - name: the file's, so that the editor knows what it is.
    ///   - option: that by which the same command takes a text from a file.
    static func edit<T>(
        _ text: String, name: String, keptFor option: String, _ use: (String) async throws -> T
    ) async throws -> T {
        let variables = ProcessInfo.processInfo.environment
        guard let editor = variables["VISUAL"] ?? variables["EDITOR"], !editor.isEmpty else {
            throw CommandFailure(.usage, "no $EDITOR is set; give it with \(option) FILE.")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "casewire-edit-\(UUID().uuidString)")
        // It holds a customer's words: nobody else may look into the folder.
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        let result: T
        do {
            let ended = try await run(
                .name("sh"), arguments: ["-c", "\(editor) \"$1\"", "edit", file.path],
                input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
                output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
                error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
            guard ended.terminationStatus.isSuccess else {
                throw CommandFailure(.failed, "the editor ended with an error.")
            }
            result = try await use(String(decoding: try Data(contentsOf: file), as: UTF8.self))
        } catch {
            Console.standardError.line("casewire: what you wrote is kept in \(file.path); give it with \(option).")
            throw error
        }
        try FileManager.default.removeItem(at: folder)
        return result
    }
}
