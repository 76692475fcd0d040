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
            One line for each thing that happened: a delivery done, tried again or dead, a text on its way, a stage that \
            came or went. Off a terminal, and with --format json, each line is a JSON object {at, what, stage, ref, \
            type, detail}. Watching is not on the way of any message: who watches slowly misses lines, nobody waits.
            """)

    @Option(help: ArgumentHelp("Only what concerns this stage.", valueName: "stage"))
    var stage: String?

    @Option(help: ArgumentHelp("Only messages of this type, such as case.contact.", valueName: "type"))
    var type: String?

    @Option(name: .customLong("case"), help: ArgumentHelp("Only what concerns this case.", valueName: "ref"))
    var reference: String?

    @OptionGroup var options: PipelineOptions
    @Option(help: "text for people, json for programs; by default text on a terminal, json elsewhere.")
    var format: FormatOptions.Format?

    func run() async throws {
        let config = try options.load().config
        let endpoint = config.tapDoor.reachedAt
        let keys = config.tapDoor.keys == nil ? nil : try config.operatorKeys()
        // A subscriber would wait for ever for a broker that is not there.
        try await options.withBroker { _ in }
        let console = Console.standardOutput
        let filter = TapFilter(stage: stage, type: type, reference: reference)
        let isJSON = format.map { $0 == .json } ?? !console.isTerminal
        let (failures, fail) = AsyncStream<ZeroMQError>.makeStream()
        _ = try SocketThread(name: "tap") {
            do throws(ZeroMQError) {
                try Self.watch(endpoint, keys) { event in
                    guard filter.passes(event) else { return }
                    if isJSON { console.json(event) } else { console.line(TapText(event, console.paint).line) }
                }
            } catch {
                fail.yield(error)
            }
            fail.finish()
        }
        for await failure in failures { throw failure }
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

/// Which events somebody wants to see.
struct TapFilter: Sendable {
    var stage: String?
    var type: String?
    var reference: String?

    func passes(_ event: JSON) -> Bool {
        (stage == nil || event["stage"]?.string == stage) && (type == nil || event["type"]?.string == type)
            && (reference == nil || event["ref"]?.string == reference?.uppercased())
    }
}

/// An event on one line.
struct TapText {
    private let event: JSON
    private let paint: Paint

    init(_ event: JSON, _ paint: Paint = .none) {
        self.event = event
        self.paint = paint
    }

    var line: String {
        let at = event["at"]?.moment.map { Times(now: $0).time($0) } ?? ""
        let parts = [
            paint.faint(at), what, padded(text("stage"), 12), padded(text("ref"), 10), text("type"),
            paint.faint(text("detail").oneLine),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    private var what: String {
        let what = padded(text("what"), 9)
        return switch text("what") {
        case "dead", "parked": paint.red(what)
        case "retry", "put-back", "clock": paint.yellow(what)
        case "done": paint.green(what)
        default: what
        }
    }

    private func text(_ name: String) -> String { event[name]?.string ?? "" }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
