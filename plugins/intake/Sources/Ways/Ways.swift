import IMAP
import Logging
import StageKit

/// The ways in that intake goes and looks at by itself: mailboxes and Maildirs.
struct Ways: Sendable {
    private let mailboxes: [MailboxWatch]
    private let maildirs: [MaildirWatch]

    /// - Parameter largest: what a blob may weigh at most, in bytes.
    init(_ settings: IntakeSettings, desk: any FrontDesk, largest: Int, logger: Logger) throws {
        let intake = RawIntake(desk: desk, logger: logger)
        let names = settings.mailboxes.map(\.name) + settings.maildirs.map(\.name)
        if let twice = Dictionary(grouping: names, by: \.self).first(where: { $0.value.count > 1 })?.key {
            throw StageFailure.config(
                "mailboxes", "two ways in have the name \(twice); the report could not keep them apart")
        }
        mailboxes = try settings.mailboxes.map { mailbox in
            try mailbox.check()
            let server = try mailbox.server(largest: largest)
            let account = "\(server.user)@\(server.place)/\(mailbox.folder ?? "INBOX")"
            return MailboxWatch(
                settings: mailbox, server: server, intake: intake,
                hint: settings.progress.map { ProgressFile(folder: $0, name: account) }, logger: logger)
        }
        maildirs = settings.maildirs.map {
            MaildirWatch(settings: $0, intake: intake, logger: logger, largest: largest)
        }
    }

    /// Watches all of them, until it is cancelled.
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for mailbox in mailboxes { group.addTask { try await mailbox.run() } }
            for maildir in maildirs { group.addTask { try await maildir.run() } }
            try await group.waitForAll()
        }
    }
}
