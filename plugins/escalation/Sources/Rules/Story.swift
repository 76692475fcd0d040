import Casework
import Clocks
import StageKit

/// What a case's log tells escalation: when the customer wrote, and what we said to them since.
struct Story: Sendable {
    struct Heard: Sendable {
        var at: Timestamp
        var seq: Int
        var contact: Contact
    }

    struct Told: Sendable {
        var at: Timestamp
        var seq: Int
        var purpose: String
        var text: String
        /// Whether its writer wants the case resolved once it has left.
        var resolves: Bool
        /// The promise that it makes good.
        var promise: String?
    }

    private(set) var heard: [Heard] = []
    /// What was said to the customer.
    private(set) var told: [Told] = []
    /// What was promised, in the order in which it was.
    private(set) var promises: [Promise] = []
    /// How far up the ladder the case has gone.
    private(set) var climb = Climb()
    private let entries: [Entry]

    init(_ entries: [Entry]) {
        self.entries = entries
        for entry in entries {
            climb.take(entry)
            switch entry.kind {
            case "heard":
                guard let contact = try? entry.body.decode(Contact.self) else { continue }
                heard.append(Heard(at: entry.at, seq: entry.seq, contact: contact))
            case "said" where entry.body["audience"]?.string != Audience.staff.rawValue:
                let purpose = entry.body["purpose"]?.string ?? ""
                let text = entry.body["text"]?.string ?? ""
                let resolves = entry.body["details"]?["resolve"]?.bool ?? false
                told.append(
                    Told(
                        at: entry.at, seq: entry.seq, purpose: purpose, text: text, resolves: resolves,
                        promise: entry.body["details"]?["promise"]?.string))
            case "promised": promised(entry)
            case "decided":
                guard let name = entry.body["kept"]?.string else { continue }
                for index in promises.indices where promises[index].name == name { promises[index].isKept = true }
            default: break
            }
        }
    }

    private mutating func promised(_ entry: Entry) {
        guard let promise = try? entry.body.decode(MakePromise.self),
            !promises.contains(where: { $0.name == promise.name })
        else { return }
        promises.append(
            Promise(
                number: promises.count + 1, name: promise.name, kind: promise.kind, what: promise.what,
                due: promise.due,
                at: entry.at, seq: entry.seq))
    }

    /// The latest word that answered the customer.
    var lastAnswer: Told? { told.last { Purpose.answering.contains($0.purpose) } }
    /// The latest word after which the next one is the customer's: an answer, a question, thanks.
    var lastTurn: Told? { told.last { Purpose.turning.contains($0.purpose) } }
    /// The answer to everything the customer wrote, if there is one.
    var fullAnswer: Told? { lastAnswer.flatMap { $0.seq > heard.last?.seq ?? 0 ? $0 : nil } }
    /// The latest word that told the customer where things stand; a receipt does not.
    var lastNews: Told? { told.last { !Purpose.receipts.contains($0.purpose) } }

    /// What the customer wrote since our last answer; of a case with nothing new all of it.
    var waiting: [Heard] {
        let since = heard.filter { $0.seq > lastAnswer?.seq ?? 0 }
        return since.isEmpty ? heard : since
    }

    /// When the customer wrote the first words after ours; nil where the next word is theirs.
    var waitingSince: Timestamp? { heard.first { $0.seq > lastTurn?.seq ?? 0 }?.at }

    /// The receipt for a contact, if one left.
    func receipt(after seq: Int) -> Told? {
        told.last { $0.seq > seq && Purpose.receipts.contains($0.purpose) }
    }

    /// When the customer wrote the contact after so many.
    func heard(after count: Int) -> Timestamp? { heard.indices.contains(count) ? heard[count].at : nil }

    /// The number of the latest entry of a kind with exactly this body.
    func seq(of kind: String, _ body: JSON) -> Int? { entries.last { $0.kind == kind && $0.body == body }?.seq }
}
