public import StageProtocol

/// Section `spike` of a case of the house: many customers write about the same. Written by lookout.
public struct Spike: Codable, Sendable, Hashable {
    /// `spike/1`
    public static let schema = "spike/1"
    /// The kind of its case.
    public static let kind = "spike"
    /// What they write about.
    public var topic: String
    /// From when on more came than is usual.
    public var since: Timestamp
    /// How many cases there were when it was seen.
    public var count: Int
    /// How many are usual in such a time.
    public var expected: Double
    /// How likely so many are where nothing is the matter.
    public var probability: Double
    /// Some of the cases, with words of their customers.
    public var samples: [Sample]
    /// What customers are told, once a person has said so.
    public var notice: Notice?
    /// Customers who were told, each a hash.
    public var told: [String]
    /// How far up the ladder it has gone; 0 is the first rung.
    public var rung: Int
    /// Who looks after it by their own word.
    public var taken: String?

    /// One of the cases.
    public struct Sample: Codable, Sendable, Hashable {
        /// Its reference.
        public var ref: String
        /// What its customer asks for, in their words.
        public var words: String
        /// A case.
        public init(ref: String, words: String) {
            self.ref = ref
            self.words = words
        }
    }

    /// What a person has allowed to be told.
    public struct Notice: Codable, Sendable, Hashable {
        /// Their own words; nil for the notice as it was drafted.
        public var words: String?
        /// The language of the words; customers who are written to in another get the draft.
        public var language: String
        /// Who allowed it.
        public var by: String
        /// When.
        public var at: Timestamp
        /// A notice.
        public init(words: String?, language: String, by: String, at: Timestamp) {
            self.words = words
            self.language = language
            self.by = by
            self.at = at
        }
    }

    /// A spike as it was seen.
    public init(
        topic: String, since: Timestamp, count: Int, expected: Double, probability: Double, samples: [Sample]
    ) {
        self.topic = topic
        self.since = since
        self.count = count
        self.expected = expected
        self.probability = probability
        self.samples = samples
        told = []
        rung = 0
    }
}
