import Casework
import Clocks
import StageKit

/// What one colleague is told of many cases at once, as its log tells it: what came in overnight, or while the desk was down, is due or
/// late at the same moment, or has waited for their hours, and nobody is helped by a mail for each of it.
struct Digest: Sendable {
    /// What cases of the house are called that gather it; the key is the colleague.
    static let kind = "digest"
    /// What is seen so long after its time was not seen alone.
    static let belated = Duration.seconds(600)
    /// How long is waited for more of it.
    static let wait = Duration.seconds(30)

    /// What a case adds to it: an entry of its log, and the data of `case.digest`.
    struct Item: Codable, Sendable, Hashable {
        /// The customer's case.
        var of: String
        /// The customer's name, if they gave one.
        var customer: String?
        /// What they wrote about, in a few of their own words.
        var about: String?
        /// Why the colleague is told.
        var reason: String
        /// What is awaited and from whom, where a colleague has that on record: words of theirs.
        var awaited: Story.Wait?
        /// By when the customer counts on a word; nil for at once.
        var due: Timestamp?
        /// Whether nothing is due now.
        var idle: Bool?
    }

    /// What goes back to a case that nothing else came with: it is told there, as if it had been seen in time.
    struct Alone: Codable, Sendable, Hashable {
        var person: String
        var reason: String
        var due: Timestamp?
        /// Whether nothing was due when it was gathered: the case may be settled, and it is told all the same.
        var idle: Bool?
    }

    /// What nobody was told of yet, as it came.
    private(set) var items: [(item: Item, seq: Int, at: Timestamp)] = []

    init(_ log: [Entry]) {
        for entry in log {
            if let item = try? entry.body.decode(Item.self) {
                items.append((item, entry.seq, entry.at))
            } else if let last = entry.body["digest"]?.int {
                // What came while the mail was written is in the next one.
                items.removeAll { $0.seq <= Int(last) }
            }
        }
    }
}

extension CaseWork {
    /// Nothing else was seen late with this case: whoever it is for is told as ever, and may answer the customer by a reply.
    mutating func tellAlone(_ alone: Digest.Alone) throws {
        guard isOpen || alone.idle == true, let person = office.people[alone.person] else { return }
        let reason = story.climb.waits(for: person.id) ? alone.reason + Self.taking : alone.reason
        try notice(
            "alone-\(now.milliseconds)", to: [person], reason: reason, due: alone.due.map(Due.by) ?? due,
            draft: answering?.draft)
    }

    /// What waits for an answer, as short as a line allows.
    private var inAFewWords: String? {
        let contact = story.waiting.last?.contact
        return (progress.asks.first ?? contact?.subject ?? contact?.words).map { $0.onOneLine(of: 80) }
    }

    /// Adds a reason to what somebody is told of many cases at once.
    mutating func gather(_ reason: String, for person: People.Person, due: Due) throws {
        let item = Digest.Item(
            of: ref, customer: customer?.name, about: inAFewWords, reason: reason,
            awaited: story.wait, due: due.moment,
            idle: due == .nothing || due == .settled ? true : nil)
        try outcome.open(
            Digest.kind, key: person.id, subject: "What \(person.name) is told of many cases", owner: person.id, item,
            output: "digest")
    }
}
