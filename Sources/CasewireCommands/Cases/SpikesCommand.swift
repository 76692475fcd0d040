import ArgumentParser
import Casework
import StageKit
import StageProtocol

/// `casewire spikes`: many customers write about the same.
struct SpikesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spikes", abstract: "See when many customers write about the same, and say what is told to them.",
        subcommands: [List.self, Tell.self, Quiet.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What is open, and how many cases of each topic came this week and in the weeks before.")

        @Flag(help: "Those that are over as well.")
        var all = false
        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let now = Timestamp.current
            let (spikes, counts) = try await options.withBroker { broker in
                (
                    try await broker.ask("sections", ["name": "spike", "limit": 1000]),
                    try await broker.ask(
                        "counts",
                        [
                            "series": "topic",
                            "from": .string((now + .seconds(-SpikesReport.weeks * 7 * 86_400)).description),
                        ], within: .seconds(30))
                )
            }
            let report = SpikesReport(
                spikes: (spikes.array ?? []).filter { all || $0["status"] == "open" }, counts: counts.array ?? [],
                times: try options.times(now: now))
            if output.isJSON { return Console.standardOutput.json(report.json) }
            Console.standardOutput.lines(report.lines(Console.standardOutput.paint))
        }
    }

    struct Tell: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have those affected told, each once and in their language.",
            discussion: """
                The notice says that others wrote about the same and that it is looked into; words of your own stand in it as \
                well, for customers who are written to in their language. The gate judges them first.
                """)

        @OptionGroup var subject: StaffWordOptions
        @Option(help: ArgumentHelp("Words of your own.", valueName: "words"))
        var words: String?
        @Option(help: ArgumentHelp("The language of the words.", valueName: "code"))
        var language = "en"

        func run() async throws {
            try await subject.say { _, hand in
                try await hand("/tell" + (words.map { " \(language) \($0)" } ?? ""))
            }
        }
    }

    struct Quiet: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a spike away until no more than usual come: there is nothing to tell.")

        @OptionGroup var subject: StaffWordOptions
        @Option(help: ArgumentHelp("Why there is nothing to tell.", valueName: "reason"))
        var because: String

        func run() async throws { try await subject.say { _, hand in try await hand("/quiet \(because)") } }
    }
}

/// Spikes, and how many cases of each topic came week by week.
struct SpikesReport {
    static let weeks: Int64 = 5

    private let spikes: [JSON]
    /// Cases by topic: this week, then the weeks before, each of seven days that end now.
    private let topics: [(name: String, weeks: [Int64])]
    private let times: Times

    init(spikes: [JSON], counts: [JSON], times: Times) {
        self.spikes = spikes
        self.times = times
        var weeks: [String: [Int64]] = [:]
        for item in counts {
            guard let topic = item["value"]?.string, let hour = item["hour"]?.moment, let count = item["count"]?.int
            else { continue }
            let week = Int((times.now - hour).wholeMilliseconds / (7 * 86_400_000))
            guard 0..<Int(Self.weeks) ~= week else { continue }
            weeks[topic, default: Array(repeating: 0, count: Int(Self.weeks))][week] += count
        }
        topics = weeks.map { ($0.key, $0.value) }
            .sorted { (Self.growth($1.weeks), $0.name) < (Self.growth($0.weeks), $1.name) }
    }

    /// This week against the mean of those before.
    private static func growth(_ weeks: [Int64]) -> Double { Double(weeks[0]) - mean(weeks) }

    private static func mean(_ weeks: [Int64]) -> Double {
        Double(weeks.dropFirst().reduce(0, +)) / Double(weeks.count - 1)
    }

    func lines(_ paint: Paint = .none) -> [String] {
        var lines: [String] = []
        for item in spikes {
            let spike = item["section"] ?? .null
            let since = spike["since"]?.moment.map { times.moment($0) } ?? ""
            let state =
                item["status"] != "open"
                ? "over"
                : spike["quiet"]?["why"]?.string.map { "put away: \($0.oneLine)" }
                    ?? (spike["notice"] == nil
                        ? "nobody is told yet" : "\(Self.told(spike["told"]?.array?.count ?? 0))")
            lines.append(
                "\(item["ref"]?.string ?? "")  \(paint.bold(spike["topic"]?.string ?? "")): \(spike["count"]?.int ?? 0) since \(since), "
                    + "\(Spike.spoken(expected: spike["expected"]?.number ?? 0)) would be usual; \(state)")
        }
        if spikes.isEmpty { lines.append("No more than usual is written about anything.") }
        guard !topics.isEmpty else { return lines }
        var table = TextTable(
            [.init(title: "topic")]
                + ["these 7 days", "mean of the 4 weeks before"].map { .init(title: $0, alignment: .right) })
        for topic in topics { table.add([topic.name, "\(topic.weeks[0])", Self.rounded(Self.mean(topic.weeks))]) }
        return lines + [""] + table.lines(paint: paint)
    }

    private static func told(_ count: Int) -> String { "\(count) \(count == 1 ? "is" : "are") told" }

    private static func rounded(_ number: Double) -> String {
        number < 10 ? "\((number * 10).rounded() / 10)" : "\(Int(number.rounded()))"
    }

    var json: JSON {
        [
            "spikes": .array(spikes),
            "topics": .array(
                topics.map { ["topic": .string($0.name), "weeks": .array($0.weeks.map { .int($0) })] }),
        ]
    }
}
