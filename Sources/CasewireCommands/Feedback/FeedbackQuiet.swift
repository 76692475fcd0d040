import ArgumentParser
import Casework
import Pipeline
import StageKit
import StageProtocol

extension FeedbackCommand {
    struct Quiet: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put feedback away: there is nothing to do about it.",
            discussion: """
                The reason stands in the case's story, and nobody is asked for it any more. The customer hears nothing.
                """)

        @Argument(help: ArgumentHelp("The case's reference.", valueName: "ref"))
        var ref: String
        @Option(help: ArgumentHelp("Why there is nothing to do.", valueName: "reason"))
        var because: String
        @OptionGroup var word: Word
        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            try FeedbackCommand.check([word.by].compactMap(\.self), options)
            let fate = try await options.withBroker { broker in
                try await word.say("/quiet", because, of: ref, broker)
            }
            try fate.tell(output)
        }
    }
}
