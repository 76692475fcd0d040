import Logging
import StageKit

/// A mail as it was found in a mailbox, before anything has read it.
struct RawMail: Sendable {
    /// What tells it from every other: where it lay, under which number, and what it holds.
    var id: String
    /// The way in, and the mailbox: `imap:desk`.
    var via: String
    /// What a person would call it.
    var name: String
    var bytes: [UInt8]
    var media = "message/rfc822"

    /// The header fields of a mail that is larger than what is taken: it is parked with them.
    static let headersOnly = "text/rfc822-headers"
}

/// Hands raw mails to the broker, and comes back only when each is on its disk.
struct RawIntake: Sendable {
    let desk: any FrontDesk
    let logger: Logger
    /// What to wait after a failure, at first and at most.
    var pauses = (first: Duration.milliseconds(250), longest: Duration.seconds(30))

    /// Hands a mail in, again and again while the broker is away or has too much waiting.
    /// - Throws: `CancellationError`, and `BrokerRefusal` where the broker is never going to take it.
    func take(_ mail: RawMail) async throws -> Accepted {
        var backOff = BackOff(first: pauses.first, longest: pauses.longest)
        let draft = SubmissionDraft(id: mail.id, via: mail.via, name: mail.name, raw: mail.bytes, media: mail.media)
        while true {
            do {
                switch try await desk.submit(draft) {
                case .accepted(let accepted):
                    logger.info("taken", metadata: ["mail": "\(mail.name)", "submission": "\(accepted.submission)"])
                    return accepted
                case .later(let pause): try await Task.sleep(for: min(pause, pauses.longest))
                }
            } catch let error as BrokerUnreachable {
                logger.warning("the broker is away; the mail waits", metadata: ["reason": "\(error)"])
                try await Task.sleep(for: backOff.next())
            }
        }
    }
}
