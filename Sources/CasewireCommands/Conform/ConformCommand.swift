import ArgumentParser
import Conformance
import FoundationEssentials
import Pipeline

/// `casewire conform`: is this program a good stage?
struct ConformCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conform", abstract: "Tell whether a program is a good stage.",
        discussion: """
            Starts the program as real processes and plays the broker to it over a real socket: greeting, credit, epochs, \
            messages that come twice, messages that cannot be read, a broker that is slow, silent, forgetful or of a later \
            year, and the ways to leave. Each point comes with what was seen and what to do.

            PATH is a stage's executable, or its folder with stage.yaml. Of a folder the executable is what conform.yaml \
            names under run, or a program of the stage's name in the folder, in its .build, or beside casewire. What the \
            stage needs to be tried, such as settings, stands in conform.yaml beside stage.yaml: docs/writing-a-stage.md. \
            Another command stands after --. Ends with 1 where a point is not met that the protocol demands.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, junit
    }

    @Argument(help: ArgumentHelp("The stage's executable, or its folder.", valueName: "path"))
    var path: String

    @Argument(parsing: .postTerminator, help: ArgumentHelp("The command that starts it.", valueName: "program"))
    var program: [String] = []

    @Option(help: "text for people, json for programs, junit for build servers.")
    var format = Format.text

    @Option(help: ArgumentHelp("Give up on an answer after so many seconds.", valueName: "seconds"))
    var timeout = 30.0

    func validate() throws {
        guard timeout > 0, timeout < 1e6 else { throw ValidationError("--timeout must be above 0 seconds.") }
    }

    func run() async throws {
        let folder = try DriveFolder()
        defer { folder.remove() }
        let candidate = try StageCandidate(path: path, program: program, folder: folder.path)
        let report: Report
        switch candidate {
        case .subject(let subject):
            var patience = Patience()
            patience.answer = .seconds(timeout)
            report = await Conformance.run(subject, patience: patience, in: folder.path)
        case .unreadable(let name, let diagnostics):
            report = Conformance.report(unreadable: name, diagnostics)
        }
        let console = Console.standardOutput
        switch format {
        case .text: console.lines(ConformText.lines(report, paint: console.paint, width: console.width ?? 100))
        case .json: console.json(report.json)
        case .junit: console.write(JUnit.document(report))
        }
        if !report.passes { throw CommandFailure(.failed, "") }
    }
}
