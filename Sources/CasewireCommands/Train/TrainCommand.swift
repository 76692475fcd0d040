import ArgumentParser
import FoundationEssentials
import Language
import StageProtocol

/// `casewire train`: a topic model from a shop's own messages, and how good it is.
struct TrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Train a topic model from labelled messages, and tell how good it is.",
        discussion: """
            DATA is a CSV file with the columns text and category. How good the model is, is measured on messages that it \
            has not seen. Without --output nothing is written.
            """)

    @Argument(help: ArgumentHelp("Labelled messages.", valueName: "data.csv"), completion: .file(extensions: ["csv"]))
    var data: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write the model.", valueName: "model"))
    var output: String?

    @Option(name: .customLong("for"), help: "What the categories are: topics (the default), languages or mood.")
    var purpose = Purpose.topics

    @Option(help: ArgumentHelp("Where to write the model's card, as Markdown.", valueName: "file"))
    var card: String?

    @Option(help: ArgumentHelp("Parts to measure in, each in turn unseen.", valueName: "parts"))
    var crossValidate: Int?

    @OptionGroup var format: FormatOptions

    enum Purpose: String, ExpressibleByArgument, CaseIterable {
        case topics, languages, mood

        var options: TopicOptions {
            switch self {
            case .topics: TopicOptions()
            case .languages: .languages
            case .mood: .mood
            }
        }
    }

    func validate() throws {
        guard (2...100).contains(crossValidate ?? 2) else {
            throw ValidationError("--cross-validate must be from 2 to 100.")
        }
        guard card == nil || output != nil else { throw ValidationError("--card goes with --output.") }
    }

    func run() async throws {
        guard let bytes = FileManager.default.contents(atPath: data) else {
            throw CommandFailure(.data, "\(data) cannot be read; name a CSV file with the columns text and category.")
        }
        let examples = try CSVReader.labelledTexts(Array(bytes), name: data)
        var options = purpose.options
        if let crossValidate { options.folds = crossValidate }
        let bar = ProgressLine(Console.standardError)
        let progress: (TrainingProgress) -> Void = { step in
            bar.draw(Int(step.fraction * 100), of: 100, Self.words(step.phase))
        }
        defer { bar.clear() }
        guard let output else {
            let validation = try TopicModel.crossValidate(
                examples, folds: options.folds, options: options, progress: progress)
            bar.clear()
            return try tell(validation, model: nil)
        }
        let model = try TopicModel.train(examples, options: options, progress: progress)
        try model.save(output)
        if let card {
            try Data(ModelCard(model, title: "Topics of \(data)").text.utf8).write(to: URL(filePath: card))
        }
        bar.clear()
        try tell(model.validation, model: model)
    }

    private func tell(_ validation: CrossValidation, model: TopicModel?) throws {
        guard format.isJSON else { return Console.standardOutput.lines(lines(validation, model)) }
        var members = try JSON(encoding: validation).object ?? [:]
        if let model, let output {
            members["model"] = .string(output)
            members["bytes"] = .int(Int64(model.byteCount))
            members["data_digest"] = .string(model.dataDigest)
        }
        Console.standardOutput.json(.object(members))
    }

    private func lines(_ validation: CrossValidation, _ model: TopicModel?) -> [String] {
        if let model, let output {
            return [ModelCard(model, title: "Topics of \(data)").text, "written to \(output)"]
        }
        var table = TextTable([
            .init(title: "category"), .init(title: "examples", alignment: .right),
            .init(title: "found", alignment: .right), .init(title: "right when named", alignment: .right),
        ])
        for category in validation.categories {
            table.add([category.name, "\(category.examples)", percent(category.recall), percent(category.precision)])
        }
        let mixed = validation.confusions.map { "  \($0.actual) taken for \($0.predicted)  \($0.count)" }
        let folds = "\(validation.folds) parts, \(validation.examples) messages"
        return ["accuracy \(tenths(validation.accuracy)) on unseen messages (\(folds))", ""] + table.lines()
            + (mixed.isEmpty ? [] : ["", "mixed up most"] + mixed)
    }

    private static func words(_ phase: TrainingProgress.Phase) -> String {
        switch phase {
        case .reading: "% reading"
        case .fold(let number, let all): "% measuring, part \(number) of \(all)"
        case .fitting: "% fitting"
        case .done: "% done"
        }
    }

    private func tenths(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
