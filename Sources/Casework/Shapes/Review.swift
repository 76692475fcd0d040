public import StageProtocol

/// Section `review`: what had been understood when a person first worked on the case, and what people changed since. Written
/// by escalation; what it says stands until a person says otherwise.
public struct Review: Codable, Sendable, Hashable {
    /// `review/1`
    public static let schema = "review/1"
    /// What triage had understood when the first person looked.
    public var machine: Reading
    /// Who that was.
    public var by: String
    /// When.
    public var at: Timestamp
    /// What was changed, oldest first.
    public var corrections: [Correction]

    /// What can be judged of an understanding.
    public struct Reading: Codable, Sendable, Hashable {
        /// How many contacts it rested on.
        public var heard: Int
        /// The topic.
        public var topic: String
        /// How sure that was.
        public var confidence: Double
        /// The mood.
        public var mood: String
        /// The language as BCP 47; nil where unsure.
        public var language: String?
    }

    /// One change by a person.
    public struct Correction: Codable, Sendable, Hashable {
        /// What was changed.
        public var what: Subject
        /// How it was before.
        public var before: JSON
        /// How it is meant.
        public var after: JSON
        /// Who changed it.
        public var by: String
        /// When.
        public var at: Timestamp
        /// How many contacts had been heard.
        public var heard: Int

        /// A change of something from one to the other.
        public init(what: Subject, before: JSON, after: JSON, by person: String, at moment: Timestamp, heard: Int) {
            self.what = what
            self.before = before
            self.after = after
            by = person
            at = moment
            self.heard = heard
        }
    }

    /// What a person can change.
    public enum Subject: String, Codable, Sendable, CaseIterable {
        /// What the case is about.
        case topic
        /// How the customer feels.
        case mood
        /// What they ask for.
        case asks
        /// What a person was given to start from.
        case draft
    }

    /// Nobody has changed anything yet.
    public init(of understanding: Understanding, by person: String, at moment: Timestamp) {
        machine = Reading(
            heard: understanding.heard, topic: understanding.topic, confidence: understanding.confidence,
            mood: understanding.mood, language: understanding.language)
        by = person
        at = moment
        corrections = []
    }

    /// The latest change of something.
    public func latest(_ what: Subject) -> Correction? { corrections.last { $0.what == what } }
}

extension Understanding {
    /// The same with what people changed. A topic stands for the case; a mood is that of the words it was said of; asks are
    /// those of the contacts that were there.
    public func corrected(by review: Review?) -> Understanding {
        guard let review else { return self }
        var understanding = self
        var changed: [String] = []
        if let topic = review.latest(.topic), let name = topic.after.string {
            understanding.topic = name
            understanding.confidence = 1
            understanding.alternatives = []
            changed.append(Review.Subject.topic.rawValue)
        }
        if let mood = review.latest(.mood), mood.heard == heard, let name = mood.after.string {
            understanding.mood = name
            changed.append(Review.Subject.mood.rawValue)
        }
        if let asks = review.latest(.asks), let meant = try? asks.after.decode([Ask].self) {
            understanding.asks = meant + understanding.asks.filter { $0.contact > asks.heard }
            changed.append(Review.Subject.asks.rawValue)
        }
        understanding.corrected = changed.isEmpty ? nil : changed
        return understanding
    }
}

/// The data of `case.correction`: what a person says was meant.
public struct CorrectionRequest: Codable, Sendable, Hashable {
    /// Who says so.
    public var by: String
    /// The topic that is meant.
    public var topic: String?
    /// The mood that is meant.
    public var mood: String?
    /// All that is asked.
    public var asks: [Understanding.Ask]?

    /// A request that changes what is given.
    public init(by: String, topic: String? = nil, mood: String? = nil, asks: [Understanding.Ask]? = nil) {
        self.by = by
        self.topic = topic
        self.mood = mood
        self.asks = asks
    }
}
