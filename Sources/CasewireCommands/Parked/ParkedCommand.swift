import ArgumentParser
import StageKit
import StageProtocol

/// `casewire parked`: what came in and waits for a person, and what the person does with it.
struct ParkedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parked", abstract: "List, show, mend, release and discard parked mail.",
        discussion: """
            What could not become part of a case waits here with a reason; its bytes are kept. Read it with show. Then let \
            it in as it is (release), say whose word it is or to which case it belongs (mend), or give it up (discard).
            """,
        subcommands: [List.self, Show.self, Mend.self, Release.self, Discard.self], defaultSubcommand: List.self)
}

extension ParkedCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List what is parked, oldest first.")

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let items = try await options.withBroker { try await $0.ask("parked", ["limit": 10_000]) }
            let console = Console.standardOutput
            if output.isJSON { return console.json(items) }
            guard items.array?.isEmpty == false else { return console.line("Nothing is parked.") }
            let table = ParkedText.table(items.array ?? [], try options.times())
            console.lines(table.lines(width: console.width, paint: console.paint))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a parked mail: why it waits, and what is in it.")

        @Argument(help: "Its number, as the list shows it.")
        var id: Int64

        @Flag(help: "The bytes as they came, and nothing else.")
        var raw = false

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (item, bytes) = try await options.withBroker { client in
                let item = try await client.ask("parked", ["id": .int(id)])
                if let objection = ParkedText.objection(item) { throw CommandFailure(.failed, objection) }
                let bytes = try await item["blob"]?.string.asyncMap { try await client.blobs.get($0) }
                return (item, bytes ?? [])
            }
            if raw { return Console.standardOutput.write(bytes) }
            let shown = ParkedMail(item: item, bytes: bytes)
            if output.isJSON { return Console.standardOutput.json(shown.json) }
            Console.standardOutput.lines(shown.lines(try options.times()))
        }
    }

    struct Mend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whose word a parked mail is, or to which case it belongs, and let it in.")

        @Argument(help: "Its number, as the list shows it.")
        var id: Int64

        @Option(
            name: .customLong("as"), help: ArgumentHelp("Whose word it is; answers go there.", valueName: "address"))
        var sender: String?

        @Option(help: ArgumentHelp("The case that it belongs to.", valueName: "case"))
        var to: String?

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func validate() throws {
            guard sender != nil || to != nil else {
                throw ValidationError("Say --as ADDRESS, --to CASE or both; \"release\" lets it in as it is.")
            }
        }

        func run() async throws {
            var orders: [String: JSON] = [:]
            orders["as"] = sender.map { .string($0) }
            orders["to"] = to.map { .string($0) }
            try await options.withBroker { try await Releasing(client: $0, output: output).run([id], orders) }
        }
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let parked mails in as they are: a person wrote them, whatever a program made of that.")

        @Argument(help: "Their numbers, as the list shows them.")
        var ids: [Int64]

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            try await options.withBroker { try await Releasing(client: $0, output: output).run(ids, [:]) }
        }
    }

    struct Discard: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give parked mails up, with the reason.")

        @Argument(help: "Their numbers, as the list shows them.")
        var ids: [Int64]

        @Option(help: "Why nothing is to come of them; it stays in the journal.")
        var reason: String

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func validate() throws {
            guard !reason.isEmpty else { throw ValidationError("--reason must say why they are given up.") }
        }

        func run() async throws {
            try await options.withBroker { client in
                try await actOnEach(ids, "discarded", output, line: ParkedText.line) { id in
                    try await client.ask("parked-discard", ["id": .int(id), "reason": .string(reason)])
                }
            }
        }
    }
}

/// Lets parked mails in, and waits for what becomes of each.
private struct Releasing {
    let client: BrokerClient
    let output: FormatOptions

    func run(_ ids: [Int64], _ orders: [String: JSON]) async throws {
        try await actOnEach(ids, "released", output, line: ParkedText.line, objection: Self.objection) { id in
            let question = orders.merging(["id": .int(id)]) { $1 }
            return try await settled(try await client.ask("parked-release", .object(question)), id)
        }
    }

    private static func objection(_ item: JSON) -> String? {
        guard item["state"]?.string == SubmissionState.parked.rawValue else { return nil }
        return "is parked again: \((item["reason"]?.string ?? "").oneLine)"
    }

    /// What became of it; as it is where that takes longer than a person waits.
    private func settled(_ item: JSON, _ id: Int64) async throws -> JSON {
        var item = item
        var pause = Pause(first: .milliseconds(20), most: .milliseconds(500))
        let end = ContinuousClock.now + .seconds(20)
        while item["state"]?.string == SubmissionState.received.rawValue, ContinuousClock.now < end {
            try await Task.sleep(for: pause.next())
            item = try await client.ask("parked", ["id": .int(id)])
        }
        return item
    }
}

extension Optional {
    fileprivate func asyncMap<T>(_ body: (Wrapped) async throws -> T) async throws -> T? {
        guard let self else { return nil }
        return try await body(self)
    }
}
