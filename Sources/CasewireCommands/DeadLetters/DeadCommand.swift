import ArgumentParser
import StageKit
import StageProtocol

/// `casewire dead`: messages that no attempt could work, and what to do with them.
struct DeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead", abstract: "List, show, replay and drop dead letters.",
        discussion: """
            A message that failed for good, or too often, is set aside with its error. Mend the cause, or with "edit" the \
            message itself, then replay it. What is replayed, edited or dropped stays in the case's journal.
            """,
        subcommands: [List.self, Show.self, Replay.self, Edit.self, Drop.self], defaultSubcommand: List.self)
}

extension DeadCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the dead letters.")

        @OptionGroup var options: PipelineOptions
        @OptionGroup var filter: LetterFilter
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let letters = try await options.withBroker { try await Letters($0).matching(filter) }
            let console = Console.standardOutput
            if output.isJSON { return console.json(.array(letters)) }
            guard !letters.isEmpty else {
                return console.line("There are no \(filter.isEmpty ? "" : "such ")dead letters.")
            }
            let table = DeadText.table(letters, try options.times())
            console.lines(table.lines(width: console.width, paint: console.paint))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a dead letter with its error and its input.")

        @Argument(help: "The letter's number, as the list shows it.")
        var id: Int64

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let letter = try await options.withBroker { try await Letters($0).letter(id) }
            if output.isJSON { return Console.standardOutput.json(letter) }
            Console.standardOutput.lines(DeadText.lines(letter, try options.times()))
        }
    }

    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Have dead letters worked again, as if new.")

        @Argument(help: "The letters' numbers.")
        var ids: [Int64] = []

        @Flag(help: "All of them.")
        var all = false

        @OptionGroup var filter: LetterFilter
        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func validate() throws {
            guard [!ids.isEmpty, all, !filter.isEmpty].count(where: \.self) == 1 else {
                throw ValidationError(
                    "Name letters by number, or which ones by --stage, --type, --case or --error, or say --all.")
            }
        }

        func run() async throws {
            try await options.withBroker { client in
                let chosen =
                    ids.isEmpty ? try await Letters(client).matching(filter).compactMap { $0["id"]?.int } : ids
                try await each(chosen, "dead-replay", "replayed", output, client)
            }
        }
    }

    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Mend what a dead letter says, and have it worked again.",
            discussion: """
                Opens its data as JSON in $EDITOR; leave it as it is to call it off. The data as it was stays in the case's \
                journal.
                """)

        @Argument(help: "The letter's number.")
        var id: Int64

        @Option(
            help: ArgumentHelp("Take the data from this file instead, - for standard input.", valueName: "file"),
            completion: .file(extensions: ["json"]))
        var data: String?

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            try await options.withBroker { client in
                let letter = try await Letters(client).letter(id)
                guard let before = letter["data"], before != .null else {
                    throw CommandFailure(.failed, "dead letter \(id) carries no data; replay it as it is.")
                }
                func replay(_ data: JSON) async throws {
                    try await each([id], "dead-replay", "replayed", output, client, ["data": data])
                }
                if let data { return try await replay(try Editing.read(data)) }
                guard try await Editing.edit(before, replay) != nil else {
                    throw CommandFailure(
                        .failed, "the data is as it was; \"casewire dead replay \(id)\" works it again.")
                }
            }
        }
    }

    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give a dead letter up, with the reason.")

        @Argument(help: "The letter's number.")
        var id: Int64

        @Option(help: "Why it is given up; it goes into the case's journal.")
        var reason: String

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func validate() throws {
            guard !reason.isEmpty else { throw ValidationError("--reason must say why it is given up.") }
        }

        func run() async throws {
            try await options.withBroker { client in
                try await each([id], "dead-drop", "dropped", output, client, ["reason": .string(reason)])
            }
        }
    }

    /// Asks the same of each letter.
    private static func each(
        _ ids: [Int64], _ question: String, _ word: String, _ output: FormatOptions, _ client: BrokerClient,
        _ arguments: [String: JSON] = [:]
    ) async throws {
        try await actOnEach(ids, word, output, line: { "\(word) #\($0["id"]?.int ?? 0)" }) { id in
            try await client.ask(question, .object(arguments.merging(["id": .int(id)]) { $1 }))
        }
    }
}
