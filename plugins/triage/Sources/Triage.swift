import Casework
import Language
import StageKit

/// Understands what a customer wrote: what it is about, how they feel, what they ask for.
@main
struct Triage: Stage {
    static let name = "triage"
    static let version = "1.0.0"

    /// What the pipeline sets for this stage.
    struct Settings: Decodable, Sendable {
        var examples: String
        /// What people corrected; nil or missing for none.
        var corrections: String?
        var model: String
        var mood: String
        var languages: String?
    }

    private let reader: UnderstandingReader

    init(settings: Settings, context: StageContext) throws {
        let topics = try TopicModelFile(
            examples: settings.examples, corrections: settings.corrections, model: settings.model
        ).open(logger: context.logger)
        reader = UnderstandingReader(
            topics: topics, moods: Self.moods(settings.mood, logger: context.logger),
            languages: LanguageReader.open(settings.languages) { words, error in
                context.logger.warning("\(words)", metadata: ["reason": "\(error)"])
            })
    }

    /// Moods are read by cues alone where there is no model: less well, but nobody has to wait for it.
    private static func moods(_ path: String, logger: Logger) -> MoodReader {
        do {
            return try MoodReader.load(path)
        } catch {
            logger.warning(
                "moods are told by cues alone, without the mood model", metadata: ["reason": "\(error)"])
            return MoodReader()
        }
    }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        let known: Understanding? = try delivery.section("understanding")
        let conversation = try Conversation(delivery.log())
        let review: Review? = try delivery.section("review")
        let isCorrection = delivery.type == "case.corrected"
        // Of a burst, the first delivery already saw all of it.
        guard let newest = conversation.contacts.last, isCorrection || known?.heard != conversation.contacts.count
        else {
            return
        }
        let understanding = reader.understand(conversation).corrected(by: review)
        // A person works on it: nobody else need act on what they said.
        if isCorrection { return try outcome.set("understanding", schema: Understanding.schema, understanding) }
        try outcome.set("understanding", schema: Understanding.schema, understanding)
        // Each case once, by what it was taken for at first: what is counted cannot be taken back.
        if known == nil { outcome.count("topic", understanding.topic) }
        try outcome.emit("understood", understanding, deadline: Urgency.deadline(of: understanding, delivery))
        delivery.logger.info(
            "understood",
            metadata: [
                "heard": "\(understanding.heard)", "topic": "\(understanding.topic)",
                "confidence": "\((understanding.confidence * 100).rounded() / 100)", "mood": "\(understanding.mood)",
                "language": "\(understanding.language ?? "unsure")", "asks": "\(understanding.asks.count)",
                "safety": "\(understanding.safety.map(\.kind).joined(separator: " "))",
                "channel": "\(newest.channel)",
            ])
    }
}
