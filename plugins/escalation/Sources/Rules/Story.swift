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
        /// Promises that are kept with it, as its writer says.
        var keeps: [String]
        /// The person who wrote it, or in whose name it was.
        var author: String?
    }

    private(set) var heard: [Heard] = []
    /// What was said to the customer.
    private(set) var told: [Told] = []
    /// What was promised, in the order in which it was.
    private(set) var promises: [Promise] = []
    /// Who was told of the case beyond its advocate.
    private(set) var climb = Climb()
    /// What is awaited and from whom, as somebody has written it down.
    private(set) var wait: Wait?
    /// The moods that were heard, oldest first.
    private(set) var moods: [String] = []
    /// The topics that it was about and that always have a cause; its later words may be about something else, such as thanks.
    private(set) var topics: [String] = []
    /// Signs that were told since the last answer, each with the colleagues who were.
    private(set) var signs: [String: [String]] = [:]
    /// What colleagues wrote down for each other.
    private(set) var notes: [Background.Words] = []
    /// What the customer said of how it went, oldest first.
    private(set) var votes: [Vote] = []
    /// Where in the log the latest of them stands.
    private var voted = 0
    /// Names of the notices that colleagues had.
    private(set) var noticed: Set<String> = []
    /// What colleagues are to be told once their hours begin.
    private(set) var held = HeldWords()
    /// What the customer was granted as goodwill.
    private(set) var granted: [Care.Grant] = []
    /// Whether signs of danger, or of a matter for the law, were seen.
    private(set) var isDangerous = false
    /// Where in the log the case was opened again last; 0 where it never was.
    private var reopened = 0
    /// When texts that name the next word were proposed, by their purpose, while they have not left.
    private(set) var onTheirWay: [String: (at: Timestamp, name: String?)] = [:]
    private let entries: [Entry]

    /// Something that is awaited.
    struct Wait: Codable, Sendable, Hashable {
        var what: String?
        var from: String
    }

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
                if Purpose.answering.contains(purpose) {
                    signs = [:]
                    wait = nil
                    held.answered()
                }
                onTheirWay[purpose] = nil
                let resolves = entry.body["details"]?["resolve"]?.bool ?? false
                told.append(
                    Told(
                        at: entry.at, seq: entry.seq, purpose: purpose, text: text, resolves: resolves,
                        promise: entry.body["details"]?["promise"]?.string,
                        keeps: (entry.body["details"]?["keeps"]?.array ?? []).compactMap(\.string),
                        author: entry.body["author"]?.string))
            case "said": noticed.formUnion((entry.body["details"]?["names"]?.array ?? []).compactMap(\.string))
            case "feedback":
                guard var vote = try? entry.body.decode(Vote.self) else { continue }
                vote.at = vote.at ?? entry.at
                votes.append(vote)
                voted = entry.seq
            case "promised": promised(entry)
            case "decided": decided(entry)
            case "noted": noted(entry)
            default: break
            }
        }
    }

    private mutating func decided(_ entry: Entry) {
        if let name = (entry.body["kept"] ?? entry.body["withdrawn"])?.string {
            for index in promises.indices where promises[index].name == name { promises[index].isOver = true }
        } else if let from = entry.body["waits_for"]?.string {
            wait = from == "customer" || from == "nobody" ? nil : Wait(what: entry.body["what"]?.string, from: from)
        } else if let grant: Care.Grant = try? entry.body["granted"]?.decode() {
            granted.append(grant)
        } else if entry.body["resolved"] != nil {
            wait = nil
            held.drop()
        } else if entry.body["reopened"] != nil {
            reopened = entry.seq
        } else if entry.body["urgent"]?.string == "safety" {
            isDangerous = true
        }
    }

    private mutating func noted(_ entry: Entry) {
        if let mood = entry.body["mood"]?.string { moods.append(mood) }
        if let purpose = entry.body["proposed"]?.string {
            onTheirWay[purpose] = (entry.at, entry.body["text"]?.string)
        }
        if let topic = entry.body["topic"]?.string { topics.append(topic) }
        if let sign = entry.body["sign"]?.string {
            signs[sign] = (entry.body["told"]?.array ?? []).compactMap(\.string)
        }
        if let note = entry.body["note"]?.string, let person = entry.body["person"]?.string {
            notes.append(Background.Words(at: entry.at, by: person, words: note))
        }
        noticed.formUnion((entry.body["told_together"]?.array ?? []).compactMap(\.string))
        held.take(entry)
    }

    private mutating func promised(_ entry: Entry) {
        guard let promise = try? entry.body.decode(MakePromise.self),
            !promises.contains(where: { $0.name == promise.name })
        else { return }
        promises.append(
            Promise(
                number: promises.count + 1, name: promise.name, kind: promise.kind, what: promise.what,
                due: promise.due,
                at: entry.at, seq: entry.seq, by: promise.authority,
                isFurther: promise.kind == PromiseKind.contact.rawValue
                    && Purpose.furtherWord.contains(told.last?.purpose ?? "")))
    }

    /// Whether the case was opened again by an unhappy vote, and nobody has written, promised or taken anything in it since. What
    /// programs tell of it meanwhile is nothing.
    var isOpenForVoteAlone: Bool {
        guard let place = entries.lastIndex(where: { $0.kind == "decided" && $0.body["reopened"] != nil }),
            entries[place].body["reopened"]?.string?.hasPrefix(CaseWork.unhappy) == true
        else { return false }
        return entries[(place + 1)...].allSatisfy { entry in
            switch entry.kind {
            case "heard": false
            case "said": entry.body["audience"]?.string == Audience.staff.rawValue || entry.body["author"] == nil
            case "decided": ["taken", "granted", "kept", "waits_for", "corrected"].allSatisfy { entry.body[$0] == nil }
            case "noted": entry.body["person"] == nil || entry.body["note"] == nil
            default: true
            }
        }
    }

    /// The latest word that answered the customer.
    var lastAnswer: Told? { told.last { Purpose.answering.contains($0.purpose) } }
    /// Whether the customer was answered since the case was opened, or opened again.
    var isAnswered: Bool { lastAnswer.map { $0.seq > reopened } ?? false }
    /// The latest word after which the next one is the customer's: an answer, a question, thanks.
    var lastTurn: Told? { told.last { Purpose.turning.contains($0.purpose) } }
    /// The answer to everything the customer wrote, if there is one.
    var fullAnswer: Told? { lastAnswer.flatMap { $0.seq > heard.last?.seq ?? 0 ? $0 : nil } }
    /// What went before, for who takes the case on.
    /// - Parameter name: the name of a colleague.
    func background(_ name: (String) -> String?) -> Background {
        Background(
            told: lastTurn.map { Background.Words(at: $0.at, by: $0.author.flatMap(name), words: $0.text) },
            notes: notes.suffix(5).map {
                Background.Words(at: $0.at, by: $0.by.flatMap(name) ?? $0.by, words: $0.words)
            })
    }

    /// What the customer said last of how it went, where they were not content and have had no answer since.
    var unhappyVote: Vote? { votes.last.flatMap { $0.isUnhappy && voted > lastAnswer?.seq ?? 0 ? $0 : nil } }

    /// The latest word that told the customer where things stand; a receipt does not.
    var lastNews: Told? { told.last { !Purpose.receipts.contains($0.purpose) } }

    /// Whether thanks of the customer can be for what we did: nothing they wrote before waits for an answer, and what we told them
    /// last neither offers, asks nor puts off.
    var canEndWithThanks: Bool {
        guard let last = heard.last, let turn = lastTurn, let word = lastNews else { return false }
        let waits = heard.contains { $0.seq > turn.seq && $0.seq < last.seq }
        return !waits && !Purpose.inviting.contains(word.purpose)
    }

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

    /// Whether the log says something of one run of a clock already.
    func has(noted what: String, of clock: Clock) -> Bool {
        entries.contains {
            $0.kind == "noted" && $0.body[what]?.string == clock.name
                && $0.body["started"]?.string == clock.started.description
        }
    }

    /// The notes that have a member.
    func noted(_ member: String) -> [JSON] {
        entries.filter { $0.kind == "noted" && $0.body[member] != nil }.map(\.body)
    }

    /// The number of the latest entry of a kind with exactly this body.
    func seq(of kind: String, _ body: JSON) -> Int? { entries.last { $0.kind == kind && $0.body == body }?.seq }
}
