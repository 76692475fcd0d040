import ArgumentParser
import Pipeline
import StageProtocol

/// `casewire drive`: one stage, worked by hand, with the command in the broker's place.
struct DriveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drive", abstract: "Run one stage on deliveries from a file, with no broker.",
        discussion: """
            Starts the stage as the pipeline would, hands it each delivery of DELIVERIES, one JSON object a line as for \
            --once (docs/protocol.md, "One delivery, without a broker"), and prints each outcome as a JSON line: \
            {"done": …} or {"fail": …}. Texts are let go, submissions accepted, and nothing is kept. Another program \
            than the pipeline's stands after --. Ends with 1 where a delivery failed.
            """)

    @Argument(help: ArgumentHelp("The stage's name in the pipeline.", valueName: "stage"))
    var stage: String

    @Argument(
        help: ArgumentHelp("Deliveries, one a line; - reads standard input.", valueName: "deliveries.jsonl"),
        completion: .file(extensions: ["jsonl"]))
    var deliveries: String

    @Argument(parsing: .postTerminator, help: ArgumentHelp("Another program to drive.", valueName: "program"))
    var program: [String] = []

    @Option(help: ArgumentHelp("Give up after so many seconds without a word of the stage.", valueName: "seconds"))
    var timeout = 60.0

    @OptionGroup var options: PipelineOptions

    func validate() throws {
        guard timeout > 0, timeout < 1e6 else { throw ValidationError("--timeout must be above 0 seconds.") }
    }

    func run() async throws {
        let pipeline = try options.load()
        guard let stage = pipeline.config.stage(stage) else {
            let names = pipeline.config.stages.map(\.name).joined(separator: ", ")
            throw CommandFailure(.usage, "there is no stage \"\(stage)\" in the pipeline; it has \(names).")
        }
        let script = try DriveScript(path: deliveries)
        let folder = try DriveFolder()
        defer { folder.remove() }
        let broker = try DriveBroker(
            endpoint: folder.endpoint, welcome: Self.welcome(stage, pipeline), script: script,
            patience: .seconds(timeout))
        let driven = DrivenStage(
            program: program.isEmpty ? stage.run : program, name: stage.name, endpoint: folder.endpoint,
            folder: pipeline.config.folder, passes: stage.environment)
        let failures = try await driven.run(with: broker) { Console.standardOutput.json($0) }
        if failures > 0 { throw CommandFailure(.failed, "\(count(failures, "delivery", "deliveries")) failed.") }
    }

    private static func welcome(_ stage: PipelineConfig.Stage, _ pipeline: LoadedPipeline) -> Welcome {
        let wire = WireLimits()
        return Welcome(
            pipeline: pipeline.config.name, settings: stage.settings,
            standards: stage.reads.contains("standards") ? pipeline.standards.json : nil,
            people: stage.reads.contains("people") ? pipeline.people.json : nil, heartbeat_ms: 5000,
            limits: .init(message: wire.messageBytes, chunk: wire.chunkBytes, blob: pipeline.config.limits.blob))
    }
}
