import ArgumentParser
import FoundationEssentials
import Pipeline
import StageKit
import StageProtocol

/// `casewire import`: old conversations, put on record without a word to anybody.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Put old conversations on record, without a word to anybody.",
        discussion: """
            PATH is an mbox, a Maildir, a mail or a folder of these; with --mapping it is another help desk's export as JSON, \
            JSON lines or CSV. Each conversation becomes a resolved case with its messages at their times. No stage is \
            told, so nothing is acknowledged, answered or asked. Where its customer writes on, a case goes on from it.

            An import that is broken off, killed or not, goes on where it was when it is started again in the same way; \
            what is there already is known again.
            """)

    @Argument(
        help: ArgumentHelp("Mails, mboxes, Maildirs, folders or exports.", valueName: "path"), completion: .file())
    var paths: [String]

    @Option(
        help: ArgumentHelp("Says where an export has what; see docs/ways-in.md.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var mapping: String?

    @Option(help: ArgumentHelp("Names what is imported, to tell it from other imports.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "An address that the desk wrote from, besides its own; repeat for more.", valueName: "address"))
    var ours: [String] = []

    @Option(help: ArgumentHelp("The source stage that reads them.", valueName: "stage"))
    var to = "intake"

    @Option(help: ArgumentHelp("Give up after so many seconds without progress.", valueName: "seconds"))
    var timeout = 120.0

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard timeout > 0, timeout < 1e6 else { throw ValidationError("--timeout must be above 0 seconds.") }
        let isName = (name ?? "a").allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        guard isName, name?.isEmpty != true else { throw ValidationError("--name takes letters, digits, - _ and .") }
    }

    func run() async throws {
        let config = try options.load().config
        for path in paths where !FileManager.default.fileExists(atPath: path) {
            throw CommandFailure(.usage, "there is no file or folder \"\(path)\"; nothing was imported.")
        }
        let mapping = try mapping.map { try ImportMapping.load(path: $0) }
        let name = name ?? mapping?.name ?? "mail"
        let checkpoint = ImportCheckpoint(folder: config.runtimeFolder + "/imports", name: name, paths: paths)
        let connection = try await Connection(endpoint: config.controlDoor.reachedAt, keys: try config.operatorKeys())
        let importing = Importing(
            connection: connection, name: name, stage: to, history: ["ours": .array(ours.map { .string($0) })],
            checkpoint: checkpoint, patience: .seconds(timeout), totalBytes: paths.reduce(0) { $0 + fileSize($1) })
        let reading =
            try mapping.map { try RecordReading(paths: paths, mapping: $0).start(ahead: Importing.window) }
            ?? MailReading(paths, ahead: Importing.window)
        let ledger = await importing.run(reading)
        await connection.close()
        try finish(ledger)
    }

    private func finish(_ ledger: ImportLedger) throws {
        let console = Console.standardOutput
        if output.isJSON {
            console.json(ledger.json)
        } else {
            let before = ledger.skipped > 0 ? ", \(ledger.skipped) of them in an earlier run" : ""
            console.line(
                "\(ledger.read) messages read\(before): \(ledger.count(.opened)) opened a case, "
                    + "\(ledger.count(.followed_up)) went on with one, \(ledger.count(.duplicate)) duplicates, "
                    + "\(ledger.count(.parked)) parked")
        }
        if ledger.taken < ledger.read || ledger.pending > 0 {
            throw CommandFailure(
                .later, "the broker did not take or settle everything in time; start the same import again to go on.")
        }
        if ledger.problems > 0 {
            throw CommandFailure(.failed, "\(ledger.problems) could not be imported; the lines above say why.")
        }
        if ledger.read == 0 { throw CommandFailure(.data, "there was no message in what you named.") }
    }
}
