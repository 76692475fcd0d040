public import StageProtocol

/// Section `spike` of a case of the house: many customers write about the same. Written by lookout. It holds nothing of any
/// of them, so that who is erased leaves nothing behind in it.
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
    /// Some of the cases, by reference: what their customers wrote stays with them.
    public var samples: [String]
    /// What customers are told, once a person has said so.
    public var notice: Notice?
    /// That there is nothing to tell, and nobody to alarm, once a person has said so.
    public var quiet: Quiet?
    /// The cases in which customers were told.
    public var told: [String]
    /// How far up the ladder it has gone; 0 is the first rung.
    public var rung: Int
    /// Who looks after it by their own word.
    public var taken: String?

    /// What a person has allowed to be told.
    public struct Notice: Codable, Sendable, Hashable {
        /// Their own words; nil for the notice as it was drafted.
        public var words: String?
        /// The language of the words; customers who are written to in one that there are no words in get the draft.
        public var language: String
        /// Their own words in further languages.
        public var further: [String: String]?
        /// How often it was said anew since customers were first told; nil for never.
        public var corrections: Int?
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

        /// A notice with words in several languages, the first of which come first.
        public init(_ words: [String: String], by: String, at: Timestamp) {
            let language = words["en"] == nil ? words.keys.min() ?? "en" : "en"
            self.init(words: words[language], language: language, by: by, at: at)
            let further = words.filter { $0.key != language }
            self.further = further.isEmpty ? nil : further
        }

        /// The words by language.
        public var all: [String: String] {
            var all = further ?? [:]
            all[language] = words
            return all
        }
    }

    /// What a person has put away.
    public struct Quiet: Codable, Sendable, Hashable {
        /// Why.
        public var why: String
        /// Who said so.
        public var by: String
        /// When.
        public var at: Timestamp
        /// A word that puts it away.
        public init(why: String, by: String, at: Timestamp) {
            self.why = why
            self.by = by
            self.at = at
        }
    }

    /// A spike as it was seen.
    public init(
        topic: String, since: Timestamp, count: Int, expected: Double, probability: Double, samples: [String]
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

extension Spike {
    /// How many are usual, to a tenth where they are few: `< 0.1`, `0.4`, `3`, `12`.
    package static func spoken(expected: Double) -> String {
        guard expected >= 0.05 else { return "< 0.1" }
        let tenths = (expected * 10).rounded() / 10
        return expected < 10 && tenths != tenths.rounded() ? "\(tenths)" : "\(Int(expected.rounded()))"
    }
}
