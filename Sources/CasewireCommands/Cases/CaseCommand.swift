import ArgumentParser
import Calendars
import Clocks
import Pipeline
import StageKit
import StageProtocol

/// `casewire case REF`: what happened in a case, as a person would tell it.
struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Tell the story of a case.",
        discussion: """
            What was heard, understood, said, promised and decided, by whom and why; then what still runs: clocks, \
            timers, texts, dead letters. Times are on the desk's own clock. With --journal also \
            every step that the broker wrote down. With --files the files that came with the customer's and colleagues' \
            words are saved in a folder. With --format json it prints the broker's whole reply.
            """)

    @Argument(help: ArgumentHelp("The case's reference, such as CW-7K3F9QX.", valueName: "ref"))
    var reference: String

    @Flag(help: "Also show what the broker wrote down of each message.")
    var journal = false

    @Option(
        help: ArgumentHelp(
            "Save the files that came with what was written in this folder, which is made where it is missing.",
            valueName: "folder"))
    var files: String?

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let (story, dead, saved) = try await options.withBroker { client in
            let story = try await client.ask("case", ["ref": .string(reference)])
            var saved = files.map(SavedFiles.init(folder:))
            for entry in story["log"]?.array ?? [] { try await saved?.keep(filesOf: entry, client) }
            return (story, output.isJSON ? .array([]) : try await client.ask("dead", ["limit": 1000]), saved)
        }
        // What goes with JSON must leave it readable.
        if let saved { (output.isJSON ? Console.standardError : .standardOutput).lines(saved.lines) }
        if saved != nil, !output.isJSON { return }
        let console = Console.standardOutput
        if output.isJSON { return console.json(story) }
        let letters = (dead.array ?? []).filter { $0["ref"] == story["ref"] }
        // In a case of the house no customer counts on a time.
        let isHouse = story["kind"]?.string != nil
        let standards = try options.load().standards
        let clocks = isHouse ? nil : try CaseClocks(of: story, standards)
        let telling = Story(
            story, dead: letters, clocks: clocks, times: Times(now: .current, onClockOf: standards.calendar),
            width: min(console.width ?? 100, 100), paint: console.paint)
        console.lines(telling.lines + (journal ? [""] + telling.journal : []))
    }
}
