import ArgumentParser
import FoundationEssentials
import Pipeline

/// `casewire export`: the pipeline in the files of whatever keeps services.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a pipeline for systemd or Kubernetes.",
        subcommands: [ExportSystemdCommand.self, ExportKubernetesCommand.self])
}

/// A file that is to be put somewhere.
struct ExportedFile: Equatable {
    var name: String
    var text: String
}

/// Where exported files go.
struct ExportOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write into this folder instead of standard output.", valueName: "folder"),
        completion: .directory)
    var output: String?

    /// Prints the files one below the other, or writes them.
    /// - Parameter mark: the line that stands above each printed file.
    func put(_ files: [ExportedFile], mark: (ExportedFile) -> String) throws {
        guard let output else {
            for file in files { Console.standardOutput.write("\(mark(file))\n\(file.text)") }
            return
        }
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            for file in files {
                try Data(file.text.utf8).write(to: URL(filePath: "\(output)/\(file.name)"), options: .atomic)
            }
        } catch {
            throw CommandFailure(.failed, "\(output) cannot be written: \(error)")
        }
        Console.standardOutput.line("\(output): \(files.map(\.name).joined(separator: ", "))")
    }
}

/// `casewire export systemd`.
struct ExportSystemdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "systemd", abstract: "Write hardened units: one for the broker, one for each stage.",
        discussion: """
            Run it where the pipeline will run, with the variables it will have, such as CASEWIRE_VAR: the units name the \
            paths and variables as they are now. docs/operating.md tells where the files go.
            """)

    @OptionGroup var options: PipelineOptions
    @OptionGroup var export: ExportOptions
    @Option(help: ArgumentHelp("Whose processes they are; the user is made where there is none.", valueName: "name"))
    var user = "casewire"

    func validate() throws {
        let isName = user.utf8.allSatisfy { $0.isLowerLetterOrDigit || [45, 95].contains($0) }
        guard isName, let first = user.utf8.first, !(48...57).contains(first), first != 45, user.utf8.count <= 31 else {
            throw ValidationError("--user must be a user's name: lower-case letters, digits, - and _.")
        }
    }

    func run() async throws {
        let pipeline = try options.load()
        let names = try PipelineText(path: pipeline.config.path).variables
        let units = SystemdUnits(
            pipeline, user: user, casewire: Supervisor.ownPath, environment: options.environment,
            variables: names.filter { options.environment[$0] != nil })
        try export.put(units.files) { "# ---- \($0.name)" }
    }
}

/// `casewire export kubernetes`.
struct ExportKubernetesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kubernetes",
        abstract: "Write a StatefulSet for the broker, a Deployment for each stage, and what they need.",
        discussion: """
            Every stage gets a tcp socket, locked by keys, and a pod of its own. The image holds Casewire's programs and the \
            pipeline's folder; a Containerfile for it is among the files. Keys, passwords and variables are taken from \
            Secrets that you make: docs/operating.md.
            """)

    @OptionGroup var options: PipelineOptions
    @OptionGroup var export: ExportOptions
    @Option(help: ArgumentHelp("The image of all pods.", valueName: "image"))
    var image = "casewire:\(Casewire.version)"

    func run() async throws {
        // As the files will be read in a pod.
        let environment = options.environment.merging(KubernetesObjects.variables) { $1 }
        let pipeline = try PipelineLoader.load(path: options.path, environment: environment)
        let objects: KubernetesObjects
        do {
            objects = try KubernetesObjects(pipeline, text: PipelineText(path: pipeline.config.path), image: image)
        } catch let error as SocketCannotMove {
            throw CommandFailure(.config, "\(error).")
        }
        for warning in objects.warnings { Console.standardError.line("casewire: \(warning)") }
        // What is applied stands first on standard output; the Containerfile is for those who ask for a folder.
        try export.put(export.output == nil ? objects.manifests : objects.files) { _ in "---" }
    }
}

extension UInt8 {
    fileprivate var isLowerLetterOrDigit: Bool { (97...122).contains(self) || (48...57).contains(self) }
}
