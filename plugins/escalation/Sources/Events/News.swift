import Casework
import StageKit

extension CaseWork {
    /// `case.notice`: a program wrote. What matters is a mail that came back.
    mutating func notice(_ mail: JSON) throws {
        let bounce = mail["bounce"]
        guard bounce != nil || mail["automatic"]?.string == "bounce",
            bounce?["delayed"]?.bool != true
        else { return }
        let recipient = bounce?["recipient"]?.string
        let why = [bounce?["status"]?.string, bounce?["reason"]?.string].compactMap { $0 }.joined(separator: " ")
        let detail = why.isEmpty ? "" : " (\(why))"
        if let colleague = recipient.flatMap({ office.people.person(at: $0) }) {
            let others = ladder.lead(of: colleague.id).map { [$0] } ?? []
            return try self.notice(
                "bounce-\(head.heard)-\(colleague.id)", to: others,
                reason: "a mail about this case to \(colleague.name) came back\(detail)", due: due)
        }
        let kind = bounce?["kind"]?.string ?? "soft"
        if let address = (recipient ?? customer?.address)?.lowercased() {
            care.unreachable = (care.unreachable ?? [:]).merging(
                [address: Care.Unreachable(kind: kind, status: bounce?["status"]?.string, at: now)]) { $1 }
        }
        try tellAdvocate(
            "notice-\(head.heard)-bounce",
            reason: "a mail to \(recipient ?? customer?.address ?? "the customer") came back\(detail): "
                + Self.advice(kind), due: due)
    }

    /// What a mail that came back means, and what to do.
    private static func advice(_ kind: String) -> String {
        switch kind {
        case "hard": "the customer cannot be reached there; look for another way to reach them"
        case "full": "their mailbox is full; look for another way to reach them, or write again later"
        case "blocked": "their server refuses mail from us; ask whoever runs our mail, and look for another way"
        case "spam": "it was taken for spam; write once more in other words, or look for another way to reach them"
        default: "it did not arrive this time; write again later, or look for another way to reach them"
        }
    }

    /// `case.voted`: the customer told how it was. Who was not content is not left with it.
    mutating func voted(_ vote: Vote) throws {
        guard vote.isUnhappy else { return try turned(to: vote) }
        let score = "\(vote.question) \(vote.score)"
        if !isOpen {
            reopen("\(Self.unhappy) (\(score))")
            care.waits_for = "unhappy"
            try replaceWhoLeft()
        }
        let lead = ladder.lead(of: care.advocate.id)
        let people = [lead].compactMap { $0 }.filter { !standingIn.map(\.id).contains($0.id) } + standingIn
        let words = vote.words.map { ": \"\($0)\"" } ?? ""
        try notice(
            "vote-\(received.message.id)", to: people,
            reason: "the customer was not content with how it went (\(score))\(words)", due: due)
    }

    /// Why a case is open again after such a vote.
    static let unhappy = "the customer was not content"

    /// Whoever was told that the customer was not content is told that they are now, and what becomes of the case: what was opened
    /// again by that vote alone is settled again, unless the new one brings words, or something has happened since.
    private mutating func turned(to vote: Vote) throws {
        let unhappy = story.votes.count(where: \.isUnhappy)
        guard vote.isHappy, unhappy > 0 else { return }
        let lead = ladder.lead(of: care.advocate.id)
        let people = [lead].compactMap { $0 }.filter { !standingIn.map(\.id).contains($0.id) } + standingIn
        var reason = "the customer has changed their vote and is content now (\(vote.question) \(vote.score))"
        let hasWords = vote.words?.contains { !$0.isWhitespace } ?? false
        if isOpen, !hasWords, toCome.isEmpty, story.isOpenForVoteAlone {
            try resolve(reason)
            reason += "; the case is settled again"
        } else if isOpen {
            reason += "; the case stays open, since more than the vote is in it"
        }
        // Once, however often they send the happy one.
        try notice(
            "content-\(unhappy)", to: people, reason: reason, due: due)
    }

    /// `message.dead`: something about the case could not be worked. A person takes over, so that nobody waits in
    /// silence.
    mutating func dead(_ letter: DeadLetter) throws {
        guard !letter.isOfDeadLetter else { return try note(letter.untold) }
        try tellAdvocate(letter.name, reason: letter.told, due: due)
    }
}

/// The data of `message.dead`.
struct DeadLetter: Decodable, Sendable {
    var message: Int64
    var stage: String
    var type: String
    var code: String
    var reason: String
    /// The name of the text that it was about; nil where it was about none.
    var text: String?

    /// What a text that tells of it is called, before whom it is for.
    var name: String { "\(Self.prefix)\(message)" }
    private static let prefix = "dead-"

    /// Whether it is such a text itself that could not be worked. It is told of by no other, which would fare no better: each
    /// would bring the next one about, without end.
    var isOfDeadLetter: Bool {
        (text ?? "").split(separator: "+").contains {
            $0.hasPrefix(Self.prefix) || $0.hasPrefix("cause-\(Self.prefix)")
        }
    }

    /// What is noted of it then.
    var untold: JSON { ["untold": .string(text ?? ""), "reason": .string(told)] }

    /// What a colleague is told of it.
    var told: String {
        "\(stage) could not work \(type) (\(code): \(reason)); whoever runs Casewire finds it with casewire dead"
    }
}
