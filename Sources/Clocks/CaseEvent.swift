import Casework
import StageProtocol

/// What an entry of a case's log means to its clocks.
enum CaseEvent: Sendable, Hashable {
    /// The customer wrote for the n-th time. What is put on record long after starts no clock.
    case heard(contact: Int, isHistory: Bool)
    /// A text to the customer left, written by somebody who had seen so many contacts.
    case said(purpose: String, seen: Int, answers: Bool)
    /// A receipt of before serves so many contacts, so that none is written.
    case served(seen: Int)
    /// Something was promised; any word keeps a word.
    case promised(name: String, due: Timestamp, isWord: Bool)
    case kept(name: String, at: Timestamp?)
    /// A promise ended without being kept: nobody waits for it any more.
    case withdrawn(name: String)
    /// Somebody says that the next word is the customer's, or no longer.
    case waits(forCustomer: Bool)
    /// There is danger, or another reason not to wait for any hour.
    case alarmed
    case resolved
    case reopened
    /// We have warned of a clock, or dealt with its end.
    case done(Deed, clock: String, started: Timestamp?)
    /// We have proposed a text of our own; it leaves a little later.
    case proposed(purpose: String)

    /// What is done about a clock that runs out.
    enum Deed: Sendable, Hashable {
        case warned, missed
    }
}

extension CaseEvent {
    /// What an entry means; nil where clocks do not care.
    /// - Parameter contacts: how many the customer has made so far.
    init?(_ entry: LogEntry, contacts: Int) {
        let body = entry.body
        switch entry.kind {
        case "heard": self = .heard(contact: contacts + 1, isHistory: entry.by == Self.history)
        case "said" where body["audience"]?.string != "staff" && entry.by != Self.history:
            let purpose = body["purpose"]?.string ?? ""
            // Logs before 0.2 do not tell what a writer had seen; then it is all that stands above.
            self = .said(
                purpose: purpose, seen: body["heard"]?.int.map { Int($0) } ?? contacts,
                answers: body["answers"]?.bool ?? Purpose.answering.contains(purpose))
        case "promised":
            guard let name = body["name"]?.string, let due = body["due"]?.string.flatMap(Timestamp.init) else {
                return nil
            }
            self = .promised(name: name, due: due, isWord: body["kind"]?.string == "contact")
        case "decided": self.init(decided: body)
        case "noted": self.init(noted: body)
        default: return nil
        }
    }

    private init?(decided body: JSONMembers) {
        if let name = body["kept"]?.string {
            self = .kept(name: name, at: nil)
        } else if let name = body["withdrawn"]?.string {
            self = .withdrawn(name: name)
        } else if body["resolved"] != nil || body["merged"] != nil {
            self = .resolved
        } else if body["reopened"] != nil {
            self = .reopened
        } else if body["urgent"] != nil {
            self = .alarmed
        } else if let whom = body["waits_for"]?.string {
            self = .waits(forCustomer: whom == "customer")
        } else {
            return nil
        }
    }

    private init?(noted body: JSONMembers) {
        func moment(_ name: String) -> Timestamp? { body[name]?.string.flatMap(Timestamp.init) }
        if let name = body["promise"]?.string, let kept = moment("kept") {
            self = .kept(name: name, at: kept)
        } else if let clock = body["warned"]?.string {
            self = .done(.warned, clock: clock, started: moment("started"))
        } else if let clock = body["missed"]?.string {
            // Logs before 0.2 name a promise apart from its clock.
            let name = clock == "promise" ? body["promise"]?.string.map(ClockName.promise) ?? clock : clock
            self = .done(.missed, clock: name, started: moment("started"))
        } else if let count = body["receipt_serves"]?.int {
            self = .served(seen: Int(count))
        } else if let purpose = body["proposed"]?.string {
            self = .proposed(purpose: purpose)
        } else {
            return nil
        }
    }

    /// Who has written an entry that is history.
    private static let history = "history"
}
