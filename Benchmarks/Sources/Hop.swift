import StageKit

/// The thinnest stage there can be: hands on what it is handed. Its subcommands are the other parts of the benchmark.
@main
struct Hop: Stage {
    static let name = "hop"
    static let version = "1.0.0"

    init(settings: NoSettings, context: StageContext) {}

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        try outcome.emit("next", delivery.data() as String)
    }

    static func command(_ arguments: [String]) async throws -> Int32? {
        let options = Options(arguments.dropFirst())
        switch arguments.first {
        case "echo": try Echo.run(messages: options["messages", 200_000])
        case "commits": try Commits.run(outcomes: options["outcomes", 40_000], group: options["group", 150])
        case "fill": try Fill.run(path: options.text("store"), cases: options["cases", 1000])
        case "load":
            let load = Load(
                socket: options.text("socket"), control: options.text("control"), tap: options.text("tap"),
                last: options.text("last"), cases: options["cases", 5000], rate: options["rate", 0])
            try await load.run()
        case "mails":
            let mails = Mails(
                socket: options.text("socket"), prefix: options.text("prefix"), count: options["count", 20],
                rate: options["rate", 0])
            try await mails.run()
        case "parse": try Parse.run(folder: options.text("folder"), rounds: options["rounds", 5])
        case "deadlines": try Deadlines.run(count: options["count", 2_000_000])
        default: return nil
        }
        return 0
    }
}

/// `--name value` pairs.
struct Options {
    private var values: [String: String] = [:]

    init(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.popFirst(), let value = rest.popFirst() { values[name] = value }
    }

    subscript(name: String, fallback: Int) -> Int { values["--" + name].flatMap { Int($0) } ?? fallback }

    func text(_ name: String) -> String { values["--" + name] ?? "" }
}

/// Prints a result as one line of JSON.
func report(_ values: [String: JSON]) {
    print(String(decoding: JSON.object(values).bytes, as: UTF8.self))
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
