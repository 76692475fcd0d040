import Foundation
import Glibc

/// One process of the stage, with a pipe on its standard input and its log in a file.
final class Specimen {
    private let process = Process()
    private let input = Pipe()
    private let logPath: String

    /// Starts it.
    /// - Throws: where there is no such program.
    init(_ subject: Subject, socket: String, instance: String, logPath: String) throws {
        self.logPath = logPath
        let inherited = ProcessInfo.processInfo.environment
        var environment = inherited.filter {
            ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV"].contains(
                $0.key)
        }
        environment["CASEWIRE_SOCKET"] = socket
        environment["CASEWIRE_STAGE"] = subject.name
        environment["CASEWIRE_INSTANCE"] = instance
        // The program is found on the PATH where it has no slash.
        process.executableURL = URL(
            fileURLWithPath: subject.program[0].contains("/") ? subject.program[0] : "/usr/bin/env")
        process.arguments = subject.program[0].contains("/") ? Array(subject.program.dropFirst()) : subject.program
        process.currentDirectoryURL = URL(fileURLWithPath: subject.folder)
        process.environment = environment
        process.standardInput = input
        try Data().write(to: URL(fileURLWithPath: logPath))
        let log = try FileHandle(forWritingTo: URL(fileURLWithPath: logPath))
        defer { try? log.close() }
        process.standardOutput = log
        process.standardError = log
        unblockSignals()
        if let path = process.executableURL?.path, FileManager.default.fileExists(atPath: path),
            !FileManager.default.isExecutableFile(atPath: path)
        {
            throw MayNotRun(path: path)
        }
        try process.run()
        try? input.fileHandleForReading.close()
    }

    /// Nil while it runs; a signal that ended it counts as 128 and its number, as a shell tells it.
    var exitCode: Int32? {
        if process.isRunning { return nil }
        return process.terminationReason == .uncaughtSignal
            ? 128 + process.terminationStatus : process.terminationStatus
    }

    func endInput() { try? input.fileHandleForWriting.close() }

    func terminate() { process.terminate() }

    /// Ends it by force, if it still runs, and waits until it has gone.
    func remove() {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        endInput()
    }

    /// What it has written.
    var log: String { String(decoding: FileManager.default.contents(atPath: logPath) ?? Data(), as: UTF8.self) }

    /// The last line that it has written, shortened.
    var lastWords: String {
        let line = log.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) } ?? ""
        return line.isEmpty ? "" : "; its log ends: \(line.prefix(300))"
    }
}

/// A process starts with the signals blocked that the thread has blocked which starts it; those of Swift's pool block nearly
/// all, and threads made there do as well. A stage must be able to hear TERM.
private func unblockSignals() {
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
}

/// A program without leave to be run.
struct MayNotRun: Error, CustomStringConvertible {
    let path: String

    var description: String { "\(path) may not be run; let it be run (chmod +x)" }
}
