import ArgumentParser

/// The root of the operator's command.
struct Casewire: AsyncParsableCommand {
    /// The version of everything in this repository; it stands nowhere else.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "casewire", abstract: "Run a customer care pipeline, and see what it does.",
        discussion: """
            casewire check, casewire up, casewire send FILE.eml, casewire cases, casewire case REF: that is the tour. \
            Add --help to any command for its options, and --format json for output that programs read.

            \(ExitCodes.help)
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Running a pipeline",
                subcommands: [
                    CheckCommand.self, TestCommand.self, SchemaCommand.self, GraphCommand.self, UpCommand.self,
                    BrokerCommand.self, ReloadCommand.self, ScaleCommand.self, DrainCommand.self, KeysCommand.self,
                    ExportCommand.self,
                ]),
            CommandGroup(
                name: "Bringing mail in", subcommands: [SendCommand.self, ImportCommand.self, ParseCommand.self]),
            CommandGroup(
                name: "Seeing what happens",
                subcommands: [
                    StatusCommand.self, TopCommand.self, TapCommand.self, CasesCommand.self, CaseCommand.self,
                    ClocksCommand.self, TraceCommand.self, PageCommand.self, ParkedCommand.self, DeadCommand.self,
                    CustomerCommand.self, ReportCommand.self, SpikesCommand.self,
                    StandardsCommand.self, CalendarCommand.self, StoreCommand.self,
                ]),
            CommandGroup(
                name: "Working on a case",
                subcommands: [
                    ReplyCommand.self, NoteCommand.self, AssignCommand.self, WaitCommand.self, KeptCommand.self,
                    ResolveCommand.self, CauseCommand.self, CausesCommand.self,
                ]),
            CommandGroup(
                name: "Acting on what customers say", subcommands: [FeedbackCommand.self, AppreciationCommand.self]),
            CommandGroup(
                name: "Understanding and answering",
                subcommands: [
                    UnderstandCommand.self, AskKnowledgeCommand.self, GateCommand.self, TrainCommand.self,
                    PredictCommand.self, CorrectCommand.self, CorrectionsCommand.self,
                ]),
            CommandGroup(
                name: "Making stages",
                subcommands: [NewCommand.self, ConformCommand.self, DriveCommand.self, StandInCommand.self]),
        ])
}

/// Runs what the command line asks for, and ends the process with one of the documented exit codes.
package func runCasewire() async -> Never {
    do {
        var command = try Casewire.parseAsRoot()
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
        Casewire.exit()
    } catch {
        guard let failure = CommandFailure(explaining: error) else { Casewire.exit(withError: error) }
        if !failure.message.isEmpty { Console.standardError.line("casewire: \(failure.message)") }
        Casewire.exit(withError: ArgumentParser.ExitCode(failure.code.rawValue))
    }
}
