import Conformance
import FoundationEssentials
import Pipeline

/// What a path names to `casewire conform`.
enum StageCandidate {
    case subject(Subject)
    /// Its manifest, or what it is tried with, is wrong.
    case unreadable(name: String, [Diagnostic])

    /// - Parameters:
    ///   - path: an executable or a folder with `stage.yaml`.
    ///   - program: the command, where it is not to be looked for.
    ///   - folder: where the stage may write while it is tried.
    init(path: String, program: [String], folder: String) throws {
        let files = FileManager.default
        var isFolder = false
        guard files.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure(
                .usage, "there is no \(path); name a stage's executable, or its folder with stage.yaml.")
        }
        let absolute = path.hasPrefix("/") ? path : files.currentDirectoryPath + "/" + path
        let home = isFolder ? absolute : String(absolute[..<(absolute.lastIndex(of: "/") ?? absolute.endIndex)])
        let manifest = home + "/stage.yaml"
        guard files.fileExists(atPath: manifest) else {
            if isFolder { throw CommandFailure(.usage, "\(path) has no stage.yaml; it says what the stage is.") }
            let name = String(absolute.split(separator: "/").last ?? "stage")
            self = .subject(Subject(program: program.isEmpty ? [absolute] : program, folder: home, name: name))
            return
        }
        try Self.makeKey(in: folder)
        var variables = ProcessInfo.processInfo.environment
        variables["CONFORM"] = folder
        let (trial, diagnostics) = TrialReader(environment: variables).read(manifest: manifest)
        guard let trial, !diagnostics.contains(where: { $0.severity == .error }) else {
            self = .unreadable(name: trial?.manifest.name ?? path, diagnostics)
            return
        }
        let command = try Self.command(program, trial, executable: isFolder ? nil : absolute, home: home)
        self = .subject(Subject(program: command, folder: home, trial: trial))
    }

    private static func command(
        _ given: [String], _ trial: Trial, executable: String?, home: String
    ) throws -> [String] {
        if !given.isEmpty { return given }
        if let executable { return [executable] }
        if let run = trial.run { return run }
        let name = trial.manifest.name
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? home
        let places = [home, home + "/.build/release", home + "/.build/debug", beside].map { "\($0)/\(name)" }
        let found = places.first { path in
            var isFolder = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
                && FileManager.default.isExecutableFile(atPath: path)
        }
        guard let found else {
            throw CommandFailure(
                .usage,
                "there is no program \"\(name)\": looked for \(places.joined(separator: ", ")). Build it, or name "
                    + "the command under run in \(home)/conform.yaml or after --.")
        }
        return [found]
    }

    /// A key as the broker makes one, so that a stage that signs can be tried.
    private static func makeKey(in folder: String) throws {
        let key = Data((0..<32).map { _ in UInt8.random(in: .min ... .max) })
        let path = folder + "/signing.key"
        guard FileManager.default.createFile(atPath: path, contents: key, attributes: [.posixPermissions: 0o600]) else {
            throw CommandFailure(.failed, "\(path) cannot be written; /tmp must be writable.")
        }
    }
}
