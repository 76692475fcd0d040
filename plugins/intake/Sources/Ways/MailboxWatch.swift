import IMAP
import Logging
import StageKit

/// Reads one mailbox, for as long as the stage lives.
///
/// A mail is marked or moved only when it is on the broker's disk. Its name there is made of the folder's UIDVALIDITY, its
/// UID and its content, so that reading it again is harmless, and a number that the server gives twice hides nothing.
struct MailboxWatch: Sendable {
    let settings: MailboxSettings
    let server: IMAPServer
    let intake: RawIntake
    /// Where it is written down how far the folder was read; nil to read it anew at each start.
    let hint: ProgressFile?
    let logger: Logger
    /// What to wait after a failure, at first and at most.
    var pauses = (first: Duration.seconds(1), longest: Duration.seconds(300))

    private var folder: String { settings.folder ?? "INBOX" }
    private var every: Duration { .milliseconds(settings.every ?? 60_000) }
    /// The longest that is waited for a server to tell by itself; then it is asked.
    private static let idleAtMost = Duration.seconds(300)
    /// How many mails are asked for by their size at once.
    private static let batch = 100

    func run() async throws {
        var backOff = BackOff(first: pauses.first, longest: pauses.longest)
        var aside = SetAside()
        while !Task.isCancelled {
            do {
                try await converse(&aside) { backOff.reset() }
            } catch is CancellationError {
                return
            } catch {
                guard !Task.isCancelled else { return }
                let pause = backOff.next()
                logger.warning(
                    "the mailbox cannot be read for now",
                    metadata: ["mailbox": "\(settings.name)", "reason": "\(error)", "again_in": "\(pause)"])
                try await Task.sleep(for: pause)
            }
        }
    }

    /// One conversation with the server, until it breaks.
    private func converse(_ aside: inout SetAside, isWell: () -> Void) async throws {
        let box = IMAPFolder(server, folder: folder)
        try await withTaskCancellationHandler {
            var progress = hint?.read() ?? MailboxProgress()
            let opened = try await box.open(readOnly: settings.when_taken == .leave)
            if progress.begin(opened) {
                logger.notice(
                    "the mails of the folder have new numbers; all are read again, and known again",
                    metadata: ["mailbox": "\(settings.name)"])
            }
            logger.info("mailbox open", metadata: ["mailbox": "\(settings.name)", "folder": "\(folder)"])
            // From the first at the start of each conversation: what was missed, for whatever reason, is found then.
            var first: UID = 1
            while true {
                let wanted = progress.wanted(try await box.uids(from: first)).filter { aside.isDue($0) }
                for start in stride(from: 0, to: wanted.count, by: Self.batch) {
                    let uids = Array(wanted[start..<min(start + Self.batch, wanted.count)])
                    try await take(uids, box, &progress, &aside)
                }
                isWell()
                first = aside.isEmpty ? progress.next : 1
                try await wait(box)
            }
        } onCancel: {
            box.hangUp()
        }
    }

    private func take(
        _ uids: [UID], _ box: IMAPFolder, _ progress: inout MailboxProgress, _ aside: inout SetAside
    ) async throws {
        let sizes = try await box.sizes(of: UIDSet(uids))
        for uid in uids {
            try Task.checkCancellation()
            // Should the conversation break at this mail, it has failed; others go first after a while.
            aside.begin(uid)
            guard let mail = try await fetch(uid, size: sizes[uid], box, progress.validity) else {
                complain("the server lists a mail and does not give it", uid, aside)
                continue
            }
            do {
                _ = try await intake.take(mail)
            } catch let refusal as BrokerRefusal {
                complain("the broker does not take a mail: \(refusal)", uid, aside)
                continue
            }
            try await mark(uid, box)
            aside.succeed(uid)
            progress.take(uid, waiting: aside.waiting)
            hint?.write(progress, logger)
        }
    }

    private func complain(_ what: String, _ uid: UID, _ aside: SetAside) {
        logger.error(
            "\(what); it stays in the mailbox and is tried again",
            metadata: [
                "mailbox": "\(settings.name)", "uid": "\(uid)", "again_in": "\(aside.pause(uid))",
            ])
    }

    private func fetch(_ uid: UID, size: Int?, _ box: IMAPFolder, _ validity: UInt32) async throws -> RawMail? {
        let isTooLarge = (size ?? 0) > server.largestMail
        guard let bytes = try await isTooLarge ? box.header(uid) : box.mail(uid), !bytes.isEmpty else { return nil }
        let content = Blobs.hash(of: bytes).prefix(16)
        return RawMail(
            id: "imap:\(server.user)@\(server.place)/\(folder):\(validity):\(uid):\(content)",
            via: "imap:\(settings.name)",
            name: "\(settings.name) \(folder) \(uid)" + (isTooLarge ? ", \(size ?? 0) bytes" : ""), bytes: bytes,
            media: isTooLarge ? RawMail.headersOnly : "message/rfc822")
    }

    /// A mark that the server refuses is a pity; the mail is safe, and known again.
    private func mark(_ uid: UID, _ box: IMAPFolder) async throws {
        do {
            switch settings.when_taken ?? .seen {
            case .seen: try await box.markSeen(uid)
            case .move: try await box.move(uid, to: settings.move_to ?? "")
            case .leave: break
            }
        } catch let error as IMAPError where error.code == .refused {
            logger.warning(
                "the mail was taken, and the server does not let it be marked",
                metadata: ["mailbox": "\(settings.name)", "uid": "\(uid)", "reason": "\(error.message)"])
        }
    }

    private func wait(_ box: IMAPFolder) async throws {
        guard settings.wait != .poll, await box.canIdle else {
            try await Task.sleep(for: every)
            return try await box.noop()
        }
        do {
            try await box.idle(atMost: Self.idleAtMost)
        } catch let error as IMAPError where error.code == .refused {
            // It said that it could, and cannot.
            try await Task.sleep(for: every)
            try await box.noop()
        }
    }
}

/// Mails that a server lists and does not give, or breaks off at: they must not keep the others from being read.
struct SetAside: Sendable {
    private struct Entry {
        var failures = 0
        var due: ContinuousClock.Instant
    }

    private var entries: [UID: Entry] = [:]
    /// Failures after which others go first.
    private static let patience = 2
    private static let pauses = (first: Duration.seconds(10), longest: Duration.seconds(3600))

    var isEmpty: Bool { entries.isEmpty }
    var waiting: [UID] { Array(entries.keys) }

    func isDue(_ uid: UID) -> Bool { entries[uid].map { $0.due <= .now } ?? true }

    /// How long it is set aside from now on.
    func pause(_ uid: UID) -> Duration { entries[uid].map { max(.zero, $0.due - .now) } ?? .zero }

    /// It is asked for, which is a failure until it has come.
    mutating func begin(_ uid: UID) {
        let failures = (entries[uid]?.failures ?? 0) + 1
        let pause =
            failures <= Self.patience
            ? .zero : min(Self.pauses.longest, Self.pauses.first * (1 << min(failures - Self.patience, 12)))
        entries[uid] = Entry(failures: failures, due: .now + pause)
    }

    mutating func succeed(_ uid: UID) { entries[uid] = nil }
}
