public import StageProtocol

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
    /// Whether the words may be repeated to others; nil and false where the customer did not say so.
    public var quote: Bool?

    /// A vote.
    public init(question: String, score: Int, words: String? = nil, at: Timestamp? = nil, quote: Bool? = nil) {
        self.question = question
        self.score = score
        self.words = words
        self.at = at
        self.quote = quote
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

// What a score means, for all who act on it or report it: nowhere else are scores compared with a figure.
extension Vote {
    /// The scores of a question that a content customer gives: 4 and 5 of CSAT, 5 to 7 of CES, promoters of NPS.
    public static func happy(_ question: String) -> ClosedRange<Int>? {
        switch question {
        case "csat": 4...5
        case "ces": 5...7
        case "nps": 9...10
        default: nil
        }
    }

    /// The scores of a question that a discontent customer gives: 1 and 2 of CSAT, 1 to 3 of CES, detractors of NPS.
    public static func unhappy(_ question: String) -> ClosedRange<Int>? {
        switch question {
        case "csat": 1...2
        case "ces": 1...3
        case "nps": 0...6
        default: nil
        }
    }

    /// Whether the customer is content.
    public var isHappy: Bool { Self.happy(question)?.contains(score) == true }

    /// Whether somebody must act. A low recommendation alone says little about one case, so that it counts only with words.
    public var isUnhappy: Bool {
        Self.unhappy(question)?.contains(score) == true && (question != "nps" || hasWords)
    }

    /// Whether the customer wrote something with it.
    public var hasWords: Bool { words?.contains { !$0.isWhitespace } == true }
}
