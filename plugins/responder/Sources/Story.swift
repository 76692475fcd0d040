import Casework
import StageKit

/// What was heard and said in a case, as far as the voice must know it.
struct Story: Sendable {
    /// One contact of the customer.
    struct Heard: Sendable {
        /// Counted from 1.
        var number: Int
        var at: Timestamp
        var contact: Contact
    }

    /// One text that left.
    struct Told: Sendable {
        var purpose: String
        var at: Timestamp
        /// How many contacts came before it.
        var after: Int
        /// The person who said it, if one did.
        var author: String?
        /// The articles it rested on.
        var articles: Set<String>
    }

    private(set) var heard: [Heard] = []
    /// What the customer was told, oldest first.
    private(set) var told: [Told] = []
    /// The contact that opened the case or, if it was settled in between, opened it again.
    private(set) var opening = 1

    /// How many contacts had been heard when a receipt of before was found to serve them.
    private(set) var served = 0

    /// Moods as they changed, with the contact from which on they were heard.
    private var moods: [(from: Int, mood: String)] = []

    /// Names of promises that are neither kept nor withdrawn.
    private(set) var promised: Set<String> = []

    /// - Throws: a permanent failure where an entry cannot be read.
    init(_ log: [Entry]) throws {
        for entry in log {
            switch entry.kind {
            case "heard": heard.append(Heard(number: heard.count + 1, at: entry.at, contact: try Self.contact(entry)))
            case "said" where entry.body["audience"]?.string == Audience.customer.rawValue:
                let articles = entry.body["details"]?["articles"]?.array ?? []
                told.append(
                    Told(
                        purpose: entry.body["purpose"]?.string ?? "", at: entry.at, after: heard.count,
                        author: entry.body["author"]?.string, articles: Set(articles.compactMap(\.string))))
            case "noted":
                if let mood = entry.body["mood"]?.string, let from = entry.body["heard"]?.int {
                    moods.append((Int(from), mood))
                }
                if let count = entry.body["receipt_serves"]?.int { served = Int(count) }
            case "promised": if let name = entry.body["name"]?.string { promised.insert(name) }
            case "decided" where entry.body["kept"] != nil || entry.body["withdrawn"] != nil:
                promised.remove((entry.body["kept"] ?? entry.body["withdrawn"])?.string ?? "")
            case "decided" where entry.body["reopened"] != nil: opening = max(1, heard.count)
            default: continue
            }
        }
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

extension Story {
    /// Contacts that a person wrote.
    var byPeople: [Heard] { heard.filter { $0.contact.automatic == nil } }
    /// How many contacts came before the last answer.
    var answered: Int { told.last { $0.purpose == "answer" }?.after ?? 0 }
    /// Contacts of people that no answer has followed yet.
    var open: [Heard] { byPeople.filter { $0.number > answered } }
    /// What people wrote since the case was opened, or opened again.
    var current: [Heard] { byPeople.filter { $0.number >= opening } }
    /// Articles that earlier answers rested on.
    var articles: Set<String> { told.reduce(into: []) { $0.formUnion($1.articles) } }
    /// Whether one of our people has answered, or asked back, be the case settled since: who comes back to them meets no program.
    var isWithPerson: Bool {
        told.contains { Purpose.turning.contains($0.purpose) && $0.author != nil }
    }

    /// Whether the customer was angry at any time since one of our people last answered them.
    var isFurious: Bool {
        let answered = told.last { Purpose.answering.contains($0.purpose) && $0.author != nil }?.after ?? 0
        return moods.indices.contains { index in
            let until = index + 1 < moods.count ? moods[index + 1].from - 1 : heard.count
            return moods[index].mood == "angry" && until > answered
        }
    }

    /// Whom we write to, by the name that they gave at any time.
    func customer(_ contact: ContactSection?) -> Party? {
        (contact?.customer ?? heard.last?.contact.from)?.named(by: heard.map(\.contact.from))
    }

    /// What people wrote since the last receipt was.
    func unacknowledged(_ answering: Answering) -> [Heard] {
        byPeople.filter { $0.number > answering.acknowledged }
    }

    /// What people wrote since the last receipt left, be one on its way or not.
    var withoutReceipt: [Heard] {
        let last = told.last { Purpose.receipts.contains($0.purpose) }?.after ?? 0
        return byPeople.filter { $0.number > last }
    }

    /// Whether the customer has been told something since they last wrote.
    var hasLastWord: Bool {
        guard let last = byPeople.last, let word = told.last else { return false }
        return word.after >= last.number
    }

    /// Whether thanks of the customer can be for what we did: no earlier words of theirs wait for an answer, and what we told them
    /// last was none that offers, asks or puts off, to which a friendly word is a reply.
    var canEndWithThanks: Bool {
        guard let last = byPeople.last else { return false }
        let words = told.filter { !Purpose.receipts.contains($0.purpose) && $0.after < last.number }
        guard let word = words.last else { return byPeople.count == 1 }
        let turned = words.last { Purpose.turning.contains($0.purpose) }?.after ?? 0
        let isAnswered = !byPeople.contains { $0.number > turned && $0.number < last.number }
        return isAnswered
            && !Purpose.inviting.contains(word.purpose)
    }

    /// Whether the customer was thanked for their last words, which says that they arrived.
    var isThanked: Bool { hasLastWord && told.last?.purpose == Purpose.thanks }

    /// Whether we have told the customer anything but receipts since so many contacts were acknowledged.
    func hasWord(since acknowledged: Int) -> Bool {
        acknowledged > 0 && told.contains { !Purpose.receipts.contains($0.purpose) && $0.after >= acknowledged }
    }

    /// When the customer last got a receipt, counting one that may still be on its way.
    /// - Parameter acknowledged: how many contacts had been heard when the last receipt was written.
    func lastReceipt(acknowledged: Int) -> Timestamp? {
        let said = told.last { ["acknowledgment", "follow-up-received"].contains($0.purpose) }?.at
        let written = heard.last { $0.number <= acknowledged }?.at
        return [said, written].compactMap { $0 }.max()
    }
}
