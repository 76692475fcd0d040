import ArgumentParser
import StageProtocol

/// `casewire drain`: a stage takes a rest.
struct DrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drain", abstract: "Let a stage finish what it has begun, and rest.",
        discussion: """
            Nothing is handed out to the stage any more; its processes finish what they have begun and leave, on other hosts \
            too. What comes for it waits. Ends when all have left. It stays so, through restarts too, until --undo.
            """)

    @Argument(help: "The stage.") var stage: String
    @Flag(help: "Let it go on.") var undo = false
    @OptionGroup var waiting: FleetOptions
    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let arguments: JSON = ["stage": .string(stage), "undo": .bool(undo)]
        try await waiting.carryOut("drain", arguments, stage: stage, options, output)
    }
}
