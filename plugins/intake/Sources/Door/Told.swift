import Casework
import StageKit

/// A case as one person knows it: the broker's answer to `told`.
struct Told: Decodable, Sendable {
    var ref: String
    var status: CaseStatus
    /// The broker's time as it answered.
    var now: Timestamp
    var resolved: Timestamp?
    var subject: String?
    /// Whom it is told to.
    var person: Party
    /// Oldest first.
    var log: [Item]
    /// Whether earlier entries were left out.
    var shortened: Bool
    var promises: [Promise]
    var sections: Sections

    /// One entry.
    struct Item: Decodable, Sendable {
        enum Kind: String, Decodable, Sendable { case heard, said, feedback, resolved, reopened }

        var kind: Kind
        var at: Timestamp
        var words: String?
        var text: String?
        /// What a text was written in.
        var language: String?
        var settled: Bool?
        var attachments: [Attachment]?
    }

    /// What was promised to the customer.
    struct Promise: Decodable, Sendable {
        var what: String
        var due: Timestamp
        var kept: Timestamp?
        /// When it ended without being kept, since the case was settled.
        var withdrawn: Timestamp?
    }

    /// The sections that intake is granted to read, where there are any.
    struct Sections: Decodable, Sendable {
        var contact: ContactSection?
        var care: Care?
        var page: PageSection?
    }
}

extension CaseLink {
    /// Whether the link still opens its page.
    func isGood(for told: Told, days: Int) -> Bool {
        let age = told.now - made
        guard age >= .seconds(-300), age <= .seconds(days * 86_400) else { return false }
        return told.sections.page.map { made >= $0.links_from } ?? true
    }
}

/// Where a case stands, for the one it is about.
enum Standing: Sendable, Hashable {
    /// The next word is ours; by when, where that can be said.
    case ours(next: Timestamp?)
    case yours
    /// The customer has called it solved, and it is about to be closed.
    case settling
    case settled(since: Timestamp)
}

extension Told {
    var standing: Standing {
        if status == .resolved { return .settled(since: resolved ?? now) }
        let words = log.last { $0.kind == .heard || $0.kind == .said || $0.kind == .feedback || $0.kind == .reopened }
        if words?.kind == .feedback, words?.settled == true { return .settling }
        guard let care = sections.care else { return .ours(next: nil) }
        // What was written a moment ago is not reckoned with yet.
        if care.turn == "customer", words?.kind != .heard { return .yours }
        return .ours(next: care.next_word.flatMap { $0 > now ? $0 : nil })
    }
}
