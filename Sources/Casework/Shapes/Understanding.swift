/// Section `understanding`, and the data of `case.understood`. Written by triage.
public struct Understanding: Codable, Sendable, Hashable {
    /// `understanding/1`
    public static let schema = "understanding/1"
    /// How many contacts it rests on.
    public var heard: Int
    /// The topic, such as `refund-status`.
    public var topic: String
    /// How sure that is, 0 to 1, calibrated.
    public var confidence: Double
    /// Topics that came next.
    public var alternatives: [Guess]
    /// `calm`, `worried`, `upset`, `angry` or `happy`.
    public var mood: String
    /// How strong, 0 to 1.
    public var strength: Double
    /// The language as BCP 47; nil where unsure.
    public var language: String?
    /// Where they wrote in several languages: all of them, that of their newest words first.
    public var languages: [String]?
    /// What the customer asks for, in their own words.
    public var asks: [Ask]
    /// Signs of danger, such as `injury` or `fraud`: any of them brings a person at once. `bereavement` brings one as well, in time.
    public var safety: [Sign]
    /// Whether the customer says that all is well and asks for nothing.
    public var satisfied: Bool
    /// Whether the customer asks for a person.
    public var wants_person: Bool
    /// The words that weighed most.
    public var evidence: [String]
    /// What of it is a person's word: `topic`, `mood`, `asks`.
    public var corrected: [String]?

    /// Whether somebody close to the customer has died: no program answers them, nor asks how it was.
    public var isBereaved: Bool { safety.contains { $0.kind == Sign.bereavement } }

    /// Signs for which somebody is called at any hour.
    public var dangers: [Sign] { safety.filter { $0.kind != Sign.bereavement } }

    /// A topic that may be meant.
    public struct Guess: Codable, Sendable, Hashable {
        /// The topic.
        public var topic: String
        /// How sure, 0 to 1.
        public var confidence: Double
        /// A guess.
        public init(topic: String, confidence: Double) {
            self.topic = topic
            self.confidence = confidence
        }
    }

    /// One thing the customer asks for.
    public struct Ask: Codable, Sendable, Hashable {
        /// An exact part of what they wrote.
        public var quote: String
        /// `question`, `request`, `complaint` or `deadline`.
        public var kind: String
        /// The contact it stands in, counted from 1.
        public var contact: Int
        /// An ask.
        public init(quote: String, kind: String, contact: Int) {
            self.quote = quote
            self.kind = kind
            self.contact = contact
        }
    }

    /// A sign of danger and the words that show it.
    public struct Sign: Codable, Sendable, Hashable {
        /// The kind of who tells of a death.
        public static let bereavement = "bereavement"
        /// What kind of danger.
        public var kind: String
        /// The words.
        public var words: String
        /// A sign.
        public init(kind: String, words: String) {
            self.kind = kind
            self.words = words
        }
    }

    /// The section.
    public init(
        heard: Int, topic: String, confidence: Double, alternatives: [Guess] = [], mood: String, strength: Double,
        language: String?, languages: [String]? = nil, asks: [Ask] = [], safety: [Sign] = [], satisfied: Bool = false,
        wants_person: Bool = false,
        evidence: [String] = []
    ) {
        self.heard = heard
        self.topic = topic
        self.confidence = confidence
        self.alternatives = alternatives
        self.mood = mood
        self.strength = strength
        self.language = language
        self.languages = languages
        self.asks = asks
        self.safety = safety
        self.satisfied = satisfied
        self.wants_person = wants_person
        self.evidence = evidence
    }
}
