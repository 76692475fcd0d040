import ArgumentParser
import FoundationEssentials
import StageProtocol

/// `casewire causes`: what brought about what went wrong, whose it is to mend, and by when.
struct CausesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "causes", abstract: "See the causes of what went wrong, and say what was found and mended.",
        discussion: """
            Once a customer is satisfied, what went wrong for them is followed up: each cause has an owner and a date, and the \
            customers' cases that it stands behind. Its owner is reminded, and the ladder told where the date passes.
            """,
        subcommands: [List.self, Show.self, Link.self, Found.self, Later.self, Merge.self, Done.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the open causes, the soonest due first.")

        @Flag(help: "Those that are mended or go on in another, too.")
        var all = false
        @OptionGroup var format: FormatOptions
        @OptionGroup var options: PipelineOptions

        func run() async throws {
            let causes = try await options.withBroker { try await CauseItem.all($0) }.filter { all || $0.isOpen }
            if format.isJSON { return Console.standardOutput.json(.array(causes.map(\.json))) }
            guard !causes.isEmpty else { return Console.standardOutput.line("no cause is open") }
            var table = TextTable([
                .init(title: "ref"), .init(title: "cause"), .init(title: "owner"), .init(title: "due"),
                .init(title: "cases", alignment: .right), .init(title: "state"),
            ])
            for cause in causes { table.add(cause.cells) }
            for line in table.lines() { Console.standardOutput.line(line) }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one cause with the cases it stands behind.")

        @Argument(help: ArgumentHelp("The cause's reference.", valueName: "ref"))
        var reference: String
        @OptionGroup var format: FormatOptions
        @OptionGroup var options: PipelineOptions

        func run() async throws {
            let cause = try await options.withBroker { try await CauseItem.named(reference, $0) }
            if format.isJSON { return Console.standardOutput.json(cause.json) }
            for line in cause.lines { Console.standardOutput.line(line) }
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a customer's case has a cause that is known.",
            discussion: "Where the case is still open, the two are linked once its customer is satisfied.")

        @OptionGroup var subject: StaffWordOptions
        @Argument(help: ArgumentHelp("The cause's reference.", valueName: "cause"))
        var cause: String

        func run() async throws {
            let known = try await subject.options.withBroker { try await CauseItem.named(cause, $0) }
            try await subject.say { _, hand in
                try await hand("/cause \(known.key): \(known.what.first ?? known.key)")
            }
        }
    }

    struct Found: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say what brought it about.")

        @OptionGroup var subject: StaffWordOptions
        @OptionGroup var words: WordsOptions

        func run() async throws {
            try await subject.say { seen, hand in
                try await words.hand(answering: seen) { try await hand("/found \($0)") }
            }
        }
    }

    struct Later: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Name another day by which it is to be mended.")

        @OptionGroup var subject: StaffWordOptions
        @Argument(help: ArgumentHelp("The day, such as 2026-12-24.", valueName: "day"))
        var day: String
        @Option(help: ArgumentHelp("Why.", valueName: "reason"))
        var because: String?

        func run() async throws {
            try await subject.say { _, hand in try await hand("/later \(day) \(because ?? "")") }
        }
    }

    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a cause turned out to be the same as another, where it goes on.",
            discussion:
                "Its cases, what was found and the sooner day of both go along; what comes under its name joins, too.")

        @OptionGroup var subject: StaffWordOptions
        @Option(help: ArgumentHelp("The cause in which it goes on.", valueName: "cause"))
        var into: String

        func run() async throws {
            let known = try await subject.options.withBroker { try await CauseItem.named(into, $0) }
            try await subject.say { _, hand in try await hand("/same \(known.ref)") }
        }
    }

    struct Done: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that it is mended, and what was done so that it does not come back.")

        @OptionGroup var subject: StaffWordOptions
        @OptionGroup var words: WordsOptions

        func run() async throws {
            try await subject.say { seen, hand in
                try await words.hand(answering: seen) { try await hand("/mended \($0)") }
            }
        }
    }
}

/// `casewire cause REF`: what went wrong in a customer's case and should not again.
struct CauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cause", abstract: "Say of a customer's case what went wrong and should not go wrong again.",
        discussion:
            "It is followed up once the customer is satisfied; see casewire causes. The customer does not see it.")

    @OptionGroup var subject: StaffWordOptions
    @OptionGroup var words: WordsOptions

    func run() async throws {
        try await subject.say { seen, hand in
            try await words.hand(answering: seen) { try await hand("/cause \($0)") }
        }
    }
}
