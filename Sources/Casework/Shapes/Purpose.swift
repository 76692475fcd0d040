/// What a text is for.
package enum Purpose {
    package static let update = "update"
    package static let reminder = "reminder"
    package static let closing = "closing"
    package static let answer = "answer"
    package static let question = "clarifying-question"
    package static let handOver = "hand-over"
    /// An apology for a promise that was missed.
    package static let amends = "amends"
    package static let survey = "survey"
    package static let thanks = "thanks"
    /// What became of what a customer said.
    package static let didAsSaid = "you-said-we-did"
    /// The question whether somebody would like to be on the appreciation list.
    package static let invitation = "invitation"
    /// The word that somebody is on it.
    package static let welcome = "welcome"
    package static let staffNotice = "staff-notice"
    package static let staffWarning = "staff-warning"
    package static let staffRefused = "staff-refused"
    package static let staffCause = "staff-cause"
    /// Many cases at once, for one who is needed in all of them.
    package static let staffDigest = "staff-digest"
    /// Feedback for the one who acts on it.
    package static let staffFeedback = "staff-feedback"
    /// Praise for the one it is for.
    package static let staffPraise = "staff-praise"

    /// Texts that answer what the customer wrote.
    package static let answering: Set = [answer, "apology"]
    /// Texts after which the next word is the customer's.
    package static let turning: Set = [answer, "apology", question, thanks]
    /// Texts that offer, ask or put off: a kind word after one of them is a reply to it, and ends nothing.
    package static let inviting: Set = [amends, question, update, reminder]
    /// Texts that only say that something arrived.
    package static let receipts: Set = ["acknowledgment", "follow-up-received"]
    /// Texts that are no word on the matter, and so keep no promise of one.
    package static let noWord: Set = receipts.union([survey, didAsSaid, invitation, welcome])
    /// Texts that keep a word which an answer promised on top of itself: what a program tells meanwhile is not it.
    package static let furtherWord: Set = answering.union([question])
    /// Texts after which the next news is due as before.
    package static let noNews: Set = noWord.union([thanks, reminder, closing])
    /// Texts that show that a contact arrived, as a receipt does.
    package static let acknowledging: Set = receipts.union(turning).union([handOver])
}
