import Broker
import Dispatch
import Logging
import Mail

/// Takes mails out of the outboxes before the broker forgets the cases that they are about, one look after the other and beside
/// the beat: a folder may hold very many.
final class Outboxes: Sendable {
    private let queue = DispatchQueue(label: "outboxes")
    private let logger: Logger
    private let post: @Sendable (Event) -> Void

    /// - Parameter post: tells the broker's mind.
    init(logger: Logger, post: @escaping @Sendable (Event) -> Void) {
        self.logger = logger
        self.post = post
    }

    /// Says that it is done whatever came of it: what is not on this host must not keep the store from forgetting.
    func clear(_ clearing: OutboxClearing) {
        queue.async { [logger, post] in
            for folder in clearing.folders {
                let outcome = MailSearch(for: clearing.refs).remove(from: folder)
                if outcome.removed > 0 {
                    logger.info(
                        "mails of cases whose time is over are gone from the outbox",
                        metadata: ["outbox": "\(folder)", "mails": "\(outcome.removed)"])
                }
                if !outcome.left.isEmpty {
                    logger.warning(
                        "mails of cases whose time is over could not be removed; remove them by hand",
                        metadata: ["mails": "\(outcome.left.joined(separator: " "))"])
                }
            }
            post(.cleared(clearing.cases))
        }
    }
}
