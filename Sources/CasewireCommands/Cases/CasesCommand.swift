import ArgumentParser
import StageKit
import StageProtocol

/// `casewire cases`: the cases, the latest first.
struct CasesCommand: AsyncParsableCommand {
    enum Status: String, ExpressibleByArgument, CaseIterable {
        case open, resolved
    }

    static let configuration = CommandConfiguration(
        commandName: "cases", abstract: "List the cases.",
        discussion: "With --format json it prints a list of the cases' heads.")

    @Option(help: "Only those that are open, or resolved.")
    var status: Status?

    @Option(help: ArgumentHelp("How many at most.", valueName: "count"))
    var limit = 50

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 10000.") }
    }

    func run() async throws {
        var arguments: [String: JSON] = ["limit": .int(Int64(limit))]
        if let status { arguments["status"] = .string(status.rawValue) }
        let cases = try await options.withBroker { try await $0.ask("cases", .object(arguments)) }
        let console = Console.standardOutput
        if output.isJSON { return console.json(cases) }
        let lines = Self.table(cases.array ?? [], Times(now: .current)).lines(
            width: console.width, paint: console.paint)
        console.lines(cases.array?.isEmpty ?? true ? ["There is no case yet. Send one: casewire send FILE.eml"] : lines)
    }

    static func table(_ cases: [JSON], _ times: Times) -> TextTable {
        var table = TextTable([
            .init(title: "case"), .init(title: "status"), .init(title: "updated"), .init(title: "owner"),
            .init(title: "heard", alignment: .right), .init(title: "customer"), .init(title: "subject"),
        ])
        for item in cases {
            table.add([
                item["ref"]?.string ?? "", item["status"]?.string ?? "",
                item["updated"]?.moment.map(times.away) ?? "", item["owner"]?.string ?? "-",
                "\(item["heard"]?.int ?? 0)", item["customer"]?.string ?? "-", item["subject"]?.string ?? "",
            ])
        }
        return table
    }
}
