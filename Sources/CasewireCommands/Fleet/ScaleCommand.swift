import ArgumentParser
import StageProtocol

/// `casewire scale`: more processes of a stage, or fewer.
struct ScaleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale", abstract: "Run more processes of a stage, or fewer.",
        discussion: """
            Waits until so many are there. A process that goes finishes what it has begun. The number holds, through restarts \
            too, until --undo, or until the pipeline's file is reloaded with another number of replicas for the stage: the \
            latest word counts. A stage that is drained rests on, and has so many when it goes on.
            """)

    @Argument(help: "The stage.") var stage: String
    @Argument(help: ArgumentHelp("How many processes.", valueName: "n")) var replicas: Int?
    @Flag(help: "Let the pipeline's file say how many again.") var undo = false
    @OptionGroup var waiting: FleetOptions
    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard (replicas == nil) == undo else { throw ValidationError("Say how many processes, or --undo.") }
        guard (0...256).contains(replicas ?? 0) else { throw ValidationError("A stage has 0 to 256 processes.") }
    }

    func run() async throws {
        let arguments: JSON = [
            "stage": .string(stage), "undo": .bool(undo), "replicas": replicas.map { .int(Int64($0)) } ?? nil,
        ]
        try await waiting.carryOut("scale", arguments, stage: stage, options, output)
    }
}
