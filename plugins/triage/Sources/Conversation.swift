import Casework
import StageKit

/// What the customer wrote, in order, and what of it has been answered.
struct Conversation: Sendable {
    /// Every contact, oldest first.
    let contacts: [Contact]
    /// How many of them came before the last answer.
    let answered: Int

    init(contacts: [Contact], answered: Int = 0) {
        self.contacts = contacts
        self.answered = answered
    }

    /// - Throws: a permanent failure where an entry cannot be read.
    init(_ log: [Entry]) throws {
        var contacts: [Contact] = []
        var answered = 0
        for entry in log {
            switch entry.kind {
            case "heard": contacts.append(try Self.contact(entry))
            case "said" where entry.body["purpose"]?.string == "answer": answered = contacts.count
            default: continue
            }
        }
        self.init(contacts: contacts, answered: answered)
    }

    private static func contact(_ entry: Entry) throws -> Contact {
        do {
            return try entry.body.decode()
        } catch {
            throw StageFailure.permanent(
                "unreadable", "entry \(entry.seq) of the log is no contact that this stage can read: \(error)")
        }
    }
}
