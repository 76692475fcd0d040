import ArgumentParser
import FoundationEssentials
import Pipeline
import StageKit
import StageProtocol

/// `casewire send`: mails from files into the pipeline, and what became of each.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send mails from files, and tell what became of each.",
        discussion: """
            PATH is a mail (.eml), an mbox, a Maildir, or a folder that is walked for all of these. Each mail is on the \
            broker's disk before it counts as taken; a broker that is busy or restarts is waited for. Then a line tells \
            what became of it: opened, followed up, duplicate of, or parked and why.

            Ends with 1 where a file could not be read, and with 75 where the broker did not take or settle \
            everything; what was taken is safe, and sending it again finds a duplicate.
            """)

    @Argument(help: ArgumentHelp("Mails, mboxes, Maildirs or folders.", valueName: "path"), completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("The source stage that reads them.", valueName: "stage"))
    var to = "intake"

    @Flag(name: .customLong("no-wait"), help: "End when everything is on the broker's disk.")
    var noWait = false

    @Option(help: ArgumentHelp("Give up after so many seconds without progress.", valueName: "seconds"))
    var timeout = 120.0

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard timeout > 0, timeout < 1e6 else { throw ValidationError("--timeout must be above 0 seconds.") }
    }

    func run() async throws {
        let config = try options.load().config
        guard config.stage(to) != nil else {
            let names = config.stages.map(\.name).joined(separator: ", ")
            throw CommandFailure(.usage, "there is no stage \"\(to)\"; --to names one of \(names).")
        }
        for path in paths where !FileManager.default.fileExists(atPath: path) {
            throw CommandFailure(.usage, "there is no file or folder \"\(path)\"; nothing was sent.")
        }
        let connection = try await Connection(endpoint: config.controlDoor.reachedAt, keys: try config.operatorKeys())
        let report = SendReport(isJSON: output.isJSON)
        let sending = Sending(
            connection: connection, report: report, stage: to, patience: .seconds(timeout), waits: !noWait)
        await sending.run(paths)
        await connection.close()
        if let failure = await report.finish(waited: !noWait) { throw failure }
    }
}
