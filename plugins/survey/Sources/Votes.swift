import Casework
import StageKit

extension Work {
    /// `case.feedback`: the customer told how it was, asked or unasked, or chose about the list.
    mutating func toldUs(_ data: JSON) async throws {
        if data["list"] != nil { return try await chose(received.data()) }
        try await voted(received.data())
    }

    /// The last vote stands, and the same one twice is one.
    private mutating func voted(_ given: Vote) async throws {
        var vote = given
        vote.at = vote.at ?? now
        guard let scale = Vote.scale(of: vote.question), scale.contains(vote.score) else {
            return try note(["uncounted": "vote", "reason": "it is not on the scale of its question"])
        }
        if let last = feedback.votes.last, last.isSame(as: vote) {
            // All that can have changed is whether its words may be repeated.
            feedback.votes[feedback.votes.count - 1].quote = vote.quote
            return
        }
        feedback.votes.append(vote)
        // It is told already: nobody is asked about what they told of.
        outcome.cancel("survey")
        try outcome.emit("voted", vote)
        received.logger.info("voted", metadata: ["question": "\(vote.question)", "score": "\(vote.score)"])
        let item = try enter(vote)
        if vote.isHappy { try await thank(for: item) }
    }

    /// What was said with a vote is a piece of feedback; while nobody has acted on it, a vote that is changed changes it, and
    /// one that turns ends it. The same words are one piece.
    private mutating func enter(_ vote: Vote) throws -> FeedbackItem? {
        let kind: FeedbackItem.Kind = vote.isHappy ? .affirmative : .corrective
        let open = (feedback.items ?? []).filter { $0.source == "vote" && $0.isOpen }
        try putAway(
            open.filter { $0.kind != kind }, because: "the vote was changed to \(vote.question) \(vote.score)")
        guard vote.hasWords, let words = vote.words else { return nil }
        if var item = open.last(where: { $0.kind == kind }) {
            item.words = words
            item.at = vote.at ?? now
            keep(item)
            return item
        }
        let said = feedback.items?.last { $0.source == "vote" && $0.kind == kind && $0.words == words }
        if let said, said.quiet == nil { return said }
        return try enter(words, from: "vote", channel: "survey", kind: kind, topic: understanding?.topic)
    }

    /// `say.refused`: a text will not leave.
    mutating func refused(_ say: SayHead) throws {
        let proposal = say.proposal
        guard proposal.audience == .customer else { return }
        let reason =
            say.state == .refused ? "the text was held back" : "they had such a text not long ago, or too many of late"
        var line: [String: JSON] = ["unasked": .string(proposal.purpose), "reason": .string(reason)]
        if say.state == .refused { line["findings"] = say.findings }
        switch proposal.purpose {
        case Purpose.survey: feedback.asked = nil
        case Purpose.thanks: appreciation.thanked = nil
        case Purpose.invitation: appreciation.invited = nil
        case Purpose.didAsSaid: return try takeBack(say)
        default: break
        }
        try note(.object(line))
    }
}

extension Vote {
    /// Whether another vote says the same, whenever it was given: a page sent twice, a button pressed twice.
    fileprivate func isSame(as other: Vote) -> Bool {
        question == other.question && score == other.score && words == other.words
    }
}
