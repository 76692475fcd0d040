import ArgumentParser
import StageKit
import StageProtocol

/// `casewire dead`: messages that no attempt could work, and what to do with them.
struct DeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead", abstract: "List, show, replay and drop dead letters.",
        discussion: """
            A message that failed for good, or too often, is set aside with its error. Mend the cause, then replay it. \
            What is replayed or dropped stays in the case's journal.
            """,
        subcommands: [List.self, Show.self, Replay.self, Drop.self], defaultSubcommand: List.self)

    /// More than a person will ever look through.
    fileprivate static let all: JSON = ["limit": 100_000]
}

extension DeadCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the dead letters.")

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let letters = try await options.withBroker { try await $0.ask("dead", all) }
            let console = Console.standardOutput
            if output.isJSON { return console.json(letters) }
            guard letters.array?.isEmpty == false else { return console.line("There are no dead letters.") }
            let table = DeadText.table(letters.array ?? [], Times(now: .current))
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
            let letters = try await options.withBroker { try await $0.ask("dead", all) }
            guard let letter = letters.array?.first(where: { $0["id"]?.int == id }) else {
                throw CommandFailure(.failed, "there is no dead letter \(id); \"casewire dead\" lists them.")
            }
            if output.isJSON { return Console.standardOutput.json(letter) }
            Console.standardOutput.lines(DeadText.lines(letter, Times(now: .current)))
        }
    }

    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Have dead letters worked again, as if new.")

        @Argument(help: "The letters' numbers.")
        var ids: [Int64] = []

        @Flag(help: "All of them.")
        var all = false

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func validate() throws {
            guard all != !ids.isEmpty else { throw ValidationError("Name letters by number, or say --all.") }
        }

        func run() async throws {
            try await options.withBroker { client in
                let chosen =
                    all ? try await client.ask("dead", DeadCommand.all).array?.compactMap { $0["id"]?.int } ?? [] : ids
                try await each(chosen, "dead-replay", "replayed", output, client)
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

    /// Asks the same of each letter; one that is gone does not keep the others from it.
    private static func each(
        _ ids: [Int64], _ question: String, _ word: String, _ output: FormatOptions, _ client: BrokerClient,
        _ arguments: [String: JSON] = [:]
    ) async throws {
        var done: [JSON] = []
        var failures: [String] = []
        for id in ids {
            do {
                done.append(try await client.ask(question, .object(arguments.merging(["id": .int(id)]) { $1 })))
                if !output.isJSON { Console.standardOutput.line("\(word) #\(id)") }
            } catch let refusal as BrokerRefusal {
                failures.append("#\(id): \(refusal.message)")
            }
        }
        if output.isJSON { Console.standardOutput.json([word: .array(done)]) }
        if !failures.isEmpty { throw CommandFailure(.failed, failures.joined(separator: "; ") + ".") }
    }
}
