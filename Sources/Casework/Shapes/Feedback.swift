public import StageProtocol

/// Section `feedback`: what the customer was asked, what they said, and what became of it. Written by survey.
public struct Feedback: Codable, Sendable, Hashable {
    /// `feedback/1`
    public static let schema = "feedback/1"
    /// When the customer was asked, if they were.
    public var asked: Timestamp?
    /// What they were asked: `csat`, `ces` or `nps`.
    public var question: String?
    /// What they said, oldest first; the last one stands.
    public var votes: [Vote]
    /// What they said in words, oldest first: each is acted on by its owner. Nil where they said nothing.
    public var items: [FeedbackItem]?

    /// The section.
    public init(
        asked: Timestamp? = nil, question: String? = nil, votes: [Vote] = [], items: [FeedbackItem]? = nil
    ) {
        self.asked = asked
        self.question = question
        self.votes = votes
        self.items = items
    }
}

/// One piece of feedback, and what became of it.
public struct FeedbackItem: Codable, Sendable, Hashable {
    /// What there is to do.
    public enum Kind: String, Codable, Sendable {
        /// Criticism: something is to become better.
        case corrective
        /// Praise: the person it is for is to hear it.
        case affirmative
    }

    /// What was done about it.
    public struct Done: Codable, Sendable, Hashable {
        /// When.
        public var at: Timestamp
        /// What, in words that the customer may read.
        public var what: String
        /// By whom: an id in `people.yaml`.
        public var by: String

        /// Something done.
        public init(at moment: Timestamp, what: String, by person: String) {
            at = moment
            self.what = what
            by = person
        }
    }

    /// Why nothing is to be done about it.
    public struct Quiet: Codable, Sendable, Hashable {
        /// When that was said.
        public var at: Timestamp
        /// Why, for colleagues: the customer does not hear of it.
        public var why: String
        /// By whom: an id in `people.yaml`; nil where it followed from what the customer said.
        public var by: String?

        /// Something that nothing is to be done about.
        public init(at moment: Timestamp, why: String, by person: String? = nil) {
            at = moment
            self.why = why
            by = person
        }
    }

    /// Its number in the case, counted from 1.
    public var number: Int
    /// Where it was said: `vote`, or `contact-N` for the N-th contact of the case.
    public var source: String
    /// The way it came: `survey`, `feedback`, `mail`, `form`, `api` …
    public var channel: String
    /// When it was said.
    public var at: Timestamp
    /// What was said, in the customer's own words.
    public var words: String
    /// What there is to do.
    public var kind: Kind
    /// What it is about, where that was understood.
    public var topic: String?
    /// Who acts on it; of praise, who is praised.
    public var owner: Care.Colleague
    /// Whose it was before, by their ids, in the order in which it was.
    public var earlier: [String]?
    /// By when something is to be done; nil for praise, which is passed on at once, and where no standard says when.
    public var due: Timestamp?
    /// When the owner was told of it.
    public var handed: Timestamp?
    /// When the owner was reminded.
    public var reminded: Timestamp?
    /// When the owner's lead was told that it is overdue, the latest time.
    public var raised: Timestamp?
    /// What was done.
    public var done: Done?
    /// When the customer was told what was done.
    public var told: Timestamp?
    /// Why it was put away, where it was.
    public var quiet: Quiet?

    /// Whether something is still to be done.
    public var isOpen: Bool { done == nil && quiet == nil }

    /// A piece of feedback that nobody has acted on yet.
    public init(
        number: Int, source: String, channel: String, at: Timestamp, words: String, kind: Kind, topic: String? = nil,
        owner: Care.Colleague, due: Timestamp? = nil
    ) {
        self.number = number
        self.source = source
        self.channel = channel
        self.at = at
        self.words = words
        self.kind = kind
        self.topic = topic
        self.owner = owner
        self.due = due
    }
}
