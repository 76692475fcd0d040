import ArgumentParser
import Language
import StageProtocol

/// `casewire predict`: what messages are about, a JSON object a line in and out.
struct PredictCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict", abstract: "Tell what messages are about, by a model.",
        discussion: """
            Reads {"id": …, "text": …} line by line from standard input and writes {"id": …, "category": …, \
            "confidence": …} for each. Ends with 65 at a line that is not of this form.
            """)

    @Option(help: ArgumentHelp("A model that casewire train wrote.", valueName: "model"), completion: .file())
    var model: String

    func run() async throws {
        let model = try TopicModel.load(model)
        var number = 0
        while let line = readLine(strippingNewline: true) {
            number += 1
            if line.allSatisfy(\.isWhitespace) { continue }
            guard let input = try? JSON(bytes: Array(line.utf8)), let text = input["text"]?.string else {
                throw CommandFailure(.data, "line \(number) is no JSON object with a \"text\".")
            }
            let best = model.predict(text).best
            Console.standardOutput.json([
                "id": input["id"] ?? nil, "category": .string(best.category), "confidence": .double(best.confidence),
            ])
        }
    }
}
