import ArgumentParser
import Language
import StageProtocol

/// `casewire predict`: what messages are about, a JSON object a line in and out.
struct PredictCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict", abstract: "Tell what messages are about, by a model.",
        discussion: """
            Reads {"id": …, "text": …} line by line and writes {"id": …, "category": …, "confidence": …, "unknown": …} for \
            each: "unknown" is how strange the text is to the model, from 0 to 1. A line that is not of this form is \
            answered with an "error", and the command ends with 65.
            """)

    @Option(help: ArgumentHelp("A model that casewire train wrote.", valueName: "model"), completion: .file())
    var model: String

    @OptionGroup var lines: MessageLines

    func run() async throws {
        let model = try TopicModel.load(model)
        try lines.answer { Self.answer($0, model) }
    }

    static func answer(_ message: MessageLine, _ model: TopicModel) -> [String: JSON] {
        let prediction = model.predict(message.text)
        return [
            "category": .string(prediction.best.category), "confidence": .share(prediction.best.confidence),
            "unknown": .share(1 - prediction.familiarity),
        ]
    }
}

extension JSON {
    /// A share from 0 to 1 with four decimal places.
    static func share(_ value: Double) -> JSON { .double((value * 10_000).rounded() / 10_000) }
}
