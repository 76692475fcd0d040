import Casework
import StageKit

/// What the customer wrote, in order, and what of it has been answered.
struct Conversation: Sendable {
    /// Every contact, oldest first.
    let contacts: [Contact]
    /// How many of them came before the last answer.
    let answered: Int
    /// The words of our answer to all but the latest contact, where it is what the customer heard from us last.
    let answer: String?

    init(contacts: [Contact], answered: Int = 0, answer: String? = nil) {
        self.contacts = contacts
        self.answered = answered
        self.answer = answer
    }

    /// - Throws: a permanent failure where an entry cannot be read.
    init(_ log: [Entry]) throws {
        var contacts: [Contact] = []
        var answered = 0
        var last: (purpose: String, text: String, after: Int)?
        for entry in log {
            switch entry.kind {
            case "heard": contacts.append(try Self.contact(entry))
            case "said" where entry.body["audience"]?.string != Audience.staff.rawValue:
                let purpose = entry.body["purpose"]?.string ?? ""
                if purpose == Purpose.answer { answered = contacts.count }
                guard !Purpose.noWord.contains(purpose) else { continue }
                last = (purpose, entry.body["text"]?.string ?? "", contacts.count)
            default: continue
            }
        }
        let answers = Purpose.answering.union([Purpose.thanks, Purpose.closing])
        let isAnswered = last.map { answers.contains($0.purpose) && $0.after == contacts.count - 1 } ?? false
        self.init(contacts: contacts, answered: answered, answer: isAnswered ? last?.text : nil)
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
