import ArgumentParser
import Pipeline
import StageKit
import StageProtocol

/// `casewire top`: how the pipeline stands, drawn again and again.
struct TopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top", abstract: "Watch how the pipeline stands: stages, queues, rates, deadlines, dead letters.",
        discussion: """
            Draws itself anew every --interval seconds, until q or Ctrl-C. Without a terminal, and with --once or --format \
            json, it shows one picture and ends. It shows no word and no name of a customer.
            """)

    @Flag(help: "Show one picture and end.")
    var once = false
    @Option(help: ArgumentHelp("Seconds between two pictures.", valueName: "seconds"))
    var interval = 1.0
    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard interval.isFinite, (0.1...3600).contains(interval) else {
            throw ValidationError("--interval is a number of seconds from 0.1 to 3600")
        }
    }

    func run() async throws {
        let config = try options.load().config
        let console = Console.standardOutput
        if output.isJSON || once || !console.isTerminal {
            let view = try await options.withBroker { try await TopView($0) }
            if output.isJSON { return console.json(view.json) }
            let frame = TopFrame(view, config, times: Times(now: view.now), paint: console.paint)
            return console.lines(frame.lines(width: console.width ?? 120, height: nil))
        }
        // Whoever calls it with a wrong pipeline, or without a broker, is told so before the screen is taken over.
        try await options.withBroker { _ in }
        try await Live(config: config, interval: interval, paint: console.paint).run(options)
    }
}

/// What is asked of the broker for one picture.
struct TopView: Sendable {
    /// Deadlines that are further away are no concern of today's.
    private static let ahead: Int64 = 3_600_000

    /// A time that a standard or a promise sets, and that runs out soon.
    struct Deadline: Sendable {
        let ref: String
        let clock: String
        let due: Timestamp
    }

    let figures: JSON
    let deadlines: [Deadline]

    init(_ client: BrokerClient) async throws {
        figures = try await client.ask("figures")
        let timers = try await client.ask("timers", ["within_ms": .int(Self.ahead), "limit": 1000])
        deadlines = (timers.array ?? []).compactMap(Deadline.init(timer:))
    }

    init(figures: JSON, deadlines: [Deadline]) {
        self.figures = figures
        self.deadlines = deadlines
    }

    var now: Timestamp { figures["now"]?.moment ?? .current }

    var json: JSON {
        guard case .object(var members) = figures else { return figures }
        members["deadlines"] = .array(
            deadlines.map {
                [
                    "ref": .string($0.ref), "clock": .string($0.clock), "due": .string($0.due.description),
                    "in_ms": .int(($0.due - now).wholeMilliseconds),
                ]
            })
        return .object(members)
    }
}

extension TopView.Deadline {
    /// The end of a clock that a customer waits for; nil for the other timers.
    init?(timer: JSON) {
        let paced: Set<String> = ["update", "resolve", "reply", "urgent"]
        guard timer["type"]?.string == "clock.due", timer["data"]?["kind"]?.string == "due",
            let clock = timer["data"]?["clock"]?.string, !paced.contains(clock), let ref = timer["ref"]?.string,
            let due = timer["at"]?.moment
        else { return nil }
        self.init(ref: ref, clock: clock, due: due)
    }
}
