import ArgumentParser
import Foundation
import Pipeline
import StageProtocol

/// `casewire schema`: JSON Schemas of the files that operators and developers write.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of a file, for editors that complete and check.",
        discussion: """
            A line at the top of a file makes most editors use it:

              # yaml-language-server: $schema=schemas/pipeline.json

            That of the pipeline knows the settings of the stages in the pipeline at hand, where there is one. --all \
            writes all five into a folder.
            """)

    @Argument(help: "pipeline, standards, people, stage (a program's manifest), or test (of a pipeline).")
    var file: FileSchema?

    @Option(help: ArgumentHelp("Write all five into a folder instead.", valueName: "folder"), completion: .directory)
    var all: String?

    @OptionGroup var options: PipelineOptions

    func validate() throws {
        guard (file == nil) != (all == nil) else { throw ValidationError("Name a file, or --all and a folder.") }
    }

    func run() throws {
        // Without a pipeline at hand, its stages may have any settings.
        let pipeline = FileManager.default.fileExists(atPath: options.path) ? try options.load() : nil
        let stages = pipeline?.manifests ?? [:]
        guard let all else {
            return Console.standardOutput.write(try text(file ?? .pipeline, stages))
        }
        try FileManager.default.createDirectory(atPath: all, withIntermediateDirectories: true)
        for file in FileSchema.allCases {
            try text(file, stages).write(toFile: "\(all)/\(file).json", atomically: true, encoding: .utf8)
        }
        Console.standardOutput.line("\(all): \(FileSchema.allCases.map { "\($0).json" }.joined(separator: ", "))")
    }

    /// As people read it, in an order that stays.
    private func text(_ file: FileSchema, _ stages: [String: Manifest]) throws -> String {
        let value = try JSONSerialization.jsonObject(with: Data(file.json(stages: stages).bytes))
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try JSONSerialization.data(withJSONObject: value, options: options), as: UTF8.self)
            + "\n"
    }
}

extension FileSchema: ExpressibleByArgument {}
