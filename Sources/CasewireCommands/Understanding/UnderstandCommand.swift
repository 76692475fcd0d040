import ArgumentParser
import Language
import StageProtocol

/// `casewire understand`: what messages are about, how their writers feel and what they ask for.
struct UnderstandCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "understand", abstract: "Tell what messages are about, how their writers feel, what they ask for.",
        discussion: """
            Reads {"id": …, "text": …} line by line and writes an object for each. Needs no running pipeline: the models \
            are those of the pipeline's file, or those that --model and --mood name. A line that is not of this form is \
            answered with an "error", and the command ends with 65.
            """)

    @Option(help: ArgumentHelp("A topic model in place of the pipeline's.", valueName: "model"), completion: .file())
    var model: String?

    @Option(help: ArgumentHelp("A mood model in place of the pipeline's.", valueName: "model"), completion: .file())
    var mood: String?

    @OptionGroup var pipeline: PipelineOptions
    @OptionGroup var lines: MessageLines

    func run() async throws {
        let models = try DeskModels(model: model, mood: mood, pipeline: pipeline)
        try lines.answer { Self.answer($0, models) }
    }

    static func answer(_ message: MessageLine, _ models: DeskModels) -> [String: JSON] {
        let text = message.text
        let topic = models.topics.predict(text)
        let asks = Asks.extract(text)
        let mood = models.moods.mood(of: text, asks: asks)
        return [
            "topic": .string(topic.best.category), "confidence": .share(topic.best.confidence),
            "unknown": .share(1 - topic.familiarity),
            "evidence": .array(models.topics.evidence(for: topic.best.category, in: text).map { .string($0.word) }),
            "mood": .string(mood.feeling.rawValue), "strength": .share(mood.strength),
            "negativity": .share(mood.negativity), "mood_words": .array(mood.words.map(JSON.string)),
            "language": models.languages.identify(text).map { .string($0.language) } ?? .null,
            "asks": .array(
                asks.map { ask in
                    [
                        "quote": .string(ask.quote), "kind": .string(ask.kind.rawValue),
                        "paraphrase": .string(ask.paraphrase),
                    ]
                }),
            "safety": .array(
                Safety.findings(in: text).map { ["kind": .string($0.kind.rawValue), "words": .string($0.words)] }),
        ]
    }
}
