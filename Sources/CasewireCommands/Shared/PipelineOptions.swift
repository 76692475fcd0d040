import ArgumentParser
import FoundationEssentials
import Pipeline
import StageKit
import StageProtocol

/// Which pipeline a command is about.
struct PipelineOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The pipeline's file; by default $CASEWIRE_PIPELINE, else pipeline.yaml in this folder or in /etc/casewire.",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String?

    var path: String {
        if let named = pipeline ?? environment["CASEWIRE_PIPELINE"] { return named }
        let installed = "/etc/casewire/pipeline.yaml"
        let isHere = FileManager.default.fileExists(atPath: "pipeline.yaml")
        return isHere || !FileManager.default.fileExists(atPath: installed) ? "pipeline.yaml" : installed
    }
    var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// - Parameter isStarting: whether the stages are to be started on this host, and must find here what they need.
    func load(isStarting: Bool = false) throws -> LoadedPipeline {
        try PipelineLoader.load(path: path, environment: environment, isStarting: isStarting)
    }

    /// Times on the desk's own clock, wherever the command is run.
    func times(now: Timestamp = .current) throws -> Times {
        Times(now: now, onClockOf: try load().standards.calendar)
    }

    /// The pipeline's configuration and a conversation with its broker, closed in the end.
    func withBroker<R>(_ body: (BrokerClient) async throws -> R) async throws -> R {
        let config = try load().config
        let client = try await BrokerClient(
            endpoint: config.controlDoor.reachedAt, keys: try config.operatorKeys(),
            software: "casewire \(Casewire.version)")
        let result: R
        do {
            result = try await body(client)
        } catch {
            await client.close()
            throw error
        }
        await client.close()
        return result
    }
}

/// How a command says what it has to say.
struct FormatOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text for people, json for programs.")
    var format = Format.text

    var isJSON: Bool { format == .json }
}
