import ArgumentParser
import StageKit
import StageProtocol

/// `casewire cases`: customers' cases, the latest first; those of the house where they are asked for.
struct CasesCommand: AsyncParsableCommand {
    enum Status: String, ExpressibleByArgument, CaseIterable {
        case open, resolved
    }

    static let configuration = CommandConfiguration(
        commandName: "cases", abstract: "List customers' cases.",
        discussion: """
            Cases of the house, such as causes and spikes, are nobody's customer: --kind lists those of one kind, --all every \
            case. With --format json it prints a list of the cases' heads, in which those of the house have a kind.
            """)

    @Option(help: "Only those that are open, or resolved.")
    var status: Status?

    @Option(help: ArgumentHelp("Only cases of the house of this kind: cause, spike, digest.", valueName: "kind"))
    var kind: String?

    @Flag(help: "Customers' cases and those of the house.")
    var all = false

    @Option(help: ArgumentHelp("How many at most.", valueName: "count"))
    var limit = 50

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard kind == nil || !all else {
            throw ValidationError("--kind lists one kind of cases, and --all every case: give one of them.")
        }
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 10000.") }
    }

    func run() async throws {
        var arguments: [String: JSON] = ["limit": .int(Int64(limit))]
        if let status { arguments["status"] = .string(status.rawValue) }
        if let kind { arguments["kind"] = .string(kind) } else { arguments["customers"] = .bool(!all) }
        let cases = try await options.withBroker { try await $0.ask("cases", .object(arguments)) }
        let console = Console.standardOutput
        if output.isJSON { return console.json(cases) }
        guard cases.array?.isEmpty == false else { return console.line(nothing) }
        console.lines(
            Self.table(cases.array ?? [], try options.times()).lines(width: console.width, paint: console.paint))
    }

    private var nothing: String {
        if let kind { return "There is no such case of the kind \"\(kind)\"." }
        return status.map { "No case is \($0)." } ?? "There is no case yet. Send one: casewire send FILE.eml"
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
                "\(item["heard"]?.int ?? 0)", item["customer"]?.string ?? item["kind"]?.string.map { "(\($0))" } ?? "-",
                item["subject"]?.string ?? "",
            ])
        }
        return table
    }
}
