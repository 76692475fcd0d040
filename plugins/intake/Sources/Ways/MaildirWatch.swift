import Logging
import Mail
import StageKit

/// Takes the mails that somebody delivers into a Maildir, for as long as the stage lives.
///
/// It looks again and again: that works on every file system, and a look costs next to nothing. A mail goes from `new` to
/// `cur` only when it is on the broker's disk.
struct MaildirWatch: Sendable {
    let settings: MaildirSettings
    let intake: RawIntake
    let logger: Logger
    /// The largest mail that is taken, in bytes.
    let largest: Int

    private var every: Duration { .milliseconds(settings.every ?? 2_000) }

    func run() async throws {
        let maildir = Maildir(path: settings.path)
        var wasMissing = false
        while !Task.isCancelled {
            do {
                try await look(maildir)
                wasMissing = false
            } catch let error as MailError {
                // Told once, not every two seconds.
                if !wasMissing {
                    logger.warning(
                        "the Maildir cannot be read for now",
                        metadata: ["maildir": "\(settings.name)", "reason": "\(error.message)"])
                }
                wasMissing = true
            } catch is CancellationError {
                return
            }
            try await Task.sleep(for: every)
        }
    }

    private func look(_ maildir: Maildir) async throws {
        for name in try maildir.arrivals() {
            try Task.checkCancellation()
            guard var bytes = try maildir.arrival(name, limit: largest + 1) else { continue }
            let isTooLarge = bytes.count > largest
            if isTooLarge { bytes = header(bytes) }
            let content = Blobs.hash(of: bytes).prefix(16)
            let mail = RawMail(
                id: "maildir:\(settings.path):\(name):\(content)", via: "maildir:\(settings.name)",
                name: "\(settings.name) \(name)", bytes: bytes,
                media: isTooLarge ? RawMail.headersOnly : "message/rfc822")
            do {
                // A file without a byte is no mail; it is put aside without a word to the broker, which takes none.
                if !bytes.isEmpty { _ = try await intake.take(mail) }
                try maildir.settle(name)
            } catch let refusal as BrokerRefusal {
                logger.error(
                    "the broker does not take a mail; it stays in new",
                    metadata: ["maildir": "\(settings.name)", "file": "\(name)", "reason": "\(refusal)"])
            }
        }
    }

    /// Up to the first empty line, and no more than a person could want to read.
    private func header(_ bytes: [UInt8]) -> [UInt8] {
        let beginning = bytes.prefix(64 << 10)
        var isLineEmpty = false
        for (index, byte) in beginning.enumerated() {
            if byte == 0x0A {
                if isLineEmpty { return Array(beginning[..<index]) }
                isLineEmpty = true
            } else if byte != 0x0D {
                isLineEmpty = false
            }
        }
        return Array(beginning)
    }
}
