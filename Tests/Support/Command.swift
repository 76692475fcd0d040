package import Foundation

/// What a command left behind.
package struct Finished: Sendable {
    package let status: Int32
    package let output: String
    package let errors: String
}

/// Runs commands to their end, feeding and reading them without a shell.
package enum Command {
    /// Runs a program with arguments and waits for it.
    package static func run(
        _ program: String, _ arguments: [String], input: Data? = nil, environment: [String: String]
    ) async throws -> Finished {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("casewire-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files instead of pipes: nothing can fill up, whatever the command prints.
        let output = try file(folder, "out", nil), errors = try file(folder, "err", nil)
        process.standardOutput = output
        process.standardError = errors
        let feed = try input.map { try file(folder, "in", $0) }
        process.standardInput = feed ?? FileHandle.nullDevice
        // Foundation keeps what it is given: left open, a long run of tests would have thousands of them, and
        // `Process.run` does not bear that.
        defer { for file in [output, errors, feed] { try? file?.close() } }
        let ended = AsyncStream<Int32> { stream in
            process.terminationHandler = {
                stream.yield($0.terminationStatus)
                stream.finish()
            }
        }
        try process.run()
        var status: Int32 = -1
        for await code in ended { status = code }
        func read(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
        }
        return Finished(status: status, output: try read("out"), errors: try read("err"))
    }

    private static func file(_ folder: URL, _ name: String, _ content: Data?) throws -> FileHandle {
        let url = folder.appendingPathComponent(name)
        try (content ?? Data()).write(to: url)
        return try FileHandle(forUpdating: url)
    }
}
