import ArgumentParser
import Pipeline
import StageKit
import StageProtocol
import ZeroMQ

/// `casewire tap`: what happens in the pipeline, while it happens.
struct TapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tap", abstract: "Watch what happens, line by line, until Ctrl-C.",
        discussion: """
            One line for each thing that happened: a delivery done, tried again or dead, a text on its way, a standard met, \
            a stage that came or went. What people wrote and who they are is left out, unless --show-words asks for it. Off \
            a terminal, and with --format json, each line is a JSON object {at, what, stage, ref, type, …}. Watching is not \
            on the way of any message: who watches slowly misses lines, nobody waits.

            --where names a member of the event (--where what=dead, --where work_ms>1000), or of a section of its case as \
            it stands when the event comes (--where understanding.topic=returns).
            """)

    @Option(help: ArgumentHelp("Only what concerns this stage.", valueName: "stage"))
    var stage: String?

    @Option(help: ArgumentHelp("Only messages of this type, such as case.contact.", valueName: "type"))
    var type: String?

    @Option(name: .customLong("case"), help: ArgumentHelp("Only what concerns this case.", valueName: "ref"))
    var reference: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp("Only where a field is so: NAME=VALUE, also with !=, < and >.", valueName: "condition"),
        transform: Condition.read)
    var conditions: [Condition] = []

    @Flag(help: "Also show what may hold people's words and addresses.")
    var showWords = false

    @OptionGroup var options: PipelineOptions
    @Option(help: "text for people, json for programs; by default text on a terminal, json elsewhere.")
    var format: FormatOptions.Format?

    func run() async throws {
        let config = try options.load().config
        // Of one that is none, nothing would ever come. What the broker itself does is told under its own name.
        if let stage, stage != "broker" { try config.requireStage(stage) }
        let keys = config.tapDoor.keys == nil ? nil : try config.operatorKeys()
        let console = Console.standardOutput
        let isJSON = format.map { $0 == .json } ?? !console.isTerminal
        let filter = TapFilter(stage: stage, type: type, reference: reference, conditions: conditions)
        // A subscriber would wait for ever for a broker that is not there.
        try await options.withBroker { client in
            // Nor would anything come of a case that there is not.
            if let reference {
                _ = try await client.ask("section", ["ref": .string(reference), "name": "care"])
            }
            var sections = CaseSections(client)
            for try await event in try Self.events(config.tapDoor.reachedAt, keys) {
                guard try await filter.passes(event, &sections) else { continue }
                let shown = showWords ? event : event.withoutWords
                if isJSON { console.json(shown) } else { console.line(TapText(shown, console.paint).line) }
            }
        }
    }

    /// What the broker tells, as it comes; what nobody takes in time is forgotten.
    private static func events(_ endpoint: String, _ keys: BrokerKeys?) throws -> AsyncThrowingStream<JSON, any Error> {
        let (events, tell) = AsyncThrowingStream<JSON, any Error>.makeStream(bufferingPolicy: .bufferingOldest(10_000))
        _ = try SocketThread(name: "tap") {
            do throws(ZeroMQError) {
                try watch(endpoint, keys) { tell.yield($0) }
            } catch {
                tell.finish(throwing: error)
            }
        }
        return events
    }

    /// Hands over each event until the process is told to leave.
    private static func watch(
        _ endpoint: String, _ keys: BrokerKeys?, _ show: (JSON) -> Void
    ) throws(ZeroMQError) {
        var options = SocketOptions.default
        options.ipv6 = endpoint.contains("[")
        options.curve = keys?.role
        let socket = try Socket(.sub, context: Context(maximumSockets: 4), options: options)
        try socket.subscribe([])
        try socket.connect(endpoint)
        var poller = Poller([socket.pollItem])
        while true {
            _ = try poller.wait()
            while let frames = try socket.receive() {
                if let frame = frames.first, let event = try? JSON(bytes: frame) { show(event) }
            }
        }
    }
}
