import ArgumentParser
import FoundationEssentials
import Mail
import StageProtocol

/// `casewire parse`: what Casewire reads in a mail, without a pipeline.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Show what is read in mails, without a pipeline.",
        discussion: """
            FILE is a mail (.eml), an mbox, a Maildir, a folder that is walked for all of these, or - for one mail on \
            standard input. With --format json each mail is one JSON object on a line of its own.

            Whatever is odd about a mail stands in its problems and ends with 0. A mail that cannot be read at all is \
            shown with the reason, and the command ends with 65.
            """)

    @Argument(
        help: ArgumentHelp("Mails, mboxes, Maildirs, folders, or - for standard input.", valueName: "file"),
        completion: .file())
    var files: [String]

    @OptionGroup var output: FormatOptions

    func run() throws {
        for file in files where file != "-" && !FileManager.default.fileExists(atPath: file) {
            throw CommandFailure(.usage, "there is no file or folder \"\(file)\"; nothing was read.")
        }
        let report = ParseReport(console: .standardOutput, isJSON: output.isJSON)
        for file in files { try read(file, report) }
        report.tellPassedOver()
        if report.unread > 0 {
            throw CommandFailure(
                .data, report.unread == 1 ? "one mail cannot be read." : "\(report.unread) mails cannot be read.")
        }
    }

    private func read(_ file: String, _ report: ParseReport) throws {
        guard file != "-" else { return report.tell("-", try MailSource.standardInput()) }
        var isFolder = false
        _ = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
        let source = MailSource(path: file)
        let skipped = try source.forEach { mail in
            report.tell(isFolder ? "\(file)/\(mail.name)" : file + mail.number, mail.bytes)
        }
        if isFolder {
            report.passedOver += skipped.count
        } else if !skipped.isEmpty {
            // A file that somebody names is meant to be a mail, whatever it looks like.
            report.tell(file, try MailSource.bytes(of: file))
        }
    }
}

extension MailSource.StoredMail {
    /// `#3` for the third mail of an mbox; nothing for a mail with a file of its own.
    fileprivate var number: String { name.lastIndex(of: "#").map { String(name[$0...]) } ?? "" }
}

/// Tells one mail after the other.
private final class ParseReport {
    private let console: Console
    private let isJSON: Bool
    private(set) var unread = 0
    /// Files in folders that are no mails.
    var passedOver = 0

    init(console: Console, isJSON: Bool) {
        self.console = console
        self.isJSON = isJSON
    }

    func tell(_ file: String, _ bytes: [UInt8]) {
        let reading = MailReadout(file: file, bytes: bytes)
        if !reading.isReadable { unread += 1 }
        if isJSON {
            console.json(reading.json)
        } else {
            console.lines(reading.lines(width: console.width ?? 100, paint: console.paint) + [""])
        }
    }

    func tellPassedOver() {
        guard passedOver > 0 else { return }
        let files = passedOver == 1 ? "1 file that is no mail" : "\(passedOver) files that are no mails"
        Console.standardError.line("passed over \(files)")
    }
}
