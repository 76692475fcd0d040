import Casework
import StageKit

extension Survey {
    /// The customer told how it was, asked or unasked. The last vote stands, and the same one twice is one.
    func answered(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        var vote: Vote = try delivery.data()
        vote.at = vote.at ?? delivery.now
        guard let scale = Vote.scale(of: vote.question), scale.contains(vote.score) else {
            return try outcome.append(
                "noted", ["uncounted": "vote", "reason": "it is not on the scale of its question"] as JSON)
        }
        var feedback: Feedback = try delivery.section("feedback") ?? Feedback()
        guard feedback.votes.last.map({ !$0.isSame(as: vote) }) ?? true else { return }
        feedback.votes.append(vote)
        try outcome.set("feedback", schema: Feedback.schema, feedback)
        // It is told already: nobody is asked about what they told of.
        outcome.cancel("survey")
        try outcome.emit("voted", vote)
        delivery.logger.info("voted", metadata: ["question": "\(vote.question)", "score": "\(vote.score)"])
    }

    /// The invitation was held back. Nobody has to be told: a survey that does not leave keeps nobody waiting.
    func refused(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let findings = try delivery.say.findings ?? []
        try outcome.append(
            "noted", ["unasked": "survey", "reason": "the invitation was held back", "findings": findings] as JSON)
    }
}

extension Vote {
    /// Whether another vote says the same, whenever it was given: a page sent twice, a button pressed twice.
    fileprivate func isSame(as other: Vote) -> Bool {
        question == other.question && score == other.score && words == other.words
    }
}
