import ArgumentParser
import Casework
import FoundationEssentials
import Language
import Pipeline
import StageKit
import StageProtocol

/// `casewire corrections`: what people corrected, as examples to train with.
struct CorrectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections", abstract: "Write what people corrected as examples for the next training.",
        discussion: """
            Prints a CSV with the columns text and category. With --save it is written where triage looks for it, and triage \
            learns it at its next start.
            """)

    @Option(name: .customLong("of"), help: "What was corrected: topic (the default) or mood.")
    var subject = Subject.topic

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it.", valueName: "file"), completion: .file())
    var output: String?

    @Flag(help: "Write the topics where the pipeline's triage looks for them.")
    var save = false

    @OptionGroup var options: PipelineOptions

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case topic, mood

        var reviewed: Review.Subject { self == .topic ? .topic : .mood }
    }

    func validate() throws {
        guard !save || (output == nil && subject == .topic) else {
            throw ValidationError("--save writes topics, to the place that the pipeline names.")
        }
    }

    func run() async throws {
        let place = save ? try savingPlace() : output
        let texts = try await options.withBroker { broker in
            var texts: [LabelledText] = []
            for item in try await broker.sections(named: "review") {
                guard let ref = item["ref"], let review = try? item["section"]?.decode(Review.self),
                    review.latest(subject.reviewed) != nil
                else { continue }
                let story = try await broker.ask("case", ["ref": ref])
                if let text = CorrectedTexts.example(subject.reviewed, of: review, story: story) { texts.append(text) }
            }
            return texts
        }
        guard let place else {
            return CorrectedTexts.csv(texts).split(separator: "\n").forEach { Console.standardOutput.line(String($0)) }
        }
        try Data(CorrectedTexts.csv(texts).utf8).write(to: URL(filePath: place), options: .atomic)
        Console.standardError.line("\(count(texts.count, "example")) written to \(place)")
    }

    private func savingPlace() throws -> String {
        guard let path = CorrectedTexts.path(in: try options.load().config) else {
            throw CommandFailure(
                .config, "no stage of the pipeline has the setting \"corrections\"; name a file with -o.")
        }
        return path
    }
}
