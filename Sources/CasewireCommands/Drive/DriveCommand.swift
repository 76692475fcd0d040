import ArgumentParser
import Conformance
import Pipeline
import StageProtocol

/// `casewire drive`: one stage, worked by hand, with the command in the broker's place.
struct DriveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drive", abstract: "Run one stage on deliveries from a file, with no broker.",
        discussion: """
            Starts the stage as the pipeline would, hands it each delivery of DELIVERIES, one JSON object a line as for \
            --once (docs/protocol.md, "One delivery, without a broker"), and prints each outcome as a JSON line: \
            {"done": …} or {"fail": …}. A folder with a stage.yaml needs no pipeline: it is driven with the settings of \
            its conform.yaml, completed by the defaults of stage.yaml. "settings" of the first delivery go before both. \
            Texts are let go, submissions accepted, and nothing is kept. Another program than the pipeline's stands \
            after --. Ends with 1 where a delivery failed.
            """)

    @Argument(
        help: ArgumentHelp("The stage's name in the pipeline; or its folder, written with a slash.", valueName: "stage")
    )
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
        let folder = try DriveFolder()
        defer { folder.remove() }
        let isFolder = stage.contains("/") || stage == "." || stage == ".."
        var (driven, welcome) = try isFolder ? alone(in: folder) : ofPipeline(in: folder)
        let script = try DriveScript(path: deliveries)
        welcome.settings = .object((welcome.settings.object ?? [:]).merging(script.settings) { $1 })
        let broker = try DriveBroker(
            endpoint: folder.endpoint, welcome: welcome, script: script, patience: .seconds(timeout))
        let failures = try await driven.run(with: broker) { Console.standardOutput.json($0) }
        if failures > 0 { throw CommandFailure(.failed, "\(count(failures, "delivery", "deliveries")) failed.") }
    }

    /// The stage as the pipeline has it.
    private func ofPipeline(in folder: DriveFolder) throws -> (DrivenStage, Welcome) {
        let pipeline = try options.load()
        guard let stage = pipeline.config.stage(stage) else {
            let names = pipeline.config.stages.map(\.name).joined(separator: ", ")
            throw CommandFailure(
                .usage,
                "there is no stage \"\(stage)\" in the pipeline; it has \(names). A folder is written with a slash.")
        }
        let driven = DrivenStage(
            program: program.isEmpty ? stage.run : program, name: stage.name, endpoint: folder.endpoint,
            folder: pipeline.config.folder, passes: stage.environment)
        let welcome = Self.welcome(
            pipeline.config.name, stage.settings,
            standards: stage.reads.contains("standards") ? pipeline.standards.json : nil,
            people: stage.reads.contains("people") ? pipeline.people.json : nil, blob: pipeline.config.limits.blob)
        return (driven, welcome)
    }

    /// The stage of a folder, with no pipeline: as `casewire conform` tries it.
    private func alone(in folder: DriveFolder) throws -> (DrivenStage, Welcome) {
        switch try StageCandidate(path: stage, program: program, folder: folder.path) {
        case .unreadable(_, let diagnostics): throw PipelineError(diagnostics: diagnostics)
        case .subject(let subject):
            let driven = DrivenStage(
                program: subject.program, name: subject.name, endpoint: folder.endpoint, folder: subject.folder,
                passes: [])
            let welcome = Self.welcome(
                "drive", subject.settings, standards: subject.standards, people: subject.people,
                blob: PipelineConfig.Limits().blob)
            return (driven, welcome)
        }
    }

    private static func welcome(
        _ pipeline: String, _ settings: JSON, standards: JSON?, people: JSON?, blob: Int
    ) -> Welcome {
        let wire = WireLimits()
        return Welcome(
            pipeline: pipeline, settings: settings, standards: standards, people: people, heartbeat_ms: 5000,
            limits: .init(message: wire.messageBytes, chunk: wire.chunkBytes, blob: blob))
    }
}
