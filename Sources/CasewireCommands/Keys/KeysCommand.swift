import ArgumentParser
import FoundationEssentials
import Pipeline
import StageProtocol
import ZeroMQ

/// `casewire keys`: a pair of keys for the broker, for a stage or for an operator.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Make the keys of tcp sockets.",
        discussion: """
            Makes a pair of keys for NAME: "broker", "operator" (who asks and watches by this command) or a stage. \
            NAME.secret, for your eyes only, belongs where NAME runs; NAME.public into the broker's folder of keys. \
            Everybody but the broker needs broker.public as well. A key that is there is never written over.

            Prints the public key. Ipc sockets need no keys.
            """)

    @Argument(help: ArgumentHelp("broker, operator, or a stage of the pipeline.", valueName: "name"))
    var name: String

    @Option(
        help: ArgumentHelp(
            "Where to put the two files; by default the pipeline's folder of keys. With it no pipeline is needed.",
            valueName: "folder"), completion: .directory)
    var folder: String?

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let folder = try folder ?? pipelineFolder()
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(.failed, "the folder \(folder) cannot be made.")
        }
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }), !name.isEmpty else {
            throw CommandFailure(.usage, "\"\(name)\" is no name; write broker, operator or the name of a stage.")
        }
        let key: String
        do {
            key = try KeyFile.make(name, in: folder)
        } catch let error as KeyFileError {
            throw CommandFailure(.failed, "\(error).")
        }
        let files = ["secret", "public"].map { "\(folder)/\(name).\($0)" }
        let console = Console.standardOutput
        if output.isJSON {
            return console.json([
                "name": .string(name), "public": .string(key), "secret_file": .string(files[0]),
                "public_file": .string(files[1]),
            ])
        }
        console.line(key)
        let secret = name == "broker" ? "stays where the broker runs" : "belongs where \(name) runs, and nowhere else"
        let shown = name == "broker" ? "goes to all the others" : "belongs into the broker's folder of keys"
        Console.standardError.lines(["\(files[0])  \(secret)", "\(files[1])  \(shown)"])
    }

    private func pipelineFolder() throws -> String {
        let config = try options.load().config
        let names = ["broker", "operator"] + config.stages.map(\.name)
        guard names.contains(name) else {
            throw CommandFailure(
                .usage, "nobody here is called \"\(name)\"; write one of \(names.joined(separator: ", ")).")
        }
        return config.keysFolder
    }
}
