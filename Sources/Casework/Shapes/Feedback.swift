public import StageProtocol

/// Section `feedback`: what the customer was asked and what they said. Written by survey.
public struct Feedback: Codable, Sendable, Hashable {
    /// `feedback/1`
    public static let schema = "feedback/1"
    /// When the customer was asked, if they were.
    public var asked: Timestamp?
    /// What they were asked: `csat`, `ces` or `nps`.
    public var question: String?
    /// What they said, oldest first; the last one stands.
    public var votes: [Vote]

    /// The section.
    public init(asked: Timestamp? = nil, question: String? = nil, votes: [Vote] = []) {
        self.asked = asked
        self.question = question
        self.votes = votes
    }
}

/// One answer to a survey: the body of a `feedback` entry, and the data of `case.feedback` and `case.voted`.
public struct Vote: Codable, Sendable, Hashable {
    /// What was asked: `csat` (1 to 5), `ces` (1 to 7) or `nps` (0 to 10).
    public var question: String
    /// The score, on the question's scale.
    public var score: Int
    /// The customer's own words.
    public var words: String?
    /// When it was given.
    public var at: Timestamp?

    /// A vote.
    public init(question: String, score: Int, words: String? = nil, at: Timestamp? = nil) {
        self.question = question
        self.score = score
        self.words = words
        self.at = at
    }

    /// The scale of a question; nil for a question that is not known.
    public static func scale(of question: String) -> ClosedRange<Int>? {
        switch question {
        case "csat": 1...5
        case "ces": 1...7
        case "nps": 0...10
        default: nil
        }
    }
}
